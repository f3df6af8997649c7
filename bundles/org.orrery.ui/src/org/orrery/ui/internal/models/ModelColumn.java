package org.orrery.ui.internal.models;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.orrery.analysis.Names;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.models.ModelVersion;
import org.orrery.ui.Formats;

/** The columns of the list of models. */
enum ModelColumn {
    NAME(170, SWT.LEFT), VERSION(75, SWT.RIGHT), STAGES(150, SWT.LEFT), FIGURE(170, SWT.LEFT), DATASET(130, SWT.LEFT), ANALYSIS(130, SWT.LEFT),
    FINISHED(170, SWT.LEFT), RUN(260, SWT.LEFT);

    private final int width;
    private final int style;

    ModelColumn(int width, int style) {
        this.width = width;
        this.style = style;
    }

    int width() {
        return width;
    }

    int style() {
        return style;
    }

    String title() {
        return switch (this) {
            case NAME -> Messages.ModelColumn_name;
            case VERSION -> Messages.ModelColumn_version;
            case STAGES -> Messages.ModelColumn_stages;
            case FIGURE -> Messages.ModelColumn_figure;
            case DATASET -> Messages.ModelColumn_dataset;
            case ANALYSIS -> Messages.ModelColumn_analysis;
            case FINISHED -> Messages.ModelColumn_finished;
            case RUN -> Messages.ModelColumn_run;
        };
    }

    /**
     * @param names what is read for the words of its analysis
     * @param analysis what the analysis is called
     */
    String text(ModelVersion version, Names names, String analysis) {
        RunSummary run = version.run();
        return switch (this) {
            case NAME -> version.name();
            case VERSION -> Long.toString(version.version());
            case STAGES -> String.join(", ", version.stages()); //$NON-NLS-1$
            case FIGURE -> run.bestName().isEmpty() ? "" //$NON-NLS-1$
                    : NLS.bind(Messages.ModelColumn_figureOf, names.figure(run.bestName()), Formats.number(run.bestValue()));
            case DATASET -> run.dataset();
            case ANALYSIS -> analysis;
            case FINISHED -> run.finished().map(Formats::instant).orElse(""); //$NON-NLS-1$
            case RUN -> run.name();
        };
    }
}
