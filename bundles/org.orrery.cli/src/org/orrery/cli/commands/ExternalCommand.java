package org.orrery.cli.commands;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.orrery.analysis.AnalysisException;
import org.orrery.analysis.program.ProgramSpec;
import org.orrery.analysis.program.Programs;
import org.orrery.cli.ExitCode;
import org.orrery.cli.options.Option;
import org.orrery.cli.options.ReadOptionsReader;
import org.orrery.cli.options.Syntax;
import org.orrery.data.Dataset;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunException.Code;
import org.orrery.jobs.RunException.Problem;
import org.orrery.jobs.RunRequest;

/**
 * {@code orrery external SPEC.json}: runs a training process that a file describes, and follows it to its end. {@code external presets}
 * shows the descriptions that come with Orrery, {@code external reparse RUN} reads the log of a run again.
 */
final class ExternalCommand implements Command {
    private static final String DETACH = "detach";
    private static final String PARAMETER = "param";
    private static final String PRESET = "preset:";

    @Override
    public Syntax syntax() {
        List<Option> own = List.of(Option.value(RunCommand.OUT, "DIR", Messages.RunCommand_out), OutFolder.pictures(), Option.flag(DETACH, Messages.RunCommand_detach),
                Option.value("data", "FILE", Messages.ExternalCommand_data),
                Option.values(PARAMETER, "NAME=VALUE", Messages.ExternalCommand_param),
                Option.value(Reparse.PATTERNS, "FILE.json", Messages.ExternalCommand_patterns));
        return new Syntax("external", "SPEC.json|preset:NAME | presets [NAME] | reparse RUN", 1, 2,
                Stream.concat(own.stream(), ReadOptionsReader.OPTIONS.stream()).toList(), Messages.ExternalCommand_summary);
    }

    @Override
    public ExitCode run(Session session) throws RunException, IOException, InterruptedException {
        List<String> operands = session.arguments().operands();
        try {
            switch (operands.get(0)) {
                case "presets" -> presets(session, operands.size() > 1 ? Optional.of(operands.get(1)) : Optional.empty());
                case "reparse" -> new Reparse(session).run(operands);
                default -> {
                    if (operands.size() > 1) {
                        throw new RunException(Code.BAD_USAGE, Messages.bind(Messages.ExternalCommand_second, operands.get(1)));
                    }
                    return program(session, spec(session, operands.get(0)));
                }
            }
        } catch (AnalysisException e) {
            throw new RunException(List.of(new Problem(Code.valueOf(e.code().name()), e.setting().orElse(""), e.getMessage(), e.where())), e);
        }
        return ExitCode.COMPLETED;
    }

    private static void presets(Session session, Optional<String> name) throws RunException, AnalysisException {
        Programs programs = session.services().programs();
        if (name.isPresent()) {
            // The text of the file is the answer, for people and for programs.
            String text = programs.text(programs.preset(name.get()));
            if (session.terminal().json()) {
                session.terminal().document(text);
            } else {
                session.terminal().print(text);
            }
        } else {
            session.document(Map.of("presets", programs.presets()));
            programs.presets().forEach(session.terminal()::print);
        }
    }

    private static ProgramSpec spec(Session session, String written) throws RunException, AnalysisException {
        Programs programs = session.services().programs();
        ProgramSpec spec = written.startsWith(PRESET) ? programs.preset(written.substring(PRESET.length())) : programs.read(session.path(written));
        Map<String, Object> settings = new LinkedHashMap<>(spec.settings());
        List<Object> parameters = new ArrayList<>(settings.get("parameters") instanceof List<?> list ? list : List.of());
        for (String each : session.arguments().values(PARAMETER)) {
            int equals = each.indexOf('=');
            if (equals < 1) {
                throw new RunException(Code.BAD_USAGE, Messages.bind(Messages.ExternalCommand_badParam, each));
            }
            String name = each.substring(0, equals);
            parameters.removeIf(parameter -> parameter instanceof Map<?, ?> map && name.equals(map.get("name")));
            parameters.add(Map.of("name", name, "value", each.substring(equals + 1)));
        }
        settings.put("parameters", parameters);
        return new ProgramSpec(spec.name(), spec.data(), settings);
    }

    private static ExitCode program(Session session, ProgramSpec spec) throws RunException, IOException, InterruptedException {
        session.services().analyses().find(Programs.ANALYSIS);
        DataInput data = new DataInput(session);
        Optional<String> given = session.arguments().value("data");
        List<DataInput.Source> sources = given.isPresent() ? List.of(named(data.single(given.get())))
                : spec.data().stream().map(file -> new DataInput.Source("data", file, Optional.empty())).toList();
        Optional<OutFolder> out = OutFolder.of(session);
        RunCommand.Submission submission = connection -> {
            session.interruption().onRequest(() -> { });
            Map<String, List<Dataset>> inputs = data.read(connection, sources);
            return new RunRequest(Programs.ANALYSIS, spec.name(), inputs, spec.settings(), RunRequest.DEFAULT_SEED, 0);
        };
        if (session.arguments().has(DETACH)) {
            if (out.isPresent()) {
                throw new RunException(RunException.Code.BAD_USAGE, Messages.RunCommand_detachedOut);
            }
            return new DetachedRun(session).start(submission);
        }
        return session.in(connection -> {
            RunRequest request = submission.request(connection);
            RunFollower follower = new RunFollower(session, connection);
            long run = follower.start(() -> connection.runs().submit(request));
            return new RunEnd(session, connection).finish(follower.follow(run), out);
        });
    }

    private static DataInput.Source named(DataInput.Source source) {
        return new DataInput.Source("data", source.file(), source.sheet());
    }
}
