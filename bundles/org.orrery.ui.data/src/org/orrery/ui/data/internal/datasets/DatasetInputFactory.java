package org.orrery.ui.data.internal.datasets;

import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.ui.IElementFactory;
import org.eclipse.ui.IMemento;

/** Makes the inputs of pages of data sets that were open when the workbench closed. */
public final class DatasetInputFactory implements IElementFactory {
    static final String ID = "org.orrery.ui.data.datasetInputs"; //$NON-NLS-1$
    static final String NAME = "name"; //$NON-NLS-1$

    @Override
    public IAdaptable createElement(IMemento memento) {
        String name = memento.getString(NAME);
        return name == null ? null : new DatasetInput(name);
    }
}
