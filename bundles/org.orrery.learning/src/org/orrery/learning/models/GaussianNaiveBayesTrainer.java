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
    private static final int PARTS = 16;
    private static final int BLOCK = 1024;

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
        RowsByClass rows = RowsByClass.of(training);
        double[] priors = training.classWeights();
        double all = 0;
        for (int c = 0; c < classes; c++) {
            priors[c] *= rows.count(c);
            all += priors[c];
        }
        double[][] means = new double[matrix.width()][classes];
        double[][] variances = new double[matrix.width()][classes];
        double[] spreads = new double[matrix.width()];
        int parts = Math.min(matrix.width(), PARTS);
        compute.parallel(parts, part -> {
            for (int j = part; j < matrix.width(); j += parts) {
                compute.checkCancelled();
                spreads[j] = describe(matrix.column(j), rows, means[j], variances[j]);
            }
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

    /** Fills in mean and variance of each class; returns the variance of all rows. All rows of a class count the same. */
    private static double describe(double[] column, RowsByClass rows, double[] means, double[] variances) {
        double sum = 0;
        for (int c = 0; c < means.length; c++) {
            double own = 0;
            for (int from = rows.starts()[c]; from < rows.starts()[c + 1]; from += BLOCK) {
                int count = Math.min(BLOCK, rows.starts()[c + 1] - from);
                own += sum(column, rows.order(), from, count);
            }
            sum += own;
            means[c] = rows.count(c) > 0 ? own / rows.count(c) : 0;
        }
        double mean = sum / rows.order().length;
        double squares = 0;
        for (int c = 0; c < means.length; c++) {
            double own = 0;
            for (int from = rows.starts()[c]; from < rows.starts()[c + 1]; from += BLOCK) {
                int count = Math.min(BLOCK, rows.starts()[c + 1] - from);
                own += squares(column, rows.order(), from, count, means[c]);
            }
            squares += own + rows.count(c) * (means[c] - mean) * (means[c] - mean);
            variances[c] = rows.count(c) > 0 ? own / rows.count(c) : 0;
        }
        return squares / rows.order().length;
    }

    /** Four sums at a time keep the processor's adders busy. */
    private static double sum(double[] column, int[] order, int from, int count) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = from;
        for (; i + 3 < from + count; i += 4) {
            a += column[order[i]];
            b += column[order[i + 1]];
            c += column[order[i + 2]];
            d += column[order[i + 3]];
        }
        for (; i < from + count; i++) {
            a += column[order[i]];
        }
        return a + b + (c + d);
    }

    private static double squares(double[] column, int[] order, int from, int count, double mean) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = from;
        for (; i + 3 < from + count; i += 4) {
            double p = column[order[i]] - mean;
            double q = column[order[i + 1]] - mean;
            double r = column[order[i + 2]] - mean;
            double s = column[order[i + 3]] - mean;
            a += p * p;
            b += q * q;
            c += r * r;
            d += s * s;
        }
        for (; i < from + count; i++) {
            a += (column[order[i]] - mean) * (column[order[i]] - mean);
        }
        return a + b + (c + d);
    }
}
