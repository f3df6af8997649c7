package org.orrery.ui.internal;

import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Control;
import org.orrery.jobs.AnalysisDescriptor;
import org.orrery.ui.Icons;

/** The picture of each analysis: its own, or a general one. Released together with the control that shows them. */
public final class AnalysisIcons {
    private final Icons icons;

    /** @param owner the control whose disposal releases the images */
    public AnalysisIcons(Control owner) {
        icons = new Icons(owner, AnalysisIcons.class);
    }

    /** The picture of that analysis. */
    public Image of(AnalysisDescriptor analysis) {
        return analysis.icon().map(icons::get).orElseGet(() -> icons.get("analysis")); //$NON-NLS-1$
    }

    /** The picture of a heading over analyses. */
    public Image category() {
        return icons.get("category"); //$NON-NLS-1$
    }
}
