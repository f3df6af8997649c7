package org.orrery.classification;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.orrery.learning.evaluation.ClassificationMeasure;
import org.orrery.learning.evaluation.Confusion;

/** The headline measures of predictions when every row counts any number of times; scores are put in order once. For any number of threads. */
final class WeightedMeasures {
    /** What is measured, in the order of {@link #of}. */
    static final List<ClassificationMeasure> MEASURES = List.of(ClassificationMeasure.ACCURACY, ClassificationMeasure.BALANCED_ACCURACY,
            ClassificationMeasure.F1_MACRO, ClassificationMeasure.LOG_LOSS, ClassificationMeasure.ROC_AUC,
            ClassificationMeasure.AVERAGE_PRECISION, ClassificationMeasure.MCC, ClassificationMeasure.KAPPA, ClassificationMeasure.BRIER);
    private static final double CLIP = 1e-15;

    private final StoredPredictions predictions;
    private final int classes;
    private final int positive;
    private final double[] losses;
    private final double[] squares;
    private final int[][] orders;

    /** @param positive −1 for more than two classes */
    WeightedMeasures(StoredPredictions predictions, int classes, int positive) {
        this.predictions = predictions;
        this.classes = classes;
        this.positive = positive;
        this.losses = new double[predictions.size()];
        this.squares = new double[predictions.size()];
        for (int i = 0; i < losses.length; i++) {
            double probability = probability(i, predictions.actual()[i]);
            losses[i] = -Math.log(Math.min(Math.max(probability, CLIP), 1 - CLIP));
            for (int c = 0; c < classes; c++) {
                double error = probability(i, c) - (predictions.actual()[i] == c ? 1 : 0);
                squares[i] += positive < 0 || c == positive ? error * error : 0;
            }
        }
        this.orders = IntStream.range(0, positive < 0 ? classes : 1).mapToObj(curve -> order(label(curve))).toArray(int[][]::new);
    }

    private double probability(int row, int label) {
        return predictions.probabilities()[row * classes + label];
    }

    private int label(int curve) {
        return positive < 0 ? curve : positive;
    }

    private int[] order(int label) {
        return IntStream.range(0, predictions.size()).boxed().sorted(Comparator.comparingDouble(i -> -probability(i, label)))
                .mapToInt(Integer::intValue).toArray();
    }

    /** The measures of {@link #MEASURES}; NaN where one is not defined. */
    double[] of(int[] weights) {
        long[] counts = new long[classes * classes];
        double loss = 0;
        double square = 0;
        long total = 0;
        for (int i = 0; i < weights.length; i++) {
            counts[predictions.actual()[i] * classes + predictions.predicted()[i]] += weights[i];
            loss += weights[i] * losses[i];
            square += weights[i] * squares[i];
            total += weights[i];
        }
        Confusion confusion = new Confusion(classes, counts);
        double[] areas = new double[2];
        for (int curve = 0; curve < orders.length; curve++) {
            addAreas(curve, weights, areas);
        }
        return new double[] {confusion.accuracy(), confusion.balancedAccuracy(), confusion.f1Macro(), loss / total, areas[0] / orders.length,
            areas[1] / orders.length, confusion.mcc(), confusion.kappa(), square / total};
    }

    private void addAreas(int curve, int[] weights, double[] areas) {
        int label = label(curve);
        int[] order = orders[curve];
        double hits = 0;
        double alarms = 0;
        double wins = 0;
        double precision = 0;
        int i = 0;
        while (i < order.length) {
            double score = probability(order[i], label);
            long own = 0;
            long others = 0;
            for (; i < order.length && probability(order[i], label) == score; i++) {
                if (predictions.actual()[order[i]] == label) {
                    own += weights[order[i]];
                } else {
                    others += weights[order[i]];
                }
            }
            wins += others * (hits + own / 2.0);
            hits += own;
            alarms += others;
            precision += own == 0 ? 0 : own * (hits / (hits + alarms));
        }
        areas[0] += wins / (hits * alarms);
        areas[1] += precision / hits;
    }

    /** Every row once. */
    double[] plain() {
        int[] ones = new int[predictions.size()];
        Arrays.fill(ones, 1);
        return of(ones);
    }
}
