package org.orrery.jobs.internal.run;

import java.util.function.DoubleConsumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.orrery.jobs.JobFamilies;
import org.orrery.jobs.RunException;

/** The platform's job around one attempt of a run. */
final class AnalysisJob extends Job {
    private static final String BUNDLE = "org.orrery.jobs";
    private static final int STEPS = 1_000;
    private final LiveRun run;
    private volatile boolean taken;

    AnalysisJob(LiveRun run) {
        super(run.request().name());
        this.run = run;
        setUser(true);
        setPriority(LONG);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        taken = true;
        if (!run.claimBegin()) {
            return Status.CANCEL_STATUS;
        }
        SubMonitor progress = SubMonitor.convert(monitor, getName(), STEPS);
        int[] shown = new int[1];
        DoubleConsumer shows = fraction -> {
            int now = (int) (fraction * STEPS);
            progress.worked(Math.max(0, now - shown[0]));
            shown[0] = Math.max(shown[0], now);
        };
        Attempt attempt = run.isolated() ? new IsolatedAttempt(run, shows) : new RunCoordinator(run, shows);
        attempt.run();
        return status(attempt);
    }

    private IStatus status(Attempt attempt) {
        return switch (run.state()) {
            case CANCELLED, INTERRUPTED -> Status.CANCEL_STATUS;
            case FAILED, FAILED_PARTIAL, PAUSED -> attempt.problem().map(AnalysisJob::status).orElse(Status.OK_STATUS);
            default -> Status.OK_STATUS;
        };
    }

    /** Whether a thread ever took it. */
    boolean taken() {
        return taken;
    }

    /** What the user can do something about is a warning: the list of runs shows it. An error of the program is one. */
    private static IStatus status(RunException.Problem problem) {
        int severity = problem.code() == RunException.Code.INTERNAL ? IStatus.ERROR : IStatus.WARNING;
        return new Status(severity, BUNDLE, problem.message());
    }

    @Override
    protected void canceling() {
        run.wish(Wish.CANCEL);
    }

    @Override
    public boolean belongsTo(Object family) {
        return JobFamilies.RUNS.equals(family) || Long.valueOf(run.id()).equals(family);
    }
}
