package org.orrery.jobs.internal.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

import org.orrery.jobs.internal.Reporter;
import org.orrery.jobs.internal.files.ChainedFrames;
import org.orrery.jobs.internal.files.ChainedLog;
import org.orrery.jobs.internal.files.DurableFiles;
import org.orrery.jobs.internal.files.Frame;
import org.orrery.jobs.internal.files.LaterFrames;
import org.orrery.jobs.internal.files.Segment;

/**
 * The one journal of the queue of a workspace. A run is in it from the moment it is accepted until its folder is on disk, so that
 * ten thousand runs cost one file and a few waits for the disk. Changes that come while the disk is busy are made durable
 * together. Everything but {@link #write} and {@link #unbegun} happens on the store thread.
 */
public final class QueueJournal implements AutoCloseable {
    private static final String NAME = "queue.orj";
    /** So many records more than needed, then the file is written anew. */
    private static final int SLACK = 2_000;
    private final DurableFiles files;
    private final Path runs;
    private final StoreThread thread;
    private final QueueImage image = new QueueImage();
    private final Map<Long, Enlisted> unbegun = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Pending> pending = new ConcurrentLinkedQueue<>();
    private ChainedLog log;
    private long records;

    private record Pending(List<QueueEntry> entries, CompletableFuture<Void> done) {
    }

    /**
     * Opens the journal in the folder of all runs; that of a dead process goes on. Of a damaged one every whole record counts.
     *
     * @param reporter hears of damage
     */
    public QueueJournal(DurableFiles files, Path runs, StoreThread thread, Reporter reporter) throws IOException {
        this.files = files;
        this.runs = runs;
        this.thread = thread;
        ChainedFrames.Scan scan = replay(runs, image);
        image.runs().stream().filter(run -> run.request().isPresent()).forEach(run -> unbegun.put(run.run(), run));
        if (scan.damaged()) {
            Path file = runs.resolve(NAME);
            files.replace(runs.resolve(NAME + ".damaged"), Files.readAllBytes(file));
            reporter.report(Messages.bind(Messages.QueueJournal_damaged, file, scan.end()), null);
            rewrite();
        } else if (scan.last().isPresent()) {
            records = scan.last().get().sequence() + 1;
            log = ChainedLog.resume(files, runs.resolve(NAME), scan.last());
        }
    }

    private static ChainedFrames.Scan replay(Path runs, QueueImage into) throws IOException {
        Consumer<Frame> apply = frame -> {
            try {
                into.apply(QueueEntry.of(frame));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
        try {
            ChainedFrames.Scan scan = new ChainedFrames(runs.resolve(NAME)).scan(apply);
            if (scan.damaged()) {
                new LaterFrames(runs.resolve(NAME)).from(scan.end(), apply);
            }
            return scan;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The queue in the folder of all runs, whoever writes it. */
    public static QueueImage read(Path runs) throws IOException {
        QueueImage image = new QueueImage();
        replay(runs, image);
        return image;
    }

    /** What it says. For the store thread, and for whoever opens it. */
    public QueueImage image() {
        return image;
    }

    /** The runs that are nowhere but here, by number. Thread-safe. */
    public Map<Long, Enlisted> unbegun() {
        return unbegun;
    }

    /** Writes all of that or, after a crash, a beginning of it; the future ends when it is durable. Thread-safe. */
    public CompletableFuture<Void> write(List<? extends QueueEntry> entries) {
        Pending own = new Pending(List.copyOf(entries), new CompletableFuture<>());
        pending.add(own);
        thread.call(() -> {
            flush();
            return null;
        }).whenComplete((none, closed) -> {
            if (closed != null) {
                own.done().completeExceptionally(closed);
            }
        });
        return own.done();
    }

    private void flush() {
        List<Pending> group = new ArrayList<>();
        for (Pending next = pending.poll(); next != null; next = pending.poll()) {
            group.add(next);
        }
        if (group.isEmpty()) {
            return;
        }
        try {
            for (Pending each : group) {
                append(each.entries());
            }
            log.force();
            group.forEach(each -> each.entries().forEach(this::apply));
            group.forEach(each -> each.done().complete(null));
        } catch (IOException | RuntimeException | Error e) {
            // Nothing was acknowledged; the file is written anew before it takes more.
            abandon();
            group.forEach(each -> each.done().completeExceptionally(e));
        }
    }

    /** The folder of a run is on disk and says what becomes of it. Not durable by itself: should it be lost, the folder counts. */
    public void left(long run) throws IOException {
        unbegun.remove(run);
        if (image.runs().isEmpty()) {
            return;
        }
        QueueEntry entry = new QueueEntry.Left(run);
        image.apply(entry);
        try {
            append(List.of(entry));
        } catch (IOException e) {
            abandon();
            throw e;
        }
    }

    private void apply(QueueEntry entry) {
        image.apply(entry);
        if (entry instanceof QueueEntry.Came came && came.run().request().isPresent()) {
            unbegun.put(came.run().run(), came.run());
        }
    }

    private void append(List<? extends QueueEntry> entries) throws IOException {
        if (log == null || records > SLACK + 2L * image.runs().size()) {
            rewrite();
        }
        for (QueueEntry entry : entries) {
            log.append(entry.kind(), entry.payload());
            records++;
        }
    }

    private void rewrite() throws IOException {
        abandon();
        Path made = runs.resolve(NAME + ".new");
        files.delete(made);
        List<QueueEntry> entries = image.entries();
        Segment last = null;
        try (ChainedLog next = ChainedLog.create(files, made)) {
            for (QueueEntry entry : entries) {
                last = next.append(entry.kind(), entry.payload());
            }
            next.force();
        }
        files.move(made, runs.resolve(NAME));
        files.forceFolder(runs);
        log = ChainedLog.resume(files, runs.resolve(NAME), Optional.ofNullable(last));
        records = entries.size();
    }

    private void abandon() {
        if (log != null) {
            try {
                log.close();
            } catch (IOException e) {
                // It is written anew in any case; what counts is in the image.
                records = Long.MAX_VALUE;
            }
            log = null;
        }
    }

    @Override
    public void close() throws IOException {
        if (log != null) {
            log.force();
            log.close();
            log = null;
        }
    }
}
