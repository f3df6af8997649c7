package org.orrery.jobs.internal.run;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.orrery.analysis.UnitProgress;
import org.orrery.jobs.AnalysisCatalog;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunException.Code;
import org.orrery.jobs.RunRequest;
import org.orrery.jobs.RunState;
import org.orrery.jobs.StoredRun;
import org.orrery.jobs.internal.lease.WorkerLease;
import org.orrery.jobs.internal.store.FrozenRequest;
import org.orrery.jobs.internal.store.JournalEntry;
import org.orrery.jobs.internal.store.LateOutcomes;
import org.orrery.jobs.internal.store.RunFolder;
import org.orrery.jobs.internal.store.RunImage;
import org.orrery.jobs.internal.store.RunOpening;
import org.orrery.jobs.internal.store.RunStore;

/** A stored run that is to have another attempt, perhaps with settings that have grown. For one thread, and of use once. */
final class Resumption {
    private static final Duration EXPULSION = Duration.ofSeconds(2);
    private final RunServices services;
    private final AnalysisCatalog catalog;
    private final long run;
    private RequestCheck check;
    private Extension extension;

    Resumption(RunServices services, AnalysisCatalog catalog, long run) {
        this.services = services;
        this.catalog = catalog;
        this.run = run;
    }

    /**
     * Finds out whether it can.
     *
     * @throws RunException as {@link org.orrery.jobs.Runs#extend}
     */
    void prepare(Map<String, ?> changes) throws RunException {
        StoredRun stored = stored();
        if (!stored.summary().resumable() && (changes.isEmpty() || !RunTransitions.allowed(stored.summary().state(), RunState.QUEUED))) {
            throw new RunException(Code.NOT_RESUMABLE, Messages.bind(Messages.OwnedRuns_state, run, stored.summary().state()));
        }
        RequestCheck former = ResumeCheck.check(catalog, services.data(), stored);
        extension = Extension.of(former.descriptor().settings(), former.analysis(), stored.request().settings(), changes);
        if (!extension.grown() && !stored.summary().resumable()) {
            throw new RunException(Code.NOT_RESUMABLE, Messages.bind(Messages.OwnedRuns_notGrown, run, stored.summary().state()));
        }
        check = extension.grown() ? RequestCheck.check(catalog, with(stored.request(), extension.settings())) : former;
        check.checkWorkers(services);
    }

    private StoredRun stored() throws RunException {
        StoredRun stored = services.folders().open(run);
        if (stored.summary().state().ended()) {
            return stored;
        }
        // Nobody works on it: its journal was damaged after its end was stored, and now stops before.
        StoreCalls.write(services, () -> {
            Recovery.interrupt(services, run);
            return null;
        });
        return services.folders().open(run);
    }

    /** Writes that it waits again; {@link #prepare} has been called. */
    LiveRun queue() throws RunException {
        RunFolder folder = services.folders().folder(run);
        expel(folder);
        RunImage image = StoreCalls.write(services, () -> write(folder));
        FrozenRequest frozen = new FrozenRequest(FrozenRequest.FORMAT, run, check.descriptor().bundle(), check.descriptor().version(),
                check.request());
        return new LiveRun(frozen, check, services, image);
    }

    private RunImage write(RunFolder folder) throws IOException {
        Instant now = Instant.now();
        RunOpening opening = RunOpening.open(services.files(), folder);
        try (RunStore store = opening.store()) {
            RunTransitions.check(opening.image().state(), RunState.QUEUED);
            takeIn(store, opening.image(), now);
            JournalEntry queued = new JournalEntry.Queued(now, services.owner());
            store.append(queued);
            opening.image().apply(queued);
            if (extension.grown()) {
                // After the entry that queues: should it be lost, the run is as it was and can be extended again.
                store.append(new JournalEntry.Extended(extension.settings(), now));
            }
            store.sync();
        }
        return opening.image();
    }

    /** What units have left that ended after the run: before it is queued, so that a crash in between leaves it ended. */
    private void takeIn(RunStore store, RunImage image, Instant now) throws IOException {
        List<StoredRun.LogLine> lines = new ArrayList<>();
        LateOutcomes.adopt(store, image).forEach((unit, sentence) -> lines.add(new StoredRun.LogLine(now, UnitProgress.Level.INFO, unit, sentence)));
        if (!lines.isEmpty()) {
            store.append(new JournalEntry.Lines(lines));
        }
    }

    /** A process that was left behind, too stuck to die, must not write beside the next one. */
    private static void expel(RunFolder folder) throws RunException {
        try {
            WorkerLease.expel(folder.path(), EXPULSION);
        } catch (IOException e) {
            throw new RunException(Code.NOT_RESUMABLE, String.valueOf(e.getMessage()), e);
        }
    }

    private static RunRequest with(RunRequest request, Map<String, Object> settings) {
        return new RunRequest(request.analysis(), request.name(), request.inputs(), settings, request.seed(), request.threads(),
                request.isolation());
    }
}
