package org.orrery.jobs.internal.run;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

import org.orrery.jobs.RunSummary;

/** Lets whoever has a say look at runs that have ended, before who waits for them goes on. Thread-safe. */
final class Judging {
    private final Executor background;
    private final AtomicInteger open = new AtomicInteger();
    private volatile RunJudge judge = RunJudge.NONE;

    /** @param background looks at them: the thread that ends a run has other things to do */
    Judging(Executor background) {
        this.background = background;
    }

    /** Who has a say from now on. */
    void by(RunJudge chosen) {
        judge = chosen;
    }

    RunJudge judge() {
        return judge;
    }

    /**
     * Has a run looked at when that is wished, and then lets go on who waits for it.
     *
     * @param gone takes it from those at work; called before anybody goes on
     */
    void ended(LiveRun run, RunSummary summary, Runnable gone) {
        RunJudge now = judge;
        boolean judged = now.concerns(summary);
        open.addAndGet(judged ? 1 : 0);
        gone.run();
        if (judged) {
            try {
                background.execute(() -> look(now, run, summary));
            } catch (OutOfMemoryError e) {
                open.decrementAndGet();
                throw e;
            }
        } else {
            run.gone().complete(summary);
        }
    }

    private void look(RunJudge now, LiveRun run, RunSummary summary) {
        try {
            now.judge(summary);
        } finally {
            open.decrementAndGet();
            run.gone().complete(summary);
        }
    }

    /** Whether nothing is being looked at. */
    boolean idle() {
        return open.get() == 0;
    }
}
