package org.orrery.ui.internal.runs;

import java.time.Instant;
import java.util.Comparator;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.orrery.analysis.Names;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.RunTags;
import org.orrery.ui.Formats;
import org.orrery.ui.RunTexts;

/** The columns of the list of runs. */
enum RunColumn {
    ID(56, SWT.RIGHT, Comparator.comparingLong(RunSummary::id)),
    NAME(190, SWT.LEFT, Comparator.comparing(RunSummary::name, String.CASE_INSENSITIVE_ORDER)),
    STATE(130, SWT.LEFT, Comparator.comparing(RunSummary::state)),
    PROGRESS(205, SWT.LEFT, Comparator.comparingDouble(run -> RunTexts.fraction(run.units()))),
    BEST(130, SWT.LEFT, Comparator.comparingDouble(RunSummary::bestValue)),
    TREND(90, SWT.LEFT, Comparator.comparingLong(RunSummary::id)),
    DURATION(85, SWT.RIGHT, Comparator.comparingDouble(run -> seconds(run))),
    STARTED(185, SWT.LEFT, Comparator.comparing(RunSummary::submitted)),
    DATASET(110, SWT.LEFT, Comparator.comparing(RunSummary::dataset)),
    TAGS(120, SWT.LEFT, Comparator.comparing(run -> tags(run))),
    NOTE(160, SWT.LEFT, Comparator.comparing(RunSummary::note)),
    ANALYSIS(120, SWT.LEFT, Comparator.comparing(RunSummary::analysis));

    private static final String BEST_OF = ".best"; //$NON-NLS-1$

    private final int width;
    private final int style;
    private final Comparator<RunSummary> order;

    RunColumn(int width, int style, Comparator<RunSummary> order) {
        this.width = width;
        this.style = style;
        this.order = order;
    }

    String title() {
        return switch (this) {
            case ID -> Messages.RunColumn_id;
            case NAME -> Messages.RunColumn_name;
            case STATE -> Messages.RunColumn_state;
            case PROGRESS -> Messages.RunColumn_progress;
            case BEST -> Messages.RunColumn_best;
            case TREND -> Messages.RunColumn_trend;
            case DURATION -> Messages.RunColumn_duration;
            case STARTED -> Messages.RunColumn_started;
            case DATASET -> Messages.RunColumn_dataset;
            case TAGS -> Messages.RunColumn_tags;
            case NOTE -> Messages.RunColumn_note;
            case ANALYSIS -> Messages.RunColumn_analysis;
        };
    }

    int width() {
        return width;
    }

    int style() {
        return style;
    }

    Comparator<RunSummary> order() {
        return order;
    }

    /** @param names what is read for the words of its analysis */
    String text(RunSummary run, Instant now, Names names) {
        return switch (this) {
            case ID -> Long.toString(run.id());
            case NAME -> run.name();
            case STATE -> RunTexts.state(run.state());
            case PROGRESS -> RunTexts.units(run.units());
            // A picture, painted.
            case TREND -> ""; //$NON-NLS-1$
            case TAGS -> tags(run);
            case NOTE -> run.note().lines().findFirst().orElse(""); //$NON-NLS-1$
            case BEST -> best(run, names);
            case ANALYSIS -> run.analysis();
            case DATASET -> run.dataset();
            case STARTED -> Formats.instant(run.started().orElse(run.submitted()));
            case DURATION -> RunTexts.duration(run, now);
        };
    }

    /** The last part of the name says what it is; what stands before is the same for every run. The best value of a metric has its name. */
    private static String best(RunSummary run, Names names) {
        String whole = run.bestName().endsWith(BEST_OF) ? run.bestName().substring(0, run.bestName().length() - BEST_OF.length()) : run.bestName();
        String name = names.figure(whole);
        if (name.isEmpty()) {
            return ""; //$NON-NLS-1$
        }
        String best = NLS.bind(Messages.RunColumn_bestOf, name, Formats.number(run.bestValue()));
        return RunTags.has(run, RunTags.REGRESSED) ? NLS.bind(Messages.RunColumn_worse, best)
                : RunTags.has(run, RunTags.BASELINE) ? NLS.bind(Messages.RunColumn_baseline, best) : best;
    }

    private static String tags(RunSummary run) {
        return String.join(", ", run.tags()); //$NON-NLS-1$
    }

    private static double seconds(RunSummary run) {
        return run.started().map(start -> (double) java.time.Duration.between(start, run.finished().orElseGet(Instant::now)).toMillis())
                .orElse(0.0);
    }
}
