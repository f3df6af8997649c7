package org.orrery.faults;

import java.util.concurrent.atomic.AtomicInteger;

import org.orrery.faults.fixture.Trouble;
import org.orrery.jobs.RunListener;
import org.orrery.jobs.RunProgress;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.StoredRun;
import org.orrery.jobs.Workspace;

/** F15: a unit reports its progress a thousand times in a millisecond. Listeners hear ten times a second, and the unit hardly notices. */
final class Floods implements Campaign {
    private static final int MOST_A_SECOND = 10;
    private static final double MOST_SHARE = 0.02;

    @Override
    public String id() {
        return "F15";
    }

    @Override
    public String title() {
        return "a flood of progress";
    }

    @Override
    public void run(Bench bench, Tally tally) throws Exception {
        AtomicInteger heard = new AtomicInteger();
        try (Workspace workspace = new Engine(new Trouble("flood", "r0/u0")).open(bench.folder("flood"))) {
            workspace.runs().addListener(new RunListener() {
                @Override
                public void progress(RunProgress progress) {
                    heard.incrementAndGet();
                }
            });
            long began = System.nanoTime();
            long run = workspace.runs().submit(Engine.request("units", 1));
            RunSummary end = Engine.finish(workspace, run);
            double seconds = (System.nanoTime() - began) / 1e9;
            double rate = heard.get() / seconds;
            double share = workspace.folders().open(run).metrics().stream().filter(metric -> metric.name().equals("reportingShare"))
                    .mapToDouble(StoredRun.Metric::value).findFirst().orElse(Double.NaN);
            tally.say("F15.heardASecond", String.format(java.util.Locale.ROOT, "%.1f", rate));
            tally.say("F15.shareOfTheUnit", String.format(java.util.Locale.ROOT, "%.2f %%", 100 * share));
            // One more for the beginning and one for the end.
            if (end.state() != RunState.COMPLETED || heard.get() > MOST_A_SECOND * seconds + 2 || heard.get() == 0) {
                tally.broken("F15", heard + " updates in " + seconds + " s, the run is " + end.state());
            }
            if (!(share < MOST_SHARE)) {
                tally.broken("F15", "reports take " + 100 * share + " % of a unit that reports a thousand times in a millisecond");
            }
        }
        tally.store();
    }
}
