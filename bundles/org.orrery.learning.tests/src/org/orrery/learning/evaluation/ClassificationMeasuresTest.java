package org.orrery.learning.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.orrery.learning.Numbers;

/**
 * The expected values are those of scikit-learn 1.2.1 on the same numbers: accuracy_score, balanced_accuracy_score,
 * f1_score(average="macro"), log_loss(eps=1e-15), roc_auc_score(multi_class="ovr"), average_precision_score,
 * matthews_corrcoef, cohen_kappa_score, brier_score_loss, precision_score and recall_score(average="macro"),
 * f1_score(average="weighted").
 */
class ClassificationMeasuresTest {
    private static final double TOLERANCE = 1e-9;

    @Test
    void binaryMeasuresAreThoseOfScikitLearn() {
        Binary data = new Binary(false);
        assertMeasures(data.measures(), 0.768, 0.7423872846014635, 0.7288452547919588, 0.44978649287639905, 0.8637973089936266,
                0.7758725347091296, 0.46280903840390186, 0.4593990008202222, 0.1458916415358679, 0.7209193918531267,
                0.7423872846014635, 0.7733580177653109);
    }

    @Test
    void binaryMeasuresAreThoseOfScikitLearnAlsoWithTies() {
        Binary data = new Binary(true);
        assertMeasures(data.measures(), 0.79, 0.7407545833661185, 0.7412658751866581, 0.4508491390709448, 0.8628924384294595,
                0.752373847396225, 0.48254016048941234, 0.4825343005835042, 0.146445, 0.7417866808905746, 0.7407545833661185,
                0.789775418779662);
    }

    /** scikit-learn has no Brier score for more than two classes: ((P − onehot)²).sum(1).mean() of NumPy 1.24.2. */
    @Test
    void measuresOfFourClassesAreThoseOfScikitLearn() {
        Numbers numbers = new Numbers(7);
        int rows = 600;
        int[] actual = new int[rows];
        double[] probabilities = new double[rows * 4];
        for (int i = 0; i < rows; i++) {
            actual[i] = (int) (numbers.share() * 4);
            double sum = 0;
            for (int c = 0; c < 4; c++) {
                probabilities[i * 4 + c] = numbers.share() + (c == actual[i] ? 0.5 : 0);
                sum += probabilities[i * 4 + c];
            }
            for (int c = 0; c < 4; c++) {
                probabilities[i * 4 + c] /= sum;
            }
        }
        Predictions predictions = Predictions.of(actual, probabilities, 4, -1, Double.NaN);
        assertMeasures(predictions.measures(), 0.7383333333333333, 0.7377206439872135, 0.7384671520857311, 0.939972911093323,
                0.9143939124705124, 0.8128961722077255, 0.6507155771262952, 0.650360032662757, 0.5155549251890564,
                0.7406115481578228, 0.7377206439872135, 0.7382363533062367);
    }

    /** scikit-learn 1.2.1: matthews_corrcoef 0, cohen_kappa_score 0, f1_score(average="macro") .0967741935483871. */
    @Test
    void aConstantPredictionHasNoCorrelationAndNoKappa() {
        int[] actual = new int[100];
        Arrays.fill(actual, 24, 100, 1);
        Confusion confusion = Confusion.of(actual, new int[100], 2);
        assertEquals(0, confusion.mcc());
        assertEquals(0, confusion.kappa(), TOLERANCE);
        assertEquals(0.12, confusion.precisionMacro(), TOLERANCE);
        assertTrue(Double.isNaN(confusion.precision(1)));
        assertEquals(0, confusion.f1(1));
    }

    @Test
    void oneClassAloneHasNoRocCurveArea() {
        ScoreTally tally = ScoreTally.of(new double[] {0.1, 0.7}, new boolean[] {true, true});
        assertTrue(Double.isNaN(tally.rocAuc()));
        assertEquals(1, tally.averagePrecision());
    }

    /** scikit-learn 1.2.1: roc_curve(y, p) of the scores with ties; its first threshold is the highest score plus 1. */
    @Test
    void theRocCurveHasThePointsOfScikitLearn() {
        Curve roc = Curve.roc(new Binary(true).predictions().tallies()[0]);
        double[] x = {0, 0, 0, 0, 0, 0, 0, 0.05865921787709497, 0.1452513966480447, 0.2541899441340782, 0.3268156424581006,
            0.3854748603351955, 0.4860335195530726, 0.5586592178770949, 0.6256983240223464, 0.729050279329609, 0.8016759776536313,
            0.8715083798882681, 0.9553072625698324, 1};
        double[] y = {0, 0.035211267605633804, 0.11971830985915492, 0.1619718309859155, 0.22535211267605634, 0.34507042253521125,
            0.45774647887323944, 0.5140845070422535, 0.6267605633802817, 0.704225352112676, 0.8028169014084507, 0.8943661971830986,
            0.9859154929577465, 1, 1, 1, 1, 1, 1, 1};
        // Ours leaves out points on straight lines: every point of ours is there, and the area is the same.
        int at = 0;
        for (int i = 0; i < roc.x().length; i++) {
            while (Math.abs(x[at] - roc.x()[i]) > TOLERANCE || Math.abs(y[at] - roc.y()[i]) > TOLERANCE) {
                at++;
            }
        }
        assertEquals(area(x, y), area(roc.x(), roc.y()), TOLERANCE);
    }

    @Test
    void talliesOfPartsMergeToTheTallyOfTheWhole() {
        Binary data = new Binary(true);
        ScoreTally whole = ScoreTally.of(data.scores, data.positive());
        ScoreTally first = ScoreTally.of(Arrays.copyOf(data.scores, 200), Arrays.copyOf(data.positive(), 200));
        ScoreTally second = ScoreTally.of(Arrays.copyOfRange(data.scores, 200, 500), Arrays.copyOfRange(data.positive(), 200, 500));
        ScoreTally merged = ScoreTally.merge(List.of(first, second));
        assertArrayEquals(whole.scores(), merged.scores());
        assertArrayEquals(whole.positives(), merged.positives());
        assertArrayEquals(whole.negatives(), merged.negatives());
    }

    @Test
    void aShortenedTallyKeepsItsRowsAndNearlyItsArea() {
        Binary data = new Binary(false);
        ScoreTally whole = ScoreTally.of(data.scores, data.positive());
        ScoreTally shorter = whole.atMost(100);
        assertTrue(shorter.groups() <= 100);
        assertFalse(shorter.exact());
        assertEquals(whole.allPositives(), shorter.allPositives());
        assertEquals(whole.allNegatives(), shorter.allNegatives());
        assertEquals(whole.rocAuc(), shorter.rocAuc(), 0.005);
    }

    @Test
    void calibrationCountsEveryRowOnce() {
        Calibration bins = Calibration.of(new double[] {0, 0.05, 0.1, 0.95, 1}, new boolean[] {false, true, true, true, true});
        assertArrayEquals(new long[] {2, 1, 0, 0, 0, 0, 0, 0, 0, 2}, bins.counts());
        assertEquals(0.025, bins.predicted(0), TOLERANCE);
        assertEquals(0.5, bins.observed(0));
        assertTrue(Double.isNaN(bins.observed(5)));
    }

    @Test
    void aThresholdDecidesBetweenTwoClasses() {
        double[] probabilities = {0.7, 0.3, 0.6, 0.4};
        assertArrayEquals(new int[] {0, 0}, Predictions.of(new int[] {0, 1}, probabilities, 2, 1, Double.NaN).predicted());
        assertArrayEquals(new int[] {0, 1}, Predictions.of(new int[] {0, 1}, probabilities, 2, 1, 0.4).predicted());
        assertArrayEquals(new int[] {0, 1}, Predictions.of(new int[] {0, 1}, probabilities, 2, 0, 0.7).predicted());
    }

    private static double area(double[] x, double[] y) {
        double area = 0;
        for (int i = 1; i < x.length; i++) {
            area += (x[i] - x[i - 1]) * (y[i] + y[i - 1]) / 2;
        }
        return area;
    }

    private static void assertMeasures(ClassificationMeasures measures, double... expected) {
        for (ClassificationMeasure measure : List.of(ClassificationMeasure.values()).subList(0, expected.length)) {
            assertEquals(expected[measure.ordinal()], measures.value(measure), TOLERANCE, measure.id());
        }
    }

    private static final class Binary {
        private final int[] actual = new int[500];
        private final double[] scores = new double[500];

        Binary(boolean ties) {
            Numbers numbers = new Numbers(42);
            for (int i = 0; i < 500; i++) {
                double a = numbers.share();
                double b = numbers.share();
                actual[i] = a < 0.3 ? 1 : 0;
                double score = 0.6 * b + 0.3 * actual[i];
                scores[i] = ties ? Math.rint(score * 20) / 20 : score;
            }
        }

        boolean[] positive() {
            boolean[] positive = new boolean[500];
            for (int i = 0; i < 500; i++) {
                positive[i] = actual[i] == 1;
            }
            return positive;
        }

        Predictions predictions() {
            double[] probabilities = new double[1000];
            for (int i = 0; i < 500; i++) {
                probabilities[2 * i] = 1 - scores[i];
                probabilities[2 * i + 1] = scores[i];
            }
            return Predictions.of(actual, probabilities, 2, 1, Double.NaN);
        }

        ClassificationMeasures measures() {
            return predictions().measures();
        }
    }
}
