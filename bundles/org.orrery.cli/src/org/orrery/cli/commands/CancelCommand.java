package org.orrery.cli.commands;

import org.orrery.jobs.RunException;
import org.orrery.jobs.RunState;
import org.orrery.jobs.Runs;

/** {@code orrery cancel RUN}: ends a run without a result. */
final class CancelCommand extends VerbCommand {
    CancelCommand() {
        super("cancel", Messages.CancelCommand_summary, RunState.CANCELLED);
    }

    @Override
    void apply(Runs runs, long run) throws RunException {
        runs.cancel(run);
    }
}
