package org.orrery.testkit.internal.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.orrery.analysis.Outcomes;
import org.orrery.analysis.Unit;
import org.orrery.analysis.result.Result;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.StoredRun;
import org.orrery.testkit.ConformanceCheck;
import org.orrery.testkit.Rule;
import org.orrery.testkit.Violation;
import org.orrery.testkit.internal.stage.Probe;

/** An error in one unit. */
public final class FailureRules {
    private final Trial trial;

    /** The rules for that case. */
    public FailureRules(Trial trial) {
        this.trial = trial;
    }

    /** Their checks. */
    public List<ConformanceCheck> checks() {
        return List.of(new ConformanceCheck(Rule.FAILURE, trial.name() + ": in every unit, then resumed", this::failEverywhere));
    }

    /** Fails one unit and keeps the ones that succeeded. */
    private static final class Fault implements Probe {
        private final String unit;
        private volatile Set<String> succeeded = Set.of();
        private volatile Throwable summary;

        Fault(String unit) {
            this.unit = unit;
        }

        @Override
        public void before(Unit each) {
            if (each.id().equals(unit)) {
                throw new IllegalStateException("The conformance kit has made this unit fail.");
            }
        }

        @Override
        public void summarised(Outcomes<?> outcomes, Result result, boolean live) {
            Set<String> ids = new HashSet<>();
            outcomes.units().stream().map(Unit::id).filter(id -> outcomes.status(id) == Outcomes.Status.SUCCEEDED).forEach(ids::add);
            succeeded = live ? succeeded : ids;
        }

        @Override
        public void summaryFailed(Throwable error) {
            summary = error;
        }
    }

    private List<Violation> failEverywhere() throws Exception {
        List<Violation> violations = new ArrayList<>();
        for (Unit unit : trial.points()) {
            Fault fault = new Fault(unit.id());
            long run = trial.stage().submit(trial.request(1), fault);
            RunSummary summary = trial.stage().await(run);
            violations.addAll(judge(unit, fault, summary, trial.stage().stored(run)));
            if (violations.isEmpty() && summary.state().resumable()) {
                trial.stage().observe(Probe.NONE);
                trial.stage().workspace().runs().resume(run);
                trial.stage().await(run);
                violations.addAll(trial.differences(Rule.RESUME, unit.id() + ", failed and resumed", trial.stage().stored(run)));
            }
            if (!violations.isEmpty()) {
                break;
            }
        }
        return violations;
    }

    private List<Violation> judge(Unit unit, Fault fault, RunSummary summary, StoredRun stored) throws Exception {
        List<Violation> violations = new ArrayList<>();
        if (fault.summary != null) {
            violations.add(trial.violation(Rule.FAILURE, unit, "failed, and then the summary too: " + fault.summary));
        }
        Set<String> expected = others(unit);
        boolean partial = summary.state() == RunState.COMPLETED_PARTIAL || summary.state() == RunState.FAILED_PARTIAL;
        if (!(partial || expected.isEmpty() && summary.state() == RunState.FAILED)) {
            violations.add(trial.violation(Rule.FAILURE, unit, "failed, and the run ended " + summary.state()));
        }
        if (stored.failures().stream().noneMatch(failure -> failure.unit().equals(unit.id()))) {
            violations.add(trial.violation(Rule.FAILURE, unit, "failed, but is not among the failures of the run"));
        }
        if (partial) {
            expected.removeAll(fault.succeeded);
            if (!expected.isEmpty()) {
                violations.add(trial.violation(Rule.FAILURE, unit, "failed, and with it " + expected + ", which do not need it"));
            }
            ResultForm.faults(stored).forEach(each -> violations.add(trial.violation(Rule.FAILURE, unit, "failed: " + each)));
        }
        return violations;
    }

    /**
     * The units declared at first that do not need that one, and succeeded in the straight run. A closing unit keeps what others left:
     * where all of those are lost it may have nothing to keep.
     */
    private Set<String> others(Unit failed) throws Exception {
        Set<String> lost = new HashSet<>(Set.of(failed.id()));
        Set<String> others = new HashSet<>();
        for (Unit unit : trial.straight().recording().firstUnits()) {
            boolean needy = unit.needs() == Unit.Needs.SUCCEEDED && unit.after().stream().anyMatch(lost::contains);
            boolean nothingToKeep = unit.closing() && !unit.after().isEmpty() && lost.containsAll(unit.after());
            if (needy || nothingToKeep) {
                lost.add(unit.id());
            } else if (!lost.contains(unit.id()) && trial.straight().recording().outcomes().containsKey(unit.id())) {
                others.add(unit.id());
            }
        }
        return others;
    }
}
