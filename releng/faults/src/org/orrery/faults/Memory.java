package org.orrery.faults;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.orrery.jobs.RunException;
import org.orrery.jobs.RunState;
import org.orrery.jobs.StoredRun;
import org.orrery.jobs.Workspace;
import org.orrery.jobs.internal.store.JournalEntry;

/**
 * F9: one unit takes all memory of the process that it shares with another run. Both must end, what was committed must be
 * whole, and both must come to the documents of straight runs when they are resumed.
 */
final class Memory implements Campaign {
    static final Object[] HEALTHY = {"units", 60, "millis", 10, "rows", 20, "artifact", true};
    static final Object[] GREEDY = {"units", 3, "rows", 5, "rounds", 1};
    private static final int SHORT = 4;
    private static final int LONG = 200;

    @Override
    public String id() {
        return "F9";
    }

    @Override
    public String title() {
        return "a unit takes all memory";
    }

    @Override
    public void run(Bench bench, Tally tally) throws Exception {
        List<String> expected = straight(bench);
        for (long trial = tally.get("F9.trials"); trial < (bench.longForm() ? LONG : SHORT); trial++) {
            trial(bench, tally, trial, expected);
            tally.add("F9.trials", 1);
            tally.store();
        }
    }

    private static List<String> straight(Bench bench) throws Exception {
        Path place = bench.folder("memory");
        try (Workspace workspace = new Engine().open(place)) {
            workspace.runs().submit(Engine.request(HEALTHY));
            workspace.runs().submit(Engine.request(GREEDY));
            Engine.finish(workspace, 1);
            Engine.finish(workspace, 2);
            return List.of(Bench.document(workspace.folders(), 1), Bench.document(workspace.folders(), 2));
        }
    }

    private static void trial(Bench bench, Tally tally, long trial, List<String> expected) throws Exception {
        Path place = bench.folder("memory");
        // Heaps of several sizes, so that memory ends at other moments.
        Program.End end = bench.engine().run(List.of("-Xmx" + (32 + 4 * (trial % 8)) + "m", "-Dorrery.faults.trouble=memory@r1/u0"), "beside",
                "--workspace", place.toString());
        String where = "trial " + trial;
        if (end.code() != 0) {
            tally.broken("F9", where + ": the runs did not end, the process did with " + end.code() + ": " + end.last());
        }
        Map<String, JournalEntry.Committed> before = Bench.committed(place);
        try (Workspace workspace = new Engine().open(place)) {
            for (int run = 1; run <= 2; run++) {
                StoredRun stored = workspace.folders().open(run);
                tally.add("F9." + (run == 1 ? "other" : "greedy") + stored.summary().state(), 1);
                if (run == 2 && stored.summary().state() == RunState.COMPLETED) {
                    tally.broken("F9", where + ": the run that took all memory is COMPLETED");
                }
                if (stored.summary().resumable()) {
                    workspace.runs().resume(run);
                    Engine.finish(workspace, run);
                }
                var differences = Bench.differences(expected.get(run - 1), Bench.document(workspace.folders(), run));
                if (!differences.isEmpty()) {
                    tally.broken("F9", where + ", run " + run + ": " + differences.get(0));
                }
            }
        } catch (RunException e) {
            tally.broken("F9", where + ": " + e.code() + " " + e.getMessage());
        }
        Map<String, JournalEntry.Committed> after = Bench.committed(place);
        before.forEach((unit, commit) -> {
            if (!commit.equals(after.get(unit))) {
                tally.broken("F9", where + ": unit " + unit + " of the other run is lost");
            }
        });
    }
}
