package org.orrery.jobs.internal.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

import org.orrery.jobs.internal.Reporter;
import org.orrery.jobs.internal.files.DurableFiles;

/**
 * Where the book of runs lies. The owner of a workspace writes it anew in the background when there are many runs that it does not know; every
 * other process only reads it. Thread-safe.
 */
public final class RunShelf implements AutoCloseable {
    /** So many runs are quickly read one by one. */
    private static final int MANY = 256;
    private static final long CLOSING_SECONDS = 5;

    private final Path runs;
    private final Path file;
    private final int many;
    private final Optional<Pen> pen;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final ReentrantLock writing = new ReentrantLock();
    private volatile boolean closed;

    /**
     * What an owner writes with.
     *
     * @param background does work that nobody waits for; on threads that nobody interrupts
     */
    public record Pen(DurableFiles files, Executor background, Reporter reporter) {
    }

    /**
     * The shelf in that folder of runs.
     *
     * @param pen what to write with; empty in a process that does not own the workspace
     */
    public RunShelf(Path runs, Optional<Pen> pen) {
        this(runs, pen, MANY);
    }

    /** @param many how many runs are worth a book */
    RunShelf(Path runs, Optional<Pen> pen, int many) {
        this.runs = runs;
        this.file = runs.resolve("runs.book");
        this.pen = pen;
        this.many = many;
    }

    /** The book, for a search of so many runs. */
    RunBook open(int count) {
        return count < many ? RunBook.none() : RunBook.read(file);
    }

    /** A search has looked for so many runs in the book and not found them there. */
    void missed(RunBook book, long count) {
        if (count >= book.leftOut() + many) {
            write();
        }
    }

    /** Brings the book up to date when many runs have come or gone since it was written. Does not wait for that. */
    public void look() {
        later(() -> {
            if (Math.abs(RunNumbers.in(runs).size() - RunBook.seen(file)) >= many) {
                write();
            }
        });
    }

    private void write() {
        if (asked.compareAndSet(false, true)) {
            later(() -> {
                asked.set(false);
                RunBookWriter.write(pen.orElseThrow().files(), file, RunNumbers.in(runs), runs, () -> closed);
            });
        }
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    private void later(Work work) {
        pen.filter(owner -> !closed).ifPresent(owner -> {
            try {
                owner.background().execute(() -> work(owner, work));
            } catch (RejectedExecutionException e) {
                // The workspace is being closed; its next owner looks anew.
                owner.reporter().report("The book of the runs in " + runs + " was asked for too late", e);
            }
        });
    }

    private void work(Pen owner, Work work) {
        writing.lock();
        try {
            if (!closed) {
                work.run();
            }
        } catch (IOException e) {
            owner.reporter().report("The book of the runs in " + runs + " could not be written; searches read one by one", e);
        } finally {
            writing.unlock();
        }
    }

    /** Writes no more. */
    @Override
    public void close() {
        closed = true;
        try {
            // The next owner writes the same file.
            if (writing.tryLock(CLOSING_SECONDS, TimeUnit.SECONDS)) {
                writing.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
