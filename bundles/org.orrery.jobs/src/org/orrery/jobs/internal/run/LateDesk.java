package org.orrery.jobs.internal.run;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.orrery.jobs.RunException;
import org.orrery.jobs.StoredRun;
import org.orrery.jobs.internal.store.JournalEntry.Committed;
import org.orrery.jobs.internal.store.LateOutcomes;
import org.orrery.jobs.internal.store.UnitCommit;

/**
 * Where a unit goes with what it has to leave when its run has ended without it: nothing of it counts any more, but a resumed run may take it in. Of
 * one run and one attempt. Thread-safe.
 */
final class LateDesk {
    private final LiveRun run;
    private final int attempt;

    LateDesk(LiveRun run, int attempt) {
        this.run = run;
        this.attempt = attempt;
    }

    /** Whether the run has ended without its units. */
    boolean open() {
        return run.retired();
    }

    /**
     * Keeps it apart where the commit failed because the run has ended.
     *
     * @param later the rows that came after that end, by name
     * @param refusal why it could not be committed
     * @return always ends with the refusal
     */
    CompletableFuture<Committed> keep(UnitCommit commit, Map<String, List<LateOutcomes.Block>> later, Throwable refusal) {
        RunServices services = run.services();
        return services.thread().<Committed>call(() -> {
            // Asked here: the end of the run is written on the same thread.
            if (run.retired()
                    && LateOutcomes.keep(services.files(), services.folders().folder(run.id()), commit, later, attempt, run.now())) {
                services.reporter().report(Messages.bind(Messages.LateDesk_kept, commit.unit(), run.id()), null);
                tell(services);
            }
            return null;
        }).exceptionally(trouble -> {
            services.reporter().report("What unit " + commit.unit() + " of run " + run.id() + " left too late could not be kept", trouble);
            return null;
        }).thenCompose(none -> CompletableFuture.failedFuture(refusal));
    }

    /** Unless the run is at work again: then there is nothing new about it. */
    private void tell(RunServices services) throws IOException {
        try {
            StoredRun stored = services.folders().open(run.id());
            if (stored.summary().state().ended()) {
                services.events().changed(stored.summary());
            }
        } catch (RunException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
