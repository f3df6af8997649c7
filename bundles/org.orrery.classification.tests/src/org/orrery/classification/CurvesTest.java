package org.orrery.classification;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.orrery.analysis.result.ChartSpec;
import org.orrery.analysis.result.ChartSpec.Series;
import org.orrery.analysis.result.Result;
import org.orrery.data.Table;

/** Every point of every curve over thresholds is what the stored out-of-fold predictions count there. */
class CurvesTest {
    private static final Map<String, Object> QUICK = Map.of("importance", "none", "learningCurveFolds", 0, "bootstrapReplicates", 0, "partialDependence", 0);

    private static Result result;
    private static final List<Double> POSITIVES = new ArrayList<>();
    private static final List<Double> NEGATIVES = new ArrayList<>();

    @BeforeAll
    static void compareOneModel() throws Exception {
        MemoryRun run = new MemoryRun(MemoryRun.settings(Map.of("target", "target", "positive", "0", "models", List.of("gaussian-naive-bayes"), "baselines", false,
                "diagnostics", QUICK)), SampleTables.read("breast_cancer.csv"), 2, 3).check().prepare().execute();
        result = run.summarise();
        POSITIVES.clear();
        NEGATIVES.clear();
        run.rows("predictions").forEachBlock(block -> {
            for (int i = 0; i < block.rows(); i++) {
                (block.value(i, 1).equals("0") ? POSITIVES : NEGATIVES).add((Double) block.value(i, block.schema().indexOf("p.0")));
            }
        });
        assertEquals(569, POSITIVES.size() + NEGATIVES.size());
    }

    private static double from(List<Double> scores, double threshold) {
        return scores.stream().filter(score -> score >= threshold).count();
    }

    /** What stands in a column of a table at each threshold; missing values are left out. */
    private static void assertEverywhere(String id, String column, Counted expected) {
        Table table = ResultText.table(result, id);
        int threshold = table.schema().indexOf("threshold");
        int compared = 0;
        for (int row = 0; row < table.rows(); row++) {
            Object value = table.value(row, table.schema().indexOf(column));
            if (table.value(row, threshold) instanceof Double at && value instanceof Number number) {
                double hits = from(POSITIVES, at);
                double alarms = from(NEGATIVES, at);
                assertEquals(expected.of(hits, alarms, POSITIVES.size() - hits, NEGATIVES.size() - alarms), number.doubleValue(), 1e-12, id + " " + column + " " + at);
                compared++;
            }
        }
        assertTrue(compared > 20, id + " has " + compared + " points");
    }

    /** A measure by its counts. */
    private interface Counted {
        double of(double truePositives, double falsePositives, double falseNegatives, double trueNegatives);
    }

    @Test
    void thePointsOfTheRocCurveAndOfThePrecisionRecallCurve() {
        assertEverywhere("roc", "truePositiveRate", (tp, fp, fn, tn) -> tp / (tp + fn));
        assertEverywhere("roc", "falsePositiveRate", (tp, fp, fn, tn) -> fp / (fp + tn));
        assertEverywhere("pr", "recall", (tp, fp, fn, tn) -> tp / (tp + fn));
        assertEverywhere("pr", "precision", (tp, fp, fn, tn) -> tp / (tp + fp));
    }

    @Test
    void gainAndLift() {
        assertEverywhere("gain", "share", (tp, fp, fn, tn) -> (tp + fp) / 569);
        assertEverywhere("gain", "gain", (tp, fp, fn, tn) -> tp / (tp + fn));
        assertEverywhere("gain", "lift", (tp, fp, fn, tn) -> tp / (tp + fn) / ((tp + fp) / 569));
        assertEverywhere("gain", "rows", (tp, fp, fn, tn) -> tp + fp);
    }

    @Test
    void measuresOverTheThreshold() {
        assertEverywhere("thresholds", "precision", (tp, fp, fn, tn) -> tp / (tp + fp));
        assertEverywhere("thresholds", "recall", (tp, fp, fn, tn) -> tp / (tp + fn));
        assertEverywhere("thresholds", "specificity", (tp, fp, fn, tn) -> tn / (tn + fp));
        assertEverywhere("thresholds", "f1", (tp, fp, fn, tn) -> 2 * tp / (2 * tp + fp + fn));
        assertEverywhere("thresholds", "accuracy", (tp, fp, fn, tn) -> (tp + tn) / 569);
        assertEverywhere("thresholds", "balancedAccuracy", (tp, fp, fn, tn) -> (tp / (tp + fn) + tn / (tn + fp)) / 2);
        assertEverywhere("thresholds", "mcc", (tp, fp, fn, tn) -> tn + fn == 0 ? 0 : (tp * tn - fp * fn) / Math.sqrt((tp + fp) * (tp + fn) * (tn + fp) * (tn + fn)));
        assertEverywhere("thresholds", "falseNegatives", (tp, fp, fn, tn) -> fn);
    }

    @Test
    void chanceIsDrawnAsTheDiagonalAsTheShareOfTheClassAndAsOne() {
        assertArrayEquals(new double[] {0, 1}, chance("roc").y());
        assertArrayEquals(new double[] {212 / 569.0, 212 / 569.0}, chance("pr").y(), 1e-12);
        assertArrayEquals(new double[] {0, 1}, chance("gain").y());
        assertArrayEquals(new double[] {1, 1}, chance("lift").y());
    }

    private static Series chance(String chart) {
        ChartSpec spec = result.charts().stream().filter(each -> each.id().equals(chart)).findFirst().orElseThrow();
        return spec.series().stream().filter(series -> series.name().equals("Chance")).findFirst().orElseThrow();
    }
}
