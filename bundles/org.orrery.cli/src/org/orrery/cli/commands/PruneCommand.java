package org.orrery.cli.commands;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.orrery.cli.ExitCode;
import org.orrery.cli.options.Arguments;
import org.orrery.cli.options.Option;
import org.orrery.cli.options.Syntax;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunException.Code;
import org.orrery.jobs.RunFolders;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.retention.RetentionPlan;
import org.orrery.jobs.retention.RetentionPolicy;
import org.orrery.jobs.retention.WorkbenchPolicy;

/** {@code orrery prune}: deletes ended runs that are old, many or large, by the rules that are given. */
final class PruneCommand implements Command {
    private static final String OLDER = "older";
    private static final String KEEP = "keep";
    private static final String QUOTA = "quota";
    private static final String RESUMABLE = "resumable";
    private static final Pattern AGE = Pattern.compile("([1-9]\\d{0,5})([hdw]?)");
    private static final Pattern BYTES = Pattern.compile("([1-9]\\d{0,11})(?:([KMGT])(i?)B?)?", Pattern.CASE_INSENSITIVE);
    private static final int HOURS_OF_WEEK = 168;
    private static final int HOURS_OF_DAY = 24;

    @Override
    public Syntax syntax() {
        return new Syntax("prune", "", 0, 0, List.of(Option.value(OLDER, "90d", Messages.PruneCommand_older), Option.value(KEEP, "N", Messages.PruneCommand_keep),
                Option.value(QUOTA, "10GiB", Messages.PruneCommand_quota), Option.flag(RESUMABLE, Messages.PruneCommand_resumable),
                Option.flag(RemoveCommand.DRY, Messages.RemoveCommand_dry)), Messages.PruneCommand_summary);
    }

    @Override
    public ExitCode run(Session session) throws RunException, IOException, InterruptedException {
        RetentionPolicy given = policy(session.arguments());
        RetentionPolicy policy = given.any() ? given : stored(session);
        if (session.arguments().has(RemoveCommand.DRY)) {
            RetentionPlan plan = plan(policy, session.reader());
            say(session, policy, plan, plan.going(), false);
            return ExitCode.COMPLETED;
        }
        return session.in(connection -> {
            RunFolders folders = connection.folders();
            RetentionPlan plan = plan(policy, folders);
            List<RetentionPlan.Going> gone = plan.carryOut(connection.runs(), folders);
            say(session, policy, plan, gone, true);
            return ExitCode.COMPLETED;
        });
    }

    private static RetentionPlan plan(RetentionPolicy policy, RunFolders folders) {
        return RetentionPlan.of(policy, folders.list(), run -> folders.bytes(run.id()), Instant.now());
    }

    private static RetentionPolicy policy(Arguments arguments) throws RunException {
        Optional<String> older = arguments.value(OLDER);
        Optional<String> keep = arguments.value(KEEP);
        Optional<String> quota = arguments.value(QUOTA);
        RetentionPolicy policy = new RetentionPolicy(older.isPresent() ? age(older.get()) : Duration.ZERO, keep.isPresent() ? count(keep.get()) : 0,
                quota.isPresent() ? bytes(quota.get()) : 0, arguments.has(RESUMABLE));
        return policy;
    }

    /** Without a rule of its own the command keeps to those that were set in the workbench. */
    private static RetentionPolicy stored(Session session) throws RunException, IOException {
        RetentionPolicy policy = WorkbenchPolicy.read(session.workspace());
        if (!policy.any()) {
            throw new RunException(Code.BAD_USAGE, Messages.PruneCommand_none);
        }
        session.terminal().message(Messages.PruneCommand_stored);
        return session.arguments().has(RESUMABLE) ? new RetentionPolicy(policy.age(), policy.count(), policy.bytes(), true) : policy;
    }

    private static Duration age(String text) throws RunException {
        Matcher matcher = AGE.matcher(text);
        if (!matcher.matches()) {
            throw new RunException(Code.BAD_USAGE, Messages.bind(Messages.PruneCommand_badAge, text));
        }
        long count = Long.parseLong(matcher.group(1));
        return Duration.ofHours(count * switch (matcher.group(2)) {
            case "h" -> 1;
            case "w" -> HOURS_OF_WEEK;
            default -> HOURS_OF_DAY;
        });
    }

    private static int count(String text) throws RunException {
        if (!text.matches("[1-9]\\d{0,8}")) {
            throw new RunException(Code.BAD_USAGE, Messages.bind(Messages.PruneCommand_badCount, text));
        }
        return Integer.parseInt(text);
    }

    private static long bytes(String text) throws RunException {
        Matcher matcher = BYTES.matcher(text);
        if (!matcher.matches()) {
            throw new RunException(Code.BAD_USAGE, Messages.bind(Messages.PruneCommand_badBytes, text));
        }
        int power = matcher.group(2) == null ? 0 : "KMGT".indexOf(matcher.group(2).toUpperCase(Locale.ROOT)) + 1;
        double bytes = Long.parseLong(matcher.group(1)) * Math.pow(matcher.group(2) == null || matcher.group(3).isEmpty() ? 1_000 : 1_024, power);
        return bytes > Long.MAX_VALUE ? Long.MAX_VALUE : (long) bytes;
    }

    private static void say(Session session, RetentionPolicy policy, RetentionPlan plan, List<RetentionPlan.Going> going, boolean removed) {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (RetentionPlan.Going each : going) {
            lines.add(line(each.run(), each.rule(), "bytes", each.bytes()));
            session.terminal().print(Messages.bind(removed ? Messages.RemoveCommand_done : Messages.RemoveCommand_would, each.run().id(), each.run().name()));
        }
        List<Map<String, Object>> kept = new ArrayList<>();
        for (RetentionPlan.Spared each : plan.spared()) {
            kept.add(line(each.run(), each.rule(), "why", word(each.reason())));
            session.terminal().print(Messages.bind(Messages.PruneCommand_kept, new Object[] {each.run().id(), each.run().name(), because(each.reason())}));
        }
        long freed = going.stream().mapToLong(RetentionPlan.Going::bytes).sum();
        session.terminal().print(Messages.bind(removed ? Messages.PruneCommand_freed : Messages.PruneCommand_wouldFree, going.size(), freed >> 20));
        if (!plan.fits(policy)) {
            session.terminal().print(Messages.bind(Messages.PruneCommand_over, plan.after() >> 20, policy.bytes() >> 20));
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("removed", removed);
        document.put("runs", lines);
        document.put("kept", kept);
        document.put("freedBytes", freed);
        document.put("quotaMet", plan.fits(policy));
        session.document(document);
    }

    private static Map<String, Object> line(RunSummary run, RetentionPlan.Rule rule, String name, Object value) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("run", run.id());
        line.put("rule", word(rule));
        line.put(name, value);
        return line;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String because(RetentionPlan.Reason reason) {
        return switch (reason) {
            case AT_WORK -> Messages.PruneCommand_atWork;
            case TAGGED -> Messages.PruneCommand_tagged;
            case RESUMABLE -> Messages.PruneCommand_couldResume;
        };
    }
}
