package org.orrery.ui.internal.run;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.orrery.analysis.result.Result;
import org.orrery.analysis.settings.SettingsSchema;
import org.orrery.jobs.AnalysisCatalog;
import org.orrery.jobs.AnalysisDescriptor;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunListener;
import org.orrery.jobs.RunProgress;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.StoredRun;
import org.orrery.jobs.Workspace;
import org.orrery.ui.AnalysisNames;
import org.orrery.ui.Background;

/** One run, read from its folder and followed while it is at work. Thread-safe; tells of changes from any thread. */
final class RunModel {
    private static final int RELOAD_MS = 500;

    private final Workspace workspace;
    private final AnalysisCatalog catalog;
    private final AnalysisNames names;
    private final long run;
    private final Runnable changed;
    private final AtomicReference<RunContent> content = new AtomicReference<>();
    private final AtomicReference<String> failure = new AtomicReference<>();
    private final RunListener follower = new Follower();
    private final Job reload = new Reload();

    /** @param changed called when there is something new, from any thread */
    RunModel(Workspace workspace, AnalysisCatalog catalog, AnalysisNames names, long run, Runnable changed) {
        this.workspace = workspace;
        this.catalog = catalog;
        this.names = names;
        this.run = run;
        this.changed = changed;
    }

    void open() {
        workspace.runs().addListener(follower);
        reload.schedule();
    }

    void close() {
        workspace.runs().removeListener(follower);
        reload.cancel();
    }

    /** The newest content; empty until it has been read. */
    Optional<RunContent> content() {
        return Optional.ofNullable(content.get());
    }

    /** Why the run cannot be shown; empty when it can. */
    Optional<String> failure() {
        return Optional.ofNullable(failure.get());
    }

    private void read() {
        try {
            StoredRun stored = workspace.folders().open(run);
            RunContent before = content.get();
            Optional<AnalysisDescriptor> analysis = before == null ? find(stored) : before.analysis();
            Optional<SettingsSchema<?>> schema = before == null ? analysis.flatMap(RunModel::schema) : before.schema();
            // What is stored is the truth; while the run is at work its live result is newer than the stored one.
            Optional<Result> result = stored.summary().state().ended() ? stored.result() : workspace.runs().result(run).or(stored::result);
            content.set(new RunContent(stored.summary(), before == null ? Optional.empty() : before.progress(), stored, result, analysis,
                    schema, names.of(stored.request().analysis())));
        } catch (RunException e) {
            failure.set(e.getMessage());
        }
        changed.run();
    }

    private Optional<AnalysisDescriptor> find(StoredRun stored) {
        try {
            return Optional.of(catalog.find(stored.request().analysis()));
        } catch (RunException e) {
            // A run of a removed bundle still opens: its names are then the raw ones.
            ILog.of(RunModel.class).info(e.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<SettingsSchema<?>> schema(AnalysisDescriptor analysis) {
        try {
            return Optional.of(analysis.settings());
        } catch (RunException e) {
            ILog.of(RunModel.class).warn(e.getMessage(), e);
            return Optional.empty();
        }
    }

    private void update(UnaryOperator<RunContent> change) {
        content.updateAndGet(now -> now == null ? null : change.apply(now));
        changed.run();
    }

    private final class Follower implements RunListener {
        @Override
        public void changed(RunSummary summary) {
            if (summary.id() == run) {
                update(now -> now.with(summary, summary.state().ended() ? Optional.empty() : now.progress()));
                reload.schedule(summary.state().ended() ? 0 : RELOAD_MS);
            }
        }

        @Override
        public void result(long id, Result result) {
            if (id == run) {
                update(now -> now.with(result));
            }
        }

        @Override
        public void progress(RunProgress progress) {
            if (progress.run() == run) {
                update(now -> now.with(now.summary(), Optional.of(progress)));
            }
        }

        @Override
        public void removed(long id) {
            if (id == run) {
                failure.set(Messages.RunModel_deleted);
                changed.run();
            }
        }
    }

    private final class Reload extends Job {
        Reload() {
            super(Messages.RunModel_read);
            setSystem(true);
            setPriority(SHORT);
        }

        @Override
        protected IStatus run(IProgressMonitor monitor) {
            read();
            return Status.OK_STATUS;
        }

        @Override
        public boolean belongsTo(Object family) {
            return family == Background.FAMILY;
        }
    }
}
