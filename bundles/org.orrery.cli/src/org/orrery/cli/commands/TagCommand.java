package org.orrery.cli.commands;

import java.util.List;
import java.util.Optional;

import org.orrery.cli.options.Arguments;
import org.orrery.cli.options.Option;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunException.Code;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.RunTags;
import org.orrery.jobs.Runs;

/** {@code orrery tag RUN... --add WORD --remove WORD --note TEXT}: the user's words for runs. */
final class TagCommand extends LabelCommand {
    private static final String ADD = "add";
    private static final String REMOVE = "remove";
    private static final String NOTE = "note";

    TagCommand() {
        super("tag", List.of(Option.values(ADD, "WORD", Messages.TagCommand_add), Option.values(REMOVE, "WORD", Messages.TagCommand_remove),
                Option.value(NOTE, "TEXT", Messages.TagCommand_note)), Messages.TagCommand_summary);
    }

    @Override
    void check(Session session) throws RunException {
        Arguments arguments = session.arguments();
        if (!arguments.has(ADD) && !arguments.has(REMOVE) && !arguments.has(NOTE)) {
            throw new RunException(Code.BAD_USAGE, Messages.TagCommand_nothing);
        }
    }

    @Override
    void apply(Session session, Runs runs, RunSummary run) throws RunException {
        Arguments arguments = session.arguments();
        RunTags.change(runs, run, arguments.values(ADD), arguments.values(REMOVE));
        Optional<String> note = arguments.value(NOTE);
        if (note.isPresent()) {
            runs.note(run.id(), note.get());
        }
    }
}
