package org.orrery.jobs.internal.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import org.orrery.jobs.internal.codec.PlainJson;
import org.orrery.jobs.internal.files.ChainedFrames;
import org.orrery.jobs.internal.files.ChainedLog;
import org.orrery.jobs.internal.files.DurableFiles;
import org.orrery.jobs.internal.files.Frame;
import org.orrery.jobs.internal.files.Segment;
import org.orrery.jobs.internal.store.JournalEntry.Committed;
import org.orrery.jobs.internal.store.JournalEntry.KeptFile;
import org.orrery.jobs.internal.store.JournalEntry.KeptState;

/**
 * The writing side of one run folder. For the store thread only. After a failed write nothing more is taken, so that what
 * is on disk stays a whole prefix; opening the run again goes on from there.
 */
public final class RunStore implements AutoCloseable {
    private static final int GENERATIONS = 3;
    /** So many bytes all states of a run may take before older generations go first; the newest of each chain stays however large it is. */
    static final long STATE_BYTES = 512L << 20;
    private static final byte DATA = 0;
    private final DurableFiles files;
    private final RunFolder folder;
    private final ChainedLog journal;
    private final ChainedLog outcomes;
    private final Map<String, ChainedLog> rows = new HashMap<>();
    private final Map<String, Segment> lastRows;
    private final Map<String, List<KeptState>> states;
    private volatile IOException failure;

    RunStore(DurableFiles files, RunFolder folder, ChainedLog journal, ChainedLog outcomes, Map<String, Segment> lastRows,
            Map<String, List<KeptState>> states) {
        this.files = files;
        this.folder = folder;
        this.journal = journal;
        this.outcomes = outcomes;
        this.lastRows = lastRows;
        this.states = states;
    }

    /**
     * Makes the folder of a new run. When this returns, the run is on disk; before, there is no folder of that name.
     *
     * @param runs the folder of all runs
     */
    public static void create(DurableFiles files, Path runs, FrozenRequest request, JournalEntry.Queued queued) throws IOException {
        Path made = runs.resolve("." + request.run() + ".new");
        files.delete(made);
        files.createFolders(made);
        RunFolder folder = new RunFolder(made);
        byte[] frozen = PlainJson.write(request);
        files.replace(folder.request(), frozen);
        JournalEntry first = new JournalEntry.Queued(queued.at(), queued.owner(), Frame.digest(frozen));
        try (ChainedLog journal = ChainedLog.create(files, folder.journal())) {
            journal.append(first.kind(), first.payload());
            journal.force();
        }
        files.forceFolder(made);
        files.move(made, runs.resolve(Long.toString(request.run())));
        files.forceFolder(runs);
    }

    /** Appends an entry to the journal; durable after {@link #forceJournal}. */
    public void append(JournalEntry entry) throws IOException {
        guard(() -> journal.append(entry.kind(), entry.payload()));
    }

    /** Appends a block of rows; it counts when a commit names it. */
    public Segment appendRows(String name, byte[] block, long count) throws IOException {
        return guard(() -> {
            ChainedLog log = rows.get(name);
            if (log == null) {
                files.createFolders(folder.rows(name).getParent());
                log = ChainedLog.resume(files, folder.rows(name), Optional.ofNullable(lastRows.get(name)));
                rows.put(name, log);
            }
            return log.append(DATA, block).holding(count);
        });
    }

    /** Writes all data of a commit but the commit itself. */
    Committed stage(UnitCommit commit, int attempt, Instant at) throws IOException {
        return guard(() -> {
            Segment outcome = outcomes.append(DATA, commit.outcome());
            List<KeptFile> kept = new ArrayList<>();
            for (UnitCommit.ScratchFile file : commit.files()) {
                keep(file);
                kept.add(file.kept());
            }
            List<KeptState> newStates = new ArrayList<>();
            for (Map.Entry<String, byte[]> state : commit.states().entrySet()) {
                newStates.add(writeState(state.getKey(), state.getValue()));
            }
            return new Committed(commit.unit(), attempt, at, commit.seconds(), commit.allocated(), outcome, commit.written(), kept,
                    newStates);
        });
    }

    private void keep(UnitCommit.ScratchFile file) throws IOException {
        Path from = folder.scratch().resolve(file.scratch());
        Path to = folder.artifact(file.kept().id(), file.kept().file());
        files.force(from);
        files.createFolders(to.getParent());
        files.move(from, to);
        files.forceFolder(to.getParent());
    }

    private KeptState writeState(String chain, byte[] state) throws IOException {
        List<KeptState> generations = states.getOrDefault(chain, List.of());
        long generation = generations.isEmpty() ? 1 : generations.get(generations.size() - 1).generation() + 1;
        Path path = folder.state(chain, generation);
        files.createFolders(path.getParent());
        Path temporary = path.resolveSibling(path.getFileName() + ".tmp");
        Segment segment;
        try (ChainedLog log = ChainedLog.create(files, temporary)) {
            segment = log.append(DATA, state);
            log.force();
        }
        files.move(temporary, path);
        files.forceFolder(path.getParent());
        return new KeptState(chain, generation, segment);
    }

    /** Makes rows and outcomes durable, before the journal names them. */
    void forceData() throws IOException {
        guard(() -> {
            for (ChainedLog log : rows.values()) {
                log.force();
            }
            outcomes.force();
            return null;
        });
    }

    /** Makes everything durable that was appended. */
    public void sync() throws IOException {
        forceData();
        forceJournal();
    }

    /** Makes the journal durable. */
    void forceJournal() throws IOException {
        guard(() -> {
            journal.force();
            return null;
        });
    }

    /** Forgets all but the last generations of the states that a durable commit has left, and of large ones all but the newest. */
    void prune(Committed commit) throws IOException {
        prune(commit, STATE_BYTES);
    }

    void prune(Committed commit, long budget) throws IOException {
        for (KeptState state : commit.states()) {
            List<KeptState> generations = new ArrayList<>(states.getOrDefault(state.chain(), List.of()));
            generations.add(state);
            states.put(state.chain(), generations);
            while (generations.size() > GENERATIONS || generations.size() > 1 && stateBytes() > budget) {
                files.delete(folder.state(state.chain(), generations.remove(0).generation()));
            }
        }
    }

    private long stateBytes() {
        return states.values().stream().flatMap(List::stream).mapToLong(state -> state.segment().length()).sum();
    }

    /** The newest committed state of that chain. */
    public Optional<byte[]> state(String chain) throws IOException {
        List<KeptState> generations = states.getOrDefault(chain, List.of());
        if (generations.isEmpty()) {
            return Optional.empty();
        }
        KeptState newest = generations.get(generations.size() - 1);
        return Optional.of(new ChainedFrames(folder.state(chain, newest.generation()))
                .read(newest.segment()).payload());
    }

    /** The files behind this run. */
    public DurableFiles files() {
        return files;
    }

    /** Its folder. */
    public RunFolder folder() {
        return folder;
    }

    @FunctionalInterface
    private interface Write<T> {
        T run() throws IOException;
    }

    private <T> T guard(Write<T> write) throws IOException {
        if (failure != null) {
            throw new IOException(failure.getMessage(), failure);
        }
        try {
            return write.run();
        } catch (IOException e) {
            fail(e);
            throw e;
        }
    }

    /** The write that failed, after which nothing more is taken. */
    public Optional<IOException> failure() {
        return Optional.ofNullable(failure);
    }

    /** Takes nothing more, because of that. */
    void fail(IOException e) {
        failure = failure == null ? e : failure;
    }

    @Override
    public void close() throws IOException {
        fail(new IOException("The run folder is closed"));
        IOException first = null;
        List<ChainedLog> logs = new ArrayList<>(rows.values());
        logs.add(outcomes);
        logs.add(journal);
        for (ChainedLog log : logs) {
            try {
                log.close();
            } catch (IOException e) {
                first = first == null ? e : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }

    /** The last generations of each chain, by the commits of a journal. */
    static Map<String, List<KeptState>> states(Iterable<Committed> commits, RunFolder folder) {
        Map<String, List<KeptState>> states = new LinkedHashMap<>();
        for (Committed commit : commits) {
            for (KeptState state : commit.states()) {
                states.computeIfAbsent(state.chain(), chain -> new ArrayList<>()).add(state);
            }
        }
        states.values().forEach(generations -> {
            generations.sort(Comparator.comparingLong(KeptState::generation));
            generations.removeIf(state -> !Files.exists(folder.state(state.chain(), state.generation())));
        });
        return states;
    }

    /** Deletes what lies in a folder of artifacts or states without a commit that names it. */
    static void sweep(DurableFiles files, Path parent, Predicate<Path> named) throws IOException {
        if (!Files.isDirectory(parent)) {
            return;
        }
        List<Path> leftovers = new ArrayList<>();
        try (DirectoryStream<Path> children = Files.newDirectoryStream(parent)) {
            children.forEach(child -> {
                if (!named.test(child)) {
                    leftovers.add(child);
                }
            });
        }
        for (Path leftover : leftovers) {
            files.delete(leftover);
        }
    }
}
