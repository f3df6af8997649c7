package org.orrery.cli.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.orrery.cli.ExitCode;
import org.orrery.cli.options.Arguments;
import org.orrery.cli.options.Option;
import org.orrery.cli.options.ReadOptionsReader;
import org.orrery.cli.options.SettingsInput;
import org.orrery.cli.options.Syntax;
import org.orrery.data.Dataset;
import org.orrery.jobs.AnalysisDescriptor;
import org.orrery.jobs.Connection;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunException.Code;
import org.orrery.jobs.RunQueue;
import org.orrery.jobs.RunRequest;

/** {@code orrery run ANALYSIS}: reads data, runs the analysis, follows it to its end. */
final class RunCommand implements Command {
    static final String OUT = "out";
    private static final String DETACH = "detach";
    private static final String ISOLATED = "isolated";
    private static final String PRIORITY = "priority";
    private static final String AFTER = "after";
    private static final String HELD = "held";
    private static final String DRY_RUN = "dry-run";

    @Override
    public Syntax syntax() {
        List<Option> own = List.of(Option.values("data", "[NAME=]FILE", Messages.RunCommand_data),
                Option.values("set", "NAME=VALUE", Messages.RunCommand_set),
                Option.value("settings", "FILE.json", Messages.RunCommand_settings), Option.value("seed", "N", Messages.RunCommand_seed),
                Option.value(OUT, "DIR", Messages.RunCommand_out), OutFolder.pictures(), Option.flag(DETACH, Messages.RunCommand_detach),
                Option.flag(ISOLATED, Messages.RunCommand_isolated), Option.value(PRIORITY, "high|normal|low", Messages.RunCommand_priority),
                Option.value(AFTER, "RUN", Messages.RunCommand_after), Option.flag(HELD, Messages.RunCommand_held),
                Option.value(AgainSubmission.AGAIN, "RUN", Messages.RunCommand_again), Option.flag(AgainSubmission.ANYWAY, Messages.RunCommand_anyway),
                Option.flag(AgainSubmission.ALL_ROWS, Messages.RunCommand_allRows),
                Option.flag(DRY_RUN, Messages.RunCommand_dryRun));
        return new Syntax("run", "ANALYSIS --data [NAME=]FILE...", 0, 1,
                Stream.concat(own.stream(), ReadOptionsReader.OPTIONS.stream()).toList(), Messages.RunCommand_summary);
    }

    @Override
    public ExitCode run(Session session) throws RunException, IOException, InterruptedException {
        Arguments arguments = session.arguments();
        boolean again = arguments.has(AgainSubmission.AGAIN);
        if (arguments.has(AgainSubmission.ALL_ROWS) && !again) {
            throw new RunException(Code.BAD_USAGE, Messages.RunCommand_allRowsAlone);
        }
        Submission submission = again ? AgainSubmission.of(session) : fresh(session);
        Optional<OutFolder> out = OutFolder.of(session);
        RunQueue.Place place = place(arguments);
        if (arguments.has(DRY_RUN)) {
            return session.in(connection -> {
                new DryRun(session).tell(submission.request(connection));
                return ExitCode.COMPLETED;
            });
        }
        if (arguments.has(DETACH)) {
            if (out.isPresent()) {
                throw new RunException(Code.BAD_USAGE, Messages.RunCommand_detachedOut);
            }
            return new DetachedRun(session, place).start(again ? submission : advised(session, submission));
        }
        return session.in(connection -> {
            RunRequest request = (again ? submission : advised(session, submission)).request(connection);
            RunFollower follower = new RunFollower(session, connection);
            long run = follower.start(() -> connection.runs().queue().submit(List.of(request), place).get(0));
            return new RunEnd(session, connection).finish(follower.follow(run), out);
        });
    }

    private static Submission fresh(Session session) throws RunException, IOException {
        Arguments arguments = session.arguments();
        if (arguments.operands().isEmpty()) {
            throw new RunException(Code.BAD_USAGE, Messages.RunCommand_noAnalysis);
        }
        AnalysisDescriptor analysis = session.services().analyses().find(arguments.operands().get(0));
        Optional<String> settingsFile = arguments.value("settings");
        Optional<Path> settingsPath = settingsFile.isEmpty() ? Optional.empty() : Optional.of(session.path(settingsFile.get()));
        Map<String, Object> settings = new SettingsInput(analysis.settings()).read(settingsPath, arguments.values("set"));
        long seed = seed(arguments);
        RunRequest.Isolation isolation = arguments.has(ISOLATED) ? RunRequest.Isolation.ASKED : RunRequest.Isolation.AS_NEEDED;
        DataInput data = new DataInput(session);
        List<DataInput.Source> sources = data.sources(analysis, arguments.values("data"));
        return connection -> {
            session.interruption().onRequest(() -> { });
            Map<String, List<Dataset>> inputs = data.read(connection, sources);
            return new RunRequest(analysis.id(), "", inputs, settings, seed, 0, isolation);
        };
    }

    /** The same, but that the user is told when a sample is advised. */
    private static Submission advised(Session session, Submission submission) {
        return connection -> {
            RunRequest request = submission.request(connection);
            SampleNote.tell(session, request);
            return request;
        };
    }

    private static RunQueue.Place place(Arguments arguments) throws RunException {
        Optional<String> priority = arguments.value(PRIORITY);
        Optional<String> after = arguments.value(AFTER);
        return new RunQueue.Place(priority.isEmpty() ? RunQueue.Priority.NORMAL : QueueCommand.word(RunQueue.Priority.class, priority.get()),
                arguments.has(HELD), after.isEmpty() ? 0 : Session.run(after.get()));
    }

    /** Reads the data and makes the request. */
    interface Submission {
        RunRequest request(Connection connection) throws RunException;
    }

    private static long seed(Arguments arguments) throws RunException {
        Optional<String> given = arguments.value("seed");
        if (given.isEmpty()) {
            return RunRequest.DEFAULT_SEED;
        }
        try {
            return Long.parseLong(given.get());
        } catch (NumberFormatException e) {
            throw new RunException(Code.BAD_USAGE, Messages.bind(Messages.RunCommand_badSeed, given.get()), e);
        }
    }
}
