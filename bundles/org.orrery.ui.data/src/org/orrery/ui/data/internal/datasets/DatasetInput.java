package org.orrery.ui.data.internal.datasets;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPersistableElement;
import org.orrery.ui.Icons;

/** Names a data set of the workspace, so that its page can be opened again after a restart. */
final class DatasetInput implements IEditorInput, IPersistableElement {
    private final String name;

    DatasetInput(String name) {
        this.name = name;
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public ImageDescriptor getImageDescriptor() {
        return Icons.descriptor("org.orrery.ui.data", "dataset"); //$NON-NLS-1$ //$NON-NLS-2$
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public String getToolTipText() {
        return name;
    }

    @Override
    public IPersistableElement getPersistable() {
        return this;
    }

    @Override
    public String getFactoryId() {
        return DatasetInputFactory.ID;
    }

    @Override
    public void saveState(IMemento memento) {
        memento.putString(DatasetInputFactory.NAME, name);
    }

    @Override
    public <T> T getAdapter(Class<T> adapter) {
        return null;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DatasetInput that && that.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
