package org.orrery.jobs.internal.run;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.orrery.analysis.UnitProgress;
import org.orrery.jobs.RunState;
import org.orrery.jobs.StoredRun;
import org.orrery.jobs.internal.store.JournalEntry;
import org.orrery.jobs.internal.store.RunStore;

/** What happens to a run whose units do not hear that it shall end, one step after the other, each after a part of the patience with them. */
final class CancelLadder {
    /** When threads are interrupted; 2 of 10 seconds. */
    private static final double INTERRUPT_AFTER = 0.2;
    /** When it is said that they do not hear; 5 of 10 seconds. */
    private static final double COMPLAIN_AFTER = 0.5;

    private final LiveRun run;
    private final RunServices services;

    private CancelLadder(LiveRun run) {
        this.run = run;
        this.services = run.services();
    }

    /**
     * Begins to climb; returns at once.
     *
     * @param first whether the run shall end for the first time
     * @param cancelled whether it is newly cancelled, so that it is left behind at last
     */
    static void climb(LiveRun run, boolean first, boolean cancelled) {
        CancelLadder ladder = new CancelLadder(run);
        if (first) {
            ladder.later(INTERRUPT_AFTER, ladder::interruptUnits);
            ladder.later(COMPLAIN_AFTER, ladder::complain);
        }
        if (cancelled) {
            ladder.later(1, ladder::endForced);
        }
    }

    private void later(double ofPatience, Runnable step) {
        CompletableFuture.delayedExecutor((long) (services.patience().toMillis() * ofPatience), TimeUnit.MILLISECONDS, services.background())
                .execute(() -> {
                    if (run.working()) {
                        step.run();
                    }
                });
    }

    /** The second step, where the analysis says that it does no harm. */
    private void interruptUnits() {
        if (run.check().descriptor().interruptible()) {
            run.control().interrupt();
        }
    }

    /** The third: the user is told, and whoever wants to know why. */
    private void complain() {
        String message = Messages.bind(Messages.LiveRun_deaf, run.id(), run.control().atWork());
        services.reporter().report(message, null);
        services.thread().call(() -> {
            Optional<RunStore> open = run.open();
            if (open.isPresent()) {
                open.get().append(new JournalEntry.Lines(List.of(new StoredRun.LogLine(run.now(), UnitProgress.Level.WARNING, "", message))));
            }
            return null;
        }).exceptionally(trouble -> {
            services.reporter().report("The log of run " + run.id() + " takes nothing", trouble);
            return null;
        });
    }

    /** The last: what does not hear is left behind. A run that nobody has begun is ended by the queue. */
    private void endForced() {
        ForcedEnd.abandon(run, RunState.CANCELLED, services.patience());
    }
}
