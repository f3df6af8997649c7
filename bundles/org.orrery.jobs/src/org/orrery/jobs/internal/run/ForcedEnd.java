package org.orrery.jobs.internal.run;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.orrery.analysis.UnitProgress;
import org.orrery.jobs.RunState;
import org.orrery.jobs.StoredRun;
import org.orrery.jobs.internal.store.JournalEntry;
import org.orrery.jobs.internal.store.RunFolder;
import org.orrery.jobs.internal.store.RunOpening;
import org.orrery.jobs.internal.store.RunStore;
import org.orrery.jobs.internal.store.SummaryFile;

/** Ends of runs that no attempt brings about: of one that has not begun, and of one whose attempt does not end. */
final class ForcedEnd {
    private ForcedEnd() {
    }

    /** Ends a run that has not begun, or is held; its end is told when that is on disk. */
    static void unbegun(LiveRun run, RunState next) {
        RunServices services = run.services();
        services.thread().call(() -> {
            run.materialise();
            RunOpening opening = RunOpening.open(services.files(), services.folders().folder(run.id()));
            Instant now = run.now();
            try (var store = opening.store()) {
                store.append(new JournalEntry.Moved(next, now));
                store.sync();
            }
            run.leftQueue();
            return now;
        }).whenComplete((at, trouble) -> {
            report(run, next, trouble);
            run.moved(next, trouble == null ? at : run.now());
            run.end().complete(run.summary());
        });
    }

    /** Ends a run whose units will not: what they leave later is kept apart, for its folder is closed to them. */
    static void abandon(LiveRun run, RunState next, Duration after) {
        if (!run.claimEnd()) {
            return;
        }
        // Before anybody else writes its folder, although it may be too stuck to die.
        run.killProcess();
        RunServices services = run.services();
        String message = Messages.bind(Messages.LiveRun_leftBehind, new Object[] {run.id(), after.toMillis() / 1e3, run.control().atWork()});
        services.reporter().report(message, null);
        Instant now = run.now();
        services.thread().call(() -> {
            retire(run, next, now, message);
            return null;
        }).whenComplete((none, trouble) -> {
            report(run, next, trouble);
            run.forgetResult();
            if (run.state() == RunState.QUEUED || run.state() == RunState.WAITING_RESOURCE) {
                run.moved(RunState.RUNNING, now);
            }
            run.moved(next, now);
            run.end().complete(run.summary());
            run.behind();
        });
    }

    private static void report(LiveRun run, RunState next, Throwable trouble) {
        if (trouble != null) {
            run.services().reporter().report("Run " + run.id() + " could not be stored as " + next, trouble);
        }
    }

    /** The folder of a run that another process carries out is not open here; that process has been told to die. */
    private static void retire(LiveRun run, RunState next, Instant now, String message) throws IOException {
        RunFolder folder = run.services().folders().folder(run.id());
        Optional<RunStore> open = run.open();
        if (open.isEmpty() && !run.isolated()) {
            return;
        }
        try (RunStore writing = open.isPresent() ? open.get() : RunOpening.open(run.services().files(), folder).store()) {
            writing.append(new JournalEntry.Lines(List.of(new StoredRun.LogLine(now, UnitProgress.Level.WARNING, "", message))));
            writing.append(new JournalEntry.Moved(next, now));
            writing.sync();
        }
        run.retire();
        run.opened(null);
        run.scribe(null);
        SummaryFile.write(run.services().files(), folder);
    }
}
