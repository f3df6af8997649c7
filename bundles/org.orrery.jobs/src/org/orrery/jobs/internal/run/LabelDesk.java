package org.orrery.jobs.internal.run;

import java.io.IOException;
import java.util.Optional;
import java.util.function.LongFunction;

import org.orrery.jobs.RunException;
import org.orrery.jobs.RunException.Code;
import org.orrery.jobs.internal.store.JournalEntry;

/** Has labels of runs written by whoever has the folder: the store thread here, or the process that carries the run out. Thread-safe. */
final class LabelDesk {
    private final RunServices services;
    private final LongFunction<Optional<LiveRun>> working;

    /** @param working finds a run that has not ended */
    LabelDesk(RunServices services, LongFunction<Optional<LiveRun>> working) {
        this.services = services;
        this.working = working;
    }

    /** Returns when the label is durable. */
    void write(long run, JournalEntry entry) throws RunException {
        boolean written = false;
        while (!written) {
            Optional<LabelScribe> scribe = StoreCalls.write(services, () -> here(run, entry));
            written = scribe.isEmpty() || there(scribe.get(), run, entry);
        }
    }

    /** On the store thread; who has the folder instead, when another process does. */
    private Optional<LabelScribe> here(long run, JournalEntry entry) throws IOException {
        Optional<LiveRun> live = working.apply(run);
        Optional<LabelScribe> scribe = live.flatMap(LiveRun::scribe);
        if (scribe.isEmpty()) {
            services.events().changed(Labels.write(services, services.folders().folder(run), live, entry));
        }
        return scribe;
    }

    /** False when that process has ended meanwhile, and the folder is to be written here. */
    private boolean there(LabelScribe scribe, long run, JournalEntry entry) throws RunException {
        try {
            scribe.write(entry);
            return true;
        } catch (IOException e) {
            if (working.apply(run).flatMap(LiveRun::scribe).filter(scribe::equals).isPresent()) {
                throw new RunException(Code.INTERNAL, Messages.bind(Messages.OwnedRuns_notStored, e.getMessage()), e);
            }
            return false;
        }
    }
}
