package org.orrery.jobs.compare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.orrery.analysis.result.ChartSpec;
import org.orrery.jobs.search.RunFacts;

class WhyBetterTest {
    private static final String FIGURE = "bestModel.accuracy";
    private final RunFacts first = facts(0.80, 5, "median", 100, 1);
    private final RunFacts second = facts(0.90, 10, "mean", 100, 2);

    /** Depth 10 against 5: means .89 and .795; mean against median: .87 and .83; means taken by hand. */
    private final List<RunFacts> history = List.of(first, second, facts(0.88, 10, "median", 100, 1), facts(0.79, 5, "median", 50, 1), facts(0.84, 7, "mean", 100, 1),
            facts(0.85, 7, "median", 100, 1));

    @Test
    void settingsAreRankedByHowTheFigureWentWithThemInTheHistory() {
        List<RunDifference> why = WhyBetter.of(first, second, FIGURE, history);
        assertEquals(List.of("set.tree.maxDepth", "set.imputation", "seed"), why.stream().map(RunDifference::name).toList());
        RunDifference depth = why.get(0);
        assertEquals("5", depth.first());
        assertEquals("10", depth.second());
        assertEquals(0.89 - 0.795, depth.effect(), 1e-12);
        assertEquals(2, depth.firstRuns());
        assertEquals(2, depth.secondRuns());
        assertEquals(0.87 - 0.83, why.get(1).effect(), 1e-12);
        assertTrue(depth.setting() && !why.get(2).setting());
    }

    @Test
    void whatNoRunWithTheFigureHasIsUnknownAndStandsBehind() {
        RunFacts bare = RunFacts.of(Map.of("set.tree.maxDepth", 10.0, "set.imputation", "none", "version", "2.0"));
        List<RunDifference> why = WhyBetter.of(first, bare, FIGURE, history);
        assertEquals("set.tree.maxDepth", why.get(0).name());
        assertTrue(Double.isNaN(why.get(1).effect()), why::toString);
        assertEquals("none", why.get(1).second());
        assertEquals("", why.stream().filter(one -> one.name().equals("version")).findFirst().orElseThrow().first());
        assertEquals(List.of(), WhyBetter.of(first, first, FIGURE, history));
    }

    @Test
    void chartsShowTheSettingsThatDifferAgainstTheFigure() {
        Map<String, RunFacts> runs = new LinkedHashMap<>();
        for (RunFacts facts : history.subList(0, 4)) {
            runs.put("Run " + (runs.size() + 1), facts);
        }
        List<ChartSpec> charts = SettingCharts.of(runs, FIGURE, "Accuracy");
        assertEquals(List.of("settings", "settings-settreemaxdepth-settrees", "settings-settreemaxdepth", "settings-settrees"), charts.stream().map(ChartSpec::id).toList());
        ChartSpec parallel = charts.get(0);
        assertEquals(List.of("tree.maxDepth", "imputation", "trees", "Accuracy"), parallel.x().categories());
        assertEquals(List.of("mean", "median"), parallel.scales().get(1).categories());
        assertArrayEquals(new double[] {10, 0, 100, 0.9}, parallel.series().get(1).y(), 1e-12);
        assertArrayEquals(new double[] {5, 1, 50, 0.79}, parallel.series().get(3).y(), 1e-12);
        assertEquals(ChartSpec.Kind.CONTOUR, charts.get(1).kind());
        assertEquals(0.9, charts.get(1).series().get(1).values()[0]);
        assertEquals(ChartSpec.Kind.SCATTER, charts.get(2).kind());
        assertEquals(0.9, charts.get(2).series().get(1).y()[0]);
        assertEquals(List.of(), SettingCharts.of(Map.of("a", first, "b", second), FIGURE, "Accuracy"), "two are too few");
        assertEquals(List.of(), SettingCharts.of(Map.of("a", first, "b", first, "c", first), FIGURE, "Accuracy"), "nothing differs");
        assertEquals(List.of(FIGURE), SettingCharts.figures(runs.values()), "neither settings nor the seed");
    }

    private static RunFacts facts(double accuracy, double depth, String imputation, double trees, double seed) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(FIGURE, accuracy);
        values.put("seed", seed);
        values.put("set.tree.maxDepth", depth);
        values.put("set.imputation", imputation);
        values.put("set.trees", trees);
        return RunFacts.of(values);
    }
}
