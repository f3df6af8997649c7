package org.orrery.cli.commands;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.orrery.cli.ExitCode;
import org.orrery.cli.options.Syntax;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunException.Code;
import org.orrery.jobs.Runs;

/** A word about a part of a run at work, such as one of several models: do no more of it, or give it so much time. */
abstract class GroupCommand implements Command {
    private static final Pattern TIME = Pattern.compile("([1-9][0-9]{0,6})([smh]?)");
    private final Syntax syntax;

    GroupCommand(Syntax syntax) {
        this.syntax = syntax;
    }

    /** {@code orrery skip RUN PART}: does the rest of a part no more. */
    static Command skip() {
        return new GroupCommand(new Syntax("skip", Messages.GroupCommand_operands, 1, 2, List.of(), Messages.GroupCommand_skip)) {
            @Override
            String apply(Runs runs, long run, String group, Optional<String> time) throws RunException {
                runs.skip(run, group);
                return Messages.bind(Messages.GroupCommand_skipped, group, run);
            }
        };
    }

    /** {@code orrery budget RUN PART TIME}: limits the time of a part from its beginning, or with a plus from now. */
    static Command budget() {
        return new GroupCommand(new Syntax("budget", Messages.GroupCommand_timeOperands, 1, 3, List.of(), Messages.GroupCommand_budget)) {
            @Override
            String apply(Runs runs, long run, String group, Optional<String> time) throws RunException {
                String given = time.orElseThrow(() -> new RunException(Code.BAD_USAGE, Messages.GroupCommand_noTime));
                if (given.startsWith("+")) {
                    runs.grant(run, group, duration(given.substring(1)));
                    return Messages.bind(Messages.GroupCommand_granted, new Object[] {group, run, given.substring(1)});
                }
                runs.budget(run, group, duration(given));
                return Messages.bind(Messages.GroupCommand_limited, new Object[] {group, run, given});
            }
        };
    }

    /** Does it; what is said then. */
    abstract String apply(Runs runs, long run, String group, Optional<String> time) throws RunException;

    @Override
    public final Syntax syntax() {
        return syntax;
    }

    @Override
    public final ExitCode run(Session session) throws RunException, IOException, InterruptedException {
        long run = session.run();
        List<String> words = session.arguments().operands();
        if (session.reader().open(run).summary().state().ended()) {
            throw new RunException(Code.BAD_USAGE, Messages.bind(Messages.GroupCommand_ended, run));
        }
        return session.in(connection -> {
            session.interruption().onRequest(() -> { });
            String said = words.size() < 2 ? Messages.bind(Messages.GroupCommand_parts, run, String.join(", ", connection.runs().groups(run)))
                    : apply(connection.runs(), run, words.get(1), words.stream().skip(2).findFirst());
            session.document(Map.of("run", run, "parts", connection.runs().groups(run)));
            session.terminal().print(said);
            return ExitCode.COMPLETED;
        });
    }

    /** Such as 90, 90s, 2m or 1h. */
    static Duration duration(String word) throws RunException {
        Matcher parts = TIME.matcher(word);
        if (!parts.matches()) {
            throw new RunException(Code.BAD_USAGE, Messages.bind(Messages.GroupCommand_time, word));
        }
        long number = Long.parseLong(parts.group(1));
        return switch (parts.group(2)) {
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofSeconds(number);
        };
    }
}
