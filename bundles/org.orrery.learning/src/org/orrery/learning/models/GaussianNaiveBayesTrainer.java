package org.orrery.learning.models;

import org.orrery.analysis.UnitCompute;
import org.orrery.analysis.UnitProgress;
import org.orrery.learning.ClassifierKind;
import org.orrery.learning.ClassifierModel;
import org.orrery.learning.ClassifierTrainer;
import org.orrery.learning.TrainingSet;
import org.orrery.learning.encoding.DesignMatrix;
import org.orrery.learning.encoding.EncodingDemand;

/**
 * Naive Bayes with a normal distribution per class and column, as scikit-learn's {@code GaussianNB}: weighted means and
 * population variances, each variance raised by a share of the largest variance of all columns.
 */
public final class GaussianNaiveBayesTrainer implements ClassifierTrainer {
    private final GaussianNaiveBayesSettings settings;

    /** A trainer with these settings. */
    public GaussianNaiveBayesTrainer(GaussianNaiveBayesSettings settings) {
        this.settings = settings;
    }

    @Override
    public ClassifierKind kind() {
        return ClassifierKind.GAUSSIAN_NAIVE_BAYES;
    }

    @Override
    public EncodingDemand demand() {
        return EncodingDemand.PLAIN;
    }

    @Override
    public ClassifierModel fit(TrainingSet training, UnitCompute compute, UnitProgress progress) throws Exception {
        DesignMatrix matrix = training.matrix();
        int classes = training.classes();
        double[] priors = new double[classes];
        double all = 0;
        for (int i = 0; i < matrix.rows(); i++) {
            priors[training.labels()[i]] += training.weights()[i];
            all += training.weights()[i];
        }
        double[][] means = new double[matrix.width()][classes];
        double[][] variances = new double[matrix.width()][classes];
        double[] spreads = new double[matrix.width()];
        compute.parallel(matrix.width(), j -> {
            compute.checkCancelled();
            spreads[j] = describe(matrix.column(j), training, priors, means[j], variances[j]);
        });
        double largest = 0;
        for (double spread : spreads) {
            largest = Math.max(largest, spread);
        }
        double added = settings.varianceSmoothing() * largest;
        for (double[] column : variances) {
            for (int c = 0; c < classes; c++) {
                // A class whose rows are all alike in columns that are all constant: nothing tells it apart.
                column[c] = column[c] + added > 0 ? column[c] + added : 1;
            }
        }
        for (int c = 0; c < classes; c++) {
            priors[c] /= all;
        }
        return new GaussianNaiveBayesModel(priors, means, variances);
    }

    /** Fills in mean and variance of each class; returns the variance of all rows without weights. */
    private static double describe(double[] column, TrainingSet training, double[] totals, double[] means, double[] variances) {
        int[] labels = training.labels();
        double[] weights = training.weights();
        int rows = labels.length;
        double sum = 0;
        for (int i = 0; i < rows; i++) {
            means[labels[i]] += weights[i] * column[i];
            sum += column[i];
        }
        for (int c = 0; c < means.length; c++) {
            means[c] = totals[c] > 0 ? means[c] / totals[c] : 0;
        }
        double mean = sum / rows;
        double squares = 0;
        for (int i = 0; i < rows; i++) {
            double own = column[i] - means[labels[i]];
            double common = column[i] - mean;
            variances[labels[i]] += weights[i] * own * own;
            squares += common * common;
        }
        for (int c = 0; c < means.length; c++) {
            variances[c] = totals[c] > 0 ? variances[c] / totals[c] : 0;
        }
        return squares / rows;
    }
}
