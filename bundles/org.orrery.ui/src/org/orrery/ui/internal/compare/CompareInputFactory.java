package org.orrery.ui.internal.compare;

import java.util.Arrays;

import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.ui.IElementFactory;
import org.eclipse.ui.IMemento;

/** Makes the inputs of comparisons that were open when the workbench closed. */
public final class CompareInputFactory implements IElementFactory {
    static final String ID = "org.orrery.ui.compareInputs"; //$NON-NLS-1$
    static final String RUNS = "runs"; //$NON-NLS-1$

    @Override
    public IAdaptable createElement(IMemento memento) {
        String runs = memento.getString(RUNS);
        return runs == null || !runs.matches("\\d{1,18}( \\d{1,18})+") ? null //$NON-NLS-1$
                : new CompareInput(Arrays.stream(runs.split(" ")).map(Long::valueOf).toList()); //$NON-NLS-1$
    }
}
