package org.orrery.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.orrery.analysis.result.Result;
import org.orrery.data.Column;
import org.orrery.data.ColumnBlocks;
import org.orrery.data.ColumnType;
import org.orrery.data.DataException;
import org.orrery.data.DataStore;
import org.orrery.data.Dataset;
import org.orrery.data.FileRows;
import org.orrery.data.ImportPreview;
import org.orrery.data.Progress;
import org.orrery.data.ReadOptions;
import org.orrery.data.Schema;
import org.orrery.data.Sheet;
import org.orrery.data.Table;
import org.orrery.jobs.Catalog;
import org.orrery.jobs.Curve;
import org.orrery.jobs.Lineage;
import org.orrery.jobs.MemoryMonitor;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunException.Code;
import org.orrery.jobs.RunException.Problem;
import org.orrery.jobs.RunFolders;
import org.orrery.jobs.RunHistory;
import org.orrery.jobs.RunListener;
import org.orrery.jobs.RunProgress;
import org.orrery.jobs.RunQueue;
import org.orrery.jobs.RunRequest;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.Runs;
import org.orrery.jobs.SideResults;
import org.orrery.jobs.StoredRun;
import org.orrery.jobs.Workspace;

/** A workspace in memory, in which a run ends as soon as it is waited for, in the state that the test wants. */
final class FakeWorkspace implements Workspace, Runs, RunFolders, DataStore, Catalog {
    final Map<Long, FakeRun> stored = new TreeMap<>();
    final List<Dataset> kept = new ArrayList<>();
    final List<RunListener> listeners = new ArrayList<>();
    final List<String> calls = new ArrayList<>();
    RunState end = RunState.COMPLETED;
    Optional<Problem> error = Optional.empty();
    Optional<RunException> refusal = Optional.empty();
    Runnable whileRunning = () -> { };
    Runnable whileReading = () -> { };
    /** How often it is to say that other processes have work here. */
    int others;
    /** What waiting for a run comes to. */
    Optional<RunException> lost = Optional.empty();
    private final Path folder;

    FakeWorkspace(Path folder) {
        this.folder = folder;
    }

    FakeRun store(long id, RunState state, RunRequest request) {
        boolean hasResult = state == RunState.COMPLETED || state == RunState.COMPLETED_PARTIAL || state == RunState.STOPPED_KEPT;
        FakeRun run = new FakeRun(id, state, request, hasResult ? Optional.of(FakeRun.someResult()) : Optional.empty(),
                state == RunState.FAILED ? error : Optional.empty(), folder, List.of("tagged"));
        stored.put(id, run);
        return run;
    }

    static Dataset dataset(Path file) {
        Schema schema = Schema.of(Column.of("a", ColumnType.REAL), new Column("b", ColumnType.CATEGORY, 3, 2, false));
        return new Dataset(file.getFileName().toString().replaceAll("\\.csv$", ""), file, ReadOptions.DETECT, schema, 150, "cd".repeat(32), 4,
                Instant.EPOCH, List.of());
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public Runs runs() {
        return this;
    }

    @Override
    public RunFolders folders() {
        return this;
    }

    @Override
    public RunHistory history() {
        throw new UnsupportedOperationException("The command line reads run folders");
    }

    @Override
    public SideResults sideResults() {
        throw new UnsupportedOperationException("The command line asks no questions");
    }

    @Override
    public MemoryMonitor memory() {
        throw new UnsupportedOperationException("The command line shows no memory");
    }

    @Override
    public DataStore data() {
        return this;
    }

    @Override
    public Catalog catalog() {
        return this;
    }

    @Override
    public void close() {
        calls.add("close");
    }

    @Override
    public long submit(RunRequest request) throws RunException {
        if (refusal.isPresent()) {
            throw refusal.get();
        }
        long id = stored.size() + 1L;
        store(id, RunState.QUEUED, request);
        return id;
    }

    @Override
    public RunQueue queue() {
        return new FakeQueue(this);
    }

    @Override
    public void resume(long run) throws RunException {
        if (!open(run).summary().resumable()) {
            throw new RunException(Code.NOT_RESUMABLE, "The run is complete.");
        }
        store(run, RunState.QUEUED, stored.get(run).request());
    }

    @Override
    public void extend(long run, Map<String, ?> settings) throws RunException {
        RunRequest request = open(run).request();
        Map<String, Object> grown = new LinkedHashMap<>(request.settings());
        grown.putAll(settings);
        store(run, RunState.QUEUED, new RunRequest(request.analysis(), request.name(), request.inputs(), grown, request.seed(),
                request.threads()));
    }

    @Override
    public void skip(long run, String group) {
        calls.add("skip " + group);
    }

    @Override
    public void budget(long run, String group, Duration limit) {
        calls.add("budget " + group + " " + limit);
    }

    @Override
    public void grant(long run, String group, Duration more) {
        calls.add("grant " + group + " " + more);
    }

    @Override
    public List<String> groups(long run) {
        return List.of("forest", "tree");
    }

    @Override
    public Optional<String> waitsFor(long run) {
        return Optional.empty();
    }

    @Override
    public void tag(long run, List<String> tags) {
        calls.add("tag " + tags);
        stored.computeIfPresent(run, (id, before) -> before.tagged(tags));
    }

    @Override
    public void note(long run, String note) {
        calls.add("note " + note);
    }

    @Override
    public void cancel(long run) {
        calls.add("cancel");
        end = RunState.CANCELLED;
    }

    @Override
    public void stop(long run) {
        calls.add("stop");
        end = RunState.STOPPED_KEPT;
    }

    @Override
    public void pause(long run) {
        calls.add("pause");
        end = RunState.PAUSED;
    }

    @Override
    public void proceed(long run) {
        calls.add("proceed");
    }

    @Override
    public void interrupt(long run) {
        calls.add("interrupt");
        end = RunState.INTERRUPTED;
    }

    @Override
    public void interruptAll(Duration limit) {
        // First what the waiting test goes on with.
        end = RunState.INTERRUPTED;
        calls.add("interruptAll");
    }

    @Override
    public void dropLate(long run) {
        calls.add("dropLate");
    }

    @Override
    public void delete(long run) throws RunException {
        open(run);
        stored.remove(run);
    }

    @Override
    public RunSummary await(long run, Duration limit) throws RunException {
        if (lost.isPresent()) {
            throw lost.get();
        }
        RunSummary summary = open(run).summary();
        for (RunListener listener : List.copyOf(listeners)) {
            listener.changed(summary);
            listener.result(run, FakeRun.someResult());
            listener.progress(new RunProgress(run, 0.5, 12, 9.5, 14.2, 30, false,
                    List.of(new RunProgress.Active("tree/fold-1", "tree", "Tree, fold 1", 40, 100, "iterations"))));
        }
        whileRunning.run();
        return store(run, end, stored.get(run).request()).summary();
    }

    @Override
    public Optional<Result> result(long run) {
        return Optional.empty();
    }

    @Override
    public void addListener(RunListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListener(RunListener listener) {
        listeners.remove(listener);
    }

    @Override
    public List<RunSummary> list() {
        return stored.values().stream().map(FakeRun::summary).toList().reversed();
    }

    @Override
    public void export(long run, Path file) throws RunException {
        open(run);
        calls.add("export " + run + " " + file.getFileName());
    }

    @Override
    public long add(Path file) throws RunException {
        calls.add("add " + file.getFileName());
        return submit(new RunRequest("classification", "", Map.of(), Map.of(), 1, 1));
    }

    @Override
    public List<Curve> curves(long run) {
        throw new UnsupportedOperationException("The command line draws no curves");
    }

    @Override
    public StoredRun open(long run) throws RunException {
        if (!stored.containsKey(run)) {
            throw new RunException(Code.RUN_NOT_FOUND, "There is no run " + run + ".");
        }
        return stored.get(run);
    }

    @Override
    public Dataset importFile(Path file, ReadOptions options, Progress progress) throws DataException {
        if (!Files.exists(file)) {
            throw new DataException(DataException.Code.UNREADABLE_FILE, "The file " + file + " is not there.", DataException.Where.in(file));
        }
        if (file.toString().contains("ragged")) {
            throw new DataException(DataException.Code.BAD_DATA, "Line 3 has 2 fields instead of 5.", DataException.Where.at(file, 3));
        }
        progress.worked(50, 100);
        whileReading.run();
        progress.checkCancelled();
        return dataset(file);
    }

    @Override
    public ImportPreview preview(Path file, ReadOptions options, Progress progress) {
        throw new UnsupportedOperationException("No command looks at a file before it is imported");
    }

    @Override
    public FileRows look(Path file, ReadOptions options, Progress progress) {
        throw new UnsupportedOperationException("No command shows the rows of a file");
    }

    @Override
    public List<Sheet> sheets(Path file, Progress progress) {
        return List.of();
    }

    @Override
    public Table table(Dataset dataset, List<String> columns, Progress progress) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ColumnBlocks blocks(Dataset dataset, List<String> columns) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Table window(Dataset dataset, List<String> columns, long firstRow, int count) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Long> stored(Dataset dataset) {
        return List.of();
    }

    @Override
    public boolean isCurrent(Dataset dataset, Progress progress) {
        return true;
    }

    @Override
    public List<Dataset> datasets() {
        return kept;
    }

    @Override
    public void put(Dataset dataset, Lineage lineage) {
        put(dataset);
    }

    @Override
    public Optional<Lineage> lineage(String name) {
        return Optional.empty();
    }

    @Override
    public void put(Dataset dataset) {
        kept.add(dataset);
    }

    @Override
    public Dataset rename(String name, String next) throws RunException {
        Dataset old = kept.stream().filter(dataset -> dataset.name().equals(name)).findFirst()
                .orElseThrow(() -> new RunException(Code.BAD_USAGE, "There is no data set " + name + "."));
        kept.remove(old);
        kept.add(old.named(next));
        return old.named(next);
    }

    @Override
    public void remove(String name) {
        kept.removeIf(dataset -> dataset.name().equals(name));
    }
}
