package org.orrery.jobs.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.data.Dataset;
import org.orrery.jobs.Lineage;
import org.orrery.jobs.RunState;
import org.orrery.jobs.Workspace;
import org.orrery.jobs.fixture.Bench;

class MadeDatasetsTest {
    @TempDir
    Path folder;

    @Test
    void aDataSetOfAUnitStandsInTheCatalogueWithItsLineageAndComesBackAfterACrashBetween() throws Exception {
        Bench bench = new Bench();
        try (Workspace workspace = bench.open(folder)) {
            long run = workspace.runs().submit(Bench.request(2, "units", 3, "trouble", "dataset", "failing", List.of("r0/u2")));
            assertEquals(RunState.COMPLETED_PARTIAL, Bench.finish(workspace, run).state());
            List<Dataset> made = workspace.catalog().datasets();
            assertEquals(List.of("made.r0-u0 of run 1", "made.r0-u1 of run 1"), made.stream().map(Dataset::name).toList());
            assertEquals(new Lineage(run, Bench.SCRIPT, "r0/u0", List.of()), workspace.catalog().lineage(made.get(0).name()).orElseThrow());
            assertTrue(Files.readString(made.get(0).source()).startsWith("unit,row,value\nr0/u0,1,0.5"), Files.readString(made.get(0).source()));
            workspace.catalog().remove(made.get(1).name());
            assertTrue(workspace.catalog().lineage(made.get(1).name()).isEmpty());
            workspace.runs().resume(run);
            Bench.finish(workspace, run);
            assertEquals(made, workspace.catalog().datasets());
        }
        assertEquals(List.of(), bench.reports);
    }

    /** Nothing changes a data set in place, so that no two runs can be in each other's way: what a run makes is its own. */
    @Test
    void twoRunsAtOnceThatMakeTheSameDataSetMakeTwo() throws Exception {
        Bench bench = new Bench();
        try (Workspace workspace = bench.open(folder)) {
            long first = workspace.runs().submit(Bench.request(1, "units", 2, "millis", 50.0, "trouble", "dataset"));
            long second = workspace.runs().submit(Bench.request(1, "units", 2, "millis", 50.0, "trouble", "dataset"));
            Bench.until(workspace, second, RunState.RUNNING);
            Bench.finish(workspace, first);
            Bench.finish(workspace, second);
            assertEquals(List.of("made.r0-u0 of run 1", "made.r0-u0 of run 2", "made.r0-u1 of run 1", "made.r0-u1 of run 2"),
                    workspace.catalog().datasets().stream().map(Dataset::name).sorted().toList());
            for (Dataset made : workspace.catalog().datasets()) {
                assertTrue(made.source().startsWith(folder.resolve("runs/" + made.name().substring(made.name().length() - 1))), made.toString());
            }
        }
        assertEquals(List.of(), bench.reports);
    }
}
