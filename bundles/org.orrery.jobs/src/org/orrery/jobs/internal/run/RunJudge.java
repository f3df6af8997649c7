package org.orrery.jobs.internal.run;

import java.util.List;

import org.orrery.jobs.RunSummary;

/** Has a say about runs that have ended, before who waits for them goes on. Thread-safe. */
public interface RunJudge {
    /** Nobody has. */
    RunJudge NONE = new RunJudge() {
    };

    /** Whether that run is to be looked at; returns at once. */
    default boolean concerns(RunSummary ended) {
        return false;
    }

    /** Looks at it; reads and writes files. */
    default void judge(RunSummary ended) {
        // Never asked to by default.
    }

    /** From now on a run has these tags; whoever set them goes on when this returns, so that a run that ends next is judged by them. */
    default void tagged(RunSummary run, List<String> tags) {
        // Of no use by default.
    }

    /** A run is gone. */
    default void removed(long run) {
        // Of no use by default.
    }
}
