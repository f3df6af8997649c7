package org.orrery.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.orrery.analysis.Analysis;
import org.orrery.analysis.settings.SettingsSchema;
import org.orrery.data.DataStore;
import org.orrery.data.DataStores;
import org.orrery.faults.fixture.LedgerAnalysis;
import org.orrery.faults.fixture.LedgerSettings;
import org.orrery.faults.fixture.Trouble;
import org.orrery.history.DerbyRunHistories;
import org.orrery.jobs.AnalysisCatalog;
import org.orrery.jobs.AnalysisDescriptor;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunFolders;
import org.orrery.jobs.RunHistories;
import org.orrery.jobs.RunHistory;
import org.orrery.jobs.RunRequest;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.Workspace;
import org.orrery.jobs.internal.files.InjectedFaults;
import org.orrery.jobs.internal.files.WriteSteps;
import org.orrery.jobs.internal.run.HeapReading;
import org.orrery.jobs.internal.workspace.FolderWorkspaces;
import org.orrery.jobs.internal.workspace.OwnedWorkspace;
import org.osgi.service.log.Logger;

/**
 * The bundles of the product without their framework, for faults that need thousands of trials: workspaces with the
 * fixture as the only analysis.
 */
final class Engine {
    static final String LEDGER = "ledger";
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private final FolderWorkspaces workspaces;
    /** What was reported to the log. */
    final List<String> reports = Collections.synchronizedList(new ArrayList<>());

    /** Every write passes; there is no index. */
    Engine() {
        this(WriteSteps.NONE, false, List.of());
    }

    /** Every write passes; the fixture makes trouble. */
    Engine(Trouble trouble) {
        this(WriteSteps.NONE, false, List.of(), new Ledger(() -> new LedgerAnalysis(trouble)));
    }

    /**
     * An engine of its own.
     *
     * @param steps is told of every write
     * @param derby whether the history is the real one
     * @param options of the virtual machine of isolated runs
     */
    Engine(WriteSteps steps, boolean derby, List<String> options) {
        this(steps, derby, options, new Ledger(LedgerAnalysis::new));
    }

    private Engine(WriteSteps steps, boolean derby, List<String> options, Ledger ledger) {
        RunHistories histories = derby ? new DerbyRunHistories(logger()) : (folder, truth) -> new NoHistory();
        workspaces = new FolderWorkspaces(folder -> noData(), histories, ledger, Optional.of((heap, own) -> worker(options)), steps,
                this::report);
    }

    /**
     * One that lives long: the real history, real data sets, and a clock of its own.
     *
     * @param patience how long a cancelled run may take to end by itself
     */
    Engine(Trouble trouble, DataStores stores, InstantSource clock, Duration patience) {
        workspaces = new FolderWorkspaces(stores, new DerbyRunHistories(logger()), new Ledger(() -> new LedgerAnalysis(trouble)),
                Optional.of((heap, own) -> worker(List.of())), WriteSteps.NONE, this::report, patience, HeapReading::now, clock);
    }

    private void report(String message, Throwable cause) {
        reports.add(cause == null ? message : message + ": " + cause);
    }

    /** What this process was told for them, and the options. */
    private static List<String> worker(List<String> options) {
        List<String> all = new ArrayList<>(options);
        System.getProperties().stringPropertyNames().stream().filter(name -> name.startsWith(InjectedFaults.PREFIX))
                .forEach(name -> all.add("-D" + name + "=" + System.getProperty(name)));
        return EngineProgram.command(Path.of(System.getProperty("orrery.engine.archive")), all, EngineWorker.class);
    }

    /** The fixture alone. */
    AnalysisCatalog analyses() {
        return new Ledger(LedgerAnalysis::new);
    }

    private Logger logger() {
        return (Logger) java.lang.reflect.Proxy.newProxyInstance(Engine.class.getClassLoader(), new Class<?>[] {Logger.class},
                (proxy, method, arguments) -> {
                    if (arguments != null) {
                        reports.add(String.valueOf(arguments[0]));
                    }
                    return method.getReturnType() == boolean.class ? Boolean.FALSE : null;
                });
    }

    /** The fixture takes no data. */
    static DataStore noData() {
        return (DataStore) java.lang.reflect.Proxy.newProxyInstance(Engine.class.getClassLoader(), new Class<?>[] {DataStore.class},
                (proxy, method, arguments) -> null);
    }

    Workspace open(Path folder) throws RunException {
        return workspaces.open(folder);
    }

    RunFolders read(Path folder) {
        return workspaces.read(folder);
    }

    /** A request of the fixture, as name and value in turns. */
    static RunRequest request(Object... settings) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            values.put((String) settings[i], settings[i + 1]);
        }
        return request(false, values);
    }

    /** A request of the fixture. */
    static RunRequest request(boolean isolated, Map<String, Object> settings) {
        return new RunRequest(LEDGER, "", Map.of(), settings, RunRequest.DEFAULT_SEED, 2,
                isolated ? RunRequest.Isolation.ASKED : RunRequest.Isolation.AS_NEEDED);
    }

    /** Waits for the end of a run. */
    static RunSummary finish(Workspace workspace, long run) throws RunException, InterruptedException {
        RunSummary end = workspace.runs().await(run, LIMIT);
        if (!end.state().ended()) {
            throw new IllegalStateException("Run " + run + " does not end: " + end);
        }
        return end;
    }

    /**
     * Waits until a run has ended or is held. What is returned has another state when the end could not even be stored; then
     * nobody works on it any more.
     */
    static RunSummary settled(Workspace workspace, long run) throws RunException, InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        RunSummary now = workspace.runs().await(run, Duration.ofMillis(1));
        while (!now.state().ended() && now.state() != RunState.PAUSED && !idle(workspace)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Run " + run + " does not end: " + now);
            }
            now = workspace.runs().await(run, Duration.ofMillis(10));
        }
        // What has ended may count among those at work for another moment.
        return now.state().ended() ? workspace.runs().await(run, LIMIT) : now;
    }

    private static boolean idle(Workspace workspace) {
        return workspace instanceof OwnedWorkspace own && own.idle();
    }

    private record NoHistory() implements RunHistory {
        @Override
        public void put(RunSummary run) {
            // Nobody asks.
        }

        @Override
        public void remove(long run) {
            // Nobody asks.
        }

        @Override
        public List<RunSummary> find(Query query) {
            return List.of();
        }

        @Override
        public void close() {
            // Holds nothing.
        }
    }

    private record Ledger(Supplier<Analysis<?>> analysis) implements AnalysisCatalog, AnalysisDescriptor {
        @Override
        public List<AnalysisDescriptor> analyses() {
            return List.of(this);
        }

        @Override
        public AnalysisDescriptor find(String wanted) throws RunException {
            if (!wanted.equals(LEDGER)) {
                throw new RunException(RunException.Code.UNKNOWN_ANALYSIS, "There is no analysis " + wanted);
            }
            return this;
        }

        @Override
        public String id() {
            return LEDGER;
        }

        @Override
        public String name() {
            return "Ledger";
        }

        @Override
        public String category() {
            return "Fixtures";
        }

        @Override
        public String description() {
            return "Units of a known length.";
        }

        @Override
        public String bundle() {
            return "org.orrery.faults.fixture";
        }

        @Override
        public String version() {
            return "1.0.0";
        }

        @Override
        public List<InputDescriptor> inputs() {
            return List.of(new InputDescriptor("data", "Data", 0, 1));
        }

        @Override
        public SettingsSchema<?> settings() {
            return SettingsSchema.of(LedgerSettings.class);
        }

        @Override
        public Analysis<?> create() {
            return analysis.get();
        }
    }
}
