package org.orrery.testkit.internal.rules;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.orrery.analysis.Unit;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.Workspace;
import org.orrery.testkit.ConformanceCheck;
import org.orrery.testkit.Rule;
import org.orrery.testkit.Violation;
import org.orrery.testkit.internal.stage.CrashImage;
import org.orrery.testkit.internal.stage.Gate;
import org.orrery.testkit.internal.stage.Probe;
import org.orrery.testkit.internal.stage.Stage;

/**
 * Kill and resume. What a dead process leaves is what its files hold at that moment, because the system keeps what was
 * written: so a copy of the run folder, taken while the run goes on, is a crash at that place, and every place can be tried.
 */
public final class ResumeRules {
    private static final Duration HALT = Duration.ofSeconds(10);
    private final Trial trial;

    /** The rules for that case. */
    public ResumeRules(Trial trial) {
        this.trial = trial;
    }

    /** Their checks. */
    public List<ConformanceCheck> checks() {
        return List.of(
                new ConformanceCheck(Rule.RESUME, trial.name() + ": cut off as every unit begins", () -> crash(Gate.Place.BEGIN)),
                new ConformanceCheck(Rule.RESUME, trial.name() + ": cut off inside every unit", () -> crash(Gate.Place.INSIDE)),
                new ConformanceCheck(Rule.RESUME, trial.name() + ": cut off as every unit returns", () -> crash(Gate.Place.END)),
                new ConformanceCheck(Rule.RESUME, trial.name() + ": interrupted, workspace closed and opened", this::interrupt));
    }

    private List<Violation> crash(Gate.Place place) throws Exception {
        List<Violation> violations = new ArrayList<>();
        Path wreck = trial.stage().newFolder("crash");
        Map<Long, Unit> images = new LinkedHashMap<>();
        for (Unit unit : trial.points()) {
            CrashImage image = new CrashImage(trial.stage().workspace().folder(), wreck);
            Gate gate = new Gate(unit.id(), place, image::take);
            long run = image.of(() -> trial.stage().submit(trial.request(1), gate));
            if (gate.await(Stage.LIMIT)) {
                images.put(run, unit);
            } else {
                violations.add(trial.violation(Rule.RESUME, unit, "did not begin in a second run"));
            }
            trial.stage().workspace().runs().cancel(run);
            trial.stage().await(run);
        }
        trial.stage().observe(Probe.NONE);
        Workspace reopened = trial.stage().open(wreck);
        try {
            for (Map.Entry<Long, Unit> image : images.entrySet()) {
                violations.addAll(resume(reopened, image.getKey(), "cut off in " + image.getValue().id()));
            }
        } finally {
            trial.stage().close(reopened);
        }
        return violations;
    }

    private List<Violation> resume(Workspace workspace, long run, String what) throws Exception {
        RunState state = workspace.folders().open(run).summary().state();
        if (state != RunState.INTERRUPTED) {
            return List.of(trial.violation(Rule.RESUME, what + ": the run is " + state + ", not INTERRUPTED"));
        }
        workspace.runs().resume(run);
        Stage.await(workspace.runs(), run);
        return trial.differences(Rule.RESUME, what, workspace.folders().open(run));
    }

    private List<Violation> interrupt() throws Exception {
        Unit unit = trial.chosen(3).get(trial.chosen(3).size() / 2);
        Path folder = trial.stage().newFolder("interrupted");
        Gate gate = new Gate(unit.id());
        trial.straight();
        trial.stage().observe(gate);
        Workspace workspace = trial.stage().open(folder);
        long run = workspace.runs().submit(trial.request(1));
        gate.await(Stage.LIMIT);
        workspace.runs().interruptAll(HALT);
        boolean idle = gate.idle(HALT);
        RunSummary summary = workspace.runs().await(run, HALT);
        trial.stage().close(workspace);
        List<Violation> violations = new ArrayList<>();
        if (!idle || !summary.state().ended()) {
            violations.add(trial.violation(Rule.RESUME, unit, "went on after it was interrupted"));
            return violations;
        }
        trial.stage().observe(Probe.NONE);
        Workspace reopened = trial.stage().open(folder);
        try {
            if (summary.state() != trial.straight().stored().summary().state()) {
                violations.addAll(resume(reopened, run, "interrupted in " + unit.id()));
            }
        } finally {
            trial.stage().close(reopened);
        }
        return violations;
    }
}
