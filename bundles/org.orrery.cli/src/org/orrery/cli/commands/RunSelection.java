package org.orrery.cli.commands;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.orrery.cli.options.Option;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunException.Code;
import org.orrery.jobs.RunFolders;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.search.RunSearch;

/** The runs that a command is for: those that its operands name, and those that a search finds. */
final class RunSelection {
    static final String SEARCH = "search";
    private final Session session;

    RunSelection(Session session) {
        this.session = session;
    }

    /** The option of a command that takes searches. */
    static Option option() {
        return Option.value(SEARCH, "TEXT", Messages.RunSelection_search);
    }

    /** The search of the user; without one all are found. */
    RunSearch search() throws RunException {
        Optional<String> text = session.arguments().value(SEARCH);
        return text.isEmpty() ? RunSearch.ALL : RunSearch.of(text.get(), ZonedDateTime.now());
    }

    /**
     * The runs, in the order of the operands and then newest first; none twice.
     *
     * @throws RunException bad-usage when neither is given; run-not-found
     */
    List<RunSummary> runs() throws RunException {
        RunFolders folders = session.reader();
        List<RunSummary> runs = new ArrayList<>();
        for (long run : session.runs()) {
            runs.add(folders.open(run).summary());
        }
        if (session.arguments().value(SEARCH).isPresent()) {
            runs.addAll(folders.find(search()));
        } else if (runs.isEmpty()) {
            throw new RunException(Code.BAD_USAGE, Messages.RunSelection_none);
        }
        return runs.stream().distinct().toList();
    }
}
