package org.orrery.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

import org.orrery.jobs.RunException;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.StoredRun;
import org.orrery.jobs.Workspace;
import org.orrery.jobs.internal.codec.PlainJson;
import org.orrery.jobs.internal.files.InjectedFaults;
import org.orrery.jobs.internal.files.WriteSteps;
import org.orrery.jobs.internal.lease.ProcessIdentity;
import org.orrery.jobs.internal.store.JournalEntry;

/**
 * F1, F2 and F4 for runs in a process of their own: that process is killed at random moments, ends at each step of the write
 * protocol, and finds the disk full. The owner, this process, must say what happened, and the next attempt come to the same end.
 */
final class Workers implements Campaign {
    private static final String ID = "worker";
    private static final Map<String, Object> SETTINGS = Map.of("units", 3, "rows", 5, "chain", true, "artifact", true, "rounds", 1);
    private static final Map<String, Object> MANY = Map.of("units", 60, "millis", 60, "rows", 5, "artifact", true);
    private static final int KILLS_SHORT = 4;
    private static final int KILLS_LONG = 200;
    private static final int KILLS_IN_ONE_RUN = 6;
    private static final double WITHIN_SECONDS = 0.3;
    /** The short form takes every so many steps. */
    private static final int STRIDE_SHORT = 12;
    private static final int ROUNDS_LONG = 5;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "the process of an isolated run killed, halted, without disk";
    }

    @Override
    public void run(Bench bench, Tally tally) throws Exception {
        String many = straight(bench, MANY);
        for (long trial = tally.get("worker.runsKilled"); tally.get("worker.kills") < (bench.longForm() ? KILLS_LONG : KILLS_SHORT); trial++) {
            kills(bench, tally, trial, many);
            tally.add("worker.runsKilled", 1);
            tally.store();
        }
        String few = straight(bench, SETTINGS);
        List<String> steps = steps(bench);
        tally.say("worker.steps", Integer.toString(steps.size()));
        int rounds = bench.longForm() ? ROUNDS_LONG : 1;
        for (int round = 0; round < rounds; round++) {
            for (int step = 0; step < steps.size(); step += bench.longForm() ? 1 : STRIDE_SHORT) {
                String mark = "worker.at " + round + " " + steps.get(step);
                if (tally.get(mark) == 0) {
                    halt(bench, tally, steps.get(step) + ":" + (1 + round), few);
                    full(bench, tally, steps.get(step) + ":" + (1 + round), few);
                    tally.add(mark, 1);
                    tally.store();
                }
            }
        }
    }

    /** What the run comes to in this process. */
    private static String straight(Bench bench, Map<String, Object> settings) throws Exception {
        Path place = bench.folder("worker-straight");
        try (Workspace workspace = new Engine().open(place)) {
            workspace.runs().submit(Engine.request(false, settings));
            Engine.finish(workspace, 1);
        }
        return Bench.document(place);
    }

    private static Engine engine(String... options) {
        return new Engine(WriteSteps.NONE, false, List.of(options));
    }

    private static void begin(Workspace workspace, Map<String, Object> settings) throws RunException {
        if (workspace.folders().list().isEmpty()) {
            workspace.runs().submit(Engine.request(true, settings));
        } else {
            workspace.runs().resume(1);
        }
    }

    private static void kills(Bench bench, Tally tally, long seed, String expected) throws Exception {
        Random random = new Random(seed);
        Path place = bench.folder("worker-kills");
        Repeats repeats = new Repeats(bench, "worker-" + seed);
        Map<String, JournalEntry.Committed> acknowledged = new TreeMap<>();
        int most = bench.longForm() ? KILLS_IN_ONE_RUN : KILLS_SHORT;
        int kills = 0;
        try (Workspace workspace = engine(repeats.option()).open(place)) {
            begin(workspace, MANY);
            RunState end = RunState.RUNNING;
            while (kills < most && end != RunState.COMPLETED) {
                kill(workspace, place, acknowledged.size(), random);
                end = Engine.finish(workspace, 1).state();
                if (end == RunState.COMPLETED) {
                    // It was over before the moment came.
                    break;
                }
                String where = "trial " + seed + " kill " + kills;
                // Dead again at the unit at which it was dead before: then it has failed, and goes on when asked all the same.
                if (end != RunState.INTERRUPTED && end != RunState.FAILED) {
                    tally.broken(ID, where + ": the run is " + end);
                }
                kept(tally, where, acknowledged, Bench.committed(place));
                acknowledged.putAll(Bench.committed(place));
                repeats.killed();
                kills++;
                tally.add("worker.kills", 1);
                workspace.runs().resume(1);
            }
            end = Engine.finish(workspace, 1).state();
            if (end != RunState.COMPLETED) {
                tally.broken(ID, "trial " + seed + " ended " + end + " " + workspace.folders().open(1).error());
            }
        }
        kept(tally, "trial " + seed + " at the end", acknowledged, Bench.committed(place));
        same(tally, "after " + kills + " kills, seed " + seed, expected, place);
        repeats.judge(tally, ID, "trial " + seed);
    }

    /** Kills the worker some time after this attempt has committed a unit, unless the run ends before. */
    private static void kill(Workspace workspace, Path place, int before, Random random) throws Exception {
        while (Bench.committed(place).size() <= before && !workspace.folders().open(1).summary().state().ended()) {
            LockSupport.parkNanos(5_000_000);
        }
        LockSupport.parkNanos((long) (1e9 * random.nextDouble() * WITHIN_SECONDS));
        ProcessIdentity worker = PlainJson.read(Files.readAllBytes(place.resolve("runs/1/worker.lock")), ProcessIdentity.class);
        if (!workspace.folders().open(1).summary().state().ended()) {
            ProcessHandle.of(worker.pid()).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    /** Each step that a worker takes. */
    private static List<String> steps(Bench bench) throws Exception {
        Path trace = bench.work().resolve("worker.trace");
        Files.deleteIfExists(trace);
        attempt(engine("-D" + InjectedFaults.WORKER + "trace=" + trace), bench.folder("worker-traced"));
        List<String> steps = new ArrayList<>(Files.readAllLines(trace).stream().distinct().sorted().toList());
        if (steps.isEmpty()) {
            throw new IOException("The process of an isolated run was to list its steps");
        }
        return steps;
    }

    private static StoredRun attempt(Engine engine, Path place) throws Exception {
        try (Workspace workspace = engine.open(place)) {
            begin(workspace, SETTINGS);
            RunSummary end = Engine.settled(workspace, 1);
            while (end.state() == RunState.PAUSED && workspace.runs().waitsFor(1).isEmpty()) {
                // The worker has told it; the owner is about to write it.
                LockSupport.parkNanos(5_000_000);
            }
            return workspace.folders().open(1);
        }
    }

    private static void halt(Bench bench, Tally tally, String point, String expected) throws Exception {
        Path place = bench.folder("worker-halt");
        StoredRun ended = attempt(engine("-D" + InjectedFaults.WORKER + "haltAt=" + point), place);
        RunState state = ended.summary().state();
        tally.add("worker.halts", 1);
        // A process that dies after it has written the end of its run leaves a run that has ended.
        tally.add("worker.haltsHit", state == RunState.INTERRUPTED ? 1 : 0);
        if (state == RunState.INTERRUPTED && ended.error().filter(problem -> !problem.message().isBlank()).isEmpty()) {
            tally.broken(ID, "after a halt at " + point + " nobody says that the process is gone");
        }
        goOn(tally, "after a halt at " + point, place, state, expected);
    }

    private static void full(Bench bench, Tally tally, String point, String expected) throws Exception {
        Path place = bench.folder("worker-full");
        StoredRun ended = attempt(engine("-D" + InjectedFaults.WORKER + "failFrom=" + point), place);
        RunState state = ended.summary().state();
        tally.add("worker.fullDisks", 1);
        if (state != RunState.COMPLETED && ended.error().filter(problem -> problem.code() == RunException.Code.OUT_OF_DISK).isEmpty()) {
            tally.broken(ID, "with a full disk from " + point + " on the run is " + state + " and tells " + ended.error());
        }
        goOn(tally, "with a full disk from " + point + " on", place, state, expected);
    }

    private static void goOn(Tally tally, String where, Path place, RunState state, String expected) throws Exception {
        Map<String, JournalEntry.Committed> before = Bench.committed(place);
        if (state != RunState.COMPLETED) {
            StoredRun end = attempt(engine(), place);
            if (end.summary().state() != RunState.COMPLETED) {
                tally.broken(ID, where + " the next attempt ended " + end.summary().state() + " " + end.error());
                return;
            }
        }
        kept(tally, where, before, Bench.committed(place));
        same(tally, where, expected, place);
    }

    private static void kept(Tally tally, String where, Map<String, JournalEntry.Committed> before, Map<String, JournalEntry.Committed> after) {
        before.forEach((unit, commit) -> {
            if (!commit.equals(after.get(unit))) {
                tally.broken(ID, where + ": the commit of " + unit + " is lost");
            }
        });
    }

    private static void same(Tally tally, String where, String expected, Path place) throws Exception {
        var differences = Bench.differences(expected, Bench.document(place));
        if (differences.isEmpty()) {
            tally.add("worker.identical", 1);
        } else {
            tally.broken(ID, where + ": " + differences.get(0));
        }
    }
}
