package org.orrery.external.ui;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IPersistableElement;
import org.orrery.ui.Icons;

/**
 * What the workbench of patterns works on; it does not come back by itself after a restart.
 *
 * @param run the run whose log is read; 0: one that is pasted
 */
record PatternInput(long run) implements IEditorInput {
    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public ImageDescriptor getImageDescriptor() {
        return Icons.descriptor("org.orrery.external.ui", "patterns"); //$NON-NLS-1$ //$NON-NLS-2$
    }

    @Override
    public String getName() {
        return run == 0 ? Messages.PatternInput_name : NLS.bind(Messages.PatternInput_ofRun, Long.toString(run));
    }

    @Override
    public IPersistableElement getPersistable() {
        return null;
    }

    @Override
    public String getToolTipText() {
        return getName();
    }

    @Override
    public <T> T getAdapter(Class<T> adapter) {
        return null;
    }
}
