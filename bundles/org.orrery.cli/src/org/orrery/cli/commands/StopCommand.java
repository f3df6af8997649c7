package org.orrery.cli.commands;

import org.orrery.jobs.RunException;
import org.orrery.jobs.RunState;
import org.orrery.jobs.Runs;

/** {@code orrery stop RUN}: ends a run and keeps the result of what is there. */
final class StopCommand extends VerbCommand {
    StopCommand() {
        super("stop", Messages.StopCommand_summary, RunState.STOPPED_KEPT);
    }

    @Override
    void apply(Runs runs, long run) throws RunException {
        runs.stop(run);
    }
}
