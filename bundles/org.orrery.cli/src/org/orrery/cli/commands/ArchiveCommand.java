package org.orrery.cli.commands;

import java.util.List;

import org.orrery.jobs.RunException;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.RunTags;
import org.orrery.jobs.Runs;

/** {@code orrery archive RUN...}: puts runs away, so that the list does not show them unless it is asked. */
final class ArchiveCommand extends LabelCommand {
    ArchiveCommand() {
        super("archive", List.of(), Messages.ArchiveCommand_summary);
    }

    @Override
    void apply(Session session, Runs runs, RunSummary run) throws RunException {
        RunTags.change(runs, run, List.of(RunTags.ARCHIVED), List.of());
    }
}
