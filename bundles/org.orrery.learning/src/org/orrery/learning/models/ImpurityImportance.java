package org.orrery.learning.models;

import java.util.Arrays;
import java.util.Optional;

import org.orrery.analysis.UnitCompute;
import org.orrery.learning.ClassifierKind;
import org.orrery.learning.ClassifierModel;
import org.orrery.learning.TrainingSet;
import org.orrery.learning.encoding.DesignMatrix;

/**
 * How much purer the nodes of trees become by splits at each column (L. Breiman and others: Classification and Regression Trees, 1984):
 * the fall of the impurity, weighted by the rows of the node, in shares of all. Measured on the rows that trained the trees, so that it
 * favours columns with many values, also those that tell nothing (C. Strobl and others, BMC Bioinformatics 8, 2007). That of a
 * tree or a forest is {@code feature_importances_} of scikit-learn.
 */
public final class ImpurityImportance {
    private ImpurityImportance() {
    }

    /**
     * The share of each encoded column; empty for a model that is no tree and no forest. All 0 when nothing is split.
     *
     * @param model as it was trained, not calibrated
     * @param training what it was trained with
     * @param entropy whether impurity is entropy instead of Gini's
     * @param compute that of the unit that trained the model: which rows a tree has seen comes from its chance
     */
    public static Optional<double[]> of(ClassifierModel model, TrainingSet training, boolean entropy, UnitCompute compute) throws Exception {
        int width = training.matrix().width();
        if (model instanceof DecisionTreeModel tree) {
            int[] columns = new int[tree.nodes()];
            double[] thresholds = new double[tree.nodes()];
            int[] lefts = new int[tree.nodes()];
            int[] rights = new int[tree.nodes()];
            for (int node = 0; node < columns.length; node++) {
                columns[node] = tree.column(node);
                thresholds[node] = tree.threshold(node);
                lefts[node] = columns[node] < 0 ? -1 : tree.left(node);
                rights[node] = columns[node] < 0 ? -1 : tree.right(node);
            }
            return Optional.of(shares(falls(columns, thresholds, lefts, rights, training, training.weights(), entropy, compute), width));
        }
        if (!(model instanceof ForestModel forest)) {
            return Optional.empty();
        }
        double[][] all = new double[forest.trees()][];
        compute.parallel(all.length, t -> {
            FlatTree tree = forest.tree(t);
            double[] weights = training.weights();
            if (forest.kind() == ClassifierKind.RANDOM_FOREST) {
                int[] drawn = ForestTrainer.drawn(weights.length, compute.random("tree-" + t));
                weights = weights.clone();
                for (int i = 0; i < weights.length; i++) {
                    weights[i] *= drawn[i];
                }
            }
            int[] rights = new int[tree.lefts().length];
            Arrays.setAll(rights, node -> tree.columns()[node] < 0 ? -1 : tree.lefts()[node] + 1);
            all[t] = shares(falls(tree.columns(), tree.thresholds(), tree.lefts(), rights, training, weights, entropy, compute), width);
        });
        double[] sums = new double[width];
        for (double[] own : all) {
            for (int j = 0; j < width; j++) {
                sums[j] += own[j];
            }
        }
        return Optional.of(shares(sums, width));
    }

    private static double[] shares(double[] falls, int width) {
        double sum = Arrays.stream(falls).sum();
        return sum == 0 ? new double[width] : Arrays.stream(falls).map(fall -> fall / sum).toArray();
    }

    private static double[] falls(int[] columns, double[] thresholds, int[] lefts, int[] rights, TrainingSet training, double[] weights,
            boolean entropy, UnitCompute compute) {
        DesignMatrix matrix = training.matrix();
        double[][] counts = new double[columns.length][training.classes()];
        for (int i = 0; i < weights.length; i++) {
            if (i % 1024 == 0) {
                compute.checkCancelled();
            }
            if (weights[i] > 0) {
                int node = 0;
                counts[0][training.labels()[i]] += weights[i];
                while (columns[node] >= 0) {
                    node = matrix.column(columns[node])[i] <= thresholds[node] ? lefts[node] : rights[node];
                    counts[node][training.labels()[i]] += weights[i];
                }
            }
        }
        double[] falls = new double[matrix.width()];
        for (int node = 0; node < columns.length; node++) {
            if (columns[node] >= 0) {
                falls[columns[node]] += impurity(counts[node], entropy) - impurity(counts[lefts[node]], entropy) - impurity(counts[rights[node]], entropy);
            }
        }
        return falls;
    }

    /** Times the rows of the node. */
    private static double impurity(double[] counts, boolean entropy) {
        double rows = Arrays.stream(counts).sum();
        double sum = 0;
        for (double count : counts) {
            if (count > 0) {
                sum += entropy ? -count * Math.log(count / rows) : count * (1 - count / rows);
            }
        }
        return sum;
    }
}
