package org.orrery.testkit.internal.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.orrery.analysis.Unit;
import org.orrery.data.Dataset;
import org.orrery.jobs.RunRequest;
import org.orrery.jobs.RunState;
import org.orrery.jobs.StoredRun;
import org.orrery.jobs.Workspace;
import org.orrery.testkit.Conformance;
import org.orrery.testkit.ConformanceCase;
import org.orrery.testkit.ConformanceCheck;
import org.orrery.testkit.Rule;
import org.orrery.testkit.Sample;
import org.orrery.testkit.Violation;
import org.orrery.testkit.internal.process.ChildProcess;
import org.orrery.testkit.internal.process.ChildSpec;
import org.orrery.testkit.internal.stage.Probe;
import org.orrery.testkit.internal.stage.Stage;
import org.osgi.framework.FrameworkUtil;

/** What takes a process of its own: to be killed, and to have little memory. */
public final class ProcessRules {
    private final Trial trial;
    private final Conformance.Subject subject;

    /** The rules for that case. */
    public ProcessRules(Trial trial, Conformance.Subject subject) {
        this.trial = trial;
        this.subject = subject;
    }

    /** Their checks; none outside OSGi. */
    public List<ConformanceCheck> checks() {
        List<ConformanceCheck> checks = new ArrayList<>();
        if (ChildProcess.possible()) {
            checks.add(new ConformanceCheck(Rule.RESUME, trial.name() + ": a process killed inside a unit", this::kill));
            trial.subject().heap().ifPresent(bound -> checks.add(new ConformanceCheck(Rule.HEAP,
                    trial.name() + ": a large sample in " + bound.mebibytes() + " MiB", () -> heap(bound))));
        }
        return checks;
    }

    private ChildSpec spec(Path folder, Map<String, List<Sample>> inputs, String waitsIn) throws Exception {
        RunRequest request = trial.stage().request(trial.subject(), inputs, 1);
        Map<String, List<String>> files = new LinkedHashMap<>();
        for (Map.Entry<String, List<Dataset>> input : request.inputs().entrySet()) {
            files.put(input.getKey(), input.getValue().stream().map(dataset -> dataset.source().toString()).toList());
        }
        String workspace = folder.resolve("workspace").toString();
        return switch (subject) {
            case Conformance.Registered registered -> new ChildSpec(registered.id(), "", "", "", workspace, request.name(), files,
                    request.settings(), request.seed(), waitsIn);
            case Conformance.Unregistered classes -> new ChildSpec("", FrameworkUtil.getBundle(classes.analysis()).getSymbolicName(),
                    classes.analysis().getName(), classes.settings().getName(), workspace, request.name(), files, request.settings(),
                    request.seed(), waitsIn);
        };
    }

    private List<Violation> kill() throws Exception {
        List<Unit> some = trial.chosen(3);
        Unit unit = some.get(some.size() / 2);
        Path folder = trial.stage().newFolder("killed");
        ChildSpec spec = spec(folder, trial.subject().inputs(), unit.id());
        try (ChildProcess child = ChildProcess.start(folder, spec, 0)) {
            if (!child.killWaiting()) {
                return List.of(trial.violation(Rule.RESUME, unit, "did not begin in a process of its own: " + child.said()));
            }
        }
        trial.stage().observe(Probe.NONE);
        Path workspace = Path.of(spec.workspace());
        RunState seen = trial.stage().read(workspace, 1).summary().state();
        List<Violation> violations = new ArrayList<>();
        if (seen != RunState.INTERRUPTED) {
            violations.add(trial.violation(Rule.RESUME, unit, "its process was killed, but the run is shown as " + seen));
        }
        Workspace reopened = trial.stage().open(workspace);
        try {
            reopened.runs().resume(1);
            Stage.await(reopened.runs(), 1);
            violations.addAll(trial.differences(Rule.RESUME, unit.id() + ", killed and resumed", reopened.folders().open(1)));
        } finally {
            trial.stage().close(reopened);
        }
        return violations;
    }

    private List<Violation> heap(ConformanceCase.HeapBound bound) throws Exception {
        Path folder = trial.stage().newFolder("heap");
        ChildSpec spec = spec(folder, bound.inputs(), "");
        try (ChildProcess child = ChildProcess.start(folder, spec, bound.mebibytes())) {
            String ended = child.ended();
            if (ended.equals(RunState.COMPLETED.name())) {
                return List.of();
            }
            if (trial.stage().list(Path.of(spec.workspace())).isEmpty()) {
                return List.of(trial.violation(Rule.HEAP, "the process ended " + ended));
            }
            StoredRun run = trial.stage().read(Path.of(spec.workspace()), 1);
            return List.of(trial.violation(Rule.HEAP, "with " + bound.mebibytes() + " MiB the run ended " + ended
                    + run.error().map(problem -> " (" + problem.code().id() + ": " + problem.message() + ")").orElse(" " + run.failures())));
        }
    }
}
