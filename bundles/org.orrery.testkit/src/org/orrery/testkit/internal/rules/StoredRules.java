package org.orrery.testkit.internal.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.orrery.jobs.StoredRun;
import org.orrery.jobs.Workspace;
import org.orrery.testkit.ConformanceCheck;
import org.orrery.testkit.Rule;
import org.orrery.testkit.Violation;
import org.orrery.testkit.internal.stage.Probe;
import org.orrery.testkit.internal.stage.Stage;
import org.orrery.testkit.internal.stage.StoredDifference;

/** A stored result in other handles. */
public final class StoredRules {
    private final Trial trial;

    /** The rules for that case. */
    public StoredRules(Trial trial) {
        this.trial = trial;
    }

    /** Their checks. */
    public List<ConformanceCheck> checks() {
        return List.of(
                new ConformanceCheck(Rule.STORED, trial.name() + ": as the analysis returned it", this::asReturned),
                new ConformanceCheck(Rule.STORED, trial.name() + ": read by another process", this::readByAnother),
                new ConformanceCheck(Rule.STORED, trial.name() + ": in a workspace closed and opened", this::reopened));
    }

    private List<Violation> asReturned() throws Exception {
        StoredRun run = trial.straight().stored();
        if (run.result().isEmpty()) {
            return List.of();
        }
        String returned = ResultText.small(trial.straight().recording().result());
        String stored = ResultText.small(run.result().get());
        return returned.equals(stored) ? List.of()
                : List.of(trial.violation(Rule.STORED, "the stored result differs: " + ResultText.firstDifference(returned, stored)));
    }

    private List<Violation> readByAnother() throws Exception {
        StoredRun run = trial.straight().stored();
        return same("read elsewhere", run, trial.stage().read(trial.stage().workspace().folder(), run.summary().id()));
    }

    private List<Violation> reopened() throws Exception {
        Path folder = trial.stage().newFolder("reopened");
        trial.straight();
        trial.stage().observe(Probe.NONE);
        Workspace workspace = trial.stage().open(folder);
        long run = workspace.runs().submit(trial.request(1));
        Stage.await(workspace.runs(), run);
        StoredRun before = workspace.folders().open(run);
        String text = StoredDifference.document(before);
        trial.stage().close(workspace);
        Workspace again = trial.stage().open(folder);
        try {
            StoredRun after = again.folders().open(run);
            List<Violation> violations = new ArrayList<>(same("opened again", before, after));
            if (!text.equals(StoredDifference.document(after))) {
                violations.add(trial.violation(Rule.STORED, "the document has changed by closing and opening the workspace"));
            }
            if (!trial.straight().stored().summary().bestName().equals(again.history().find(org.orrery.jobs.RunHistory.Query.ALL)
                    .stream().filter(each -> each.id() == run).map(each -> each.bestName()).findFirst().orElse("(none)"))) {
                violations.add(trial.violation(Rule.STORED, "the history does not show the headline figure of the run"));
            }
            return violations;
        } finally {
            trial.stage().close(again);
        }
    }

    private List<Violation> same(String place, StoredRun one, StoredRun other) throws Exception {
        List<Violation> violations = new ArrayList<>(Trial.differences(Rule.STORED, trial.name() + ", " + place, one, other));
        if (violations.isEmpty() && !StoredDifference.document(one).equals(StoredDifference.document(other))) {
            violations.add(trial.violation(Rule.STORED, place + ": the bytes of the document differ"));
        }
        return violations;
    }
}
