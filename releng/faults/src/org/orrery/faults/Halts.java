package org.orrery.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import org.orrery.jobs.internal.files.InjectedFaults;
import org.orrery.jobs.internal.store.JournalEntry;

/**
 * F2: the process ends just before each step of the write protocol. F3: it ends again while it recovers, three levels deep.
 * The run leaves everything that a unit can leave: rows, a file, a state, and it asks for more units.
 */
final class Halts implements Campaign {
    private static final String[] SETTINGS = {"--set", "units=3", "--set", "rows=5", "--set", "chain=true", "--set", "artifact=true", "--set",
        "rounds=1"};
    private static final int KILLED = 137;
    private static final int LEVELS = 3;
    private static final int LONG = 50;
    private static final int LONG_DEEP = 50;
    private static final int SHORT_DEEP = 3;
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
        Map<String, Integer> steps = steps(bench);
        tally.say(id() + ".steps", Integer.toString(steps.size()));
        if (recovering) {
            int wanted = bench.longForm() ? LONG_DEEP : SHORT_DEEP;
            for (long trial = tally.get("F3.trials"); trial < wanted; trial++) {
                deep(bench, tally, trial, steps);
            }
            return;
        }
        if (bench.longForm()) {
            each(bench, tally, steps);
        } else {
            chained(bench, tally, steps);
        }
    }

    /** The short form: every attempt is halted at another step, and is itself the recovery of the one before. */
    private void chained(Bench bench, Tally tally, Map<String, Integer> steps) throws Exception {
        Path workspace = bench.folder("halts");
        Map<String, JournalEntry.Committed> before = Map.of();
        String where = "";
        List<String> begin = steps.keySet().stream().filter(step -> step.matches(".*/(request|runs|run|last-number)")).toList();
        List<String> order = new ArrayList<>(begin);
        steps.keySet().stream().filter(step -> !begin.contains(step) && !step.contains("result")).forEach(order::add);
        steps.keySet().stream().filter(step -> step.contains("result")).forEach(order::add);
        for (String step : order) {
            where = step + ":1";
            Map<String, JournalEntry.Committed> after = halt(bench, tally, workspace, where);
            kept(tally, where, before, after);
            before = after;
            tally.add("F2.halts", 1);
            if (new Engine().read(workspace).list().stream().anyMatch(run -> run.state() == org.orrery.jobs.RunState.COMPLETED)) {
                // It came through without that step, or the step comes after the end.
                resume(bench, tally, workspace, before, where);
                workspace = bench.folder("halts");
                before = Map.of();
            }
        }
        resume(bench, tally, workspace, before, where);
        tally.store();
    }

    /** The long form: each step many times, at one occurrence after the other, each resumed to the end. */
    private void each(Bench bench, Tally tally, Map<String, Integer> steps) throws Exception {
        for (Map.Entry<String, Integer> step : steps.entrySet()) {
            for (long round = tally.get("F2.at " + step.getKey()); round < LONG; round++) {
                // The middle first; then one occurrence after the other.
                int occurrence = round == 0 ? (step.getValue() + 1) / 2 : (int) (round % step.getValue()) + 1;
                Path workspace = bench.folder("halts");
                Map<String, JournalEntry.Committed> before = halt(bench, tally, workspace, step.getKey() + ":" + occurrence);
                resume(bench, tally, workspace, before, step.getKey() + ":" + occurrence);
                tally.add("F2.halts", 1);
                tally.add("F2.at " + step.getKey(), 1);
                tally.store();
            }
        }
    }

    /** Every step that a straight run takes, and how often; with it comes the document to compare with. */
    private Map<String, Integer> steps(Bench bench) throws Exception {
        Path workspace = bench.folder("halts-straight-" + id());
        Path trace = bench.work().resolve("halts-" + id() + ".trace");
        Files.deleteIfExists(trace);
        Product.End end = bench.product().run(List.of("-D" + InjectedFaults.TRACE + "=" + trace), start(workspace));
        if (end.code() != 0) {
            throw new IOException("The straight run ended with " + end.code() + ": " + end.last());
        }
        straight = Bench.document(workspace);
        Map<String, Integer> steps = new TreeMap<>();
        Files.readAllLines(trace).forEach(step -> steps.merge(step, 1, Integer::sum));
        return steps;
    }

    private static String[] start(Path workspace) {
        List<String> words = new ArrayList<>(List.of("run", "ledger"));
        words.addAll(List.of(SETTINGS));
        words.addAll(List.of("--json", "--workspace", workspace.toString()));
        return words.toArray(String[]::new);
    }

    private static String[] next(Path workspace) {
        return Files.isDirectory(workspace.resolve("runs/1"))
                ? new String[] {"resume", "1", "--json", "--workspace", workspace.toString()} : start(workspace);
    }

    private Map<String, JournalEntry.Committed> halt(Bench bench, Tally tally, Path workspace, String point) throws Exception {
        Product.End end = bench.product().run(List.of("-D" + InjectedFaults.HALT + "=" + point), next(workspace));
        tally.add(id() + ".hit", end.code() == KILLED ? 1 : 0);
        if (end.code() != KILLED && end.code() != 0) {
            tally.broken(id(), "with a halt at " + point + " the product ended with " + end.code() + ": " + end.last());
        }
        return Bench.committed(workspace);
    }

    private void resume(Bench bench, Tally tally, Path workspace, Map<String, JournalEntry.Committed> before, String where) throws Exception {
        Product.End end = bench.product().run(List.of(), next(workspace));
        if (end.code() != 0 && !end.out().contains("not-resumable")) {
            tally.broken(id(), "after a halt at " + where + " the product ended with " + end.code() + ": " + end.last());
            return;
        }
        kept(tally, where, before, Bench.committed(workspace));
        var differences = Bench.differences(straight, Bench.document(workspace));
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

    /** A halt in the middle of the units, then one in each of three recoveries, then the end. */
    private void deep(Bench bench, Tally tally, long trial, Map<String, Integer> steps) throws Exception {
        Random random = new Random(trial);
        Path workspace = bench.folder("halts-deep");
        int middle = steps.getOrDefault("FORCE/journal", 2) / 2;
        Map<String, JournalEntry.Committed> before = halt(bench, tally, workspace, "FORCE/journal:" + middle);
        StringBuilder where = new StringBuilder("FORCE/journal:" + middle);
        for (int level = 0; level < LEVELS; level++) {
            // Recovery takes some twelve steps before the first unit is done.
            String point = "*:" + (1 + random.nextInt(12));
            where.append(", then ").append(point);
            Map<String, JournalEntry.Committed> after = halt(bench, tally, workspace, point);
            kept(tally, where.toString(), before, after);
            before = after;
        }
        resume(bench, tally, workspace, before, where.toString());
        tally.add("F3.trials", 1);
        tally.store();
    }
}
