package org.orrery.classification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.orrery.analysis.result.Result;
import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.data.TableBuilder;
import org.orrery.learning.evaluation.CorrectedT;
import org.orrery.learning.file.ModelFile;
import org.orrery.math.CounterRandom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;



/** What is found out beside the measures. */
class InsightTest {
    /** {@code signal} decides, {@code copy} goes with it, {@code noise} says nothing, {@code colour} helps a little. */
    private static Table made(int rows, boolean leak) {
        RandomGenerator random = CounterRandom.of(4, "made", "rows");
        TableBuilder builder = Table.builder(Schema.of(Column.of("noise", ColumnType.REAL), Column.of("signal", ColumnType.REAL),
                Column.of("copy", ColumnType.REAL), Column.of("colour", ColumnType.CATEGORY), Column.of("after", ColumnType.REAL),
                Column.of("y", ColumnType.CATEGORY)));
        for (int i = 0; i < rows; i++) {
            double signal = random.nextGaussian();
            boolean red = random.nextInt(2) == 0;
            boolean yes = signal + (red ? 0.4 : -0.4) + random.nextGaussian() > 0;
            builder.row(random.nextGaussian(), signal, 2 * signal + 0.05 * random.nextGaussian(), red ? "red" : "blue",
                    leak ? yes ? 1.0 : random.nextInt(100) == 0 ? 1.0 : 0.0 : random.nextGaussian(), yes ? "yes" : "no");
        }
        return builder.build();
    }

    private static MemoryRun run(Table table, Map<String, ?> values, int threads) throws Exception {
        Map<String, Object> all = new LinkedHashMap<>(Map.of("target", "y", "models", List.of("logistic-regression", "decision-tree", "most-frequent")));
        all.putAll(values);
        MemoryRun run = new MemoryRun(MemoryRun.settings(all), table, threads, 9).check().prepare();
        assertEquals(List.of(), run.errors);
        return run.execute();
    }

    @Test
    void shufflingWhatDecidesHurtsAndFeaturesThatGoTogetherAreShuffledTogether() throws Exception {
        Table importance = ResultText.table(run(made(600, false), Map.of(), 2).summarise(), "importance");
        List<Object> order = new ArrayList<>();
        for (int i = 0; i < importance.rows(); i++) {
            order.add(importance.value(i, 1));
        }
        assertEquals(List.of("signal", "copy", "colour"), order.subList(0, 3));
        assertEquals("signal, copy", importance.value(0, importance.schema().indexOf("members")));
        assertEquals(importance.value(0, 2), importance.value(1, 2));
        assertTrue((Double) importance.value(0, 2) > 0.2);
        assertTrue((Double) importance.value(2, 2) > 0.005);
        assertTrue(Math.abs((Double) importance.value(4, 2)) < 0.02);
        assertEquals(10L, importance.value(0, importance.schema().indexOf("repeats")));
    }

    @Test
    void importanceOfAllModelsIsMeasuredOnRequest() throws Exception {
        MemoryRun run = run(made(200, false), Map.of("folds", 2, "diagnostics", Map.of("importance", "all", "importanceRepeats", 2)), 1);
        Table importance = ResultText.table(run.summarise(), "importance");
        assertEquals(15, importance.rows());
        assertEquals(0.0, ResultText.value(importance, "most-frequent", "mean"));
        assertTrue(run(made(200, false), Map.of("folds", 2, "diagnostics", Map.of("importance", "none")), 1).summarise().table("importance").isEmpty());
    }

    @Test
    void aFeatureThatGivesTheTargetAwayIsNamed() throws Exception {
        Result result = run(made(400, true), Map.of("folds", 2), 1).summarise();
        assertTrue(result.warnings().stream().anyMatch(warning -> warning.code().equals("leakage") && warning.message().startsWith("The column after alone")));
        Result honest = run(made(400, false), Map.of("folds", 2), 1).summarise();
        assertFalse(honest.warnings().stream().anyMatch(warning -> warning.code().equals("leakage")));
    }

    @Test
    void equalRowsOnBothSidesAreCounted() throws Exception {
        Table once = made(100, false);
        TableBuilder twice = Table.builder(once.schema());
        for (int i = 0; i < 150; i++) {
            Object[] row = new Object[6];
            for (int j = 0; j < 6; j++) {
                row[j] = once.value(i % 100, j);
            }
            twice.row(row);
        }
        Result result = run(twice.build(), Map.of("folds", 5), 1).summarise();
        Table checks = ResultText.table(result, "checks");
        assertEquals(50.0, ResultText.value(checks, "duplicates", "value"));
        assertEquals(0.0, ResultText.value(checks, "conflicting-duplicates", "value"));
        // 50 pairs; both rows of a pair test in the same of five folds with a chance near 1/5.
        assertEquals(0.8 * 100 / 150, (Double) ResultText.value(checks, "duplicates-across-split", "value"), 0.12);
        assertTrue(result.warnings().stream().anyMatch(warning -> warning.code().equals("duplicates-across-split")));
    }

    @Test
    void everythingFoundOutDependsOnTheSeedAndNotOnTheThreads() throws Exception {
        assertEquals(ResultText.of(run(made(300, false), Map.of("folds", 3), 1).summarise()),
                ResultText.of(run(made(300, false), Map.of("folds", 3), 3).summarise()));
    }

    @Test
    void intervalsHoldTheirEstimatesAndTheBetterModelComesFirst() throws Exception {
        Result result = run(made(600, false), Map.of(), 2).summarise();
        Table intervals = ResultText.table(result, "intervals");
        int estimate = intervals.schema().indexOf("estimate");
        int drawn = 0;
        for (int i = 0; i < intervals.rows(); i++) {
            if (intervals.value(i, estimate + 1) != null) {
                assertTrue((Double) intervals.value(i, estimate + 1) <= (Double) intervals.value(i, estimate) + 1e-12);
                assertTrue((Double) intervals.value(i, estimate + 2) >= (Double) intervals.value(i, estimate) - 1e-12);
            }
            drawn += intervals.value(i, 2).equals("bootstrap") ? 1 : 0;
        }
        assertEquals(27, drawn);
        Table comparisons = ResultText.table(result, "comparisons");
        assertEquals(3, comparisons.rows());
        int p = comparisons.schema().indexOf("p");
        for (int i = 0; i < 3; i++) {
            assertTrue((Double) comparisons.value(i, comparisons.schema().indexOf("difference")) >= 0);
            assertTrue((Double) comparisons.value(i, p) <= (Double) comparisons.value(i, p + 1));
        }
        assertTrue((Double) comparisons.value(1, p) < 0.01, "logistic regression is better than the baseline");
    }

    /**
     * The share of accuracies of 400 rows outside the bootstrap interval's ends is that of a binomial share: its standard error is
     * √(p (1 − p) / n), and 1.96 of them are half the width.
     */
    @Test
    void theBootstrapOfAccuracyIsAsWideAsTheBinomialSaysItShouldBe() throws Exception {
        Table intervals = ResultText.table(run(made(400, false), Map.of("models", List.of("logistic-regression")), 2).summarise(), "intervals");
        for (int i = 0; i < intervals.rows(); i++) {
            if (intervals.value(i, 1).equals("accuracy") && intervals.value(i, 2).equals("bootstrap")) {
                double share = (Double) intervals.value(i, 3);
                double width = (Double) intervals.value(i, 5) - (Double) intervals.value(i, 4);
                assertEquals(2 * 1.96 * Math.sqrt(share * (1 - share) / 400), width, 0.015);
                return;
            }
        }
        throw new AssertionError("no interval");
    }

    /** scipy 1.10.1: {@code t = mean(d) / sqrt(var(d, ddof=1) * (1/5 + 20/80))}, {@code stats.t} with 4 degrees of freedom. */
    @Test
    void theCorrectedTestIsThatOfNadeauAndBengio() {
        double[] a = {.81, .79, .84, .80, .83};
        double[] b = {.78, .80, .81, .79, .80};
        double[] differences = new double[5];
        Arrays.setAll(differences, i -> a[i] - b[i]);
        CorrectedT test = CorrectedT.of(differences, 20.0 / 80);
        assertEquals(0.018, test.mean(), 1e-12);
        assertEquals(1.5, test.t(), 1e-9);
        assertEquals(0.208, test.p(), 1e-9);
        assertEquals(0.03331734126237355, test.halfWidth(), 1e-9);
    }

    @Test
    void manyComparisonsAreAdjustedAsHolmSays() {
        assertArrayEquals(new double[] {0.03, 0.06, 0.06, Double.NaN}, ComparisonTables.holm(new double[] {0.01, 0.04, 0.03, Double.NaN}), 1e-12);
    }

    /** Half of the rows have a target that is pure chance: they are found, and their test is that of R's prop.test without correction. */
    @Test
    void rowsThatArePredictedWorseAreFound() throws Exception {
        RandomGenerator random = CounterRandom.of(5, "made", "slices");
        TableBuilder builder = Table.builder(Schema.of(Column.of("x", ColumnType.REAL), Column.of("kind", ColumnType.CATEGORY),
                Column.of("y", ColumnType.CATEGORY)));
        for (int i = 0; i < 400; i++) {
            boolean noisy = i % 2 == 0;
            double x = random.nextGaussian();
            builder.row(x, noisy ? "noisy" : "clear", (noisy ? random.nextBoolean() : x > 0) ? "yes" : "no");
        }
        Table slices = ResultText.table(run(builder.build(), Map.of("models", List.of("logistic-regression")), 1).summarise(), "slices");
        assertEquals("kind", slices.value(0, 1));
        assertEquals("noisy", slices.value(0, 2));
        assertEquals(200L, slices.value(0, 3));
        double own = (Double) slices.value(0, 4);
        double elsewhere = (Double) slices.value(0, 5);
        double pooled = (own + elsewhere) / 2;
        double z = (elsewhere - own) / Math.sqrt(pooled * (1 - pooled) * 2 / 200);
        assertTrue(own < 0.65 && elsewhere > 0.9);
        assertTrue(z > 5 && (Double) slices.value(0, 7) < 1e-5);
    }

    @Test
    void theLearningCurveGrowsToTheFold() throws Exception {
        Table curve = ResultText.table(run(made(500, false), Map.of("diagnostics", Map.of("learningCurveFolds", 2)), 2).summarise(), "learningCurve");
        assertEquals(5, curve.rows());
        assertEquals(List.of(10L, 25L, 50L, 75L, 100L), IntStream.range(0, 5).mapToObj(i -> curve.value(i, 1)).toList());
        assertEquals(40L, curve.value(0, 2));
        assertEquals(400L, curve.value(4, 2));
        assertEquals(2L, curve.value(4, curve.schema().indexOf("folds")));
    }

    @Test
    void coefficientsAreInUnitsOfTheDataAndPredictAsTheModelDoes() throws Exception {
        MemoryRun run = run(made(400, false), Map.of("models", List.of("logistic-regression"), "features", List.of("noise", "signal")), 1);
        Table[] block = new Table[1];
        run.rows("coefficients").forEachBlock(each -> block[0] = each);
        double[] estimates = new double[3];
        for (int i = 0; i < 3; i++) {
            estimates[i] = (Double) block[0].value(i, 3);
            assertEquals(Math.exp(estimates[i]), (Double) block[0].value(i, 4), 1e-9);
        }
        assertEquals("yes", block[0].value(0, 1));
        Table table = made(400, false);
        double[] probabilities = ModelFile.read(run.artifacts.get("model.logistic-regression")).classifier()
                .probabilities(table, new int[] {0, 1, 2}, () -> { });
        for (int row = 0; row < 3; row++) {
            double score = estimates[0] + estimates[1] * (Double) table.value(row, 0) + estimates[2] * (Double) table.value(row, 1);
            assertEquals(1 / (1 + Math.exp(-score)), probabilities[2 * row + 1], 1e-9);
        }
    }

    @Test
    void theTreeIsWrittenNodeByNodeWithItsRules() throws Exception {
        MemoryRun run = run(made(400, false), Map.of("models", List.of("decision-tree"), "decisionTree", Map.of("maxDepth", 2)), 1);
        Table[] block = new Table[1];
        run.rows("tree").forEachBlock(each -> block[0] = each);
        Table tree = block[0];
        assertEquals(7, tree.rows());
        assertEquals(400L, tree.value(0, tree.schema().indexOf("rows")));
        long leaves = 0;
        for (int i = 0; i < tree.rows(); i++) {
            Object rule = tree.value(i, tree.schema().indexOf("rule"));
            leaves += rule == null ? 0 : (Long) tree.value(i, tree.schema().indexOf("rows"));
            double sum = (Double) tree.value(i, 10) + (Double) tree.value(i, 11);
            assertEquals(1, sum, 1e-12);
        }
        assertEquals(400, leaves);
    }

    @Test
    void partialDependenceFollowsTheSignal() throws Exception {
        MemoryRun run = run(made(400, false), Map.of("models", List.of("logistic-regression"), "features", List.of("noise", "signal", "colour")), 1);
        List<double[]> signal = new ArrayList<>();
        List<Object> levels = new ArrayList<>();
        run.rows("partialDependence").forEachBlock(block -> {
            for (int i = 0; i < block.rows(); i++) {
                if (block.value(i, 1).equals("signal")) {
                    signal.add(new double[] {(Double) block.value(i, 3), (Double) block.value(i, 6)});
                } else if (block.value(i, 1).equals("colour")) {
                    levels.add(block.value(i, 4));
                }
            }
        });
        assertEquals(20, signal.size());
        boolean rising = signal.get(19)[1] > signal.get(0)[1];
        for (int i = 1; i < 20; i++) {
            assertTrue(signal.get(i)[0] > signal.get(i - 1)[0]);
            assertEquals(rising, signal.get(i)[1] > signal.get(i - 1)[1]);
        }
        assertEquals(Set.of("red", "blue"), Set.copyOf(levels));
        assertTrue(run.rows("individualExpectation").count() > 0);
    }

    @Test
    void worstErrorsAreThoseGivenWithTheGreatestCertainty() throws Exception {
        Result result = run(made(300, false), Map.of("folds", 3), 1).summarise();
        Table errors = ResultText.table(result, "errors");
        double before = Double.POSITIVE_INFINITY;
        for (int i = 0; i < errors.rows(); i++) {
            double loss = (Double) errors.value(i, errors.schema().indexOf("loss"));
            assertTrue(loss <= before);
            assertFalse(errors.value(i, 2).equals(errors.value(i, 3)));
            before = loss;
        }
        Table gain = ResultText.table(result, "gain");
        double last = (Double) gain.value(gain.rows() - 1, gain.schema().indexOf("gain"));
        assertEquals(1, last, 1e-12);
    }
}
