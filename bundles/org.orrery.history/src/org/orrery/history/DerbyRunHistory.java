package org.orrery.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;

import org.orrery.jobs.RunFolders;
import org.orrery.jobs.RunHistory;
import org.orrery.jobs.RunSummary;

/**
 * A history in an embedded Derby database. One thread, which nobody interrupts, does everything that touches the database;
 * writes are gathered for a moment and committed together, and a reader sees every write that was made before it asked.
 *
 * <p>When the database fails it is set aside and rebuilt; when that fails as well, answers come from the run folders.
 */
final class DerbyRunHistory implements RunHistory {
    private static final int GATHER_MILLIS = 100;
    private static final int BATCH = 1_000;
    private static final int ANSWER_SECONDS = 120;
    private static final int CLOSE_SECONDS = 30;
    private static final int RETRY_SECONDS = 10;

    private final Path home;
    private final RunFolders truth;
    private final BiConsumer<String, Throwable> log;
    private final boolean missing;
    private final List<String> repairs = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService thread;
    /** What is not yet written, by run; an absent summary takes the run out. Guarded by itself. */
    private final Map<Long, Optional<RunSummary>> pending = new LinkedHashMap<>();
    /** Used on the thread alone; null while there is no usable database. */
    private Database database;
    /** Used on the thread alone: when, by {@code System.nanoTime}, an unusable database is tried again. */
    private long retryAt = System.nanoTime();
    /** Used on the thread alone. */
    private boolean closed;

    private DerbyRunHistory(Path home, RunFolders truth, BiConsumer<String, Throwable> log) {
        this.home = home;
        this.truth = truth;
        this.log = log;
        this.missing = !Files.exists(home.resolve("index"));
        this.thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread made = new Thread(work, "Orrery run history");
            made.setDaemon(true);
            return made;
        });
    }

    /** Boots the database, rebuilt when it cannot be used, and starts comparing it with the run folders. */
    static DerbyRunHistory open(Path home, RunFolders truth, BiConsumer<String, Throwable> log) throws IOException {
        DerbyRunHistory history = new DerbyRunHistory(home, truth, log);
        try {
            history.ask(() -> history.boot());
        } catch (ExecutionException e) {
            history.thread.shutdown();
            if (e.getCause() instanceof IOException trouble) {
                throw trouble;
            }
            throw new IOException(Messages.bind(Messages.DerbyRunHistory_unusable, home), e.getCause());
        }
        history.thread.execute(history::agree);
        return history;
    }

    @Override
    public void put(RunSummary run) {
        note(run.id(), Optional.of(run));
    }

    @Override
    public void remove(long run) {
        note(run, Optional.empty());
    }

    private void note(long run, Optional<RunSummary> summary) {
        boolean first;
        synchronized (pending) {
            first = pending.isEmpty();
            pending.remove(run);
            pending.put(run, summary);
        }
        if (first) {
            thread.schedule(this::write, GATHER_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public List<RunSummary> find(Query query) {
        if (query.limit() <= 0) {
            return List.of();
        }
        try {
            return ask(() -> {
                write();
                return answer(query);
            });
        } catch (ExecutionException e) {
            throw new IllegalStateException(Messages.bind(Messages.DerbyRunHistory_unusable, home), e.getCause());
        }
    }

    @Override
    public List<String> repairs() {
        return List.copyOf(repairs);
    }

    @Override
    public void close() {
        if (thread.isShutdown()) {
            return;
        }
        thread.execute(this::shutDown);
        thread.shutdown();
        if (!awaitEnd()) {
            log.accept(Messages.bind(Messages.DerbyRunHistory_closeLate, home, CLOSE_SECONDS), null);
        }
    }

    // All below runs on the thread, but for ask and awaitEnd.

    private Database boot() throws IOException, SQLException {
        try {
            database = Database.open(home);
        } catch (SQLException e) {
            rebuild(e);
        }
        return database;
    }

    private void rebuild(SQLException reason) throws IOException, SQLException {
        if (database != null) {
            database.shutDown();
            database = null;
        }
        Path aside = new SetAside(home, log).move();
        String sentence = Messages.bind(Messages.DerbyRunHistories_rebuilt, home, aside);
        repairs.add(sentence);
        log.accept(sentence, reason);
        database = Database.open(home);
    }

    /** Makes every row equal to its run folder: stronger than any check on the database, which can lose writes in silence. */
    private void agree() {
        if (!onDatabase(this::copyTruth)) {
            log.accept(Messages.DerbyRunHistory_truthUnreadable, null);
        }
    }

    private Void copyTruth() throws SQLException {
        Map<Long, RunSummary> stored = new HashMap<>();
        for (RunSummary run : database.transact(connection -> new RunRows(connection).find(Query.ALL))) {
            stored.put(run.id(), run);
        }
        List<RunSummary> different = new ArrayList<>();
        for (RunSummary run : truth.list()) {
            if (!RunRows.storable(run).equals(stored.remove(run.id()))) {
                different.add(run);
            }
        }
        if (missing && !different.isEmpty() && repairs.isEmpty()) {
            repairs.add(Messages.bind(Messages.DerbyRunHistory_missing, home));
        }
        for (int from = 0; from < different.size(); from += BATCH) {
            List<RunSummary> batch = different.subList(from, Math.min(from + BATCH, different.size()));
            database.transact(connection -> {
                new RunRows(connection).put(batch);
                return null;
            });
        }
        return database.transact(connection -> {
            new RunRows(connection).remove(stored.keySet());
            return null;
        });
    }

    private void write() {
        if (closed) {
            return;
        }
        Map<Long, Optional<RunSummary>> batch;
        synchronized (pending) {
            if (pending.isEmpty()) {
                return;
            }
            batch = new LinkedHashMap<>(pending);
            pending.clear();
        }
        List<RunSummary> puts = batch.values().stream().flatMap(Optional::stream).toList();
        List<Long> removed = batch.keySet().stream().filter(id -> batch.get(id).isEmpty()).toList();
        onDatabase(() -> database.transact(connection -> {
            RunRows rows = new RunRows(connection);
            rows.remove(removed);
            rows.put(puts);
            return null;
        }));
    }

    private List<RunSummary> answer(Query query) {
        List<RunSummary> found = new ArrayList<>();
        boolean answered = onDatabase(() -> {
            found.clear();
            return found.addAll(database.transact(connection -> new RunRows(connection).find(query)));
        });
        return answered ? List.copyOf(found) : new FolderSearch(truth).find(query);
    }

    /** Does the work; once more over a rebuilt database when it fails. Says whether it was done. */
    private boolean onDatabase(Callable<?> work) {
        try {
            if (database == null) {
                if (System.nanoTime() - retryAt < 0) {
                    return false;
                }
                boot();
                copyTruth();
            }
            try {
                work.call();
            } catch (SQLException e) {
                rebuild(e);
                copyTruth();
                work.call();
            }
            return true;
        } catch (Exception e) {
            if (database != null) {
                database.shutDown();
                database = null;
            }
            retryAt = System.nanoTime() + TimeUnit.SECONDS.toNanos(RETRY_SECONDS);
            log.accept(Messages.bind(Messages.DerbyRunHistory_unusable, home), e);
            return false;
        }
    }

    private void shutDown() {
        write();
        if (database != null && !database.shutDown()) {
            log.accept(Messages.bind(Messages.Database_notClosed, home), null);
        }
        database = null;
        closed = true;
    }

    /** Lets the thread do it and waits; an interrupt of the caller is kept for later, so that it never reaches the database. */
    private <T> T ask(Callable<T> work) throws ExecutionException {
        Future<T> answer = thread.submit(work);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(ANSWER_SECONDS);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return answer.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (TimeoutException e) {
                    throw new ExecutionException(Messages.bind(Messages.DerbyRunHistory_noAnswer, ANSWER_SECONDS), e);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private boolean awaitEnd() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(CLOSE_SECONDS);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return thread.awaitTermination(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
