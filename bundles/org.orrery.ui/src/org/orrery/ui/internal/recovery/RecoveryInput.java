package org.orrery.ui.internal.recovery;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IPersistableElement;
import org.orrery.ui.Icons;

/** What was interrupted. There is one; it is not kept over a restart, since it is asked for again then. */
final class RecoveryInput implements IEditorInput {
    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public ImageDescriptor getImageDescriptor() {
        return Icons.descriptor("org.orrery.ui", "state_interrupted"); //$NON-NLS-1$ //$NON-NLS-2$
    }

    @Override
    public String getName() {
        return Messages.RecoveryInput_name;
    }

    @Override
    public IPersistableElement getPersistable() {
        return null;
    }

    @Override
    public String getToolTipText() {
        return Messages.RecoveryInput_name;
    }

    @Override
    public <T> T getAdapter(Class<T> adapter) {
        return null;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RecoveryInput;
    }

    @Override
    public int hashCode() {
        return RecoveryInput.class.hashCode();
    }
}
