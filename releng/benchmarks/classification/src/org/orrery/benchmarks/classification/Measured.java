package org.orrery.benchmarks.classification;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

import org.orrery.learning.ClassWeighting;
import org.orrery.learning.ClassifierModel;
import org.orrery.learning.ClassifierTrainer;
import org.orrery.learning.TrainingSet;
import org.orrery.learning.encoding.DesignMatrix;

/**
 * Trains one model in a process of its own, from a cold start, and prints one line: seconds of training and prediction by the
 * clock and by the processor, log-loss and accuracy on the test rows, and the largest resident memory.
 */
public final class Measured {
    private static final double CLIP = 1e-15;
    private static final double NANOS = 1e9;

    private Measured() {
    }

    /**
     * With {@code generate FOLDER ROWS TEST WIDTH [SET]}, where sets 1 and on are other draws of the same kind, or
     * {@code fit FOLDER MODEL QUERIES}.
     */
    public static void main(String[] words) throws Exception {
        Path folder = Path.of(words[1]);
        if (words[0].equals("generate")) {
            int set = words.length > 5 ? Integer.parseInt(words[5]) : 0;
            Generator.write(folder, "train", Integer.parseInt(words[2]), Integer.parseInt(words[4]), 2L * set + 1);
            Generator.write(folder, "test", Integer.parseInt(words[3]), Integer.parseInt(words[4]), 2L * set + 2);
            return;
        }
        byte[] trainLabels = Files.readAllBytes(folder.resolve("train.labels"));
        byte[] testLabels = Files.readAllBytes(folder.resolve("test.labels"));
        int queries = Math.min(testLabels.length, Integer.parseInt(words[3]));
        int[] labels = IntStream.range(0, trainLabels.length).map(i -> trainLabels[i]).toArray();
        TrainingSet training = new TrainingSet(matrix(folder.resolve("train.columns"), labels.length, labels.length), labels, 2,
                ClassWeighting.NONE.weights(labels, 2));
        DesignMatrix test = matrix(folder.resolve("test.columns"), testLabels.length, queries);
        Contenders.load();
        ClassifierTrainer trainer = Contenders.trainer(words[2]);
        try (Threads threads = new Threads(2)) {
            long start = System.nanoTime();
            double cpu = cpuSeconds();
            ClassifierModel model = trainer.fit(training, threads, Threads.QUIET);
            long trained = System.nanoTime();
            double trainedCpu = cpuSeconds();
            double[] probabilities = model.probabilities(test, threads);
            long scored = System.nanoTime();
            double scoredCpu = cpuSeconds();
            System.out.printf(Locale.ROOT, "%.3f %.3f %.3f %.3f %.6f %.5f %.0f%n", (trained - start) / NANOS, (scored - trained) / NANOS,
                    trainedCpu - cpu, scoredCpu - trainedCpu, logLoss(testLabels, probabilities, queries),
                    accuracy(testLabels, probabilities, queries), peakMebibytes());
        }
    }

    static DesignMatrix matrix(Path file, int rows, int wanted) throws IOException {
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
            int width = (int) (in.size() / Double.BYTES / rows);
            double[][] columns = new double[width][wanted];
            ByteBuffer buffer = ByteBuffer.allocate(rows * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            for (double[] column : columns) {
                buffer.clear();
                while (buffer.hasRemaining() && in.read(buffer) >= 0) {
                    // Reads on.
                }
                buffer.flip();
                buffer.asDoubleBuffer().get(column);
            }
            List<String> names = IntStream.range(0, width).mapToObj(j -> "x" + j).toList();
            return new DesignMatrix(columns, wanted, names);
        }
    }

    private static double logLoss(byte[] labels, double[] probabilities, int rows) {
        double sum = 0;
        for (int i = 0; i < rows; i++) {
            sum -= Math.log(Math.min(Math.max(probabilities[2 * i + labels[i]], CLIP), 1 - CLIP));
        }
        return sum / rows;
    }

    private static double accuracy(byte[] labels, double[] probabilities, int rows) {
        int right = 0;
        for (int i = 0; i < rows; i++) {
            right += (probabilities[2 * i + 1] > 0.5 ? 1 : 0) == labels[i] ? 1 : 0;
        }
        return (double) right / rows;
    }

    /** Seconds of all processors that this process has used, its compilers and collectors among them. */
    private static double cpuSeconds() {
        return ProcessHandle.current().info().totalCpuDuration().map(d -> d.toNanos() / NANOS).orElse(Double.NaN);
    }

    private static double peakMebibytes() throws IOException {
        Optional<String> line = Files.readAllLines(Path.of("/proc/self/status")).stream().filter(l -> l.startsWith("VmHWM")).findFirst();
        return line.map(l -> Double.parseDouble(l.replaceAll("\\D", "")) / 1024).orElse(Double.NaN);
    }
}
