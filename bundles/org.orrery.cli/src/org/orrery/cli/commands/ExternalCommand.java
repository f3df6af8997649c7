package org.orrery.cli.commands;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.orrery.cli.ExitCode;
import org.orrery.cli.options.Option;
import org.orrery.cli.options.ReadOptionsReader;
import org.orrery.cli.options.Syntax;
import org.orrery.data.Dataset;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunRequest;

/** {@code orrery external SPEC.json}: runs a training process that a file describes, and follows it to its end. */
final class ExternalCommand implements Command {
    private static final String ANALYSIS = "external";
    private static final String DETACH = "detach";

    @Override
    public Syntax syntax() {
        List<Option> own = List.of(Option.value(RunCommand.OUT, "DIR", Messages.RunCommand_out), Option.flag(DETACH, Messages.RunCommand_detach));
        return new Syntax("external", "SPEC.json", 1, 1, Stream.concat(own.stream(), ReadOptionsReader.OPTIONS.stream()).toList(),
                Messages.ExternalCommand_summary);
    }

    @Override
    public ExitCode run(Session session) throws RunException, IOException, InterruptedException {
        session.services().analyses().find(ANALYSIS);
        ExternalSpec spec = ExternalSpec.read(session.path(session.arguments().operands().get(0)));
        List<DataInput.Source> sources = spec.data().stream().map(file -> new DataInput.Source("data", file, Optional.empty())).toList();
        Optional<OutFolder> out = OutFolder.of(session);
        RunCommand.Submission submission = connection -> {
            session.interruption().onRequest(() -> { });
            Map<String, List<Dataset>> inputs = new DataInput(session).read(connection, sources);
            return new RunRequest(ANALYSIS, spec.name(), inputs, spec.settings(), RunRequest.DEFAULT_SEED, 0);
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
}
