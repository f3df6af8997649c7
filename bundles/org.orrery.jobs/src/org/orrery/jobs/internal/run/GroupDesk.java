package org.orrery.jobs.internal.run;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.orrery.analysis.settings.Nearest;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunException.Code;

/** What the user wants of groups of units of runs at work. Thread-safe. */
final class GroupDesk {
    /** Finds runs. */
    @FunctionalInterface
    interface Runs {
        /**
         * The run of that number; empty when it is not at work.
         *
         * @throws RunException run-not-found
         */
        Optional<LiveRun> find(long run) throws RunException;
    }

    private final Runs runs;

    GroupDesk(Runs runs) {
        this.runs = runs;
    }

    void skip(long run, String group) throws RunException {
        control(run, group).skip(group);
    }

    void budget(long run, String group, Duration limit) throws RunException {
        check(limit);
        control(run, group).budget(group, limit);
    }

    void grant(long run, String group, Duration more) throws RunException {
        check(more);
        control(run, group).grant(group, more);
    }

    List<String> of(long run) throws RunException {
        return runs.find(run).map(each -> each.control().groups()).orElse(List.of());
    }

    private static void check(Duration time) throws RunException {
        if (!time.isPositive()) {
            throw new RunException(Code.BAD_USAGE, Messages.OwnedRuns_noTime);
        }
    }

    private UnitControl control(long number, String group) throws RunException {
        LiveRun run = runs.find(number)
                .orElseThrow(() -> new RunException(Code.BAD_USAGE, Messages.bind(Messages.OwnedRuns_ended, number)));
        List<String> groups = run.control().groups();
        if (!groups.isEmpty() && !groups.contains(group)) {
            throw new RunException(Code.BAD_USAGE,
                    Nearest.hint(Messages.bind(Messages.OwnedRuns_noGroup, number, group), Nearest.of(group, groups)));
        }
        return run.control();
    }
}
