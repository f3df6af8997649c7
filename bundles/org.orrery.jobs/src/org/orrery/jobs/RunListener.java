package org.orrery.jobs;

import org.orrery.analysis.result.Result;

/**
 * Hears what happens to runs. Called from threads of the run management, in order for one run; must return at once and
 * never touch a widget: hop to the user interface thread.
 */
public interface RunListener {
    /** The state, unit counts, name or tags of a run changed, or the run is new. At most ten times a second for one run, but always the last. */
    default void changed(RunSummary run) {
    }

    /** A newer result of a run that goes on, or its final one. */
    default void result(long run, Result result) {
    }

    /** What a running unit reports. At most ten times a second for one run. */
    default void progress(RunProgress progress) {
    }

    /** What running units have reported since they were last heard, in the order in which it came. At most ten times a second for one run. */
    default void series(RunSeries series) {
    }

    /** A run was deleted. */
    default void removed(long run) {
    }
}
