package org.orrery.classification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.orrery.analysis.AnalysisException;
import org.orrery.analysis.SummaryContext;
import org.orrery.analysis.result.Result;
import org.orrery.analysis.settings.SettingsSchema;
import org.orrery.data.Table;
import org.orrery.learning.file.ModelFile;

class ThresholdAnswerTest {
    private static final SummaryContext CONTEXT = new SummaryContext() {
        @Override
        public boolean live() {
            return false;
        }

        @Override
        public void checkCancelled() {
            // Nobody cancels.
        }
    };

    private static MemoryRun run(String file, Map<String, ?> values) throws Exception {
        return new MemoryRun(MemoryRun.settings(values), SampleTables.read(file), 2, 12345).check().prepare().execute();
    }

    private static Result ask(MemoryRun run, Map<String, ?> values, Map<String, ?> question) throws AnalysisException {
        ClassificationQuestion bound = SettingsSchema.of(ClassificationQuestion.class).bind(question, (path, message) -> {
            throw new AssertionError(path + ": " + message);
        }).orElseThrow();
        return new ClassificationAnalysis().answer(MemoryRun.settings(values), bound, run, CONTEXT);
    }

    @Test
    void anotherThresholdCountsWhatARunWithItWouldHaveCounted() throws Exception {
        List<String> models = List.of("logistic-regression", "decision-tree");
        Map<String, Object> plain = Map.of("target", "churn", "models", models);
        MemoryRun run = run("wa_churn.csv", plain);
        Table confusion = ResultText.table(run("wa_churn.csv", Map.of("target", "churn", "models", models, "threshold", 0.3)).summarise(),
                "confusion");
        Table answer = ResultText.table(ask(run, plain, Map.of("threshold", 0.3, "falseNegativeCost", 5, "truePositiveCost", -1)),
                "atThreshold");
        assertEquals(2, answer.rows());
        for (String model : models) {
            long[] counts = new long[4];
            for (int i = 0; i < confusion.rows(); i++) {
                if (confusion.value(i, 0).equals(model)) {
                    counts[(confusion.value(i, 1).equals("Yes") ? 2 : 0) + (confusion.value(i, 2).equals("Yes") ? 1 : 0)] =
                            (Long) confusion.value(i, 3);
                }
            }
            assertEquals(counts[3], ResultText.value(answer, model, "truePositives"));
            assertEquals(counts[1], ResultText.value(answer, model, "falsePositives"));
            assertEquals(counts[2], ResultText.value(answer, model, "falseNegatives"));
            assertEquals(counts[0], ResultText.value(answer, model, "trueNegatives"));
            assertEquals((double) counts[3] / (counts[3] + counts[2]), (Double) ResultText.value(answer, model, "recall"), 1e-12);
            assertEquals(counts[1] + 5.0 * counts[2] - counts[3], (Double) ResultText.value(answer, model, "cost"), 1e-9);
        }
    }

    @Test
    void theCheapestThresholdCostsNoMoreThanAnyOther() throws Exception {
        Map<String, Object> settings = Map.of("target", "churn", "models", List.of("logistic-regression"));
        MemoryRun run = run("wa_churn.csv", settings);
        Map<String, Object> costs = Map.of("falsePositiveCost", 1, "falseNegativeCost", 4);
        Table cheapest = ResultText.table(ask(run, settings, costs), "cheapestThreshold");
        double least = (Double) ResultText.value(cheapest, "logistic-regression", "cost");
        double threshold = (Double) ResultText.value(cheapest, "logistic-regression", "threshold");
        // With calibrated probabilities the best threshold is near 1 / (1 + 4) (C. Elkan: The foundations of cost-sensitive
        // learning, IJCAI 2001, equation 2).
        assertEquals(0.2, threshold, 0.06);
        for (double other = 0.05; other < 1; other += 0.05) {
            Table at = ResultText.table(ask(run, settings, Map.of("threshold", other, "falsePositiveCost", 1, "falseNegativeCost", 4)),
                    "atThreshold");
            assertTrue((Double) ResultText.value(at, "logistic-regression", "cost") >= least - 0.01 * least);
        }
    }

    @Test
    void theBestThresholdReachesWhatIsAskedFor() throws Exception {
        Map<String, Object> settings = Map.of("target", "churn", "models", List.of("logistic-regression"));
        MemoryRun run = run("wa_churn.csv", settings);
        Table recall = ResultText.table(ask(run, settings, Map.of("objective", "recall", "atLeast", 0.9)), "optimalThreshold");
        assertTrue((Double) ResultText.value(recall, "logistic-regression", "recall") >= 0.9);
        Table f1 = ResultText.table(ask(run, settings, Map.of("objective", "f1")), "optimalThreshold");
        Table youden = ResultText.table(ask(run, settings, Map.of("objective", "youden")), "optimalThreshold");
        double best = (Double) ResultText.value(f1, "logistic-regression", "f1");
        assertTrue(best >= (Double) ResultText.value(youden, "logistic-regression", "f1"));
        assertTrue(best > 0.6);
        Table cost = ResultText.table(ask(run, settings, Map.of("falseNegativeCost", 4)), "optimalThreshold");
        Table cheapest = ResultText.table(ask(run, settings, Map.of("falseNegativeCost", 4)), "cheapestThreshold");
        assertEquals(ResultText.value(cheapest, "logistic-regression", "threshold"), ResultText.value(cost, "logistic-regression", "threshold"));
        Table none = ResultText.table(ask(run, settings, Map.of("objective", "precision", "atLeast", 1)), "optimalThreshold");
        Object reached = ResultText.value(none, "logistic-regression", "precision");
        assertTrue(reached == null || (Double) reached == 1.0);
    }

    @Test
    void threeClassesHaveNoThreshold() throws Exception {
        Map<String, Object> settings = Map.of("target", "species", "models", List.of("decision-tree"));
        MemoryRun run = run("penguins.csv", settings);
        AnalysisException refused = assertThrows(AnalysisException.class, () -> ask(run, settings, Map.of()));
        assertEquals(AnalysisException.Code.BAD_SETTING, refused.code());
    }

    @Test
    void theRowsBehindACellOfTheConfusionMatrixAreListedWorstFirst() throws Exception {
        Map<String, Object> values = Map.of("target", "target", "models", List.of("logistic-regression", "decision-tree"), "folds", 3);
        MemoryRun run = run("breast_cancer.csv", values);
        Result result = ask(run, values, Map.of("rowsOf", "decision-tree", "actual", "0", "predicted", "1"));
        Table rows = ResultText.table(result, "rows");
        Table costs = ResultText.table(result, "costMatrix");
        long expected = 0;
        for (int i = 0; i < costs.rows(); i++) {
            expected = List.of("decision-tree", "0", "1").equals(List.of(costs.value(i, 0), costs.value(i, 1), costs.value(i, 2))) ? (Long) costs.value(i, 3)
                    : expected;
        }
        assertTrue(expected > 0);
        assertEquals(expected, rows.rows());
        for (int i = 0; i < rows.rows(); i++) {
            assertEquals(List.of("decision-tree", "0", "1"), List.of(rows.value(i, 1), rows.value(i, 2), rows.value(i, 3)));
            assertTrue(i == 0 || (Double) rows.value(i, 5) <= (Double) rows.value(i - 1, 5));
        }
        assertEquals("actual", assertThrows(AnalysisException.class, () -> ask(run, values, Map.of("actual", "2"))).setting().orElseThrow());
    }

    @Test
    void rowsOfSeveralClassesAreListedToo() throws Exception {
        Map<String, Object> values = Map.of("target", "Species", "models", List.of("decision-tree"), "folds", 3);
        Table rows = ResultText.table(ask(run("iris.csv", values), values, Map.of("actual", "virginica")), "rows");
        assertEquals(50, rows.rows());
    }

    @Test
    void theCostOfCellsAddsUpToThatOfTheModel() throws Exception {
        Map<String, Object> values = Map.of("target", "target", "models", List.of("decision-tree"), "folds", 3);
        Result result = ask(run("breast_cancer.csv", values), values, Map.of("falsePositiveCost", 2, "falseNegativeCost", 7, "truePositiveCost", -1));
        Table costs = ResultText.table(result, "costMatrix");
        double sum = 0;
        double shares = 0;
        for (int i = 0; i < costs.rows(); i++) {
            sum += (Double) costs.value(i, 4);
            shares += (Double) costs.value(i, 5);
        }
        assertEquals((Double) ResultText.value(ResultText.table(result, "atThreshold"), "decision-tree", "cost"), sum, 1e-9);
        assertEquals(1, shares, 1e-9);
    }

    @Test
    void theKeptModelHasTheThresholdThatTheAnswerCallsBest() throws Exception {
        Map<String, Object> values = Map.of("target", "churn", "models", List.of("logistic-regression"), "folds", 3, "keptThreshold",
                Map.of("objective", "recall", "atLeast", 0.9));
        MemoryRun run = run("wa_churn.csv", values);
        ModelFile model = ModelFile.read(run.artifacts.get("model.logistic-regression"));
        Table best = ResultText.table(ask(run, values, Map.of("objective", "recall", "atLeast", 0.9)), "optimalThreshold");
        assertEquals((Double) ResultText.value(best, "logistic-regression", "threshold"), model.threshold(), 1e-12);
        assertTrue((Double) ResultText.value(best, "logistic-regression", "recall") >= 0.9);
        assertEquals(model.threshold(), run.summarise().figure("keptThreshold").orElseThrow().value());
    }

    @Test
    void theRowsOfABinOfTheCalibrationAreAsManyAsItCounts() throws Exception {
        Map<String, Object> settings = Map.of("target", "churn", "models", List.of("logistic-regression"));
        MemoryRun run = run("wa_churn.csv", settings);
        Table bins = ResultText.table(run.summarise(), "calibration");
        for (int bin : new int[] {0, 3, 9}) {
            Table rows = ResultText.table(ask(run, settings, Map.of("probabilityOf", bins.value(bin, 1), "lower", bins.value(bin, 2), "upper", bins.value(bin, 3))),
                    "rows");
            assertEquals(bins.value(bin, 4), (long) rows.rows());
        }
    }
}
