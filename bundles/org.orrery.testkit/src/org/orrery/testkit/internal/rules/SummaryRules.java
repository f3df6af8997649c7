package org.orrery.testkit.internal.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.orrery.analysis.SummaryContext;
import org.orrery.analysis.Unit;
import org.orrery.analysis.Workload;
import org.orrery.analysis.result.Result;
import org.orrery.testkit.ConformanceCheck;
import org.orrery.testkit.Rule;
import org.orrery.testkit.Violation;
import org.orrery.testkit.internal.stage.Recording;

/** Summaries of any outcomes. */
public final class SummaryRules {
    private static final int SUBSETS = 40;
    /** A summary may make several passes over the outcomes, but not one for each of them. */
    private static final int PASSES = 12;
    private final Trial trial;

    /** The rules for that case. */
    public SummaryRules(Trial trial) {
        this.trial = trial;
    }

    /** Their checks. */
    public List<ConformanceCheck> checks() {
        return List.of(
                new ConformanceCheck(Rule.SUMMARY, trial.name() + ": of none, of one, of random subsets", this::subsets),
                new ConformanceCheck(Rule.SUMMARY, trial.name() + ": twice the same", this::twice),
                new ConformanceCheck(Rule.SUMMARY, trial.name() + ": in a few passes", this::passes));
    }

    /** A moment at which nothing is cancelled. */
    private record Calm(boolean live) implements SummaryContext {
        @Override
        public void checkCancelled() {
            // Nobody cancels.
        }
    }

    private List<String> succeeded() throws Exception {
        Recording recording = trial.straight().recording();
        return recording.units().stream().map(Unit::id).filter(recording.outcomes()::containsKey).toList();
    }

    private List<Violation> subsets() throws Exception {
        List<Violation> violations = new ArrayList<>(trial.straight().recording().violations(Rule.SUMMARY));
        List<String> ids = succeeded();
        violations.addAll(summarise("of none", Set.of(), Set.of()));
        violations.addAll(summarise("when all have failed", Set.of(), Set.copyOf(ids)));
        for (String id : ids.subList(0, Math.min(SUBSETS, ids.size()))) {
            violations.addAll(summarise("of " + id + " alone", Set.of(id), Set.of()));
        }
        // A seed of its own, so that a violation is found again.
        Random random = new Random(trial.subject().seed());
        for (int i = 0; i < SUBSETS && violations.isEmpty(); i++) {
            Set<String> some = new HashSet<>();
            Set<String> failed = new HashSet<>();
            for (String id : ids) {
                switch (random.nextInt(3)) {
                    case 0 -> some.add(id);
                    case 1 -> failed.add(id);
                    default -> {
                        // Not ended yet.
                    }
                }
            }
            violations.addAll(summarise("of " + some + " with " + failed + " failed", some, failed));
        }
        return violations;
    }

    private List<Violation> summarise(String what, Set<String> some, Set<String> failed) throws Exception {
        for (boolean live : new boolean[] {true, false}) {
            try {
                Result result = result(trial.straight().recording().workload(), some, failed, live);
                List<String> faults = ResultForm.faults(result);
                if (!faults.isEmpty()) {
                    return List.of(trial.violation(Rule.SUMMARY, "the summary " + what + ": " + faults));
                }
            } catch (Exception e) {
                return List.of(trial.violation(Rule.SUMMARY, "no summary " + what + ": " + e + " at " + e.getStackTrace()[0]));
            }
        }
        return List.of();
    }

    private <O> Result result(Workload<O> workload, Set<String> some, Set<String> failed, boolean live) throws Exception {
        return workload.summarise(new SubsetOutcomes<>(trial.straight().recording(), some, failed), new Calm(live));
    }

    private List<Violation> twice() throws Exception {
        Set<String> all = Set.copyOf(succeeded());
        Workload<?> workload = trial.straight().recording().workload();
        String one = ResultText.of(result(workload, all, Set.of(), false));
        String other = ResultText.of(result(workload, all, Set.of(), false));
        return one.equals(other) ? List.of()
                : List.of(trial.violation(Rule.SUMMARY, "two summaries of the same outcomes differ: " + ResultText.firstDifference(one, other)));
    }

    private List<Violation> passes() throws Exception {
        return passes(trial.straight().recording().workload());
    }

    private <O> List<Violation> passes(Workload<O> workload) throws Exception {
        Set<String> all = Set.copyOf(succeeded());
        SubsetOutcomes<O> outcomes = new SubsetOutcomes<>(trial.straight().recording(), all, Set.of());
        workload.summarise(outcomes, new Calm(false));
        long most = (long) PASSES * (all.size() + 1);
        return outcomes.reads() <= most ? List.of()
                : List.of(trial.violation(Rule.SUMMARY, "a summary of " + all.size() + " outcomes read " + outcomes.reads() + " times, more than "
                        + most + "; make a few passes, since it runs once a second"));
    }
}
