package org.orrery.ui.internal.run;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** One tab of the editor of a run. Of use on the user interface thread. */
interface RunPage {
    /** What tests find the tab by. */
    String id();

    /** What stands on the tab. */
    String title();

    /** Whether a run has something for it to show; a tab that is not always there comes when it has. */
    default boolean fits(RunContent content) {
        return true;
    }

    /** Makes its control; called once. */
    Control create(Composite parent);

    /** Shows the newest content; called at most ten times a second, and only while the tab is seen. */
    void show(RunContent content);
}
