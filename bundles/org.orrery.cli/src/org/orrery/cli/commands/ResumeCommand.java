package org.orrery.cli.commands;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.orrery.cli.ExitCode;
import org.orrery.cli.options.Option;
import org.orrery.cli.options.SettingsInput;
import org.orrery.cli.options.Syntax;
import org.orrery.jobs.AnalysisDescriptor;
import org.orrery.jobs.RunException;
import org.orrery.jobs.StoredRun;

/**
 * {@code orrery resume RUN [--set NAME=VALUE]}: goes on from the last checkpoint, with settings that have grown where the user
 * says so, and follows the run to its end.
 */
final class ResumeCommand implements Command {
    private static final String WITHOUT_LATE = "without-late";

    @Override
    public Syntax syntax() {
        return new Syntax("resume", "RUN", 1, 1, List.of(Option.values("set", "NAME=VALUE", Messages.ResumeCommand_set),
                Option.flag(WITHOUT_LATE, Messages.ResumeCommand_withoutLate), Option.value(RunCommand.OUT, "DIR", Messages.RunCommand_out), OutFolder.pictures()),
                Messages.ResumeCommand_summary);
    }

    @Override
    public ExitCode run(Session session) throws RunException, IOException, InterruptedException {
        long run = session.run();
        Optional<OutFolder> out = OutFolder.of(session);
        Map<String, Object> grown = grown(session, session.reader().open(run));
        return session.in(connection -> {
            RunFollower follower = new RunFollower(session, connection);
            follower.start(() -> {
                if (session.arguments().has(WITHOUT_LATE)) {
                    connection.runs().dropLate(run);
                }
                if (grown.isEmpty()) {
                    connection.runs().resume(run);
                } else {
                    connection.runs().extend(run, grown);
                    tell(session, session.reader().open(run).request().settings(), grown);
                }
                return run;
            });
            return new RunEnd(session, connection).finish(follower.follow(run), out);
        });
    }

    /** An analysis may meet a wish in another way: then it is said in which. */
    private static void tell(Session session, Map<String, Object> kept, Map<String, Object> wished) {
        List<String> other = wished.entrySet().stream().filter(wish -> !Objects.toString(kept.get(wish.getKey())).equals(Objects.toString(wish.getValue())))
                .filter(wish -> !(wish.getValue() instanceof Map)).map(wish -> wish.getKey() + '=' + wish.getValue()).toList();
        if (!other.isEmpty()) {
            session.terminal().message(Messages.bind(Messages.ResumeCommand_otherwise, String.join(", ", other)));
        }
    }

    /** The settings that shall grow; the analysis is asked for only when there are any, so that a resume tells what is wrong. */
    private static Map<String, Object> grown(Session session, StoredRun stored) throws RunException {
        List<String> sets = session.arguments().values("set");
        if (sets.isEmpty()) {
            return Map.of();
        }
        AnalysisDescriptor analysis = session.services().analyses().find(stored.request().analysis());
        return new SettingsInput(analysis.settings()).read(Optional.empty(), sets);
    }
}
