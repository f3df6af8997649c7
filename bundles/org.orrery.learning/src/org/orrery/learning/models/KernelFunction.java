package org.orrery.learning.models;

import org.orrery.learning.onnx.OnnxGraph;

import java.util.Arrays;

/**
 * Values of a kernel.
 *
 * @param gamma the γ of the kernel
 */
record KernelFunction(SvmKernel kernel, double gamma, int degree, double coefficient) {
    /**
     * The kernel of one row with many.
     *
     * @param row the row
     * @param columns the columns of the others
     * @param squares the squared length of each of the others
     * @param values as many as there are others
     */
    void of(double[] row, double[][] columns, double[] squares, double[] values) {
        Arrays.fill(values, 0);
        double square = 0;
        int j = 0;
        for (; j + 3 < row.length; j += 4) {
            add(values, row[j], row[j + 1], row[j + 2], row[j + 3], columns[j], columns[j + 1], columns[j + 2], columns[j + 3]);
        }
        for (; j < row.length; j++) {
            add(values, row[j], columns[j]);
        }
        for (double value : row) {
            square += value * value;
        }
        finish(values, square, squares);
    }

    private static void add(double[] sums, double a, double b, double c, double d, double[] x0, double[] x1, double[] x2, double[] x3) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += a * x0[i] + b * x1[i] + (c * x2[i] + d * x3[i]);
        }
    }

    private static void add(double[] sums, double a, double[] x) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += a * x[i];
        }
    }

    private void finish(double[] values, double square, double[] squares) {
        switch (kernel) {
            case RBF -> {
                for (int i = 0; i < values.length; i++) {
                    values[i] = Math.exp(-gamma * Math.max(0, square + squares[i] - 2 * values[i]));
                }
            }
            case POLYNOMIAL -> {
                for (int i = 0; i < values.length; i++) {
                    values[i] = Math.pow(gamma * values[i] + coefficient, degree);
                }
            }
            case LINEAR -> {
                // The product is the kernel.
            }
        }
    }

    /** The kernel of each row with each of the others in a graph of ONNX operators. */
    String onnx(OnnxGraph graph, String rows, double[][] columns, double[] squares) {
        double[] flat = new double[columns.length * squares.length];
        for (int k = 0; k < flat.length; k++) {
            flat[k] = columns[k / squares.length][k % squares.length];
        }
        String products = graph.node("MatMul", rows, graph.doubles(flat, columns.length, squares.length));
        return switch (kernel) {
            case RBF -> {
                String both = graph.node("Add", graph.sum(graph.node("Mul", rows, rows)), graph.doubles(squares, 1, squares.length));
                String distances = graph.node("Max", graph.node("Sub", both, graph.node("Mul", products, graph.number(2))), graph.number(0));
                yield graph.node("Exp", graph.node("Mul", distances, graph.number(-gamma)));
            }
            case POLYNOMIAL -> graph.node("Pow", graph.node("Add", graph.node("Mul", products, graph.number(gamma)), graph.number(coefficient)),
                    graph.number(degree));
            case LINEAR -> products;
        };
    }

    static double[] squares(double[][] columns, int rows) {
        double[] squares = new double[rows];
        for (double[] column : columns) {
            for (int i = 0; i < rows; i++) {
                squares[i] += column[i] * column[i];
            }
        }
        return squares;
    }
}
