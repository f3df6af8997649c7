package org.orrery.jobs.internal.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

import org.orrery.jobs.RunException.Problem;
import org.orrery.jobs.RunState;
import org.orrery.jobs.internal.store.JournalEntry;
import org.orrery.jobs.internal.store.RunFolder;
import org.orrery.jobs.internal.store.RunImage;
import org.orrery.jobs.internal.store.RunOpening;
import org.orrery.jobs.internal.store.RunStore;
import org.orrery.jobs.internal.store.StoreThread;
import org.orrery.jobs.internal.store.SummaryFile;

/**
 * Space on the disk that is kept aside, so that how a run ended can be written when there is room for nothing else. All of it
 * happens on the store thread of the owner.
 */
final class LastWords {
    /** Beside the runs. */
    private static final String RESERVE = "reserve";
    /** The end of some runs takes a few KiB each. */
    private static final int BYTES = 256 << 10;

    private LastWords() {
    }

    private static Path reserve(RunServices services) {
        return services.folders().root().resolve(RESERVE);
    }

    /** Sets the space aside, unless it is. */
    static void keepRoom(RunServices services) throws IOException {
        Path reserve = reserve(services);
        if (!Files.exists(reserve)) {
            services.files().replace(reserve, new byte[BYTES]);
        }
    }

    /** Does it, and when the disk is full once more in the space that was kept. */
    static <T> T insist(RunServices services, StoreThread.Call<T> call) throws IOException {
        try {
            return call.run();
        } catch (IOException e) {
            if (!Failures.isDiskFull(e)) {
                throw e;
            }
            services.files().delete(reserve(services));
            return call.run();
        }
    }

    /**
     * The end of a run that its journal did not take: one that is opened again may take it. Waits for that.
     *
     * @param open the journal that takes nothing more; null when it could not even be opened
     */
    static void write(LiveRun run, RunStore open, RunState state, Optional<Problem> problem, Instant at) {
        RunServices services = run.services();
        try {
            RunCoordinator.join(services.thread().call(() -> {
                if (open != null) {
                    open.close();
                    run.opened(null);
                }
                return insist(services, () -> {
                    run.materialise();
                    return write(services, services.folders().folder(run.id()), state, problem, at);
                });
            }));
        } catch (IOException | RuntimeException e) {
            // The journal stays without an end: the next owner finds the run interrupted, which is what it then is.
            services.reporter().report("The end of run " + run.id() + " could not be stored", e);
        }
    }

    private static RunImage write(RunServices services, RunFolder folder, RunState state, Optional<Problem> problem, Instant at)
            throws IOException {
        RunOpening opening = RunOpening.open(services.files(), folder);
        try (RunStore store = opening.store()) {
            if (opening.image().state() != state) {
                if (problem.isPresent()) {
                    store.append(new JournalEntry.Broken(problem.get()));
                }
                store.append(new JournalEntry.Moved(state, at));
                store.sync();
            }
        }
        SummaryFile.write(services.files(), folder);
        return opening.image();
    }
}
