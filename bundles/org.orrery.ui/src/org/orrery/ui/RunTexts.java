package org.orrery.ui;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

import org.eclipse.osgi.util.NLS;
import org.orrery.analysis.Names;
import org.orrery.jobs.RunProgress;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.UnitCounts;

/** How the state and the progress of a run are written. */
public final class RunTexts {
    private RunTexts() {
    }

    /** The word for a state. */
    public static String state(RunState state) {
        return switch (state) {
            case QUEUED -> Messages.RunTexts_queued;
            case WAITING_RESOURCE -> Messages.RunTexts_waiting;
            case RUNNING -> Messages.RunTexts_running;
            case PAUSED -> Messages.RunTexts_paused;
            case COMPLETED -> Messages.RunTexts_completed;
            case COMPLETED_PARTIAL -> Messages.RunTexts_completedPartial;
            case STOPPED_KEPT -> Messages.RunTexts_stopped;
            case CANCELLED -> Messages.RunTexts_cancelled;
            case FAILED -> Messages.RunTexts_failed;
            case FAILED_PARTIAL -> Messages.RunTexts_failedPartial;
            case INTERRUPTED -> Messages.RunTexts_interrupted;
        };
    }

    /** The icon of a state in this bundle. */
    public static String icon(RunState state) {
        return switch (state) {
            case QUEUED, WAITING_RESOURCE -> "state_queued"; //$NON-NLS-1$
            case RUNNING -> "state_running"; //$NON-NLS-1$
            case PAUSED -> "state_paused"; //$NON-NLS-1$
            case COMPLETED -> "state_completed"; //$NON-NLS-1$
            case COMPLETED_PARTIAL -> "state_partial"; //$NON-NLS-1$
            case STOPPED_KEPT -> "state_stopped"; //$NON-NLS-1$
            case CANCELLED -> "state_cancelled"; //$NON-NLS-1$
            case FAILED, FAILED_PARTIAL -> "state_failed"; //$NON-NLS-1$
            case INTERRUPTED -> "state_interrupted"; //$NON-NLS-1$
        };
    }

    /** How many units are done, with the failed ones. */
    public static String units(UnitCounts units) {
        if (units.total() == 0) {
            return ""; //$NON-NLS-1$
        }
        String done = NLS.bind(Messages.RunTexts_units, units.done(), units.total());
        return units.failed() == 0 ? done : NLS.bind(Messages.RunTexts_unitsFailed, done, units.failed());
    }

    /**
     * A sentence that a run or the workspace has told, as users read it: with the name of the unit in place of its id, and with files named from the
     * folder of the workspace, which they know.
     *
     * @param unit the id of the unit that it is about; empty for none
     */
    public static String plain(String sentence, String unit, Names names, Path workspace) {
        String named = unit.isEmpty() ? sentence : sentence.replace(unit, names.unit(unit));
        return named.replace(workspace.toString() + workspace.getFileSystem().getSeparator(), ""); //$NON-NLS-1$
    }

    /** The share of units that are over, 0 to 1. */
    public static double fraction(UnitCounts units) {
        return units.total() == 0 ? 0 : Math.min(1, (double) (units.done() + units.failed() + units.skipped()) / units.total());
    }

    /** How long the run has taken so far; empty before it began. */
    public static String duration(RunSummary run, Instant now) {
        return run.started().map(start -> Formats.duration(Duration.between(start, end(run, start, now)))).orElse(""); //$NON-NLS-1$
    }

    /** How long a run is expected to go on, with the interval of that when it is known; empty while nothing can be said. */
    public static String left(RunProgress progress) {
        if (Double.isNaN(progress.secondsLeft())) {
            return ""; //$NON-NLS-1$
        }
        String about = Formats.seconds(progress.secondsLeft());
        return Double.isNaN(progress.secondsLeftHigh()) ? NLS.bind(Messages.RunTexts_left, about)
                : NLS.bind(Messages.RunTexts_leftBetween, about, Formats.between(progress.secondsLeftLow(), progress.secondsLeftHigh()));
    }

    /** What the interval in {@link #left} means; empty when there is none. */
    public static String leftTip(RunProgress progress) {
        return Double.isNaN(progress.secondsLeftHigh()) ? "" //$NON-NLS-1$
                : NLS.bind(Messages.RunTexts_leftTip, Formats.between(progress.secondsLeftLow(), progress.secondsLeftHigh()));
    }

    private static Instant end(RunSummary run, Instant start, Instant now) {
        Instant end = run.state().ended() ? run.finished().orElse(start) : now;
        return end.isBefore(start) ? start : end;
    }
}
