package org.orrery.ui.internal.compare;

import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPersistableElement;
import org.orrery.ui.Icons;

/** Names the runs that are compared. Two are equal when the runs are the same. */
public final class CompareInput implements IEditorInput, IPersistableElement {
    private final List<Long> runs;

    /** @param runs at least two, in the order in which they are shown */
    public CompareInput(List<Long> runs) {
        this.runs = List.copyOf(runs);
    }

    List<Long> runs() {
        return runs;
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public ImageDescriptor getImageDescriptor() {
        return Icons.descriptor("org.orrery.ui", "compare"); //$NON-NLS-1$ //$NON-NLS-2$
    }

    @Override
    public String getName() {
        return NLS.bind(Messages.CompareInput_name, runs.stream().map(run -> "#" + run).collect(Collectors.joining(", "))); //$NON-NLS-1$ //$NON-NLS-2$
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
        return CompareInputFactory.ID;
    }

    @Override
    public void saveState(IMemento memento) {
        memento.putString(CompareInputFactory.RUNS, runs.stream().map(String::valueOf).collect(Collectors.joining(" "))); //$NON-NLS-1$
    }

    @Override
    public <T> T getAdapter(Class<T> adapter) {
        return null;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CompareInput that && that.runs.equals(runs);
    }

    @Override
    public int hashCode() {
        return runs.hashCode();
    }
}
