package org.orrery.benchmarks.classification;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.orrery.learning.ClassWeighting;
import org.orrery.learning.ClassifierModel;
import org.orrery.learning.ClassifierTrainer;
import org.orrery.learning.TrainingSet;
import org.orrery.learning.encoding.DesignMatrix;

/**
 * Cancels each model at several moments of its training, or of its prediction where training is over by then, and prints how long it
 * took to end: the longest and all of them, in milliseconds. Ends with 1 when one took more than a second.
 */
public final class Cancels {
    private static final int[] MOMENTS = {5, 50, 200, 600, 1500, 4000};
    private static final double LIMIT = 1000;
    private static final double MILLIS = 1e6;

    private Cancels() {
    }

    /** With {@code FOLDER}, which holds generated data. */
    public static void main(String[] words) throws Exception {
        Path folder = Path.of(words[0]);
        byte[] bytes = Files.readAllBytes(folder.resolve("train.labels"));
        int[] labels = IntStream.range(0, bytes.length).map(i -> bytes[i]).toArray();
        DesignMatrix matrix = Measured.matrix(folder.resolve("train.columns"), labels.length, labels.length);
        TrainingSet training = new TrainingSet(matrix, labels, 2, ClassWeighting.NONE.weights(labels, 2));
        boolean held = true;
        for (String model : words.length > 1 ? List.of(words).subList(1, words.length) : List.of("logistic-regression", "linear-svm", "kernel-svm", "gaussian-naive-bayes", "k-nearest-neighbours", "decision-tree",
                "random-forest", "extra-trees", "gradient-boosting", "multi-layer-perceptron")) {
            double longest = 0;
            StringBuilder all = new StringBuilder();
            for (int moment : MOMENTS) {
                double late = late(Contenders.trainer(model), training, moment);
                longest = Math.max(longest, late);
                all.append(String.format(Locale.ROOT, " %.0f", late));
            }
            held &= longest <= LIMIT;
            System.out.printf(Locale.ROOT, "%-24s %6.0f ms:%s%n", model, longest, all);
        }
        System.exit(held ? 0 : 1);
    }

    private static double late(ClassifierTrainer trainer, TrainingSet training, int moment) throws Exception {
        try (Threads threads = new Threads(2); ExecutorService worker = Executors.newSingleThreadExecutor()) {
            CountDownLatch begun = new CountDownLatch(1);
            Future<Long> end = worker.submit(() -> {
                begun.countDown();
                try {
                    ClassifierModel model = trainer.fit(training, threads, Threads.QUIET);
                    while (true) {
                        model.probabilities(training.matrix(), threads);
                    }
                } catch (CancellationException expected) {
                    return System.nanoTime();
                }
            });
            begun.await();
            TimeUnit.MILLISECONDS.sleep(moment);
            long cancelled = System.nanoTime();
            threads.cancel();
            return (end.get() - cancelled) / MILLIS;
        }
    }
}
