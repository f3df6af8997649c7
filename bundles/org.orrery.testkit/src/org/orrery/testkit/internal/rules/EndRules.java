package org.orrery.testkit.internal.rules;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.orrery.analysis.Unit;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.StoredRun;
import org.orrery.testkit.ConformanceCheck;
import org.orrery.testkit.Rule;
import org.orrery.testkit.Violation;
import org.orrery.testkit.internal.stage.Gate;
import org.orrery.testkit.internal.stage.Probe;
import org.orrery.testkit.internal.stage.Stage;

/** Cancel and stop, at every unit. */
public final class EndRules {
    private static final Duration CANCEL = Duration.ofSeconds(1);
    private final Trial trial;

    /** The rules for that case. */
    public EndRules(Trial trial) {
        this.trial = trial;
    }

    /** Their checks. */
    public List<ConformanceCheck> checks() {
        return List.of(
                new ConformanceCheck(Rule.CANCEL, trial.name() + ": at the beginning of every unit", this::cancelEverywhere),
                new ConformanceCheck(Rule.CANCEL, trial.name() + ": half-way through the longest unit", this::cancelInside),
                new ConformanceCheck(Rule.CANCEL, trial.name() + ": then resumed", this::cancelThenResume),
                new ConformanceCheck(Rule.STOP, trial.name() + ": at every unit, then resumed", this::stopEverywhere));
    }

    private List<Violation> cancelEverywhere() throws Exception {
        List<Violation> violations = new ArrayList<>();
        for (Unit unit : trial.points()) {
            violations.addAll(cancel(unit, Duration.ZERO));
            if (!violations.isEmpty()) {
                break;
            }
        }
        return violations;
    }

    private List<Violation> cancelInside() throws Exception {
        Unit longest = trial.longest();
        return cancel(longest, Duration.ofNanos(trial.straight().recording().nanos(longest.id()) / 2));
    }

    private List<Violation> cancel(Unit unit, Duration after) throws Exception {
        List<Violation> violations = new ArrayList<>();
        Gate gate = new Gate(unit.id());
        long run = trial.stage().submit(trial.request(1), gate);
        if (!gate.await(Stage.LIMIT)) {
            return List.of(trial.violation(Rule.CANCEL, unit, "did not begin in a second run"));
        }
        gate.idle(after);
        long from = System.nanoTime();
        trial.stage().workspace().runs().cancel(run);
        boolean idle = gate.idle(Stage.LIMIT);
        RunSummary summary = trial.stage().await(run);
        Duration took = Duration.ofNanos(System.nanoTime() - from);
        if (!idle || took.compareTo(CANCEL) > 0) {
            violations.add(trial.violation(Rule.CANCEL, unit,
                    "went on for " + took.toMillis() + " ms after it was cancelled; call checkCancelled() at least every 100 ms"));
        }
        StoredRun stored = trial.stage().stored(run);
        boolean done = summary.state() == trial.straight().stored().summary().state();
        if (summary.state() != RunState.CANCELLED && !done) {
            violations.add(trial.violation(Rule.CANCEL, unit, "the cancelled run ended " + summary.state()
                    + stored.error().map(problem -> ": " + problem.message()).orElse("") + stored.failures()));
        }
        if (summary.state() == RunState.CANCELLED && stored.result().isPresent()) {
            violations.add(trial.violation(Rule.CANCEL, unit, "the cancelled run shows a result"));
        }
        return violations;
    }

    private List<Violation> cancelThenResume() throws Exception {
        Unit unit = trial.longest();
        Gate gate = new Gate(unit.id());
        long run = trial.stage().submit(trial.request(1), gate);
        gate.await(Stage.LIMIT);
        trial.stage().workspace().runs().cancel(run);
        trial.stage().await(run);
        return resume(Rule.CANCEL, unit, run, "cancelled and resumed");
    }

    private List<Violation> resume(Rule rule, Unit unit, long run, String what) throws Exception {
        trial.stage().observe(Probe.NONE);
        if (!trial.stage().stored(run).summary().state().resumable()) {
            return List.of();
        }
        trial.stage().workspace().runs().resume(run);
        trial.stage().await(run);
        return trial.differences(rule, unit.id() + ", " + what, trial.stage().stored(run));
    }

    private List<Violation> stopEverywhere() throws Exception {
        List<Violation> violations = new ArrayList<>();
        for (Unit unit : trial.points()) {
            // The unit gives the order itself as it begins: from outside it could come after the last unit.
            CompletableFuture<Long> submitted = new CompletableFuture<>();
            Gate gate = new Gate(unit.id(), Gate.Place.BEGIN,
                    () -> trial.stage().workspace().runs().stop(submitted.get(Stage.LIMIT.toMillis(), TimeUnit.MILLISECONDS)));
            long run = trial.stage().submit(trial.request(1), gate);
            submitted.complete(run);
            if (!gate.await(Stage.LIMIT)) {
                return List.of(trial.violation(Rule.STOP, unit, "did not begin in a second run"));
            }
            RunSummary summary = trial.stage().await(run);
            violations.addAll(kept(unit, summary, trial.stage().stored(run)));
            violations.addAll(resume(Rule.RESUME, unit, run, "stopped and resumed"));
            if (!violations.isEmpty()) {
                break;
            }
        }
        return violations;
    }

    private List<Violation> kept(Unit unit, RunSummary summary, StoredRun stored) throws Exception {
        boolean done = summary.state() == trial.straight().stored().summary().state();
        if (summary.state() != RunState.STOPPED_KEPT && !done) {
            return List.of(trial.violation(Rule.STOP, unit, "the stopped run ended " + summary.state()
                    + stored.error().map(problem -> ": " + problem.message()).orElse("")));
        }
        if (summary.units().done() == 0) {
            return List.of();
        }
        return ResultForm.faults(stored).stream().map(fault -> trial.violation(Rule.STOP, unit, "stopped there: " + fault)).toList();
    }
}
