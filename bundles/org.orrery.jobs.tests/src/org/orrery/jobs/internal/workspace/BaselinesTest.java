package org.orrery.jobs.internal.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
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
import org.orrery.jobs.BaselineVerdict;
import org.orrery.jobs.RunRequest;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.RunTags;
import org.orrery.jobs.StoredRun;
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

    private static BaselineVerdict judged(Workspace workspace, long seed) throws Exception {
        return workspace.folders().open(run(workspace, seed)).verdict().orElseThrow();
    }

    private static long run(Workspace workspace, long seed) throws Exception {
        RunRequest asked = Bench.request(1, "units", 2);
        long run = workspace.runs().submit(new RunRequest(asked.analysis(), "", asked.inputs(), asked.settings(), seed, 1));
        RunSummary ended = Bench.finish(workspace, run);
        assertTrue(ended.state().ended());
        return run;
    }
}
