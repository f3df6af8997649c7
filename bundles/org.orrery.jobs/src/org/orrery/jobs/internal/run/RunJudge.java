package org.orrery.jobs.internal.run;

import java.util.List;

import org.orrery.jobs.RunSummary;

/** Has a say about runs that have ended, before who waits for them goes on. Thread-safe. */
public interface RunJudge {
    /** Nobody has. */
    RunJudge NONE = new RunJudge() {
        @Override
        public boolean concerns(RunSummary ended) {
            return false;
        }

        @Override
        public void judge(RunSummary ended) {
            // Never asked to.
        }

        @Override
        public void tagged(RunSummary run, List<String> tags) {
            // Of no use.
        }

        @Override
        public void removed(long run) {
            // Of no use.
        }
    };

    /** Whether that run is to be looked at; returns at once. */
    boolean concerns(RunSummary ended);

    /** Looks at it; reads and writes files. */
    void judge(RunSummary ended);

    /** From now on a run has these tags; whoever set them goes on when this returns, so that a run that ends next is judged by them. */
    void tagged(RunSummary run, List<String> tags);

    /** A run is gone. */
    void removed(long run);
}
