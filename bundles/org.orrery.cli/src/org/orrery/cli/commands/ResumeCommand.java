package org.orrery.cli.commands;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.orrery.cli.ExitCode;
import org.orrery.cli.options.Option;
import org.orrery.cli.options.Syntax;
import org.orrery.jobs.RunException;
import org.orrery.jobs.Workspace;

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
        try (Workspace workspace = session.owner()) {
            RunFollower follower = new RunFollower(session, workspace);
            follower.start(() -> {
                workspace.runs().resume(run);
                return run;
            });
            return new RunEnd(session, workspace).finish(follower.follow(run), out);
        }
    }
}
