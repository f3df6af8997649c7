package org.orrery.learning.models;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

import org.orrery.analysis.UnitCompute;
import org.orrery.analysis.UnitProgress;
import org.orrery.learning.ClassifierKind;
import org.orrery.learning.ClassifierModel;
import org.orrery.learning.ClassifierTrainer;
import org.orrery.learning.TrainingSet;
import org.orrery.learning.encoding.EncodingDemand;

/**
 * Gradient boosting of trees with second derivatives of the logistic loss on binned columns: T. Chen, C. Guestrin: XGBoost: a
 * scalable tree boosting system. KDD 2016. Scores start at the shares of the classes.
 */
public final class GradientBoostingTrainer implements ClassifierTrainer {
    private static final int LOSS_ROUNDS = 10;
    private static final double LEAST_SECOND = 1e-16;

    private final GradientBoostingSettings settings;

    /** A trainer with these settings. */
    public GradientBoostingTrainer(GradientBoostingSettings settings) {
        this.settings = settings;
    }

    @Override
    public ClassifierKind kind() {
        return ClassifierKind.GRADIENT_BOOSTING;
    }

    @Override
    public EncodingDemand demand() {
        return EncodingDemand.PLAIN;
    }

    @Override
    public ClassifierModel fit(TrainingSet training, UnitCompute compute, UnitProgress progress) throws Exception {
        int rows = training.matrix().rows();
        int outputs = LogisticRegressionModel.outputs(training.classes());
        double[] start = start(training, outputs);
        BinnedColumns columns = BinnedColumns.of(training.matrix(), compute);
        BoostedTree grower = new BoostedTree(columns, settings, compute);
        RowParts parts = RowParts.of(rows);
        double[][] scores = new double[outputs][rows];
        for (int o = 0; o < outputs; o++) {
            Arrays.fill(scores[o], start[o]);
        }
        Derivatives[] derivatives = new Derivatives[outputs];
        Arrays.setAll(derivatives, o -> new Derivatives(rows));
        List<FlatTree> trees = new ArrayList<>();
        for (int round = 1; round <= settings.rounds(); round++) {
            compute.checkCancelled();
            boolean[] drawn = settings.subsample() < 1 ? drawn(rows, compute.random("round-" + round)) : null;
            double[] losses = new double[parts.count()];
            boolean told = round % LOSS_ROUNDS == 1 || round == settings.rounds();
            parts.each(compute, (part, from, to) -> losses[part] = derive(training, scores, derivatives, drawn, from, to, told));
            if (told) {
                progress.metric("loss", round - 1L, Arrays.stream(losses).sum() / rows);
            }
            for (int o = 0; o < outputs; o++) {
                trees.add(grower.grow(derivatives[o], parts, scores[o]));
            }
            progress.worked(round, settings.rounds(), Messages.GradientBoostingTrainer_rounds);
        }
        return new GradientBoostingModel(training.classes(), start, trees.toArray(FlatTree[]::new));
    }

    /** The log-odds of the second of two classes, or the logarithm of the share of each; finite for a class without rows. */
    private static double[] start(TrainingSet training, int outputs) {
        double[] shares = new double[training.classes()];
        double all = 0;
        for (int i = 0; i < training.labels().length; i++) {
            shares[training.labels()[i]] += training.weights()[i];
            all += training.weights()[i];
        }
        double least = 1e-3 / Math.max(1, all);
        double[] start = new double[outputs];
        for (int o = 0; o < outputs; o++) {
            start[o] = outputs == 1 ? Math.log(Math.max(least, shares[1] / all) / Math.max(least, shares[0] / all))
                    : Math.log(Math.max(least, shares[o] / all));
        }
        return start;
    }

    private boolean[] drawn(int rows, RandomGenerator random) {
        boolean[] drawn = new boolean[rows];
        for (int i = 0; i < rows; i++) {
            drawn[i] = random.nextDouble() < settings.subsample();
        }
        return drawn;
    }

    private static double derive(TrainingSet training, double[][] scores, Derivatives[] derivatives, boolean[] drawn, int from, int to,
            boolean loss) {
        double sum = 0;
        double[] odds = new double[scores.length];
        for (int i = from; i < to; i++) {
            double weight = drawn == null || drawn[i] ? training.weights()[i] : 0;
            int label = training.labels()[i];
            if (scores.length == 1) {
                double p = 1 / (1 + Math.exp(-scores[0][i]));
                derivatives[0].first()[i] = weight * (p - label);
                derivatives[0].second()[i] = weight * Math.max(p * (1 - p), LEAST_SECOND);
                sum -= loss ? Math.log(Math.max(Double.MIN_NORMAL, label == 1 ? p : 1 - p)) : 0;
                continue;
            }
            sum += multinomial(scores, i, odds, label, loss);
            for (int o = 0; o < odds.length; o++) {
                derivatives[o].first()[i] = weight * (odds[o] - (o == label ? 1 : 0));
                derivatives[o].second()[i] = weight * Math.max(2 * odds[o] * (1 - odds[o]), LEAST_SECOND);
            }
        }
        return sum;
    }

    /** Fills in the probabilities of a row; returns its loss where it is wanted. */
    private static double multinomial(double[][] scores, int i, double[] odds, int label, boolean loss) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double[] each : scores) {
            largest = Math.max(largest, each[i]);
        }
        double sum = 0;
        for (int o = 0; o < odds.length; o++) {
            odds[o] = Math.exp(scores[o][i] - largest);
            sum += odds[o];
        }
        for (int o = 0; o < odds.length; o++) {
            odds[o] /= sum;
        }
        return loss ? -Math.log(Math.max(Double.MIN_NORMAL, odds[label])) : 0;
    }
}
