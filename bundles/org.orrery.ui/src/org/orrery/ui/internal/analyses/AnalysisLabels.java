package org.orrery.ui.internal.analyses;

import java.util.Optional;

import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Control;
import org.orrery.data.Dataset;
import org.orrery.jobs.AnalysisDescriptor;
import org.orrery.ui.internal.AnalysisIcons;
import org.orrery.ui.internal.wizard.Fit;

/** The names of categories and analyses; the description as a tooltip. */
final class AnalysisLabels extends ColumnLabelProvider {
    private final AnalysisIcons icons;
    private final Color grey;
    private Optional<Dataset> dataset = Optional.empty();

    AnalysisLabels(Control owner) {
        icons = new AnalysisIcons(owner);
        grey = owner.getDisplay().getSystemColor(SWT.COLOR_WIDGET_DISABLED_FOREGROUND);
    }

    @Override
    public String getText(Object element) {
        if (!(element instanceof AnalysisDescriptor analysis)) {
            return ((AnalysisCategory) element).name();
        }
        // Grey alone would say nothing to somebody who cannot see it.
        return fits(element) ? analysis.name() : NLS.bind(Messages.AnalysisLabels_unfit, analysis.name(), dataset.get().name());
    }

    /** Names the data set that is selected: what does not fit it is shown in grey. */
    void dataset(Optional<Dataset> selected) {
        dataset = selected;
    }

    private boolean fits(Object element) {
        return !(element instanceof AnalysisDescriptor analysis) || dataset.isEmpty() || Fit.fits(analysis, dataset.get());
    }

    @Override
    public Color getForeground(Object element) {
        return fits(element) ? null : grey;
    }

    @Override
    public Image getImage(Object element) {
        return element instanceof AnalysisDescriptor analysis ? icons.of(analysis) : icons.category();
    }

    @Override
    public String getToolTipText(Object element) {
        if (!(element instanceof AnalysisDescriptor analysis)) {
            return null;
        }
        return dataset.map(chosen -> analysis.description() + "\n" + Fit.reason(analysis, chosen)).orElse(analysis.description()); //$NON-NLS-1$
    }
}
