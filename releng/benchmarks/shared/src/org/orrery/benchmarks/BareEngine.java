package org.orrery.benchmarks;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.orrery.analysis.Analysis;
import org.orrery.analysis.settings.SettingsSchema;
import org.orrery.data.DataStore;
import org.orrery.jobs.AnalysisCatalog;
import org.orrery.jobs.AnalysisDescriptor;
import org.orrery.jobs.RunHistory;
import org.orrery.jobs.RunQueue;
import org.orrery.jobs.internal.files.WriteSteps;
import org.orrery.jobs.internal.run.WorkerRun;
import org.orrery.jobs.internal.worker.WorkerLaunch;
import org.orrery.jobs.internal.workspace.FolderWorkspaces;

/**
 * The job bundle with one analysis, no data and no history: what it costs by itself.
 *
 * @param settings the settings of the analysis
 * @param create makes it
 */
public record BareEngine(Class<? extends Record> settings, Supplier<Analysis<?>> create) {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Workspaces in which every analysis is this one; {@code worker} starts the process of an isolated run, where there are any. */
    public FolderWorkspaces workspaces(Optional<WorkerLaunch> worker) {
        return new FolderWorkspaces(folder -> stub(DataStore.class), (folder, truth) -> stub(RunHistory.class), catalog(), worker,
                WriteSteps.NONE, (message, cause) -> System.err.println(message + (cause == null ? "" : ": " + cause)), PATIENCE);
    }

    /** Does the isolated run that is told on the standard input. */
    public void work() throws IOException {
        WorkerRun.carryOut(System.in, folder -> stub(DataStore.class), catalog(), (message, cause) -> System.err.println(message));
    }

    private AnalysisCatalog catalog() {
        AnalysisDescriptor descriptor = (AnalysisDescriptor) Proxy.newProxyInstance(BareEngine.class.getClassLoader(),
                new Class<?>[] {AnalysisDescriptor.class}, (proxy, method, arguments) -> switch (method.getName()) {
                    case "settings" -> SettingsSchema.of(settings);
                    case "create" -> create.get();
                    case "isolation" -> AnalysisDescriptor.Isolation.NONE;
                    case "kind" -> RunQueue.Kind.COMPUTE;
                    case "interruptible" -> false;
                    case "version" -> "1.0.0";
                    default -> method.getReturnType() == List.class ? List.of() : method.getReturnType() == String.class ? "bare" : null;
                });
        return new AnalysisCatalog() {
            @Override
            public List<AnalysisDescriptor> analyses() {
                return List.of(descriptor);
            }

            @Override
            public AnalysisDescriptor find(String id) {
                return descriptor;
            }
        };
    }

    private static <T> T stub(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
                (proxy, method, arguments) -> method.getReturnType() == List.class ? List.of() : null));
    }
}
