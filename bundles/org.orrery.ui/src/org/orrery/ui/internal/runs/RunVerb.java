package org.orrery.ui.internal.runs;

import java.util.Locale;

import org.orrery.jobs.RunException;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.Runs;
import org.orrery.jobs.models.ModelRegistry;

/** What a user can ask of a run; plugin.xml names them in lower case. */
public enum RunVerb {
    /** End and keep what is there. */
    STOP,
    /** End without a result. */
    CANCEL,
    /** Hold. */
    PAUSE,
    /** Go on after a pause. */
    PROCEED,
    /** Begin a new attempt that keeps what was done. */
    RESUME,
    /** Delete with all it holds. */
    DELETE;

    /** The verb of that word. */
    public static RunVerb of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Whether the verb makes sense for a run as it is now. */
    public boolean applies(RunSummary run) {
        return switch (this) {
            case STOP, CANCEL -> !run.state().ended();
            case PAUSE -> run.state() == RunState.QUEUED || run.state() == RunState.RUNNING || run.state() == RunState.WAITING_RESOURCE;
            case PROCEED -> run.state() == RunState.PAUSED;
            case RESUME -> run.state().ended() && run.resumable();
            // A model that is in use goes only after its stage was taken from it.
            case DELETE -> run.state().ended() && ModelRegistry.heldBy(run).isEmpty();
        };
    }

    /** Asks for it. Reads and writes files: never on the user interface thread. */
    public void apply(Runs runs, long run) throws RunException {
        switch (this) {
            case STOP -> runs.stop(run);
            case CANCEL -> runs.cancel(run);
            case PAUSE -> runs.pause(run);
            case PROCEED -> runs.proceed(run);
            case RESUME -> runs.resume(run);
            case DELETE -> runs.delete(run);
        }
    }
}
