package org.orrery.learning.encoding;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.orrery.learning.file.ModelInput;
import org.orrery.learning.file.ModelOutput;
import org.orrery.learning.onnx.OnnxGraph;

/**
 * The directions in which encoded columns vary most, by the eigenvectors of their covariance matrix. The largest weight of each direction is
 * positive. Immutable and thread-safe.
 */
public final class PrincipalComponents {
    private final double[] means;
    private final double[][] weights;
    private final double[] shares;

    private PrincipalComponents(double[] means, double[][] weights, double[] shares) {
        this.means = means;
        this.weights = weights;
        this.shares = shares;
    }

    /**
     * Learns from rows.
     *
     * @param share so many components are kept that they hold more than this share of the variance; 1: all that hold any
     * @param poll called at least every 100 ms; what it throws ends the work
     */
    public static PrincipalComponents fit(DesignMatrix matrix, double share, Runnable poll) {
        int width = matrix.width();
        int rows = matrix.rows();
        double[] means = new double[width];
        for (int j = 0; j < width; j++) {
            means[j] = Arrays.stream(matrix.column(j), 0, rows).average().orElse(0);
        }
        double[][] covariance = covariance(matrix, means, poll);
        SymmetricEigen eigen = SymmetricEigen.of(covariance, poll);
        double sum = Arrays.stream(eigen.values()).filter(value -> value > 0).sum();
        int[] order = IntStream.range(0, width).boxed().sorted(Comparator.comparingDouble(k -> -eigen.values()[k])).mapToInt(k -> k).toArray();
        double reached = 0;
        int count = 0;
        // Below this a component is rounding.
        double least = 1e-12 * sum;
        while (count < width && eigen.values()[order[count]] > least && (share == 1 || reached <= share * sum)) {
            reached += eigen.values()[order[count]];
            count++;
        }
        // Columns that are all constant have no variance: the model gets one column that is constant too.
        int[] kept = Arrays.copyOf(order, Math.min(width, Math.max(1, count)));
        double[] shares = Arrays.stream(kept).mapToDouble(k -> sum > 0 ? eigen.values()[k] / sum : 0).toArray();
        return new PrincipalComponents(means, Arrays.stream(kept).mapToObj(k -> turned(eigen.vector(k))).toArray(double[][]::new), shares);
    }

    private static double[][] covariance(DesignMatrix matrix, double[] means, Runnable poll) {
        int width = matrix.width();
        double[][] covariance = new double[width][width];
        for (int a = 0; a < width; a++) {
            double[] first = matrix.column(a);
            for (int b = 0; b <= a; b++) {
                poll.run();
                double[] second = matrix.column(b);
                double sum = 0;
                for (int i = 0; i < matrix.rows(); i++) {
                    sum += (first[i] - means[a]) * (second[i] - means[b]);
                }
                covariance[a][b] = sum / Math.max(1, matrix.rows() - 1);
                covariance[b][a] = covariance[a][b];
            }
        }
        return covariance;
    }

    private static double[] turned(double[] vector) {
        double largest = 0;
        for (double weight : vector) {
            largest = Math.abs(weight) > Math.abs(largest) ? weight : largest;
        }
        double sign = largest < 0 ? -1 : 1;
        return Arrays.stream(vector).map(weight -> sign * weight).toArray();
    }

    /** How many there are. */
    public int count() {
        return weights.length;
    }

    /** Which share of the variance each holds, falling. */
    public double[] shares() {
        return shares.clone();
    }

    /** How much each column counts in that component. */
    public double[] weights(int component) {
        return weights[component].clone();
    }

    /**
     * The values of the components.
     *
     * @param poll called at least every 100 ms; what it throws ends the work
     */
    public DesignMatrix of(DesignMatrix matrix, Runnable poll) {
        double[][] values = new double[weights.length][matrix.rows()];
        for (int k = 0; k < weights.length; k++) {
            for (int j = 0; j < means.length; j++) {
                poll.run();
                double[] column = matrix.column(j);
                double weight = weights[k][j];
                for (int i = 0; i < matrix.rows(); i++) {
                    values[k][i] += (column[i] - means[j]) * weight;
                }
            }
        }
        List<String> names = IntStream.rangeClosed(1, weights.length).mapToObj(k -> "component " + k).toList();
        return new DesignMatrix(values, matrix.rows(), names);
    }

    /** The values of the components in a graph of ONNX operators. */
    public String onnx(OnnxGraph graph, String columns) {
        double[] flat = new double[means.length * weights.length];
        for (int k = 0; k < flat.length; k++) {
            flat[k] = weights[k % weights.length][k / weights.length];
        }
        return graph.node("MatMul", graph.node("Sub", columns, graph.doubles(means, 1, means.length)), graph.doubles(flat, means.length, weights.length));
    }

    /** Writes everything that {@link #read} needs. */
    public void write(ModelOutput out) throws IOException {
        out.writeDoubles(means);
        out.writeDoubles(shares);
        for (double[] vector : weights) {
            out.writeDoubles(vector);
        }
    }

    /** Reads what {@link #write} has written. */
    public static PrincipalComponents read(ModelInput in) throws IOException {
        double[] means = in.readDoubles();
        double[] shares = in.readDoubles();
        double[][] weights = new double[shares.length][];
        for (int k = 0; k < weights.length; k++) {
            weights[k] = in.readDoubles();
            if (weights[k].length != means.length) {
                throw new IOException("A component does not fit the columns");
            }
        }
        return new PrincipalComponents(means, weights, shares);
    }
}
