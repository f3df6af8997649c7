package org.orrery.cli.commands;

import org.orrery.jobs.RunException;
import org.orrery.jobs.RunState;
import org.orrery.jobs.Runs;

/** {@code orrery pause RUN}: holds a run between two units. */
final class PauseCommand extends VerbCommand {
    PauseCommand() {
        super("pause", Messages.PauseCommand_summary, RunState.PAUSED);
    }

    @Override
    void apply(Runs runs, long run) throws RunException {
        runs.pause(run);
    }
}
