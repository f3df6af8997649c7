package org.orrery.jobs.internal.run;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

import org.orrery.jobs.internal.store.JournalEntry;
import org.orrery.jobs.internal.worker.WorkerLine;
import org.orrery.jobs.internal.worker.WorkerMessage;

/** Has labels written by the worker that holds the folder of a run. Thread-safe. */
final class LabelScribe {
    private static final long ANSWER_SECONDS = 5;
    private final CompletableFuture<WorkerLine> line = new CompletableFuture<>();
    private final Map<Long, CompletableFuture<Void>> open = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();

    /** The worker has called. */
    void connected(WorkerLine worker) {
        line.complete(worker);
    }

    /** The worker has answered. */
    void answered(WorkerMessage.Kept kept) {
        CompletableFuture<Void> asked = open.remove(kept.number());
        if (asked != null) {
            kept.trouble().ifPresentOrElse(why -> asked.completeExceptionally(new IOException(why)), () -> asked.complete(null));
        }
    }

    /** The worker is gone: nothing is written by it any more. */
    void gone() {
        IOException why = new IOException("The process of the run has ended");
        line.completeExceptionally(why);
        open.values().forEach(asked -> asked.completeExceptionally(why));
    }

    /**
     * Has a label written and waits until it is durable.
     *
     * @throws IOException when the worker does not, or ends
     */
    void write(JournalEntry entry) throws IOException {
        long number = numbers.incrementAndGet();
        CompletableFuture<Void> asked = new CompletableFuture<>();
        open.put(number, asked);
        try {
            line.get(ANSWER_SECONDS, TimeUnit.SECONDS).send(new WorkerMessage.Labelled(number,
                    entry instanceof JournalEntry.Tagged tagged ? Optional.of(tagged.tags()) : Optional.empty(),
                    entry instanceof JournalEntry.Noted noted ? Optional.of(noted.note()) : Optional.empty()));
            asked.get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException(e.getMessage() == null ? "The process of the run does not answer" : e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            open.remove(number);
        }
    }
}
