package org.orrery.testkit.internal.rules;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.orrery.analysis.AnalysisException;
import org.orrery.data.DataException;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunState;
import org.orrery.jobs.StoredRun;
import org.orrery.testkit.ConformanceCheck;
import org.orrery.testkit.Rule;
import org.orrery.testkit.Sample;
import org.orrery.testkit.Violation;
import org.orrery.testkit.internal.stage.Recording;

/** Hostile data: any status will do, as long as the user gets a sentence and no unit an error of the program. */
public final class HostileRules {
    private static final long LARGEST = 1 << 20;
    private final Trial trial;

    /** The rules for that case. */
    public HostileRules(Trial trial) {
        this.trial = trial;
    }

    /** Their checks: one for each way to spoil each input that is CSV. */
    public List<ConformanceCheck> checks() {
        List<ConformanceCheck> checks = new ArrayList<>();
        trial.subject().inputs().forEach((input, samples) -> {
            Optional<String> text = text(samples.get(0));
            if (text.isPresent()) {
                new HostileCsv(text.get()).variants().forEach((what, spoiled) -> checks
                        .add(new ConformanceCheck(Rule.HOSTILE, trial.name() + ": " + input + ": " + what, () -> run(input, what, spoiled))));
            }
        });
        return checks;
    }

    private static Optional<String> text(Sample sample) {
        try {
            return switch (sample) {
                case Sample.Csv csv -> Optional.of(csv.text());
                case Sample.Stored stored when stored.path().toString().endsWith(".csv") && Files.size(stored.path()) <= LARGEST ->
                    Optional.of(Files.readString(stored.path(), StandardCharsets.UTF_8));
                case Sample.Stored other -> Optional.empty();
            };
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<Violation> run(String input, String what, String text) throws Exception {
        Map<String, List<Sample>> inputs = new LinkedHashMap<>(trial.subject().inputs());
        List<Sample> samples = new ArrayList<>(inputs.get(input));
        samples.set(0, Sample.csv("hostile", text));
        inputs.put(input, List.copyOf(samples));
        Recording recording = new Recording(trial.name() + ": " + what);
        try {
            long run = trial.stage().submit(trial.stage().request(trial.subject(), inputs, 1), recording);
            trial.stage().await(run);
            return judge(what, recording, trial.stage().stored(run));
        } catch (DataException e) {
            return sentence(what, e.getMessage());
        } catch (RunException e) {
            return e.code() == RunException.Code.INTERNAL
                    ? List.of(trial.violation(Rule.HOSTILE, what + ": refused as an error of the program: " + e.getMessage()))
                    : sentence(what, e.getMessage());
        }
    }

    private List<Violation> sentence(String what, String message) {
        return Sentences.fault(message).map(fault -> trial.violation(Rule.HOSTILE, what + ": " + fault)).stream().toList();
    }

    private List<Violation> judge(String what, Recording recording, StoredRun run) {
        List<Violation> violations = new ArrayList<>();
        recording.errors().forEach((unit, error) -> {
            if (!(error instanceof AnalysisException || error instanceof CancellationException)) {
                violations.add(trial.violation(Rule.HOSTILE, what + ": the unit " + unit + " threw " + error + " at " + place(error)));
            }
        });
        recording.violations(Rule.SUMMARY).forEach(each -> violations.add(trial.violation(Rule.HOSTILE, what + ": " + each.message())));
        run.error().ifPresent(problem -> {
            if (problem.code() == RunException.Code.INTERNAL) {
                violations.add(trial.violation(Rule.HOSTILE, what + ": ended by an error of the program: " + problem.message()));
            } else {
                violations.addAll(sentence(what, problem.message()));
            }
        });
        run.failures().forEach(failure -> violations.addAll(sentence(what + ": " + failure.unit(), failure.message())));
        boolean kept = run.summary().state() == RunState.COMPLETED || run.summary().state() == RunState.COMPLETED_PARTIAL;
        if (kept) {
            run.result().map(ResultForm::faults).orElse(List.of("there is no result"))
                    .forEach(fault -> violations.add(trial.violation(Rule.HOSTILE, what + ": " + fault)));
        } else if (run.error().isEmpty() && run.failures().isEmpty()) {
            violations.add(trial.violation(Rule.HOSTILE, what + ": ended " + run.summary().state() + " without a word"));
        }
        return violations;
    }

    private static String place(Throwable error) {
        StackTraceElement[] trace = error.getStackTrace();
        return trace.length == 0 ? "an unknown place" : trace[0].toString();
    }
}
