package org.orrery.ui.internal.runs;

import java.time.Instant;
import java.util.Comparator;

import org.eclipse.swt.SWT;
import org.orrery.jobs.RunSummary;
import org.orrery.ui.Formats;
import org.orrery.ui.RunTexts;

/** The columns of the list of runs. */
enum RunColumn {
    ID(Messages.RunColumn_id, 56, SWT.RIGHT, Comparator.comparingLong(RunSummary::id)),
    NAME(Messages.RunColumn_name, 210, SWT.LEFT, Comparator.comparing(RunSummary::name, String.CASE_INSENSITIVE_ORDER)),
    STATE(Messages.RunColumn_state, 165, SWT.LEFT, Comparator.comparing(RunSummary::state)),
    PROGRESS(Messages.RunColumn_progress, 150, SWT.LEFT, Comparator.comparingDouble(run -> RunTexts.fraction(run.units()))),
    BEST(Messages.RunColumn_best, 190, SWT.LEFT, Comparator.comparingDouble(RunSummary::bestValue)),
    DURATION(Messages.RunColumn_duration, 85, SWT.RIGHT, Comparator.comparingDouble(run -> seconds(run))),
    STARTED(Messages.RunColumn_started, 185, SWT.LEFT, Comparator.comparing(RunSummary::submitted)),
    DATASET(Messages.RunColumn_dataset, 110, SWT.LEFT, Comparator.comparing(RunSummary::dataset)),
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
            case BEST -> run.bestName().isEmpty() ? "" : run.bestName() + "  " + Formats.number(run.bestValue()); //$NON-NLS-1$ //$NON-NLS-2$
            case ANALYSIS -> run.analysis();
            case DATASET -> run.dataset();
            case STARTED -> Formats.instant(run.started().orElse(run.submitted()));
            case DURATION -> RunTexts.duration(run, now);
        };
    }

    private static double seconds(RunSummary run) {
        return run.started().map(start -> (double) java.time.Duration.between(start, run.finished().orElseGet(Instant::now)).toMillis())
                .orElse(0.0);
    }
}
