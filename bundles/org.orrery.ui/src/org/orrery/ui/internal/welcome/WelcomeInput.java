package org.orrery.ui.internal.welcome;

import org.orrery.ui.Icons;
import org.orrery.ui.PageInput;

/** The welcome page. There is one; it does not come back by itself after a restart. */
final class WelcomeInput extends PageInput {
    WelcomeInput() {
        super(Icons.descriptor("org.orrery.ui", "welcome"), WelcomeInput.class); //$NON-NLS-1$ //$NON-NLS-2$
    }

    @Override
    public String getName() {
        return Messages.WelcomeInput_name;
    }
}
