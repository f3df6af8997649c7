package org.orrery.classification;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.orrery.analysis.Unit;
import org.orrery.analysis.result.ChartSpec;
import org.orrery.analysis.result.ChartSpec.Series;
import org.orrery.analysis.result.Result;
import org.orrery.analysis.result.ResultTable;
import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.data.TableBuilder;
import org.orrery.learning.file.ModelFile;

class ClassificationRunTest {
    @Test
    void irisIsClassifiedAndEveryTableIsThere() throws Exception {
        Result result = run("iris.csv", Map.of("target", "Species"), 1, 1).summarise();
        assertEquals("logistic-regression", result.figure("bestModel").orElseThrow().value());
        assertEquals("bestModel.rocAuc", result.best());
        assertTrue((Double) result.figure("bestModel.accuracy").orElseThrow().value() > 0.93);
        assertEquals(List.of("leaderboard", "folds", "perClass", "confusion", "confusionMatrix", "confusionMatrixTransposed", "roc", "pr", "calibration", "calibrationSummary", "predictions", "gain",
                "classes", "calibrationQuantiles", "scoreHistogram", "ks", "intervals", "comparisons", "importance", "errors", "learningCurve", "validationCurve",
                "trainingCurve", "impurityImportance", "checks", "slices", "explanations", "modelCard", "coefficients",
                "tree", "partialDependence"),
                result.tables().stream().map(ResultTable::id).toList());
        assertEquals(List.of("roc", "rocByClass", "prByClass"), result.charts().stream().map(ChartSpec::id).limit(3).toList());
        assertEquals(List.of("setosa", "versicolor", "virginica", "Chance"), result.charts().get(1).series().stream().map(Series::name).toList());
        Table board = ResultText.table(result, "leaderboard");
        assertEquals(List.of("model", "status", "accuracy", "balancedAccuracy", "f1Macro", "logLoss", "rocAuc", "averagePrecision", "mcc",
                "kappa", "brier", "accuracySd"), board.schema().names().subList(0, 12));
        assertEquals(List.of("fitSeconds", "scoreSeconds", "allocatedMiB", "peakMiB"), board.schema().names().subList(20, 24));
        assertTrue((Double) ResultText.value(board, "decision-tree", "peakMiB") >= 0);
        assertEquals("complete", ResultText.value(board, "decision-tree", "status"));
        // Without any feature every class is equally likely: the log-loss is ln 3, the area a half.
        assertEquals(Math.log(3), (Double) ResultText.value(board, "most-frequent", "logLoss"), 1e-9);
        assertEquals(0.5, (Double) ResultText.value(board, "most-frequent", "rocAuc"), 1e-12);
        assertEquals(0.0, (Double) ResultText.value(board, "most-frequent", "mcc"));
    }

    @Test
    void churnHasThePositiveClassThatIsLessFrequentAndItsWarningsAndFindings() throws Exception {
        MemoryRun run = run("wa_churn.csv", Map.of("target", "churn"), 2, 12345);
        Result result = run.summarise();
        assertEquals("Yes", result.figure("positive").orElseThrow().value());
        assertEquals("logistic-regression", result.figure("bestModel").orElseThrow().value());
        // Near the measured hold-out values of scikit-learn: accuracy .8025, log-loss .428, area .8351.
        assertEquals(0.80, (Double) result.figure("bestModel.accuracy").orElseThrow().value(), 0.01);
        assertEquals(0.42, (Double) result.figure("bestModel.logLoss").orElseThrow().value(), 0.015);
        assertEquals(0.84, (Double) result.figure("bestModel.rocAuc").orElseThrow().value(), 0.01);
        assertTrue(result.findings().stream().anyMatch(finding -> finding.code().equals("baseline")
                && finding.message().startsWith("Always predicting the most frequent class is right for 73.5 % of the rows")));
        assertEquals(List.of("roc", "pr", "gain", "lift", "thresholds", "ks", "scoreHistogram", "calibration", "importance",
                "learningCurve", "validationCurve-1", "partialDependence-1"),
                result.charts().stream().map(chart -> chart.id()).limit(12).toList());
        // Two models, the line of chance, and where the best model is at a half: a baseline is not drawn.
        assertEquals(4, result.charts().get(0).series().size());
        Series marker = result.charts().get(0).series().get(3);
        Table perClass = ResultText.table(result, "perClass");
        for (int row = 0; row < perClass.rows(); row++) {
            if (perClass.value(row, 0).equals("logistic-regression") && perClass.value(row, 1).equals("Yes")) {
                assertEquals((Double) perClass.value(row, perClass.schema().indexOf("recall")), marker.y()[1], 1e-12);
                assertEquals(1 - (Double) perClass.value(row, perClass.schema().indexOf("specificity")), marker.x()[1], 1e-12);
            }
        }
        Table roc = ResultText.table(result, "roc");
        assertTrue(roc.rows() <= 10_000);
        assertEquals(List.of("model", "class", "threshold", "falsePositiveRate", "truePositiveRate"), roc.schema().names());
    }

    @Test
    void aRepetitionDividesTheRowsAnewAndLeavesTheFirstAsItWas() throws Exception {
        MemoryRun once = run("penguins.csv", Map.of("target", "species"), 1, 5);
        MemoryRun twice = run("penguins.csv", Map.of("target", "species", "repeats", 2), 1, 5);
        assertEquals(once.units().size() + 15, twice.units().size());
        Table first = ResultText.table(once.summarise(), "folds");
        Table both = ResultText.table(twice.summarise(), "folds");
        assertEquals(2 * first.rows(), both.rows());
        int accuracy = both.schema().names().indexOf("accuracy");
        Map<List<Object>, Object> single = new HashMap<>();
        for (int i = 0; i < first.rows(); i++) {
            single.put(List.of(first.value(i, 0), first.value(i, 1)), first.value(i, accuracy));
        }
        boolean differs = false;
        for (int i = 0; i < both.rows(); i++) {
            Object before = single.get(List.of(both.value(i, 0), both.value(i, 1)));
            if (both.value(i, 2).equals(1L)) {
                assertEquals(before, both.value(i, accuracy));
            } else {
                differs |= !before.equals(both.value(i, accuracy));
            }
        }
        assertTrue(differs, "the second repetition has other folds");
        assertEquals("complete", ResultText.value(ResultText.table(twice.summarise(), "leaderboard"), "decision-tree", "status"));
        assertTrue(twice.summarise().findings().get(0).message().contains("10 folds"));
    }

    @Test
    void everyRowIsPredictedOnceByEveryModelAndTheConfusionMatrixCountsThem() throws Exception {
        MemoryRun run = run("penguins.csv", Map.of("target", "species"), 1, 1);
        Map<String, Integer> seen = new HashMap<>();
        Map<String, Long> counted = new HashMap<>();
        Table penguins = SampleTables.read("penguins.csv");
        run.rows("predictions").forEachBlock(block -> {
            assertEquals(List.of("row", "actual", "model", "predicted", "p.Adelie", "p.Chinstrap", "p.Gentoo", "repeat"), block.schema().names());
            for (int i = 0; i < block.rows(); i++) {
                long row = (Long) block.value(i, 0);
                seen.merge(block.value(i, 2) + " " + row, 1, Integer::sum);
                counted.merge(block.value(i, 2) + " " + block.value(i, 1) + " " + block.value(i, 3), 1L, Long::sum);
                assertEquals(penguins.value((int) row - 1, 0), block.value(i, 1));
                double sum = (Double) block.value(i, 4) + (Double) block.value(i, 5) + (Double) block.value(i, 6);
                assertEquals(1, sum, 1e-12);
            }
        });
        assertEquals(3 * penguins.rows(), seen.size());
        assertTrue(seen.values().stream().allMatch(times -> times == 1));
        Table confusion = ResultText.table(run.summarise(), "confusion");
        for (int i = 0; i < confusion.rows(); i++) {
            String key = confusion.value(i, 0) + " " + confusion.value(i, 1) + " " + confusion.value(i, 2);
            assertEquals(counted.getOrDefault(key, 0L), confusion.value(i, 3), key);
        }
    }

    @Test
    void theResultDependsOnTheSeedAndNotOnTheThreads() throws Exception {
        String one = ResultText.of(run("penguins.csv", Map.of("target", "species"), 1, 7).summarise());
        assertEquals(one, ResultText.of(run("penguins.csv", Map.of("target", "species"), 2, 7).summarise()));
        assertNotEquals(one, ResultText.of(run("penguins.csv", Map.of("target", "species"), 1, 8).summarise()));
    }

    @Test
    void everyPartOfTheOutcomesHasAResult() throws Exception {
        MemoryRun run = prepared("iris.csv", Map.of("target", "Species", "folds", 3), 1, 1);
        assertTrue(run.summarise().figure("bestModel").isEmpty());
        List<Unit> units = run.units();
        for (int i = 0; i < units.size(); i++) {
            run.execute(units.get(i));
            Result result = run.summarise();
            assertTrue(result.figure("bestModel").isPresent());
            Table board = ResultText.table(result, "leaderboard");
            if (i == 0) {
                assertEquals("partial 1 of 3", ResultText.value(board, "most-frequent", "status"));
                assertEquals("waiting", ResultText.value(board, "decision-tree", "status"));
                assertTrue(result.findings().get(0).message().contains("in one fold"));
            }
        }
    }

    @Test
    void aModelThatFailsIsShownWithItsReasonAndTheOthersGoOn() throws Exception {
        MemoryRun run = prepared("iris.csv", Map.of("target", "Species", "folds", 2), 1, 1);
        for (Unit unit : run.units()) {
            if (unit.group().equals("logistic-regression")) {
                run.fail(unit, "No luck.");
            } else {
                run.execute(unit);
            }
        }
        Result result = run.summarise();
        Table board = ResultText.table(result, "leaderboard");
        assertEquals("failed", ResultText.value(board, "logistic-regression", "status"));
        assertEquals("No luck.", ResultText.value(board, "logistic-regression", "reason"));
        assertEquals("decision-tree", result.figure("bestModel").orElseThrow().value());
        assertTrue(run.artifacts.containsKey("model.decision-tree"));
    }

    @Test
    void aModelWithAllFoldsComesBeforeABetterOneWithSome() throws Exception {
        MemoryRun run = prepared("iris.csv", Map.of("target", "Species", "folds", 2), 1, 1);
        for (Unit unit : run.units()) {
            if (unit.group().equals("most-frequent") || unit.id().equals("logistic-regression/fold-1")) {
                run.execute(unit);
            }
        }
        assertEquals("most-frequent", run.summarise().figure("bestModel").orElseThrow().value());
    }

    @Test
    void theBestModelIsKeptAndReadsBack() throws Exception {
        MemoryRun run = run("wa_churn.csv", Map.of("target", "churn", "models", List.of("decision-tree", "most-frequent"), "folds", 2,
                "decisionTree", Map.of("maxDepth", 3)), 1, 1);
        byte[] bytes = run.artifacts.get("model.decision-tree");
        ModelFile file = ModelFile.read(bytes);
        assertEquals("churn", file.target());
        assertEquals("Yes", file.positive());
        assertEquals(List.of("No", "Yes"), file.classifier().classes());
        assertEquals(ModelFile.sha256(bytes), ((RefitOutcome) run.get("refit").orElseThrow()).sha256());
        MemoryRun again = run("wa_churn.csv", Map.of("target", "churn", "models", List.of("decision-tree", "most-frequent"), "folds", 2,
                "decisionTree", Map.of("maxDepth", 3)), 2, 1);
        assertArrayEquals(bytes, again.artifacts.get("model.decision-tree"));
        double[] probabilities = file.classifier().probabilities(SampleTables.read("wa_churn.csv"), new int[] {0, 1, 2}, () -> {
        });
        assertEquals(6, probabilities.length);
    }

    @Test
    void withoutRefitNoModelIsKept() throws Exception {
        MemoryRun run = run("iris.csv", Map.of("target", "Species", "refit", false), 1, 1);
        assertTrue(run.artifacts.isEmpty());
        assertTrue(run.units().stream().noneMatch(unit -> unit.id().equals("refit")));
        assertTrue(run.summarise().table("partialDependence").isEmpty());
    }

    @Test
    void foldsComeFirstAndWhatNeedsTheBestModelWaitsForAllOfThem() throws Exception {
        MemoryRun run = prepared("iris.csv", Map.of("target", "Species"), 1, 1);
        List<String> after = run.units().subList(15, run.units().size()).stream().map(Unit::id)
                .filter(id -> !id.startsWith("validation-curve/") && !id.endsWith("/structure")).toList();
        assertEquals(List.of("checks", "importance", "refit", "intervals", "slices", "learning-curve/fold-1/10", "learning-curve/fold-1/25",
                "learning-curve/fold-1/50", "learning-curve/fold-1/75"), after);
        Unit refit = run.units().get(17);
        assertEquals(16, refit.after().size());
        assertEquals(Unit.Needs.ENDED, refit.needs());
        assertEquals("Decision tree, fold 2 of 5", run.units().get(5).label());
        assertEquals(List.of("importance", "refit", "intervals"), run.units().stream().filter(Unit::closing).map(Unit::id).toList());
    }

    @Test
    void aThresholdMovesPredictionsAndNothingElse() throws Exception {
        Map<String, ?> plain = Map.of("target", "target", "positive", "1", "models", List.of("logistic-regression"), "folds", 3);
        Map<String, Object> lower = new HashMap<>(plain);
        lower.put("threshold", 0.1);
        Result before = run("breast_cancer.csv", plain, 1, 1).summarise();
        Result after = run("breast_cancer.csv", lower, 1, 1).summarise();
        assertEquals(before.figure("bestModel.rocAuc"), after.figure("bestModel.rocAuc"));
        assertEquals(before.figure("bestModel.logLoss"), after.figure("bestModel.logLoss"));
        assertTrue((Double) recall(after) > (Double) recall(before));
    }

    private static Object recall(Result result) {
        Table table = ResultText.table(result, "perClass");
        return table.value(1, table.schema().indexOf("recall"));
    }

    @Test
    void aCancelledUnitLeavesNoOutcome() throws Exception {
        TableBuilder builder = Table.builder(Schema.of(Column.of("a", ColumnType.REAL), Column.of("b", ColumnType.REAL),
                Column.of("y", ColumnType.CATEGORY)));
        for (int i = 0; i < 300_000; i++) {
            builder.row(Math.sin(i), Math.cos(i * 7.0), (i * 31) % 17 < 8 ? "x" : "y");
        }
        Map<String, ?> values = Map.of("target", "y", "models", List.of("decision-tree"), "decisionTree", Map.of("minLeaf", 1));
        MemoryRun run = new MemoryRun(MemoryRun.settings(values), builder.build(), 1, 1).prepare();
        CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS).execute(run::cancel);
        assertThrows(CancellationException.class, () -> {
            for (Unit unit : run.units()) {
                run.execute(unit);
            }
        });
        assertFalse(run.get("refit").isPresent());
    }

    private static MemoryRun prepared(String file, Map<String, ?> values, int threads, long seed) throws Exception {
        MemoryRun run = new MemoryRun(MemoryRun.settings(values), SampleTables.read(file), threads, seed).check().prepare();
        assertEquals(List.of(), run.errors);
        return run;
    }

    private static MemoryRun run(String file, Map<String, ?> values, int threads, long seed) throws Exception {
        return prepared(file, values, threads, seed).execute();
    }
}
