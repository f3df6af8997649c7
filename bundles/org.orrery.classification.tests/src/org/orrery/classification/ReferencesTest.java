package org.orrery.classification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.orrery.learning.ClassWeighting;
import org.orrery.learning.ClassifierPipeline;
import org.orrery.learning.LabelledRows;
import org.orrery.learning.encoding.Encoding;
import org.orrery.learning.encoding.NumericImputation;
import org.orrery.learning.evaluation.ClassificationMeasures;
import org.orrery.learning.evaluation.Predictions;
import org.orrery.learning.models.LogisticRegressionSettings;
import org.orrery.learning.models.LogisticRegressionTrainer;

/**
 * Logistic regression on real data against scikit-learn 1.2.1, {@code LogisticRegression(C=1.0)}, on the same design matrix: numbers
 * imputed by mean or median, one column per level but the first and one for missing, all scaled by training mean and
 * population deviation.
 */
class ReferencesTest {
    private static final long HASH = 2654435761L;

    /** {@code solver="lbfgs", tol=1e-10}: accuracy_score and log_loss(eps=1e-15) on the rows that {@link #isTest} names. */
    @Test
    void accuracyAndLogLossOnTheTestRowsAreThoseOfScikitLearn() throws Exception {
        assertTestRows("iris.csv", "Species", 0.9743589743589743, 0.13906700954063522);
        assertTestRows("wine.csv", "target", 0.9777777777777777, 0.07463557407128642);
        assertTestRows("breast_cancer.csv", "target", 0.9583333333333334, 0.09744865246610027);
        assertTestRows("wa_churn.csv", "churn", 0.8024971623155505, 0.42802406349079253);
    }

    /** The same; the 1,797 digits of {@code sklearn.datasets.load_digits} (BSD licence) lie beside this class. */
    @Test
    void tenClassesOfDigitsAreToldApartAsByScikitLearn() throws Exception {
        assertTestRows("digits.csv.gz", "target", 0.9600886917960089, 0.13646969076210397);
    }

    /**
     * Row i is tested in fold i mod 5. {@code solver="newton-cholesky"} for two classes, {@code "newton-cg"} for more, tol=1e-12:
     * its lbfgs stops too early for six digits. Each line of a reference file holds the probabilities of one row, for two
     * classes that of the second.
     */
    @Test
    void everyOutOfFoldProbabilityIsThatOfScikitLearn() throws Exception {
        assertOutOfFold("iris.csv", "Species", "logistic-iris.txt");
        assertOutOfFold("wine.csv", "target", "logistic-wine.txt");
        assertOutOfFold("breast_cancer.csv", "target", "logistic-breast-cancer.txt");
        assertOutOfFold("wa_churn.csv", "churn", "logistic-wa-churn.txt");
    }

    private static boolean isTest(int row) {
        return (row * HASH & 0xFFFFFFFFL) < 1L << 30;
    }

    private static void assertTestRows(String file, String target, double accuracy, double logLoss) throws Exception {
        LabelledRows data = SampleTables.labelled(file, target);
        int[] train = IntStream.range(0, data.labels().length).filter(row -> !isTest(row)).toArray();
        int[] test = IntStream.range(0, data.labels().length).filter(ReferencesTest::isTest).toArray();
        double[] probabilities = probabilities(data, NumericImputation.MEAN, train, test);
        int[] actual = Arrays.stream(test).map(row -> data.labels()[row]).toArray();
        int positive = data.classes().size() == 2 ? 1 : -1;
        ClassificationMeasures measures = Predictions.of(actual, probabilities, data.classes().size(), positive, Double.NaN).measures();
        assertEquals(accuracy, measures.accuracy(), 1e-12, file);
        // The reference itself stopped early: its own out-of-fold probabilities differ by 1e-4 from Newton's.
        assertEquals(logLoss, measures.logLoss(), 1e-5, file);
    }

    private static void assertOutOfFold(String file, String target, String reference) throws Exception {
        LabelledRows data = SampleTables.labelled(file, target);
        List<String> lines = lines(reference);
        int classes = data.classes().size();
        double worst = 0;
        for (int fold = 0; fold < 5; fold++) {
            int own = fold;
            int[] train = IntStream.range(0, data.labels().length).filter(row -> row % 5 != own).toArray();
            int[] test = IntStream.range(0, data.labels().length).filter(row -> row % 5 == own).toArray();
            double[] probabilities = probabilities(data, NumericImputation.MEDIAN, train, test);
            for (int i = 0; i < test.length; i++) {
                double[] expected = Arrays.stream(lines.get(test[i]).split(" ")).mapToDouble(Double::parseDouble).toArray();
                for (int k = 0; k < expected.length; k++) {
                    double ours = probabilities[i * classes + classes - expected.length + k];
                    worst = Math.max(worst, Math.abs(ours - expected[k]));
                }
            }
        }
        assertTrue(worst < 1e-6, file + ": " + worst);
    }

    private static double[] probabilities(LabelledRows data, NumericImputation imputation, int[] train, int[] test) throws Exception {
        LogisticRegressionTrainer trainer = new LogisticRegressionTrainer(LogisticRegressionSettings.STANDARD);
        return new ClassifierPipeline(trainer, new Encoding(imputation, false, 25), ClassWeighting.NONE)
                .fit(data, train, PlainUnit.COMPUTE, PlainUnit.PROGRESS).probabilities(data.features(), test, () -> {
                });
    }

    private static List<String> lines(String resource) throws Exception {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                ReferencesTest.class.getResourceAsStream("references/" + resource), StandardCharsets.US_ASCII))) {
            return reader.lines().toList();
        }
    }
}
