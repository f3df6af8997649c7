package org.orrery.jobs.internal.store;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

import org.orrery.jobs.internal.Patience;
import org.orrery.jobs.internal.files.Segment;
import org.orrery.jobs.internal.store.JournalEntry.Committed;

/**
 * The one thread of a workspace that writes run folders; nobody interrupts it. Writes that wait while the disk is busy are
 * made durable together: data of all of them first, then their journal entries, then all are acknowledged.
 */
public final class StoreThread implements AutoCloseable {
    private static final int LARGEST_GROUP = 1_024;
    private final BlockingQueue<Write<?>> queue = new LinkedBlockingQueue<>();
    private final Thread thread;
    private boolean closed;

    /** Starts the thread. */
    public StoreThread(String name) {
        thread = new Thread(this::work, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Anything else than an entry, rows or a commit: opening and closing, making and deleting. Runs alone. */
    @FunctionalInterface
    public interface Call<T> {
        /** Does it. */
        T run() throws IOException;
    }

    /** Runs alone, after all that was asked for before. */
    public <T> CompletableFuture<T> call(Call<T> call) {
        return put(new Write<>(null, call, null, false));
    }

    /** Appends an entry; the future ends when it is written, and if asked for, durable. */
    public CompletableFuture<Void> append(RunStore store, JournalEntry entry, boolean durable) {
        return put(new Write<>(store, null, () -> {
            store.append(entry);
            return null;
        }, durable));
    }

    /** Appends rows; the future ends when they are written. */
    public CompletableFuture<Segment> appendRows(RunStore store, String name, byte[] block, long count) {
        return put(new Write<>(store, () -> store.appendRows(name, block, count), null, false));
    }

    /**
     * Commits a unit; the future ends when it is durable.
     *
     * @param clock the instants of the run
     */
    public CompletableFuture<Committed> commit(RunStore store, UnitCommit commit, int attempt, InstantSource clock) {
        Committed[] staged = new Committed[1];
        return put(new Write<>(store, () -> {
            staged[0] = store.stage(commit, attempt, clock.instant());
            return staged[0];
        }, () -> {
            store.append(staged[0]);
            return staged[0];
        }, true));
    }

    private <T> CompletableFuture<T> put(Write<T> write) {
        synchronized (queue) {
            if (closed) {
                write.done.completeExceptionally(new IOException("The workspace is closed"));
            } else {
                queue.add(write);
            }
        }
        return write.done;
    }

    private void work() {
        // Of its full size from the beginning: what was taken from the queue must not be lost for want of memory.
        List<Write<?>> group = new ArrayList<>(LARGEST_GROUP + 1);
        while (true) {
            try {
                group.clear();
                group.add(queue.take());
                queue.drainTo(group, LARGEST_GROUP);
                if (!write(group)) {
                    return;
                }
            } catch (InterruptedException e) {
                // Nobody has the thread but this class, which never interrupts it.
                throw new IllegalStateException(e);
            } catch (VirtualMachineError e) {
                // Whoever waits must hear of it, and the thread goes on for the other runs.
                for (int i = 0; i < group.size(); i++) {
                    group.get(i).abandon(e);
                    if (group.get(i).isLast()) {
                        return;
                    }
                }
            }
        }
    }

    /** Whether to go on. */
    private boolean write(List<Write<?>> writes) {
        List<Write<?>> group = new ArrayList<>();
        for (Write<?> write : writes) {
            if (write.store == null) {
                commit(group);
                group.clear();
                if (write.isLast()) {
                    write.succeed();
                    return false;
                }
                write.stage();
                write.succeed();
            } else {
                group.add(write);
            }
        }
        commit(group);
        return true;
    }

    private void commit(List<Write<?>> group) {
        Set<RunStore> stores = new LinkedHashSet<>();
        for (Write<?> write : group) {
            write.stage();
            if (write.durable) {
                stores.add(write.store);
            } else if (write.record == null) {
                // Rows: their unit waits to write on, and they count only with its commit.
                write.succeed();
            }
        }
        stores.forEach(store -> force(group, store, store::forceData));
        group.forEach(Write::record);
        stores.forEach(store -> force(group, store, store::forceJournal));
        for (Write<?> write : group) {
            write.succeed();
            if (write.value instanceof Committed commit) {
                prune(write.store, commit);
            }
        }
    }

    private static void prune(RunStore store, Committed commit) {
        try {
            store.prune(commit);
        } catch (IOException e) {
            // The commit stands, and a state too many is swept away when the run is opened again; but the disk that refuses
            // to delete is not trusted with more.
            store.fail(e);
        }
    }

    @FunctionalInterface
    private interface Force {
        void run() throws IOException;
    }

    private static void force(List<Write<?>> group, RunStore store, Force force) {
        try {
            force.run();
        } catch (IOException e) {
            group.stream().filter(write -> write.store == store).forEach(write -> write.fail(e));
        }
    }

    /** Ends after all that was asked for before; later writes fail. */
    @Override
    public void close() {
        Write<Void> last = new Write<>(null, null, null, false);
        synchronized (queue) {
            if (closed) {
                return;
            }
            closed = true;
            queue.add(last);
        }
        last.done.join();
    }

    private static final class Write<T> {
        private final RunStore store;
        private final Call<T> stage;
        private final Call<T> record;
        private final boolean durable;
        private final CompletableFuture<T> done = new CompletableFuture<>();
        private T value;
        private Throwable failure;

        Write(RunStore store, Call<T> stage, Call<T> record, boolean durable) {
            this.store = store;
            this.stage = stage;
            this.record = record;
            this.durable = durable;
        }

        /** Whether it only tells the thread to end. */
        boolean isLast() {
            return store == null && stage == null;
        }

        void stage() {
            run(stage);
        }

        void record() {
            run(record);
        }

        private void run(Call<T> call) {
            if (call == null || failure != null) {
                return;
            }
            try {
                value = call.run();
            } catch (IOException | RuntimeException | Error e) {
                // Also an error must reach whoever waits; the thread goes on for the other runs.
                fail(e);
            }
        }

        void fail(Throwable e) {
            failure = failure == null ? e : failure;
        }

        /** Fails unless it has ended. The memory that is missing now comes back when the unit that ate it ends. */
        void abandon(VirtualMachineError e) {
            fail(e);
            while (true) {
                try {
                    done.completeExceptionally(failure);
                    return;
                } catch (OutOfMemoryError again) {
                    Patience.pause();
                }
            }
        }

        void succeed() {
            if (failure == null) {
                done.complete(value);
            } else {
                done.completeExceptionally(failure);
            }
        }
    }
}
