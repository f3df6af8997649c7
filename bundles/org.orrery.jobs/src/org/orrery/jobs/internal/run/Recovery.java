package org.orrery.jobs.internal.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;

import org.orrery.jobs.RunState;
import org.orrery.jobs.internal.lease.WorkerLease;
import org.orrery.jobs.internal.store.Enlisted;
import org.orrery.jobs.internal.store.JournalEntry;
import org.orrery.jobs.internal.store.RunFolder;
import org.orrery.jobs.internal.store.RunImage;
import org.orrery.jobs.internal.store.RunOpening;
import org.orrery.jobs.internal.store.RunStore;
import org.orrery.jobs.internal.store.SummaryFile;

/** Puts the run folders in order when a process becomes the owner. May be cut short at any step and done again. */
final class Recovery {
    /** Holds the largest number ever given, when its run may be gone. */
    static final String LAST_NUMBER = "last-number";
    /** How long a worker that has outlived its owner may take to die. */
    private static final Duration EXPULSION = Duration.ofSeconds(5);

    private Recovery() {
    }

    /**
     * Interrupts the runs that a dead process left at work, but not those that waited, and deletes half-made and half-deleted folders.
     *
     * @return the largest number ever given to a run
     */
    static long recover(RunServices services, Path folder) throws IOException {
        Path mark = folder.resolve(LAST_NUMBER);
        long last = Files.exists(mark) ? Long.parseLong(Files.readString(mark).strip()) : 0;
        Set<Long> queued = services.queue().orElseThrow().image().runs().stream().map(Enlisted::run).collect(Collectors.toSet());
        for (long run : services.folders().numbers()) {
            last = Math.max(last, run);
            try {
                if (SummaryFile.read(services.folders().folder(run)).isEmpty()) {
                    RunImage image = new RunImage(false);
                    image.replay(services.folders().folder(run));
                    boolean waits = image.state() == RunState.QUEUED && queued.contains(run);
                    if (!image.state().ended() && !waits) {
                        services.thread().call(() -> {
                            interrupt(services, run);
                            return null;
                        }).join();
                    }
                }
            } catch (IOException | CompletionException e) {
                services.reporter().report("Run " + run + " could not be recovered", e);
            }
        }
        try (var children = Files.newDirectoryStream(folder, ".*.{new,deleted}")) {
            for (Path leftover : children) {
                services.files().delete(leftover);
            }
        }
        return last;
    }

    /** Ends a run that nobody works on. On the store thread. */
    static void interrupt(RunServices services, long run) throws IOException {
        RunFolder folder = services.folders().folder(run);
        WorkerLease.expel(folder.path(), EXPULSION);
        RunOpening opening = RunOpening.open(services.files(), folder);
        try (RunStore store = opening.store()) {
            store.append(new JournalEntry.Moved(RunState.INTERRUPTED, Instant.now()));
            store.sync();
        }
        SummaryFile.write(services.files(), folder);
    }
}
