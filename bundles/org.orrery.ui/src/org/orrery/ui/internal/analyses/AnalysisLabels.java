package org.orrery.ui.internal.analyses;

import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Control;
import org.orrery.jobs.AnalysisDescriptor;
import org.orrery.ui.Icons;

/** The names of categories and analyses; the description as a tooltip. */
final class AnalysisLabels extends ColumnLabelProvider {
    private final Icons icons;

    AnalysisLabels(Control owner) {
        icons = new Icons(owner, AnalysisLabels.class);
    }

    @Override
    public String getText(Object element) {
        return element instanceof AnalysisDescriptor analysis ? analysis.name() : ((AnalysisCategory) element).name();
    }

    @Override
    public Image getImage(Object element) {
        return icons.get(element instanceof AnalysisDescriptor ? "analysis" : "category"); //$NON-NLS-1$ //$NON-NLS-2$
    }

    @Override
    public String getToolTipText(Object element) {
        return element instanceof AnalysisDescriptor analysis ? analysis.description() : null;
    }
}
