package org.orrery.classification;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.orrery.data.Table;
import org.orrery.learning.file.ModelFile;

/**
 * Corrected probabilities against scikit-learn 1.2.1, {@code CalibratedClassifierCV(model, method=..., cv=5, ensemble=False)} trained on
 * all rows; the expected values are its {@code predict_proba} of some of them.
 */
class RecalibrationTest {
    private static final Map<String, Object> QUICK = Map.of("importance", "none", "learningCurveFolds", 0, "bootstrapReplicates", 0, "partialDependence", 0);
    private static final int[] ROWS = {0, 13, 40, 100, 300, 500};

    private static MemoryRun run(String sample, Map<String, ?> values) throws Exception {
        Map<String, Object> all = new LinkedHashMap<>(Map.of("diagnostics", QUICK, "target", "target"));
        all.putAll(values);
        MemoryRun run = new MemoryRun(MemoryRun.settings(all), SampleTables.read(sample), 2, 3).check().prepare();
        assertEquals(List.of(), run.errors);
        return run.execute();
    }

    private static double[] probabilities(String sample, String model, String method, int[] rows) throws Exception {
        MemoryRun run = run(sample, Map.of("models", List.of(model), "recalibration", method, "folds", 2));
        return ModelFile.read(run.artifacts.get("model." + model)).classifier().probabilities(SampleTables.read(sample), rows, () -> { });
    }

    /** {@code make_pipeline(StandardScaler(), LogisticRegression(solver="newton-cholesky", tol=1e-12))}, {@code method="sigmoid"}. */
    @Test
    void plattsScalingOfLogisticRegressionIsThatOfScikitLearn() throws Exception {
        double[] all = probabilities("breast_cancer.csv", "logistic-regression", "platt", ROWS);
        double[] expected = {3.58102092274795e-08, 0.3775609327968866, 0.8611460120877594, 0.06789531544975173, 7.366380448102021e-08, 0.9526316714622693};
        for (int i = 0; i < ROWS.length; i++) {
            assertEquals(expected[i], all[2 * i + 1], 1e-6);
            assertEquals(1, all[2 * i] + all[2 * i + 1], 1e-12);
        }
    }

    /** {@code GaussianNB()}, {@code method="isotonic"}. */
    @Test
    void isotonicStepsOfNaiveBayesAreThoseOfScikitLearn() throws Exception {
        double[] all = probabilities("breast_cancer.csv", "gaussian-naive-bayes", "isotonic", ROWS);
        double[] expected = {0.013605442176870748, 0.41379310344827586, 0.9615384615384616, 0.41379310344827586, 0.013605442176870748, 0.8333333333333334};
        for (int i = 0; i < ROWS.length; i++) {
            assertEquals(expected[i], all[2 * i + 1], 1e-9);
        }
    }

    @Test
    void threeClassesAreCorrectedEachByItselfAsInScikitLearn() throws Exception {
        double[] all = probabilities("wine.csv", "gaussian-naive-bayes", "isotonic", new int[] {5, 65, 72, 95, 120, 150});
        assertArrayEquals(new double[] {1, 0, 0, 0.17204301075268816, 0.8279569892473118, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 0, 1}, all, 1e-9);
    }

    /** Naive Bayes is too sure of itself: on held-out rows of other folds its corrected probabilities are more honest. */
    @Test
    void correctedProbabilitiesAreMoreHonestOnRowsThatDidNotTrainThem() throws Exception {
        Map<String, Object> model = Map.of("models", List.of("gaussian-naive-bayes"));
        Map<String, Object> corrected = new LinkedHashMap<>(model);
        corrected.put("recalibration", "isotonic");
        Table before = ResultText.table(run("breast_cancer.csv", model).summarise(), "leaderboard");
        Table after = ResultText.table(run("breast_cancer.csv", corrected).summarise(), "leaderboard");
        assertTrue((Double) ResultText.value(after, "gaussian-naive-bayes", "logLoss") < 0.7 * (Double) ResultText.value(before, "gaussian-naive-bayes", "logLoss"));
        assertTrue((Double) ResultText.value(after, "gaussian-naive-bayes", "brier") < (Double) ResultText.value(before, "gaussian-naive-bayes", "brier"));
    }

    @Test
    void theMapIsKeptWithTheModelAndToldInItsCard() throws Exception {
        MemoryRun run = run("breast_cancer.csv", Map.of("models", List.of("logistic-regression"), "recalibration", "platt", "folds", 2));
        ModelFile model = ModelFile.read(run.artifacts.get("model.logistic-regression"));
        assertTrue(model.extras().facts().stream().anyMatch(fact -> fact.id().equals("recalibration") && fact.value().startsWith("Platt")));
        assertTrue(run.summarise().table("coefficients").isPresent(), "the model itself is still linear");
        ModelFile again = ModelFile.read(model.bytes());
        Table table = SampleTables.read("breast_cancer.csv");
        assertArrayEquals(model.classifier().probabilities(table, ROWS, () -> { }), again.classifier().probabilities(table, ROWS, () -> { }));
    }
}
