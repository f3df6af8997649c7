package org.orrery.learning.models;

import java.util.Arrays;

import org.orrery.analysis.UnitCompute;
import org.orrery.learning.encoding.DesignMatrix;

/**
 * What the trees of a random forest that have not seen a row say about it (L. Breiman: Random forests. Machine Learning 45, 2001): an
 * honest test of the forest on its own training rows.
 */
public final class OutOfBag {
    private static final int BLOCK = 512;

    private OutOfBag() {
    }

    /**
     * The probabilities of each class for some of the rows, row by row, by the first trees; NaN for a row that all of these have seen.
     *
     * @param training the encoded rows that the forest was trained with
     * @param chosen which of these rows are asked about
     * @param wanted numbers of trees, rising, from 1
     * @param compute that of the unit that trained the forest: which rows a tree has seen comes from its chance
     */
    public static double[][] probabilities(ForestModel forest, DesignMatrix training, int[] chosen, int[] wanted, UnitCompute compute) {
        int rows = training.rows();
        int classes = forest.classes();
        double[] sums = new double[chosen.length * classes];
        int[] counts = new int[chosen.length];
        double[][] staged = new double[wanted.length][];
        int at = 0;
        for (int t = 0; t < forest.trees() && at < wanted.length; t++) {
            add(forest.tree(t), training, chosen, ForestTrainer.drawn(rows, compute.random("tree-" + t)), sums, counts, compute);
            if (t + 1 == wanted[at]) {
                double[] now = new double[sums.length];
                Arrays.setAll(now, i -> counts[i / classes] == 0 ? Double.NaN : sums[i] / counts[i / classes]);
                staged[at++] = now;
            }
        }
        return staged;
    }

    private static void add(FlatTree tree, DesignMatrix training, int[] chosen, int[] drawn, double[] sums, int[] counts, UnitCompute compute) {
        int classes = sums.length / counts.length;
        double[] row = new double[training.width()];
        for (int i = 0; i < chosen.length; i++) {
            if (i % BLOCK == 0) {
                compute.checkCancelled();
            }
            if (drawn[chosen[i]] == 0) {
                for (int j = 0; j < row.length; j++) {
                    row[j] = training.column(j)[chosen[i]];
                }
                int leaf = tree.leaf(row) * classes;
                for (int c = 0; c < classes; c++) {
                    sums[i * classes + c] += tree.values()[leaf + c];
                }
                counts[i]++;
            }
        }
    }
}
