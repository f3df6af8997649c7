package org.orrery.jobs.internal.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.analysis.compare.MeasuredDifference;
import org.orrery.analysis.compare.MeasuredDifference.Interval;
import org.orrery.analysis.compare.MeasuredRun;
import org.orrery.analysis.compare.RunComparison;
import org.orrery.analysis.result.Result;
import org.orrery.jobs.BaselineVerdict;
import org.orrery.jobs.RunRequest;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.RunTags;
import org.orrery.jobs.StoredRun;
import org.orrery.jobs.UnitCounts;
import org.orrery.jobs.Workspace;
import org.orrery.jobs.fixture.Bench;

class BaselinesTest {
    @TempDir
    Path folder;
    private final Bench bench = new Bench();
    private double p = 0.01;
    private double now = 0.7;
    private int direction = 1;

    /** Says what the test wants of any two runs. */
    @BeforeEach
    void compare() {
        bench.comparison = new RunComparison() {
            @Override
            public List<MeasuredDifference> compare(MeasuredRun first, MeasuredRun second) {
                return List.of(new MeasuredDifference(measure, "", "", new Interval(0.8, 0.1), new Interval(now, 0.1), Interval.UNKNOWN, p));
            }

            @Override
            public int direction(String measure) {
                return direction;
            }
        };
    }

    private String measure = "";

    @Test
    void aRunThatIsWorseThanTheBaselineByMoreThanChanceIsMarked() throws Exception {
        try (Workspace workspace = bench.open(folder)) {
            long first = run(workspace, 1);
            measure = workspace.folders().open(first).summary().bestName();
            measure = measure.substring(measure.lastIndexOf('.') + 1);
            assertEquals(Optional.empty(), workspace.folders().open(first).verdict(), "there is no baseline yet");
            workspace.runs().tag(first, List.of(RunTags.BASELINE));
            long second = run(workspace, 2);
            StoredRun worse = workspace.folders().open(second);
            BaselineVerdict verdict = worse.verdict().orElseThrow();
            assertEquals(new BaselineVerdict(first, measure, 0.7, 0.8, 0.01, false, true), verdict);
            assertEquals(List.of(RunTags.REGRESSED), worse.summary().tags());
            assertEquals(verdict.sentence(), worse.summary().note());
            assertTrue(verdict.sentence().contains("0.7") && verdict.sentence().contains("0.01"), verdict::sentence);
            assertTrue(Bench.document(workspace.folders(), second).contains("\"worse\": true"));
            p = 0.06;
            assertFalse(judged(workspace, 3).worse(), "by chance");
            p = 0.01;
            now = 0.9;
            assertFalse(judged(workspace, 4).worse(), "better");
            direction = -1;
            assertTrue(judged(workspace, 5).worse(), "where less is better");
            direction = 0;
            assertEquals(Optional.empty(), workspace.folders().open(run(workspace, 6)).verdict(), "nobody knows what is better");
            direction = 1;
            workspace.runs().extend(second, Map.of("units", 4));
            Bench.finish(workspace, second);
            assertEquals(List.of(), workspace.folders().open(second).summary().tags(), "it is worse no more");
            workspace.runs().tag(first, List.of());
            assertEquals(Optional.empty(), workspace.folders().open(run(workspace, 7)).verdict());
        }
        assertEquals(List.of(), bench.reports);
    }

    @Test
    void theBaselineIsKnownAfterARestartAndOthersDoNotCount() throws Exception {
        try (Workspace workspace = bench.open(folder)) {
            long first = run(workspace, 1);
            measure = workspace.folders().open(first).summary().bestName();
            measure = measure.substring(measure.lastIndexOf('.') + 1);
            workspace.runs().tag(first, List.of("Baseline"));
            workspace.runs().tag(run(workspace, 2), List.of("baseline of old"));
        }
        try (Workspace workspace = bench.open(folder)) {
            assertEquals(1, judged(workspace, 3).baseline());
        }
        assertEquals(List.of(), bench.reports);
    }

    /** Two-sided probabilities of Student's t with 3 degrees of freedom from SciPy 1.11, for (x − 11.5) / (1.29099 · √1.25). */
    @Test
    void aFigureWithoutFoldsIsMeasuredByHowMuchBaselinesDiffer() {
        List<RunSummary> baselines = List.of(figured(4, 13), figured(3, 11), figured(2, 12), figured(1, 10));
        BaselineVerdict far = HeadlineVerdict.of(baselines, figured(5, 17.5), Result.Better.SMALLER).orElseThrow();
        assertEquals(0.02531297866100543, far.p(), 1e-12);
        assertEquals(new BaselineVerdict(4, "loss.best", 17.5, 11.5, far.p(), false, 4, true), far);
        assertTrue(far.sentence().contains("against 4 runs"), far::sentence);
        assertFalse(HeadlineVerdict.of(baselines, figured(5, 17.5), Result.Better.LARGER).orElseThrow().worse(), "better");
        BaselineVerdict near = HeadlineVerdict.of(baselines, figured(5, 14), Result.Better.SMALLER).orElseThrow();
        assertEquals(0.18169011381620923, near.p(), 1e-12);
        assertFalse(near.worse(), "by chance");
        BaselineVerdict few = HeadlineVerdict.of(baselines.subList(0, 2), figured(5, 99), Result.Better.SMALLER).orElseThrow();
        assertTrue(Double.isNaN(few.p()) && !few.worse(), "nobody knows how much they differ");
        assertEquals(Optional.empty(), HeadlineVerdict.of(baselines, figured(5, 17.5), Result.Better.UNKNOWN));
        assertEquals(Optional.empty(), HeadlineVerdict.of(baselines, figured(5, Double.NaN), Result.Better.SMALLER));
    }

    private static RunSummary figured(long id, double value) {
        return new RunSummary(id, "external", "", RunState.COMPLETED, Instant.EPOCH, Optional.empty(), Optional.empty(), "", "loss.best", value,
                new UnitCounts(1, 1, 0, 0, 0), false, List.of());
    }

    @Test
    void anAnalysisThatSaysWhatIsBetterIsMeasuredWithoutFolds() throws Exception {
        bench.comparison = null;
        try (Workspace workspace = bench.open(folder)) {
            for (int i = 0; i < 3; i++) {
                workspace.runs().tag(run(workspace, 1, "larger"), List.of(RunTags.BASELINE));
            }
            double baseline = workspace.folders().open(1).summary().bestValue();
            for (long seed = 2; seed < 6; seed++) {
                StoredRun run = workspace.folders().open(run(workspace, seed, "larger"));
                double value = run.summary().bestValue();
                assertEquals(new BaselineVerdict(3, "sum", value, baseline, 0, false, 3, value < baseline), run.verdict().orElseThrow());
                assertEquals(value < baseline ? List.of(RunTags.REGRESSED) : List.of(), run.summary().tags());
                assertTrue(Bench.document(workspace.folders(), run.summary().id()).contains("\"baselines\": 3"));
            }
            assertEquals(Optional.empty(), workspace.folders().open(run(workspace, 7)).verdict(), "it does not say what is better");
        }
        assertEquals(List.of(), bench.reports);
    }

    private static BaselineVerdict judged(Workspace workspace, long seed) throws Exception {
        return workspace.folders().open(run(workspace, seed)).verdict().orElseThrow();
    }

    private static long run(Workspace workspace, long seed) throws Exception {
        return run(workspace, seed, "");
    }

    private static long run(Workspace workspace, long seed, String trouble) throws Exception {
        RunRequest asked = Bench.request(1, "units", 2, "trouble", trouble);
        long run = workspace.runs().submit(new RunRequest(asked.analysis(), "", asked.inputs(), asked.settings(), seed, 1));
        RunSummary ended = Bench.finish(workspace, run);
        assertTrue(ended.state().ended());
        return run;
    }
}
