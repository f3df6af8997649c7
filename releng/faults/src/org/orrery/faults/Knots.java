package org.orrery.faults;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.orrery.faults.fixture.Trouble;
import org.orrery.jobs.RunState;
import org.orrery.jobs.Workspace;

/** F12: threads wait for each other, through two monitors and through a monitor and a scheduling rule. Both stacks are told; a cancel ends the run. */
final class Knots implements Campaign {
    private static final double LIMIT_SECONDS = 10;
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    @Override
    public String id() {
        return "F12";
    }

    @Override
    public String title() {
        return "threads that wait for each other";
    }

    @Override
    public void run(Bench bench, Tally tally) throws Exception {
        // Each mostly waits.
        Parts.together(() -> trial(bench, tally, "monitors"), () -> trial(bench, tally, "rule"));
        tally.add("F12.trials", 2);
        tally.store();
    }

    private static void trial(Bench bench, Tally tally, String kind) throws Exception {
        Engine engine = new Engine(new Trouble(kind, "r0/u1"));
        try (Workspace workspace = engine.open(bench.folder("knots-" + kind))) {
            long began = System.nanoTime();
            long run = workspace.runs().submit(Engine.request("units", 3));
            Optional<String> told = Optional.empty();
            while (told.isEmpty() && System.nanoTime() - began < 3 * LIMIT_SECONDS * 1e9) {
                LockSupport.parkNanos(LOOK_NANOS);
                synchronized (engine.reports) {
                    told = engine.reports.stream().filter(report -> report.contains("wait for each other")).findFirst();
                }
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            tally.most("F12.slowestToldMillis", (long) (1000 * seconds));
            if (seconds > LIMIT_SECONDS) {
                tally.broken("F12", kind + ": told after " + seconds + " s: " + told.isPresent());
            }
            String stacks = told.orElse("");
            if (!(stacks.contains("\"Orrery run " + run + " unit") && stacks.contains("\"knot of the fixture\"")
                    && stacks.split("at org.orrery.faults.fixture.Knot|    .*fixture[.]Knot[.]", -1).length > 2)) {
                tally.broken("F12", kind + ": not both stacks are told: " + stacks);
            }
            int before = engine.reports.size();
            workspace.runs().cancel(run);
            if (Engine.finish(workspace, run).state() != RunState.CANCELLED) {
                tally.broken("F12", kind + ": the cancelled run is " + workspace.folders().open(run).summary().state());
            }
            boolean left = List.copyOf(engine.reports).subList(before, engine.reports.size()).stream().anyMatch(report -> report.contains("left behind"));
            if (kind.equals("rule") && left) {
                tally.broken("F12", "a cancel does not free the thread that waits for a rule: " + engine.reports);
            }
        }
    }
}
