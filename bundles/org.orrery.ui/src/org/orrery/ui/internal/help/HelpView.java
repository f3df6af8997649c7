package org.orrery.ui.internal.help;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;

/** The help, readable without a browser. */
public final class HelpView extends ViewPart {
    /** Its id in plugin.xml. */
    public static final String ID = "org.orrery.ui.views.help"; //$NON-NLS-1$

    private HelpPane pane;

    @Override
    public void createPartControl(Composite parent) {
        pane = new HelpPane(parent);
    }

    void open(String topic) {
        pane.open(topic);
    }

    @Override
    public void setFocus() {
        pane.setFocus();
    }
}
