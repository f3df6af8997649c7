package org.orrery.cli.commands;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.orrery.cli.ExitCode;
import org.orrery.cli.options.Option;
import org.orrery.cli.options.Syntax;
import org.orrery.jobs.RunException;

/** {@code orrery resume RUN}: goes on from the last checkpoint and follows the run to its end. */
final class ResumeCommand implements Command {
    @Override
    public Syntax syntax() {
        return new Syntax("resume", "RUN", 1, 1, List.of(Option.value(RunCommand.OUT, "DIR", Messages.RunCommand_out)),
                Messages.ResumeCommand_summary);
    }

    @Override
    public ExitCode run(Session session) throws RunException, IOException, InterruptedException {
        long run = session.run();
        Optional<OutFolder> out = OutFolder.of(session);
        session.reader().open(run);
        return session.in(connection -> {
            RunFollower follower = new RunFollower(session, connection);
            follower.start(() -> {
                connection.runs().resume(run);
                return run;
            });
            return new RunEnd(session, connection).finish(follower.follow(run), out);
        });
    }
}
