package org.orrery.ui.internal.runs;

import java.time.Instant;
import java.util.Comparator;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.orrery.jobs.RunSummary;
import org.orrery.ui.Formats;
import org.orrery.ui.RunTexts;

/** The columns of the list of runs. */
enum RunColumn {
    ID(Messages.RunColumn_id, 56, SWT.RIGHT, Comparator.comparingLong(RunSummary::id)),
    NAME(Messages.RunColumn_name, 190, SWT.LEFT, Comparator.comparing(RunSummary::name, String.CASE_INSENSITIVE_ORDER)),
    STATE(Messages.RunColumn_state, 130, SWT.LEFT, Comparator.comparing(RunSummary::state)),
    PROGRESS(Messages.RunColumn_progress, 205, SWT.LEFT, Comparator.comparingDouble(run -> RunTexts.fraction(run.units()))),
    BEST(Messages.RunColumn_best, 130, SWT.LEFT, Comparator.comparingDouble(RunSummary::bestValue)),
    TREND(Messages.RunColumn_trend, 90, SWT.LEFT, Comparator.comparingLong(RunSummary::id)),
    DURATION(Messages.RunColumn_duration, 85, SWT.RIGHT, Comparator.comparingDouble(run -> seconds(run))),
    STARTED(Messages.RunColumn_started, 185, SWT.LEFT, Comparator.comparing(RunSummary::submitted)),
    DATASET(Messages.RunColumn_dataset, 110, SWT.LEFT, Comparator.comparing(RunSummary::dataset)),
    TAGS(Messages.RunColumn_tags, 120, SWT.LEFT, Comparator.comparing(run -> tags(run))),
    NOTE(Messages.RunColumn_note, 160, SWT.LEFT, Comparator.comparing(RunSummary::note)),
    ANALYSIS(Messages.RunColumn_analysis, 120, SWT.LEFT, Comparator.comparing(RunSummary::analysis));

    private final String title;
    private final int width;
    private final int style;
    private final Comparator<RunSummary> order;

    RunColumn(String title, int width, int style, Comparator<RunSummary> order) {
        this.title = title;
        this.width = width;
        this.style = style;
        this.order = order;
    }

    String title() {
        return title;
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

    String text(RunSummary run, Instant now) {
        return switch (this) {
            case ID -> Long.toString(run.id());
            case NAME -> run.name();
            case STATE -> RunTexts.state(run.state());
            case PROGRESS -> RunTexts.units(run.units());
            // A picture, painted.
            case TREND -> ""; //$NON-NLS-1$
            case TAGS -> tags(run);
            case NOTE -> run.note().lines().findFirst().orElse(""); //$NON-NLS-1$
            case BEST -> best(run);
            case ANALYSIS -> run.analysis();
            case DATASET -> run.dataset();
            case STARTED -> Formats.instant(run.started().orElse(run.submitted()));
            case DURATION -> RunTexts.duration(run, now);
        };
    }

    /** The last part of the name says what it is; what stands before is the same for every run. */
    private static String best(RunSummary run) {
        String name = run.bestName().substring(run.bestName().lastIndexOf('.') + 1);
        return name.isEmpty() ? "" : NLS.bind(Messages.RunColumn_bestOf, name, Formats.number(run.bestValue())); //$NON-NLS-1$
    }

    private static String tags(RunSummary run) {
        return String.join(", ", run.tags()); //$NON-NLS-1$
    }

    private static double seconds(RunSummary run) {
        return run.started().map(start -> (double) java.time.Duration.between(start, run.finished().orElseGet(Instant::now)).toMillis())
                .orElse(0.0);
    }
}
