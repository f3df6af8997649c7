package org.orrery.testkit.internal.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.orrery.analysis.Unit;
import org.orrery.jobs.RunProgress;
import org.orrery.jobs.RunState;
import org.orrery.jobs.StoredRun;
import org.orrery.testkit.ConformanceCheck;
import org.orrery.testkit.Rule;
import org.orrery.testkit.Violation;

/** What the straight run shows: its end, its units, its outcomes, its progress, and the same with two threads. */
public final class RunRules {
    private final Trial trial;

    /** The rules for that case. */
    public RunRules(Trial trial) {
        this.trial = trial;
    }

    /** Their checks. */
    public List<ConformanceCheck> checks() {
        return List.of(
                new ConformanceCheck(Rule.COMPLETES, trial.name(), this::completes),
                new ConformanceCheck(Rule.UNITS, trial.name() + ": declared twice, after growth, with reasons to wait", this::units),
                new ConformanceCheck(Rule.OUTCOMES, trial.name() + ": outcomes read back", () -> recorded(Rule.OUTCOMES)),
                new ConformanceCheck(Rule.PROGRESS, trial.name() + ": inside units", () -> recorded(Rule.PROGRESS)),
                new ConformanceCheck(Rule.PROGRESS, trial.name() + ": of the run", this::progress),
                new ConformanceCheck(Rule.SEED, trial.name() + ": the same again", () -> again(1)),
                new ConformanceCheck(Rule.SEED, trial.name() + ": with two threads", () -> again(2)));
    }

    private List<Violation> recorded(Rule rule) throws Exception {
        return trial.straight().recording().violations(rule);
    }

    private List<Violation> completes() throws Exception {
        StoredRun run = trial.straight().stored();
        List<Violation> violations = new ArrayList<>();
        if (run.summary().state() != RunState.COMPLETED) {
            String why = run.error().map(problem -> problem.code().id() + ": " + problem.message()).orElse(run.failures().toString());
            violations.add(trial.violation(Rule.COMPLETES, "the run ended " + run.summary().state() + " (" + why + ")"));
        }
        for (String fault : ResultForm.faults(run)) {
            violations.add(trial.violation(Rule.COMPLETES, fault));
        }
        return violations;
    }

    private List<Violation> units() throws Exception {
        List<Violation> violations = new ArrayList<>(recorded(Rule.UNITS));
        List<Unit> units = trial.straight().recording().units();
        if (units.isEmpty()) {
            violations.add(trial.violation(Rule.UNITS, "there are no units, so nothing is ever saved"));
        }
        Set<String> before = new HashSet<>();
        for (Unit unit : units) {
            if (unit.label().isBlank()) {
                violations.add(trial.violation(Rule.UNITS, unit, "has no label"));
            }
            for (String after : unit.after()) {
                if (!before.contains(after)) {
                    violations.add(trial.violation(Rule.UNITS, unit, "comes after " + after + ", which is not declared before it"));
                }
            }
            if (!before.add(unit.id())) {
                violations.add(trial.violation(Rule.UNITS, unit, "is declared twice"));
            }
        }
        return violations;
    }

    private List<Violation> progress() throws Exception {
        List<Violation> violations = new ArrayList<>();
        RunProgress last = null;
        for (RunProgress each : trial.straight().progress()) {
            if (!(each.fraction() >= 0 && each.fraction() <= 1)) {
                violations.add(trial.violation(Rule.PROGRESS, "the run is done to " + each.fraction()));
            }
            if (last != null && !last.open() && each.fraction() < last.fraction()) {
                violations.add(trial.violation(Rule.PROGRESS, "the run went back from " + last.fraction() + " to " + each.fraction()));
            }
            last = each;
        }
        StoredRun run = trial.straight().stored();
        if (run.summary().state() == RunState.COMPLETED && run.summary().units().done() != run.summary().units().total()) {
            violations.add(trial.violation(Rule.PROGRESS,
                    "the run completed with " + run.summary().units().done() + " of " + run.summary().units().total() + " units"));
        }
        return violations;
    }

    private List<Violation> again(int threads) throws Exception {
        trial.straight();
        long run = trial.stage().submit(trial.request(threads), org.orrery.testkit.internal.stage.Probe.NONE);
        trial.stage().await(run);
        return trial.differences(Rule.SEED, threads == 1 ? "once more" : threads + " threads", trial.stage().stored(run));
    }
}
