package org.orrery.classification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.orrery.analysis.Unit;
import org.orrery.analysis.result.ChartSpec;
import org.orrery.analysis.result.Result;
import org.orrery.data.Table;
import org.orrery.learning.ClassifierKind;
import org.orrery.math.CounterRandom;

class TuningTest {
    private static final Map<String, Object> BASE = Map.of("target", "target", "models", List.of("most-frequent", "decision-tree"), "folds", 3,
            "diagnostics", Map.of("importance", "none", "learningCurveFolds", 0, "bootstrapReplicates", 0, "partialDependence", 0));

    private static MemoryRun prepared(int threads, Map<String, ?> tuning) throws Exception {
        Map<String, Object> values = new LinkedHashMap<>(BASE);
        values.put("tuning", tuning);
        MemoryRun run = new MemoryRun(MemoryRun.settings(values), SampleTables.read("breast_cancer.csv"), threads, 7).check().prepare();
        assertEquals(List.of(), run.errors);
        return run;
    }

    private static List<TrialOutcome> trials(MemoryRun run) {
        List<TrialOutcome> trials = new ArrayList<>();
        run.forEach((unit, outcome) -> {
            if (outcome instanceof TrialOutcome trial) {
                trials.add(trial);
            }
        });
        return trials;
    }

    @Test
    void theSettingsAsGivenAreAmongTheTrialsAndTheBestIsTaken() throws Exception {
        MemoryRun run = prepared(2, Map.of("method", "random", "trials", 6)).execute();
        List<TrialOutcome> trials = trials(run);
        assertEquals(6, trials.size());
        assertEquals(List.of(), trials.get(0).values());
        double best = trials.stream().mapToDouble(TrialOutcome::mean).max().orElseThrow();
        Table tuning = ResultText.table(run.summarise(), "tuning");
        for (int i = 0; i < 6; i++) {
            assertEquals((Double) tuning.value(i, tuning.schema().indexOf("mean")) == best, tuning.value(i, tuning.schema().indexOf("outcome")).equals("chosen"));
        }
        Result result = run.summarise();
        ChartSpec parallel = result.charts().stream().filter(chart -> chart.kind() == ChartSpec.Kind.PARALLEL).findFirst().orElseThrow();
        assertEquals("tuning-decision-tree", parallel.id());
        assertEquals(6, parallel.series().size());
        int last = parallel.scales().size() - 1;
        for (int i = 0; i < 6; i++) {
            assertEquals(trials.get(i).mean(), parallel.series().get(i).y()[last]);
            assertTrue(Double.isFinite(parallel.series().get(i).y()[0]), "the settings as given are values too");
        }
        ChartSpec surface = result.charts().stream().filter(chart -> chart.kind() == ChartSpec.Kind.CONTOUR).findFirst().orElseThrow();
        assertEquals("tuning-decision-tree-decisiontreeminleaf-decisiontreemaxdepth", surface.id());
        assertEquals(5, surface.series().size(), "as given a tree has no largest depth");
        assertTrue(result.warnings().stream().anyMatch(warning -> warning.code().equals("tuned-on-test-rows")));
        assertTrue(result.findings().stream().anyMatch(finding -> finding.code().equals("tuned")));
    }

    @Test
    void tunedFoldsAreThoseOfARunWithTheSettingsThatWereChosen() throws Exception {
        MemoryRun run = prepared(1, Map.of("method", "grid", "trials", 10, "gridPoints", 3, "ranges",
                List.of(Map.of("parameter", "decisionTree.maxDepth", "from", 1, "to", 7)))).execute();
        List<TrialOutcome> trials = trials(run);
        assertEquals(List.of("", "1", "4", "7"), trials.stream().map(trial -> trial.settings().getOrDefault("decisionTree.maxDepth", "")).toList());
        TrialOutcome chosen = trials.stream().max((a, b) -> a.mean() == b.mean() ? b.trial() - a.trial() : Double.compare(a.mean(), b.mean())).orElseThrow();
        Map<String, Object> values = new LinkedHashMap<>(BASE);
        if (!chosen.settings().isEmpty()) {
            values.put("decisionTree", Map.of("maxDepth", Integer.parseInt(chosen.settings().get("decisionTree.maxDepth"))));
        }
        MemoryRun plain = new MemoryRun(MemoryRun.settings(values), SampleTables.read("breast_cancer.csv"), 1, 7).check().prepare().execute();
        for (int fold = 1; fold <= 3; fold++) {
            String unit = "decision-tree/fold-" + fold;
            assertEquals(((FoldOutcome) plain.get(unit).orElseThrow()).measures(), ((FoldOutcome) run.get(unit).orElseThrow()).measures());
        }
    }

    @Test
    void halvingGivesTheBetterOnesMoreRows() throws Exception {
        MemoryRun run = prepared(2, Map.of("method", "successive-halving", "trials", 9)).execute();
        List<TrialOutcome> trials = trials(run);
        assertEquals(9 + 3 + 1, trials.size());
        trials.sort(Comparator.comparingInt(TrialOutcome::rung));
        assertEquals(List.of(64L, 190L, 569L), List.of(trials.get(0).rows(), trials.get(9).rows(), trials.get(12).rows()));
        List<TrialOutcome> first = new ArrayList<>(trials.subList(0, 9));
        first.sort((a, b) -> a.mean() == b.mean() ? a.trial() - b.trial() : Double.compare(b.mean(), a.mean()));
        for (int i = 0; i < 3; i++) {
            assertEquals(first.get(i).values(), trials.get(9 + i).values());
        }
        // Only the first rung is known before the run begins; nothing that needs the best model comes before the last.
        MemoryRun begun = prepared(1, Map.of("method", "successive-halving", "trials", 9));
        assertEquals(List.of(), begun.units().stream().filter(unit -> unit.id().contains("rung-1") || unit.closing()).toList());
        List<String> ids = run.units().stream().map(Unit::id).toList();
        assertTrue(ids.indexOf("decision-tree/tune/all/rung-2/trial-1") < ids.indexOf("decision-tree/fold-1"));
        assertTrue(ids.indexOf("decision-tree/fold-3") < ids.indexOf("refit"));
        assertEquals("complete", ResultText.value(ResultText.table(run.summarise(), "leaderboard"), "decision-tree", "status"));
    }

    @Test
    void nestedTuningLooksAmongTheTrainingRowsOfEachFold() throws Exception {
        MemoryRun run = prepared(2, Map.of("method", "random", "trials", 3, "nested", true)).execute();
        List<TrialOutcome> trials = trials(run);
        assertEquals(3 * 4, trials.size());
        assertEquals(569, trials.get(0).rows());
        assertTrue(trials.subList(3, 12).stream().allMatch(trial -> trial.rows() < 400));
        Unit fold = run.units().stream().filter(unit -> unit.id().equals("decision-tree/fold-2")).findFirst().orElseThrow();
        assertTrue(fold.after().stream().allMatch(id -> id.startsWith("decision-tree/tune/repeat-1-fold-2/")));
        assertFalse(run.summarise().warnings().stream().anyMatch(warning -> warning.code().equals("tuned-on-test-rows")));
    }

    @Test
    void whenTimeIsUpNoFurtherTrialIsBegun() throws Exception {
        MemoryRun run = prepared(1, Map.of("method", "random", "trials", 5, "seconds", 1e-9)).execute();
        List<TrialOutcome> trials = trials(run);
        assertTrue(trials.get(0).tried());
        assertTrue(trials.stream().skip(1).noneMatch(TrialOutcome::tried));
        assertEquals("complete", ResultText.value(ResultText.table(run.summarise(), "leaderboard"), "decision-tree", "status"));
    }

    @Test
    void theResultDependsOnTheSeedAndNotOnTheThreads() throws Exception {
        Map<String, ?> tuning = Map.of("method", "random", "trials", 4);
        assertEquals(ResultText.of(prepared(1, tuning).execute().summarise()), ResultText.of(prepared(3, tuning).execute().summarise()));
    }

    @Test
    void theRangesThatModelsDeclareFitTheirSettings() {
        ClassificationSettings settings = MemoryRun.settings(Map.of("target", "target"));
        for (ClassifierKind kind : ClassifierKind.values()) {
            TuningSpace space = TuningSpace.of(settings, kind);
            for (int i = 0; i < 50 && !space.isEmpty(); i++) {
                Map<String, String> drawn = space.draw(CounterRandom.of(i, kind.id(), "draw"));
                assertEquals(settings.target(), TuningSpace.with(settings, drawn).target(), drawn.toString());
            }
            for (int i = 0; i < space.gridSize() && !space.isEmpty(); i++) {
                TuningSpace.with(settings, space.grid(i));
            }
        }
        assertFalse(TuningSpace.of(settings, ClassifierKind.DECISION_TREE).isEmpty());
        assertTrue(TuningSpace.of(settings, ClassifierKind.MOST_FREQUENT).isEmpty());
    }

    @Test
    void rangesThatDoNotFitAreRefused() throws Exception {
        assertTrue(errors(Map.of("parameter", "decisionTree.depth", "from", 1, "to", 2)).startsWith("bad-setting tuning.ranges[0].parameter:"));
        assertTrue(errors(Map.of("parameter", "folds", "from", 2, "to", 3)).startsWith("bad-setting tuning.ranges[0].parameter:"));
        assertTrue(errors(Map.of("parameter", "decisionTree.maxDepth")).startsWith("bad-setting tuning.ranges[0]:"));
        assertTrue(errors(Map.of("parameter", "decisionTree.maxDepth", "from", 0, "to", 5)).startsWith("bad-setting tuning.ranges[0]:"));
        assertTrue(errors(Map.of("parameter", "decisionTree.criterion", "values", List.of("gini", "gono"))).startsWith("bad-setting tuning.ranges[0]:"));
    }

    private static String errors(Map<String, ?> range) throws Exception {
        Map<String, Object> values = new LinkedHashMap<>(BASE);
        values.put("tuning", Map.of("method", "random", "ranges", List.of(range)));
        return new MemoryRun(MemoryRun.settings(values), SampleTables.read("breast_cancer.csv"), 1, 7).check().errors.get(0);
    }
}
