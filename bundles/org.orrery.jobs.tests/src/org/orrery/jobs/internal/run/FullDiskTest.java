package org.orrery.jobs.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunListener;
import org.orrery.jobs.RunProgress;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.StoredRun;
import org.orrery.jobs.Workspace;
import org.orrery.jobs.fixture.Bench;
import org.orrery.jobs.internal.files.WriteSteps.Kind;

/** A full disk holds a run; it loses nothing and goes on in the same process. */
class FullDiskTest {
    @TempDir
    Path folder;
    private volatile boolean full;
    private boolean reserve = true;
    private Workspace workspace;

    @BeforeEach
    void open() throws RunException {
        workspace = new Bench(this::before).open(folder);
    }

    @AfterEach
    void close() {
        full = false;
        workspace.close();
    }

    private void before(Kind kind, Path path) throws IOException {
        // What was kept aside is room, once.
        full &= !(reserve && kind == Kind.DELETE && path.endsWith("reserve"));
        if (full && kind == Kind.APPEND) {
            throw new IOException("No space left on device");
        }
    }

    private long held(Object... settings) throws Exception {
        long run = workspace.runs().submit(Bench.request(2, settings));
        Bench.untilDone(workspace, run, 10);
        full = true;
        Bench.until(workspace, run, RunState.PAUSED);
        assertTrue(workspace.runs().waitsFor(run).orElseThrow().contains("No space left"));
        return run;
    }

    @Test
    void aRunIsHeldAndGoesOnWhenThereIsRoomWithoutARestartToTheDocumentOfAStraightOne() throws Exception {
        Object[] settings = {"units", 60, "millis", 5.0, "rows", 3, "chain", true, "artifact", true, "rounds", 1};
        long straight = workspace.runs().submit(Bench.request(2, settings));
        Bench.finish(workspace, straight);
        reserve = false;
        long run = held(settings);
        RunException refused = assertThrows(RunException.class, () -> workspace.runs().submit(Bench.request(1, "units", 1)));
        assertEquals(RunException.Code.OUT_OF_DISK, refused.code());
        full = false;
        workspace.runs().resume(run);
        RunSummary end = Bench.finish(workspace, run);
        assertEquals(RunState.COMPLETED, end.state());
        assertTrue(end.units().restored() >= 10, end.toString());
        assertEquals(Bench.comparable(workspace.folders(), straight), Bench.comparable(workspace.folders(), run));
        assertTrue(workspace.runs().waitsFor(run).isEmpty());
    }

    @Test
    void thatItIsHeldAndWhyIsWrittenIntoTheSpaceThatWasKeptForIt() throws Exception {
        long run = held("units", 60, "millis", 5.0);
        long limit = System.nanoTime() + 60_000_000_000L;
        StoredRun stored = new Bench().read(folder).open(run);
        while (stored.summary().state() != RunState.PAUSED && System.nanoTime() < limit) {
            // It is told before it is written.
            workspace.runs().await(run, Duration.ofMillis(5));
            stored = new Bench().read(folder).open(run);
        }
        assertEquals(RunState.PAUSED, stored.summary().state());
        assertEquals(RunException.Code.OUT_OF_DISK, stored.error().orElseThrow().code());
        assertFalse(Files.exists(folder.resolve("runs/reserve")));
        workspace.runs().resume(run);
        assertEquals(RunState.COMPLETED, Bench.finish(workspace, run).state());
        assertTrue(Files.exists(folder.resolve("runs/reserve")), "and is kept again");
        assertTrue(workspace.folders().open(run).error().isEmpty());
    }

    @Test
    void unitsThatHaveLongToGoDoNotKeepTheUserFromHearingOfIt() throws Exception {
        reserve = false;
        CountDownLatch atWork = new CountDownLatch(1);
        workspace.runs().addListener(new RunListener() {
            @Override
            public void progress(RunProgress progress) {
                if (progress.fraction() > 0) {
                    atWork.countDown();
                }
            }
        });
        long run = workspace.runs().submit(Bench.request(2, "units", 2, "millis", 600_000.0));
        assertTrue(atWork.await(60, TimeUnit.SECONDS));
        full = true;
        assertThrows(RunException.class, () -> workspace.runs().tag(run, List.of("unlucky")));
        Bench.until(workspace, run, RunState.PAUSED);
        workspace.runs().cancel(run);
        assertEquals(RunState.CANCELLED, Bench.finish(workspace, run).state());
    }

    @Test
    void aHeldRunIsCancelledAndResumed() throws Exception {
        long run = held("units", 40, "millis", 5.0);
        workspace.runs().cancel(run);
        assertEquals(RunState.CANCELLED, Bench.finish(workspace, run).state());
        full = false;
        workspace.runs().resume(run);
        assertEquals(RunState.COMPLETED, Bench.finish(workspace, run).state());
    }

    @Test
    void aWorkspaceThatIsClosedLeavesAHeldRunInterrupted() throws Exception {
        reserve = false;
        long run = held("units", 40, "millis", 5.0);
        workspace.close();
        full = false;
        workspace = new Bench(this::before).open(folder);
        assertEquals(RunState.INTERRUPTED, workspace.folders().open(run).summary().state());
        workspace.runs().resume(run);
        assertEquals(RunState.COMPLETED, Bench.finish(workspace, run).state());
    }

    @Test
    void otherRunsGetTheTurnOfAHeldOne() throws Exception {
        long one = held("units", 40, "millis", 5.0);
        full = false;
        long two = held("units", 40, "millis", 5.0);
        full = false;
        assertEquals(RunState.COMPLETED, Bench.finish(workspace, workspace.runs().submit(Bench.request(1, "units", 2))).state());
        for (long run : new long[] {one, two}) {
            workspace.runs().proceed(run);
            assertEquals(RunState.COMPLETED, Bench.finish(workspace, run).state());
        }
    }
}
