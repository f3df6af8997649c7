package org.orrery.ui.internal.run;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IMemento;

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

    /** Writes down what the reader has set in it, to find it again after a restart. */
    default void save(IMemento memento) {
    }

    /** Takes back what was written down; before the page is created. */
    default void restore(IMemento memento) {
    }
}
