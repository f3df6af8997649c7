package org.orrery.jobs.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunHistory;
import org.orrery.jobs.RunState;
import org.orrery.jobs.StoredRun;
import org.orrery.jobs.Workspace;
import org.orrery.jobs.fixture.Bench;

/** The bundle of an analysis is gone: its runs stay what they were, but for going on. */
class RemovedBundleTest {
    private static final Object[] SETTINGS = {"units", 4, "rows", 3_000, "artifact", true, "points", 50, "failing", List.of("r0/u3")};
    @TempDir
    Path folder;

    @Test
    void aRunOpensWithItsSettingsResultTablesFilesCurvesAndLog() throws Exception {
        String document;
        try (Workspace workspace = new Bench().open(folder)) {
            Bench.finish(workspace, workspace.runs().submit(Bench.request(1, SETTINGS)));
            workspace.runs().tag(1, List.of("kept"));
            document = Bench.document(workspace.folders(), 1);
        }
        Bench without = new Bench();
        without.installed = false;
        try (Workspace workspace = without.open(folder)) {
            assertEquals(document, Bench.document(workspace.folders(), 1));
            StoredRun run = workspace.folders().open(1);
            assertEquals(3_000L, run.request().settings().get("rows"));
            assertEquals(9_000, run.result().orElseThrow().table("values").orElseThrow().rows().count());
            assertEquals("r0/u0", Files.readString(run.artifacts().get(0).path()));
            assertEquals("r0/u3", run.failures().get(0).unit());
            assertTrue(run.log().stream().anyMatch(line -> line.message().equals("Unit r0/u2 is done")));
            assertEquals(50, workspace.folders().curves(1).stream().filter(curve -> curve.name().equals("wave")).findFirst().orElseThrow().points());
            assertEquals(List.of("kept"), workspace.history().find(RunHistory.Query.ALL).get(0).tags());
        }
        assertEquals(List.of(), without.reports);
    }

    @Test
    void itIsTaggedAndDeletedAndSaysWhyItCannotGoOn() throws Exception {
        try (Workspace workspace = new Bench().open(folder)) {
            Bench.finish(workspace, workspace.runs().submit(Bench.request(1, SETTINGS)));
        }
        Bench without = new Bench();
        without.installed = false;
        try (Workspace workspace = without.open(folder)) {
            RunException refused = assertThrows(RunException.class, () -> workspace.runs().resume(1));
            assertEquals(RunException.Code.NOT_RESUMABLE, refused.code());
            assertEquals("Run 1 cannot be resumed: the analysis fixture.script is not installed.", refused.getMessage());
            assertThrows(RunException.class, () -> workspace.sideResults().ask(1, java.util.Map.of()));
            workspace.runs().note(1, "Made before the bundle went.");
            assertEquals("Made before the bundle went.", workspace.folders().open(1).summary().note());
            assertEquals(RunState.COMPLETED_PARTIAL, workspace.folders().open(1).summary().state());
            workspace.runs().delete(1);
            assertFalse(Files.exists(folder.resolve("runs/1")));
        }
    }
}
