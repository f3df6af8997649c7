package org.orrery.ui.internal.compare;

import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPersistableElement;
import org.orrery.ui.Icons;
import org.orrery.ui.PageInput;

/** Names the runs that are compared. Two are equal when the runs are the same. */
public final class CompareInput extends PageInput implements IPersistableElement {
    private final List<Long> runs;

    /** @param runs at least two, in the order in which they are shown */
    public CompareInput(List<Long> runs) {
        super(Icons.descriptor("org.orrery.ui", "compare"), List.copyOf(runs)); //$NON-NLS-1$ //$NON-NLS-2$
        this.runs = List.copyOf(runs);
    }

    List<Long> runs() {
        return runs;
    }

    @Override
    public String getName() {
        return NLS.bind(Messages.CompareInput_name, runs.stream().map(run -> "#" + run).collect(Collectors.joining(", "))); //$NON-NLS-1$ //$NON-NLS-2$
    }

    @Override
    public String getFactoryId() {
        return CompareInputFactory.ID;
    }

    @Override
    public void saveState(IMemento memento) {
        memento.putString(CompareInputFactory.RUNS, runs.stream().map(String::valueOf).collect(Collectors.joining(" "))); //$NON-NLS-1$
    }
}
