package org.orrery.ui.internal.recovery;

import org.orrery.ui.Icons;
import org.orrery.ui.PageInput;

/** What was interrupted. There is one; it is not kept over a restart, since it is asked for again then. */
final class RecoveryInput extends PageInput {
    RecoveryInput() {
        super(Icons.descriptor("org.orrery.ui", "state_interrupted"), RecoveryInput.class); //$NON-NLS-1$ //$NON-NLS-2$
    }

    @Override
    public String getName() {
        return Messages.RecoveryInput_name;
    }
}
