package org.orrery.ui.internal.run;

import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.ui.IElementFactory;
import org.eclipse.ui.IMemento;

/** Makes the inputs of run editors that were open when the workbench closed. */
public final class RunInputFactory implements IElementFactory {
    static final String ID = "org.orrery.ui.runInputs"; //$NON-NLS-1$
    static final String RUN = "run"; //$NON-NLS-1$
    static final String NAME = "name"; //$NON-NLS-1$

    @Override
    public IAdaptable createElement(IMemento memento) {
        String run = memento.getString(RUN);
        // A damaged memento: the workbench then leaves the editor out.
        return run == null || !run.matches("\\d{1,18}") ? null : new RunInput(Long.parseLong(run), String.valueOf(memento.getString(NAME))); //$NON-NLS-1$
    }
}
