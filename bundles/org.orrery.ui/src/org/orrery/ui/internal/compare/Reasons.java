package org.orrery.ui.internal.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.osgi.util.NLS;
import org.orrery.jobs.RunFolders;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.StoredRun;
import org.orrery.jobs.compare.RunDifference;
import org.orrery.jobs.compare.WhyBetter;
import org.orrery.jobs.search.RunFacts;
import org.orrery.ui.Formats;

/** Why runs came out better or worse than the first, as far as the history can tell. Reads files: never on the user interface thread. */
final class Reasons {
    private static final int DIGEST = 8;
    private final RunFolders folders;
    private final List<StoredRun> runs;

    Reasons(RunFolders folders, List<StoredRun> runs) {
        this.folders = folders;
        this.runs = runs;
    }

    /** The headings of {@link #lines}. */
    static List<String> titles() {
        return List.of(Messages.Reasons_what, Messages.Confidence_runs, Messages.Reasons_first, Messages.Reasons_second, Messages.Reasons_effect, Messages.Reasons_seen);
    }

    /** One line for each thing that a run differs from the first in; none when the first has no headline figure. */
    List<List<String>> lines() {
        List<List<String>> lines = new ArrayList<>();
        RunSummary first = runs.get(0).summary();
        if (!first.bestName().isEmpty()) {
            for (StoredRun run : runs.subList(1, runs.size())) {
                WhyBetter.of(folders, first, run.summary(), first.bestName()).forEach(found -> lines.add(line(found, run.summary(), first)));
            }
        }
        return lines;
    }

    private static List<String> line(RunDifference found, RunSummary run, RunSummary first) {
        String effect = Double.isNaN(found.effect()) ? "" : found.effect() > 0 ? "+" + Formats.number(found.effect()) : Formats.number(found.effect()); //$NON-NLS-1$ //$NON-NLS-2$
        return List.of(name(found), NLS.bind(Messages.Confidence_runsOf, run.id(), first.id()), value(found, found.first()), value(found, found.second()), effect,
                NLS.bind(Messages.Reasons_runs, found.firstRuns(), found.secondRuns()));
    }

    private static String name(RunDifference found) {
        if (found.setting()) {
            return found.name().substring(RunFacts.SETTING.length());
        }
        return switch (found.name()) {
            case "seed" -> Messages.Reasons_seed; //$NON-NLS-1$
            case "version" -> Messages.Reasons_version; //$NON-NLS-1$
            default -> Messages.Reasons_data;
        };
    }

    private static String value(RunDifference found, String value) {
        return found.name().startsWith(RunFacts.DATA) && value.length() > DIGEST ? value.substring(0, DIGEST) : value;
    }

    /** What the runs were asked and what came of them, by what the reader calls them. */
    Map<String, RunFacts> facts() {
        Map<String, RunFacts> facts = new LinkedHashMap<>();
        runs.forEach(run -> {
            RunFacts read = folders.facts(run.summary().id());
            // The values of a fact may be read when they are asked for: now, and not on the user interface thread.
            facts.put(NLS.bind(Messages.Comparison_run, run.summary().id(), run.summary().name()), RunFacts.of(read.values()));
        });
        return facts;
    }
}
