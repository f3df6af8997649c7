package org.orrery.ui.internal.run;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPersistableElement;
import org.orrery.ui.Icons;

/** Names a stored run, so that its editor can be opened again after a restart. Two are equal when the run is the same. */
public final class RunInput implements IEditorInput, IPersistableElement {
    private final long run;
    private final String name;

    /** @param name what the user calls the run, for the tab */
    public RunInput(long run, String name) {
        this.run = run;
        this.name = name;
    }

    /** The number of the run. */
    public long run() {
        return run;
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public ImageDescriptor getImageDescriptor() {
        return Icons.descriptor("org.orrery.ui", "runs"); //$NON-NLS-1$ //$NON-NLS-2$
    }

    @Override
    public String getName() {
        return NLS.bind(Messages.RunInput_title, run, name);
    }

    @Override
    public String getToolTipText() {
        return getName();
    }

    @Override
    public IPersistableElement getPersistable() {
        return this;
    }

    @Override
    public String getFactoryId() {
        return RunInputFactory.ID;
    }

    @Override
    public void saveState(IMemento memento) {
        memento.putString(RunInputFactory.RUN, Long.toString(run));
        memento.putString(RunInputFactory.NAME, name);
    }

    @Override
    public <T> T getAdapter(Class<T> adapter) {
        return null;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RunInput that && that.run == run;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(run);
    }
}
