package org.orrery.ui.data.internal.datasets;

import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPersistableElement;
import org.orrery.ui.Icons;
import org.orrery.ui.PageInput;

/** Names a data set of the workspace, so that its page can be opened again after a restart. */
final class DatasetInput extends PageInput implements IPersistableElement {
    private final String name;

    DatasetInput(String name) {
        super(Icons.descriptor("org.orrery.ui.data", "dataset"), name); //$NON-NLS-1$ //$NON-NLS-2$
        this.name = name;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public String getFactoryId() {
        return DatasetInputFactory.ID;
    }

    @Override
    public void saveState(IMemento memento) {
        memento.putString(DatasetInputFactory.NAME, name);
    }
}
