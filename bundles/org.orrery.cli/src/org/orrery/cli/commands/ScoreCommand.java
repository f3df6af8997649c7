package org.orrery.cli.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.orrery.analysis.AnalysisException;
import org.orrery.analysis.score.GateProblem;
import org.orrery.analysis.score.ScoreReport;
import org.orrery.analysis.score.ScoreRequest;
import org.orrery.analysis.score.WhatIf;
import org.orrery.cli.ExitCode;
import org.orrery.cli.Failures;
import org.orrery.cli.options.Option;
import org.orrery.cli.options.ReadOptionsReader;
import org.orrery.cli.options.Syntax;
import org.orrery.data.DataException;
import org.orrery.data.DataStore;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunNote;
import org.orrery.jobs.RunException.Code;

/** {@code orrery score RUN}: applies the model of a run to new data. Reads the run folder alone, whoever owns the workspace. */
final class ScoreCommand implements Command {
    private static final String DATA = "data";
    private static final String FORCE = "force";
    private static final String EXPLAIN = "explain";
    private static final String ROW = "row";

    @Override
    public Syntax syntax() {
        List<Option> own = List.of(Option.value(DATA, "FILE", Messages.ScoreCommand_data),
                Option.value(RunCommand.OUT, "FILE", Messages.ScoreCommand_out), KeptModel.NAMED,
                Option.flag(FORCE, Messages.ScoreCommand_force),
                Option.value(EXPLAIN, "N", Messages.ScoreCommand_explain), Option.values(ROW, "NAME=VALUE", Messages.ScoreCommand_row));
        return new Syntax("score", "[RUN] --data FILE --out FILE | [RUN] --row NAME=VALUE...", 0, 1, Stream.concat(own.stream(), ReadOptionsReader.OPTIONS.stream()).toList(),
                Messages.ScoreCommand_summary);
    }

    @Override
    public ExitCode run(Session session) throws RunException, IOException, InterruptedException {
        if (session.arguments().has(ROW)) {
            return whatIf(session);
        }
        String data = required(session, DATA, Messages.ScoreCommand_noData);
        Path out = session.path(required(session, RunCommand.OUT, Messages.ScoreCommand_noOut));
        KeptModel kept = KeptModel.chosen(session, 1);
        DataInput input = new DataInput(session);
        DataInput.Source source = input.single(data);
        ScoreRequest request = new ScoreRequest(kept.artifact().path(), source.file(),
                new ReadOptionsReader(session.arguments()).read(source.sheet()), out, session.arguments().has(FORCE), reasons(session));
        String name = source.file().getFileName() == null ? source.file().toString() : source.file().getFileName().toString();
        try (DataStore store = session.services().stores().open(session.workspace().resolve("cache"))) {
            ScoreReport report = kept.scorer().score(request, store, input.progress(name));
            if (!report.overridden().isEmpty()) {
                note(session, kept, source.file(), report);
            }
            report(session, kept, report);
        } catch (AnalysisException e) {
            throw KeptModel.refused(e);
        } catch (DataException e) {
            throw Failures.of(e);
        }
        return ExitCode.COMPLETED;
    }

    /** Whoever looks at the run shall know what its model was used for against its wish. */
    private static void note(Session session, KeptModel kept, Path data, ScoreReport report)
            throws RunException, IOException, InterruptedException {
        String columns = report.overridden().stream().map(GateProblem::column).collect(Collectors.joining(", "));
        String line = Messages.bind(Messages.ScoreCommand_overridden,
                new Object[] {Instant.now().truncatedTo(ChronoUnit.SECONDS), kept.artifact().id(), data, columns, report.out()});
        session.in(connection -> {
            RunNote.add(connection.runs(), connection.folders().open(kept.run().summary().id()), line);
            return ExitCode.COMPLETED;
        });
    }

    private static ExitCode whatIf(Session session) throws RunException {
        Map<String, String> values = new LinkedHashMap<>();
        for (String given : session.arguments().values(ROW)) {
            int equals = given.indexOf('=');
            if (equals < 1) {
                throw new RunException(Code.BAD_USAGE, Messages.bind(Messages.ScoreCommand_badRow, given));
            }
            values.put(given.substring(0, equals), given.substring(equals + 1));
        }
        KeptModel kept = KeptModel.chosen(session, 1);
        try {
            say(session, kept, kept.scorer().whatIf(kept.artifact().path()).predict(values));
        } catch (AnalysisException e) {
            throw KeptModel.refused(e);
        }
        return ExitCode.COMPLETED;
    }

    private static void say(Session session, KeptModel kept, WhatIf.Prediction said) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("run", kept.run().summary().id());
        document.put("model", kept.artifact().id());
        document.put("predicted", said.predicted());
        document.put("probabilities", said.probabilities());
        document.put("explained", said.explained());
        document.put("base", said.base());
        document.put("contributions", said.contributions());
        document.put("path", said.path());
        session.document(document);
        said.probabilities().forEach((label, probability) -> session.terminal().print(Messages.bind(Messages.ScoreCommand_says, label, probability)));
        said.contributions().entrySet().stream().sorted(Comparator.comparingDouble(entry -> -Math.abs(entry.getValue())))
                .forEach(entry -> session.terminal().print(Messages.bind(Messages.ScoreCommand_moves, entry.getKey(), entry.getValue())));
        if (!said.path().isEmpty()) {
            session.terminal().print(Messages.bind(Messages.ScoreCommand_path, String.join(", ", said.path())));
        }
    }

    private static int reasons(Session session) throws RunException {
        Optional<String> asked = session.arguments().value(EXPLAIN);
        if (asked.isEmpty()) {
            return 0;
        }
        if (!asked.get().matches("[1-9]\\d{0,3}")) {
            throw new RunException(Code.BAD_USAGE, Messages.bind(Messages.ScoreCommand_badExplain, asked.get()));
        }
        return Integer.parseInt(asked.get());
    }

    private static String required(Session session, String option, String absent) throws RunException {
        return session.arguments().value(option).orElseThrow(() -> new RunException(Code.BAD_USAGE, absent));
    }

    private static void report(Session session, KeptModel kept, ScoreReport report) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("rows", report.rows());
        document.put("out", report.out().toString());
        document.put("warnings", report.warnings().stream().map(warning -> Map.of("code", warning.code(), "message", warning.message())).toList());
        document.put("unseenLevels", report.unseenLevels());
        document.put("run", kept.run().summary().id());
        document.put("model", kept.artifact().id());
        document.put("overridden", report.overridden().stream().map(problem -> problem.column()).toList());
        document.put("drift", report.drift().stream().map(ScoreCommand::plain).toList());
        document.put("measures", report.measures());
        session.document(document);
        report.warnings().forEach(warning -> session.terminal().message(warning.message()));
        session.terminal().print(Messages.bind(Messages.ScoreCommand_done, report.rows(), report.out()));
    }

    private static Map<String, Object> plain(ScoreReport.Drift drift) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("feature", drift.feature());
        plain.put("psi", drift.psi());
        plain.put("p", drift.p());
        plain.put("unseenLevels", drift.unseenLevels());
        plain.put("unseenRows", drift.unseenRows());
        plain.put("missingShare", drift.missingShare());
        return plain;
    }
}
