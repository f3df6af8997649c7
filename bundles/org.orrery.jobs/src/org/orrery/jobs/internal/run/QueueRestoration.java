package org.orrery.jobs.internal.run;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.orrery.jobs.AnalysisCatalog;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunRequest;
import org.orrery.jobs.RunState;
import org.orrery.jobs.StoredRun;
import org.orrery.jobs.internal.store.Enlisted;
import org.orrery.jobs.internal.store.FrozenRequest;
import org.orrery.jobs.internal.store.JournalEntry;
import org.orrery.jobs.internal.store.QueueJournal;
import org.orrery.jobs.internal.store.RunFolder;
import org.orrery.jobs.internal.store.RunImage;
import org.orrery.jobs.internal.store.RunOpening;
import org.orrery.jobs.internal.store.RunStore;
import org.orrery.jobs.internal.store.SummaryFile;

/** Brings back the queue of a process that has ended, in its order. What has begun meanwhile, or ended, is not in it any more. */
final class QueueRestoration {
    private final RunServices services;
    private final RequestCheck.Desk checker;
    private final QueueJournal journal;

    QueueRestoration(RunServices services, AnalysisCatalog catalog) {
        this.services = services;
        this.checker = new RequestCheck.Desk(catalog);
        this.journal = services.queue().orElseThrow();
    }

    List<Waiting> restore() throws IOException {
        List<Waiting> restored = new ArrayList<>();
        for (Enlisted each : journal.image().runs()) {
            try {
                restore(each).ifPresent(restored::add);
            } catch (IOException e) {
                services.reporter().report("Run " + each.run() + " could not be brought back into the queue", e);
            }
        }
        return restored;
    }

    private Optional<Waiting> restore(Enlisted each) throws IOException {
        RunFolder folder = services.folders().folder(each.run());
        boolean begun = Files.isDirectory(folder.path());
        RunImage image = new RunImage(false);
        if (begun) {
            image.replay(folder);
            if (image.state() != RunState.QUEUED) {
                left(each.run());
                return Optional.empty();
            }
        } else if (each.request().isEmpty()) {
            left(each.run());
            return Optional.empty();
        } else {
            image.apply(new JournalEntry.Queued(each.at(), services.owner()));
        }
        try {
            StoredRun stored = services.folders().open(each.run());
            RunRequest request = stored.request();
            RequestCheck check = checker.check(request);
            check.checkWorkers(services);
            if (begun) {
                adopt(folder);
            }
            FrozenRequest frozen = new FrozenRequest(FrozenRequest.FORMAT, each.run(), check.descriptor().bundle(), check.descriptor().version(),
                    request);
            Waiting waiting = new Waiting(new LiveRun(frozen, check, services, image), each.place());
            waiting.hold(Waiting.Hold.RESTORED);
            return Optional.of(waiting);
        } catch (RunException e) {
            // Its analysis is not there any more, say: it is stored as interrupted, and the user can resume it when it is.
            services.reporter().report("Run " + each.run() + " cannot wait any more", e);
            interrupt(each, folder);
            return Optional.empty();
        }
    }

    /** Its journal names the process that is gone: whoever reads that would take the run for interrupted, though it waits or is at work here. */
    private void adopt(RunFolder folder) throws IOException {
        RunCoordinator.join(services.thread().call(() -> {
            try (RunStore store = RunOpening.open(services.files(), folder).store()) {
                store.append(new JournalEntry.Queued(services.clock().instant(), services.owner()));
                store.sync();
            }
            return null;
        }));
    }

    private void left(long run) throws IOException {
        RunCoordinator.join(services.thread().call(() -> {
            journal.left(run);
            return null;
        }));
    }

    private void interrupt(Enlisted each, RunFolder folder) throws IOException {
        RunCoordinator.join(services.thread().call(() -> {
            if (!Files.isDirectory(folder.path())) {
                RunStore.create(services.files(), services.folders().root(), each.request().orElseThrow(),
                        new JournalEntry.Queued(each.at(), services.owner()));
            }
            try (RunStore store = RunOpening.open(services.files(), folder).store()) {
                store.append(new JournalEntry.Moved(RunState.INTERRUPTED, Instant.now()));
                store.sync();
            }
            SummaryFile.write(services.files(), folder);
            journal.left(each.run());
            return null;
        }));
    }
}
