package org.orrery.ui;

import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.widgets.Control;

/** Gives controls the name that a screen reader says. */
public final class Accessibility {
    private static final String SPOKEN = "orrery.spoken"; //$NON-NLS-1$

    private Accessibility() {
    }

    /** Names a control that has no label of its own. */
    public static void name(Control control, String name) {
        NativeNames.here().ifPresent(names -> names.name(control, name));
        control.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                // A control asks for the name of its items through the same listener.
                if (event.childID == ACC.CHILDID_SELF) {
                    event.result = name;
                }
            }
        });
    }

    /** Says more about a control that draws itself: what a screen reader reads after its name. Replaces what was said before. */
    public static void describe(Control control, String text) {
        if (control.getData(SPOKEN) == null) {
            control.getAccessible().addAccessibleListener(new AccessibleAdapter() {
                @Override
                public void getDescription(AccessibleEvent event) {
                    if (event.childID == ACC.CHILDID_SELF) {
                        event.result = (String) control.getData(SPOKEN);
                    }
                }
            });
        }
        control.setData(SPOKEN, text);
        NativeNames.here().ifPresent(names -> names.describe(control, text));
        control.getAccessible().sendEvent(ACC.EVENT_DESCRIPTION_CHANGED, null);
    }
}
