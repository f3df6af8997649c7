package org.orrery.faults;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

import org.eclipse.core.internal.jobs.JobListeners;
import org.orrery.jobs.RunListener;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.Workspace;

/**
 * F20: whoever listens to runs takes longer than the three seconds after which the platform gives up the order of its events.
 * The run must not wait for it, and the platform must not have noticed.
 */
final class SlowListener implements Campaign {
    private static final long SECONDS = 4;

    @Override
    public String id() {
        return "F20";
    }

    @Override
    public String title() {
        return "a listener that takes longer than the platform bears";
    }

    @Override
    public void run(Bench bench, Tally tally) throws Exception {
        int before = JobListeners.getJobListenerTimeout();
        AtomicBoolean inside = new AtomicBoolean();
        CountDownLatch called = new CountDownLatch(1);
        CountDownLatch told = new CountDownLatch(1);
        try (Workspace workspace = new Engine().open(bench.folder("listener"))) {
            workspace.runs().addListener(new RunListener() {
                @Override
                public void changed(RunSummary run) {
                    if (called.getCount() > 0) {
                        inside.set(true);
                        called.countDown();
                        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
                        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
                            LockSupport.parkNanos(left);
                        }
                        inside.set(false);
                    }
                    if (run.state() == RunState.COMPLETED) {
                        told.countDown();
                    }
                }
            });
            long run = workspace.runs().submit(Engine.request("units", 20, "rows", 2));
            RunState end = Engine.finish(workspace, run).state();
            // A machine that takes longer than the listener for a run of nothing has shown nothing.
            tally.say("F20.runEndedBeforeItsListener", Boolean.toString(inside.get()));
            if (end != RunState.COMPLETED) {
                tally.broken("F20", "beside a slow listener the run is " + end);
            }
            if (!told.await(1, TimeUnit.MINUTES)) {
                tally.broken("F20", "the slow listener was never told of the end");
            }
        }
        if (JobListeners.getJobListenerTimeout() != before) {
            tally.broken("F20", "the platform does not keep the order of its events any more");
        }
        tally.add("F20.trials", 1);
        tally.store();
    }
}
