package org.orrery.ui;

import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.widgets.Control;

/** Gives controls the name that a screen reader says. */
public final class Accessibility {
    private Accessibility() {
    }

    /** Names a control that has no label of its own. */
    public static void name(Control control, String name) {
        NativeNames.here().ifPresent(names -> names.name(control, name));
        control.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                // A control asks for the name of its items through the same listener.
                if (event.childID == org.eclipse.swt.accessibility.ACC.CHILDID_SELF) {
                    event.result = name;
                }
            }
        });
    }
}
