package org.orrery.jobs.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.jobs.RunState;
import org.orrery.jobs.Workspace;
import org.orrery.jobs.fixture.Bench;
import org.orrery.jobs.internal.files.DurableFiles;
import org.orrery.jobs.internal.files.WriteSteps;
import org.orrery.jobs.internal.lease.ProcessIdentity;
import org.orrery.jobs.internal.store.JournalEntry;
import org.orrery.jobs.internal.store.RunFolder;
import org.orrery.jobs.internal.store.RunOpening;
import org.orrery.jobs.internal.store.RunStore;

/** A process was killed beside a run that had been at work and waited again, so that the folder of the run names the dead process. */
class QueueAdoptionTest {
    @TempDir
    Path folder;
    private final Bench bench = new Bench();

    private void nameDeadOwner(long run) throws Exception {
        ProcessIdentity self = ProcessIdentity.own();
        ProcessIdentity dead = new ProcessIdentity(self.pid(), Instant.EPOCH, self.host(), self.user());
        try (RunStore store = RunOpening.open(new DurableFiles(WriteSteps.NONE), new RunFolder(folder.resolve("runs/" + run))).store()) {
            store.append(new JournalEntry.Queued(Instant.now(), dead));
            store.sync();
        }
    }

    @Test
    void itIsNotListedAsInterruptedWhileItWaitsOrIsAtWorkAgain() throws Exception {
        long run;
        try (Workspace workspace = bench.open(folder)) {
            run = workspace.runs().submit(Bench.request(1, "units", 400, "millis", 20.0));
            Bench.untilDone(workspace, run, 1);
            workspace.runs().interrupt(run);
            Bench.finish(workspace, run);
            workspace.runs().queue().pause();
            workspace.runs().resume(run);
        }
        nameDeadOwner(run);
        assertEquals(RunState.INTERRUPTED, bench.read(folder).open(run).summary().state(), "as long as nobody has it");
        try (Workspace workspace = bench.open(folder)) {
            assertEquals(RunState.QUEUED, bench.read(folder).open(run).summary().state());
            workspace.runs().queue().proceed();
            Bench.untilDone(workspace, run, 3);
            assertEquals(RunState.RUNNING, bench.read(folder).open(run).summary().state());
            assertEquals(RunState.RUNNING, workspace.folders().list().get(0).state());
            workspace.runs().cancel(run);
            Bench.finish(workspace, run);
        }
    }
}
