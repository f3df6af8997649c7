package org.orrery.benchmarks.classification;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.SplittableRandom;

/**
 * Makes the data of the benchmark: two classes, a tenth of the labels wrong, columns normal, correlated, small whole numbers,
 * yes or no, and skewed. Every column is a file of little-endian doubles after the other; labels are bytes.
 */
final class Generator {
    static final double LABEL_NOISE = 0.1;
    private static final long SEED = 20261121;
    private static final int INFORMATIVE = 20;

    private Generator() {
    }

    /** Writes {@code NAME.columns} and {@code NAME.labels} into the folder. */
    static void write(Path folder, String name, int rows, int width, long stream) throws IOException {
        Files.createDirectories(folder);
        SplittableRandom random = new SplittableRandom(SEED + stream);
        double[][] columns = columns(rows, width, random);
        byte[] labels = new byte[rows];
        for (int i = 0; i < rows; i++) {
            boolean one = score(columns, i) > 0;
            labels[i] = (byte) (one != random.nextDouble() < LABEL_NOISE ? 1 : 0);
        }
        ByteBuffer buffer = ByteBuffer.allocate(rows * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        try (FileChannel out = FileChannel.open(folder.resolve(name + ".columns"), StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            for (double[] column : columns) {
                buffer.clear();
                buffer.asDoubleBuffer().put(column);
                while (buffer.hasRemaining()) {
                    out.write(buffer);
                }
            }
        }
        Files.write(folder.resolve(name + ".labels"), labels);
    }

    private static double[][] columns(int rows, int width, SplittableRandom random) {
        double[][] columns = new double[width][rows];
        for (int j = 0; j < width; j++) {
            for (int i = 0; i < rows; i++) {
                columns[j][i] = switch (j % 10) {
                    case 5, 6 -> 0.7 * columns[j - 5][i] + 0.5 * random.nextGaussian();
                    case 7 -> random.nextInt(10);
                    case 8 -> random.nextInt(3) == 0 ? 1 : 0;
                    case 9 -> Math.exp(0.5 * random.nextGaussian());
                    default -> random.nextGaussian();
                };
            }
        }
        return columns;
    }

    private static double score(double[][] columns, int i) {
        double sum = 1.2 * columns[0][i] * columns[1][i] + Math.sin(2 * columns[2][i]) + 0.8 * (columns[8][i] - 0.3) * columns[3][i];
        for (int j = 0; j < INFORMATIVE; j++) {
            double centre = j % 10 == 7 ? 4.5 : j % 10 == 9 ? 1.13 : j % 10 == 8 ? 0.33 : 0;
            double spread = j % 10 == 7 ? 2.9 : 1;
            sum += (j % 2 == 0 ? 1 : -1) * (0.6 - 0.02 * j) * (columns[j][i] - centre) / spread;
        }
        return sum;
    }
}
