package org.orrery.jobs.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.StoredRun;
import org.orrery.jobs.UnitCounts;
import org.orrery.jobs.Workspace;
import org.orrery.jobs.fixture.Bench;

class RunLifeTest {
    @TempDir
    Path folder;
    private final Bench bench = new Bench();

    @Test
    void aRunGoesThroughAndCanBeReadBackByTheOwnerAndByAnother() throws Exception {
        try (Workspace workspace = bench.open(folder)) {
            long run = workspace.runs().submit(Bench.request(2, "units", 6, "rows", 10, "artifact", true, "rounds", 2));
            RunSummary summary = Bench.finish(workspace, run);
            assertEquals(RunState.COMPLETED, summary.state());
            assertEquals(new UnitCounts(18, 18, 0, 0, 0), summary.units());
            StoredRun stored = workspace.folders().open(run);
            assertEquals(summary.bestValue(), stored.summary().bestValue());
            assertEquals("sum", stored.summary().bestName());
            assertEquals(summary, stored.summary());
            assertEquals(18, stored.artifacts().size());
            assertEquals(18, stored.metrics().size());
            assertEquals(180, stored.result().orElseThrow().table("values").orElseThrow().rows().count());
            assertEquals(18, stored.result().orElseThrow().table("units").orElseThrow().rows().count());
            assertTrue(Double.isNaN((Double) stored.result().orElseThrow().figure("undefined").orElseThrow().value()));
            assertEquals(Bench.document(workspace.folders(), run), Bench.document(bench.read(folder), run));
        }
        assertEquals(RunState.COMPLETED, bench.read(folder).list().get(0).state());
        assertEquals(List.of(), bench.reports);
    }
}
