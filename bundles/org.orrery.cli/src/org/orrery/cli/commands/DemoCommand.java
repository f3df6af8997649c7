package org.orrery.cli.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.orrery.cli.ExitCode;
import org.orrery.cli.Terminal;
import org.orrery.cli.options.Syntax;
import org.orrery.cli.output.Numbers;
import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.data.Dataset;
import org.orrery.jobs.Connection;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunRequest;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.samples.Samples;

/** {@code orrery demo}: the main job on bundled real data, from the file to the report. */
final class DemoCommand implements Command {
    private static final String ANALYSIS = "classification";
    private static final String SAMPLE = "wa_churn";
    private static final String INDENT = "  ";

    @Override
    public Syntax syntax() {
        return new Syntax("demo", "", 0, 0, List.of(), Messages.DemoCommand_summary);
    }

    @Override
    public ExitCode run(Session session) throws RunException, IOException, InterruptedException {
        session.services().analyses().find(ANALYSIS);
        return session.in(connection -> demonstrate(session, connection));
    }

    private static ExitCode demonstrate(Session session, Connection connection) throws RunException, IOException, InterruptedException {
        Samples samples = session.services().samples();
        Terminal terminal = session.terminal();
        long start = System.nanoTime();
        session.interruption().onRequest(() -> { });
        terminal.print(Messages.bind(Messages.DemoCommand_workspace, connection.folder()));
        Path file = samples.materialise(SAMPLE, connection.folder().resolve("samples"));
        Map<String, List<Dataset>> inputs = new DataInput(session).read(connection,
                List.of(new DataInput.Source("data", file, Optional.empty())));
        tellData(terminal, inputs.get("data").get(0));
        String target = samples.find(SAMPLE).orElseThrow().target();
        RunRequest request = new RunRequest(ANALYSIS, "", inputs, Map.of("target", target), RunRequest.DEFAULT_SEED, 0);
        terminal.print(Messages.bind(Messages.DemoCommand_run, target, request.seed()));
        RunFollower follower = new RunFollower(session, connection);
        long run = follower.start(() -> connection.runs().submit(request));
        RunSummary ended = follower.follow(run);
        ExitCode exit = new RunEnd(session, connection).finish(ended, Optional.empty());
        if (ended.state() == RunState.COMPLETED) {
            report(session, connection, run, start);
        }
        return exit;
    }

    private static void report(Session session, Connection connection, long run, long start) throws RunException {
        Path report = connection.folder().resolve("reports").resolve("run-" + run + ".html");
        new Reports(session).write(List.of(connection.folders().open(run)), report);
        session.terminal().print(Messages.bind(Messages.DemoCommand_report, report));
        session.terminal().print(Messages.bind(Messages.DemoCommand_time, Numbers.seconds((System.nanoTime() - start) / 1e9)));
    }

    private static void tellData(Terminal terminal, Dataset data) {
        terminal.print(Messages.bind(Messages.DemoCommand_data, new Object[] {data.name(), data.rows(), data.schema().size()}));
        Map<ColumnType, Long> types = data.schema().columns().stream()
                .collect(Collectors.groupingBy(Column::type, () -> new java.util.EnumMap<>(ColumnType.class), Collectors.counting()));
        terminal.print(INDENT + Messages.bind(Messages.DemoCommand_types,
                types.entrySet().stream().map(entry -> entry.getValue() + " " + entry.getKey().id()).collect(Collectors.joining(", "))));
        String missing = data.schema().columns().stream().filter(column -> column.missing() > 0)
                .map(column -> column.name() + " " + column.missing()).collect(Collectors.joining(", "));
        terminal.print(INDENT + Messages.bind(Messages.DemoCommand_missing, missing.isEmpty() ? Messages.DemoCommand_none : missing));
        terminal.print(INDENT + Messages.bind(Messages.DemoCommand_digest, data.sha256()));
        terminal.print(INDENT + Messages.DemoCommand_stores);
    }
}
