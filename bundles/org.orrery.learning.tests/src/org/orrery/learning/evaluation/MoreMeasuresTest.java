package org.orrery.learning.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Against scikit-learn 1.2.1 and scipy 1.10.1 on numbers made by the formulas below. */
class MoreMeasuresTest {
    private static final int ROWS = 60;
    private static final int CLASSES = 4;

    @Test
    void areasOverPairsAndWeightedMeansAreThoseOfScikitLearn() {
        int[] actual = new int[ROWS];
        double[] probabilities = new double[ROWS * CLASSES];
        for (int i = 0; i < ROWS; i++) {
            actual[i] = (i * 7 + i / 9) % CLASSES;
            double sum = 0;
            for (int c = 0; c < CLASSES; c++) {
                probabilities[i * CLASSES + c] = (i * 31 + c * 17) % 23 + 1 + (actual[i] == c ? 6 : 0);
                sum += probabilities[i * CLASSES + c];
            }
            for (int c = 0; c < CLASSES; c++) {
                probabilities[i * CLASSES + c] /= sum;
            }
        }
        ClassificationMeasures measures = Predictions.of(actual, probabilities, CLASSES, -1, Double.NaN).measures();
        // roc_auc_score(multi_class="ovo"), (multi_class="ovr", average="weighted"), (multi_class="ovr"); precision_score(average="weighted")
        assertEquals(0.7656135531135532, measures.rocAucOvo(), 1e-12);
        assertEquals(0.7643852143077398, measures.rocAucWeighted(), 1e-12);
        assertEquals(0.7652057358113672, measures.rocAuc(), 1e-12);
        assertEquals(0.3647504456327986, measures.precisionWeighted(), 1e-12);
        assertEquals(measures.accuracy(), measures.recallWeighted(), 1e-12);
        assertEquals(measures.accuracy(), measures.f1Micro(), 1e-12);
        assertEquals(1 - measures.accuracy(), measures.errorRate(), 1e-12);
    }

    @Test
    void calibrationErrorAndThePartsOfTheBrierScoreAddUp() {
        double[] probabilities = new double[200];
        boolean[] positive = new boolean[200];
        for (int i = 0; i < 200; i++) {
            probabilities[i] = i * 37 % 101 / 101.0;
            positive[i] = i * 53 % 100 < probabilities[i] * 100;
        }
        Calibration bins = Calibration.of(probabilities, positive);
        // numpy by the definitions; brier_score_loss
        assertEquals(0.028118811881188095, bins.expectedError(), 1e-12);
        assertEquals(0.0012343734243148105, bins.reliability(), 1e-12);
        assertEquals(0.08363648325358851, bins.resolution(), 1e-12);
        assertEquals(0.249975, bins.uncertainty(), 1e-12);
        assertEquals(0.1632290951867464, bins.brier(), 1e-12);
        assertEquals(bins.brier(), bins.reliability() - bins.resolution() + bins.uncertainty() + bins.withinBins(), 1e-15);
        // scipy.stats.ks_2samp
        ScoreTally tally = ScoreTally.of(probabilities, positive);
        assertEquals(0.5209520952095209, tally.kolmogorovSmirnov(), 1e-12);
        assertEquals(tally.rocAuc(), tally.reversed().rocAuc(), 1e-12);
        assertEquals(tally.kolmogorovSmirnov(), tally.reversed().kolmogorovSmirnov(), 1e-12);
    }
}
