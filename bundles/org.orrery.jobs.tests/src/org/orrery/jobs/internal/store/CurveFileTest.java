package org.orrery.jobs.internal.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.jobs.Curve;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunFolders;
import org.orrery.jobs.Workspace;
import org.orrery.jobs.fixture.Bench;

class CurveFileTest {
    private static final int POINTS = 60_000;
    @TempDir
    Path folder;

    @Test
    void longCurvesAreThinnedKeepTheirExtremesAndComeBackFromTheFileAsFromTheJournal() throws Exception {
        Bench bench = new Bench();
        try (Workspace workspace = bench.open(folder)) {
            long run = workspace.runs().submit(Bench.request(1, "units", 2, "points", POINTS));
            Bench.finish(workspace, run);
            // The same thread writes the file and then the tag, so that the file is there by now.
            workspace.runs().tag(run, List.of("seen"));
            Path file = folder.resolve("runs/1/curves.bin");
            List<Curve> stored = reported(workspace.folders(), run);
            assertEquals(List.of("wave", "value", "wave", "value"), stored.stream().map(Curve::name).toList());
            Curve wave = stored.get(0);
            assertEquals("r0/u0", wave.unit());
            assertEquals(POINTS, wave.points());
            assertTrue(wave.steps().length <= 4_096, wave.steps().length + " points");
            assertEquals(0, wave.steps()[0]);
            assertEquals(POINTS - 1, wave.steps()[wave.steps().length - 1]);
            double highest = 0;
            for (int i = 0; i < POINTS; i++) {
                highest = Math.max(highest, Math.sin(i / 1e3));
            }
            assertEquals(highest, Arrays.stream(wave.values()).max().orElseThrow());
            assertTrue(CurveFile.current(new RunFolder(folder.resolve("runs/1"))), "a tag leaves the file of use");
            Files.delete(file);
            List<Curve> computed = reported(workspace.folders(), run);
            assertArrayEquals(wave.steps(), computed.get(0).steps());
            assertArrayEquals(wave.values(), computed.get(0).values());
            Files.write(file, new byte[] {1, 2, 3});
            assertEquals(4, reported(bench.read(folder), run).size());
        }
        assertEquals(List.of(), bench.reports);
    }

    /** Not what the process has used, which a run that takes its time has as well. */
    private static List<Curve> reported(RunFolders folders, long run) throws RunException {
        return folders.curves(run).stream().filter(curve -> !curve.unit().isEmpty()).toList();
    }
}
