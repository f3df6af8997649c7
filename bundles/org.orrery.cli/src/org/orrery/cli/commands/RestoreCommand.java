package org.orrery.cli.commands;

import java.util.List;

import org.orrery.jobs.RunException;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.RunTags;
import org.orrery.jobs.Runs;

/** {@code orrery restore RUN...}: shows runs in the list again that were put away. */
final class RestoreCommand extends LabelCommand {
    RestoreCommand() {
        super("restore", List.of(), Messages.RestoreCommand_summary);
    }

    @Override
    void apply(Session session, Runs runs, RunSummary run) throws RunException {
        RunTags.change(runs, run, List.of(), List.of(RunTags.ARCHIVED));
    }
}
