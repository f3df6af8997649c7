package org.orrery.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import org.orrery.jobs.RunException;
import org.orrery.jobs.RunState;
import org.orrery.jobs.Workspace;
import org.orrery.jobs.internal.files.InjectedFaults;
import org.orrery.jobs.internal.store.JournalEntry;

/**
 * F2: the process ends just before each step of the write protocol. F3: it ends again while it recovers, three levels deep.
 * The run leaves everything that a unit can leave: rows, a file, a state, and it asks for more units. What halts is the run
 * management without its framework, since it starts in a fraction of the time; what recovers is this process; steps that
 * only the product takes are halted in the product.
 */
final class Halts implements Campaign {
    private static final List<String> SETTINGS = List.of("--set", "units=3", "--set", "rows=5", "--set", "chain=true", "--set", "artifact=true",
            "--set", "rounds=1");
    private static final int LEVELS = 3;
    private static final int LONG = 50;
    private static final int LONG_DEEP = 200;
    private static final int SHORT_DEEP = 5;
    private final boolean recovering;
    private String straight;

    /** @param recovering F3 instead of F2 */
    Halts(boolean recovering) {
        this.recovering = recovering;
    }

    @Override
    public String id() {
        return recovering ? "F3" : "F2";
    }

    @Override
    public String title() {
        return recovering ? "the process ends while it recovers, three levels deep" : "the process ends at each step of the write protocol";
    }

    @Override
    public void run(Bench bench, Tally tally) throws Exception {
        Map<String, Integer> steps = steps(bench, bench.engine());
        if (recovering) {
            int before = recovery(bench, steps);
            tally.say("F3.stepsOfARecovery", Integer.toString(before));
            for (long trial = tally.get("F3.trials"); trial < (bench.longForm() ? LONG_DEEP : SHORT_DEEP); trial++) {
                deep(bench, tally, trial, steps, before);
            }
            tally.store();
            return;
        }
        each(bench, bench.engine(), tally, steps);
        Map<String, Integer> further = steps(bench, bench.product());
        further.keySet().removeAll(steps.keySet());
        tally.say("F2.steps", Integer.toString(steps.size() + further.size()));
        each(bench, bench.product(), tally, further);
    }

    /** Each step, in the long form at one of its occurrences after the other, and each recovered and taken to the end. */
    private void each(Bench bench, Program program, Tally tally, Map<String, Integer> steps) throws Exception {
        for (Map.Entry<String, Integer> step : steps.entrySet()) {
            for (long round = tally.get("F2.at " + step.getKey()); round < (bench.longForm() ? LONG : 1); round++) {
                // The middle first; then one occurrence after the other.
                int occurrence = round == 0 ? (step.getValue() + 1) / 2 : (int) (round % step.getValue()) + 1;
                Path workspace = bench.folder("halts");
                boolean hit = halt(bench, program, tally, workspace, step.getKey() + ":" + occurrence);
                if (!hit && round == 0) {
                    // How often a step is taken may depend on which writes fell together: the first is always there.
                    workspace = bench.folder("halts");
                    hit = halt(bench, program, tally, workspace, step.getKey() + ":1");
                }
                if (!hit && round == 0) {
                    tally.broken("F2", "the step " + step.getKey() + " was not taken");
                }
                resume(bench, tally, workspace, Bench.committed(workspace), step.getKey() + ":" + occurrence);
                tally.add("F2.halts", 1);
                tally.add("F2.at " + step.getKey(), 1);
                tally.store();
            }
            tally.add("F2.stepsHit", 1);
        }
    }

    /** Every step that a straight run takes, and how often; with it comes the document to compare with. */
    private Map<String, Integer> steps(Bench bench, Program program) throws Exception {
        Path workspace = bench.folder("halts-straight-" + id());
        List<String> trace = trace(bench, program, workspace);
        straight = Bench.document(workspace);
        Map<String, Integer> steps = new TreeMap<>();
        trace.forEach(step -> steps.merge(step, 1, Integer::sum));
        return steps;
    }

    private List<String> trace(Bench bench, Program program, Path workspace) throws Exception {
        Path trace = bench.work().resolve("halts-" + id() + ".trace");
        Files.deleteIfExists(trace);
        Program.End end = program.run(List.of("-D" + InjectedFaults.TRACE + "=" + trace), next(workspace));
        if (end.code() != 0) {
            throw new IOException("The straight run ended with " + end.code() + ": " + end.last());
        }
        return Files.readAllLines(trace);
    }

    private static String[] next(Path workspace) {
        List<String> words = new ArrayList<>(Files.isDirectory(workspace.resolve("runs/1")) ? List.of("resume", "1") : List.of("run", "ledger"));
        if (words.get(0).equals("run")) {
            words.addAll(SETTINGS);
        }
        words.addAll(List.of("--json", "--workspace", workspace.toString()));
        return words.toArray(String[]::new);
    }

    /** Whether the process came so far that it ended there; nothing committed may be lost by it. */
    private boolean halt(Bench bench, Program program, Tally tally, Path workspace, String point) throws Exception {
        Map<String, JournalEntry.Committed> before = Bench.committed(workspace);
        Program.End end = program.run(List.of("-D" + InjectedFaults.HALT + "=" + point), next(workspace));
        if (end.code() != Program.KILLED && end.code() != 0) {
            tally.broken(id(), "with a halt at " + point + " the process ended with " + end.code() + ": " + end.last());
        }
        kept(tally, point, before, Bench.committed(workspace));
        return end.code() == Program.KILLED;
    }

    private void resume(Bench bench, Tally tally, Path workspace, Map<String, JournalEntry.Committed> before, String where) throws Exception {
        Engine engine = new Engine();
        try (Workspace open = engine.open(workspace)) {
            if (open.folders().list().isEmpty()) {
                open.runs().submit(Engine.request("units", 3, "rows", 5, "chain", true, "artifact", true, "rounds", 1));
            } else if (open.folders().open(1).summary().state() != RunState.COMPLETED) {
                open.runs().resume(1);
            }
            RunState end = Engine.finish(open, open.folders().list().get(0).id()).state();
            if (end != RunState.COMPLETED) {
                tally.broken(id(), "after a halt at " + where + " the run ended " + end + " " + open.folders().open(1).error());
                return;
            }
        } catch (RunException e) {
            tally.broken(id(), "after a halt at " + where + ": " + e.code() + " " + e.getMessage());
            return;
        }
        kept(tally, where, before, Bench.committed(workspace));
        var differences = Bench.differences(straight, Bench.newest(workspace));
        if (differences.isEmpty()) {
            tally.add(id() + ".identical", 1);
        } else {
            tally.broken(id(), "after a halt at " + where + ": " + differences.get(0));
        }
    }

    private void kept(Tally tally, String where, Map<String, JournalEntry.Committed> before, Map<String, JournalEntry.Committed> after) {
        before.forEach((unit, commit) -> {
            if (!commit.equals(after.get(unit))) {
                tally.broken(id(), "after a halt at " + where + " the commit of " + unit + " is lost");
            }
        });
    }

    /** How many steps a recovery takes until the first of its units leaves something. */
    private int recovery(Bench bench, Map<String, Integer> steps) throws Exception {
        Path workspace = bench.folder("halts-recovery");
        bench.engine().run(List.of("-D" + InjectedFaults.HALT + "=" + middle(steps)), next(workspace));
        int first = trace(bench, bench.engine(), workspace).indexOf("APPEND/outcomes");
        if (first < 1) {
            throw new IOException("A resumed run was to do further units");
        }
        return first;
    }

    private static String middle(Map<String, Integer> steps) {
        return "APPEND/outcomes:" + (1 + steps.getOrDefault("APPEND/outcomes", 2) / 2);
    }

    /** A halt in the middle of the units, then one in each of three recoveries, then the end. */
    private void deep(Bench bench, Tally tally, long trial, Map<String, Integer> steps, int recovery) throws Exception {
        Random random = new Random(trial);
        Path workspace = bench.folder("halts-deep");
        StringBuilder where = new StringBuilder(middle(steps));
        tally.add("F3.hit", halt(bench, bench.engine(), tally, workspace, where.toString()) ? 1 : 0);
        Map<String, JournalEntry.Committed> before = Bench.committed(workspace);
        for (int level = 0; level < LEVELS; level++) {
            String point = "*:" + (1 + random.nextInt(recovery));
            where.append(", then ").append(point);
            boolean hit = halt(bench, bench.engine(), tally, workspace, point);
            tally.add("F3.hit", hit ? 1 : 0);
            tally.add("F3.hitInRecovery", hit && Bench.committed(workspace).equals(before) ? 1 : 0);
        }
        resume(bench, tally, workspace, before, where.toString());
        tally.add("F3.trials", 1);
        tally.store();
    }
}
