package org.orrery.ui.internal.runs;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.swt.widgets.Control;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunFolders;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.search.RunSearch;
import org.orrery.ui.Background;

/**
 * The runs that fit the search of the user. Most searches are answered at once from the lines in memory; where figures or settings decide,
 * those are read in the background, and {@code changed} is called when they are known. To be used on the user interface thread.
 */
final class RunFinder {
    private final Control owner;
    private final RunFolders folders;
    private final Runnable changed;
    /** What reading has come to, and for which line of the run that was; a newer line is read for again. */
    private final Map<Long, Answer> answers = new HashMap<>();
    private RunSearch search = RunSearch.ALL;
    private String refusal = ""; //$NON-NLS-1$
    private boolean reading;

    private record Answer(RunSummary run, boolean fits) {
    }

    RunFinder(Control owner, RunFolders folders, Runnable changed) {
        this.owner = owner;
        this.folders = folders;
        this.changed = changed;
    }

    /** Looks for something else. What cannot be read is said by {@link #refusal}, and the search before counts on. */
    void search(String text) {
        try {
            search = RunSearch.of(text, ZonedDateTime.now());
            answers.clear();
            refusal = ""; //$NON-NLS-1$
        } catch (RunException e) {
            refusal = e.getMessage();
        }
    }

    /** What is wrong with the newest search; empty when nothing is. */
    String refusal() {
        return refusal;
    }

    /** Whether files are being read to answer. */
    boolean reading() {
        return reading;
    }

    /** Those of these runs that are known to fit, in their order. */
    List<RunSummary> of(List<RunSummary> runs) {
        List<RunSummary> found = new ArrayList<>();
        List<RunSummary> open = new ArrayList<>();
        for (RunSummary run : runs) {
            Optional<Boolean> fits = search.fits(run);
            Answer answer = answers.get(run.id());
            if (fits.isPresent() ? fits.get() : answer != null && answer.fits()) {
                found.add(run);
            }
            if (fits.isEmpty() && (answer == null || !answer.run().equals(run))) {
                open.add(run);
            }
        }
        read(open);
        return found;
    }

    private void read(List<RunSummary> open) {
        if (open.isEmpty() || reading) {
            return;
        }
        reading = true;
        RunSearch asked = search;
        Background.load(owner, Messages.RunFinder_reading, () -> {
            List<RunSummary> fitting = folders.find(asked, open);
            Map<Long, Answer> read = new HashMap<>();
            open.forEach(run -> read.put(run.id(), new Answer(run, false)));
            fitting.forEach(run -> read.put(run.id(), new Answer(run, true)));
            return read;
        }, read -> {
            reading = false;
            if (asked == search) {
                answers.putAll(read);
            }
            changed.run();
        }, failure -> reading = false);
    }
}
