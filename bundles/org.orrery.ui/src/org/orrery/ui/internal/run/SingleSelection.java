package org.orrery.ui.internal.run;

import org.eclipse.core.runtime.ListenerList;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;

/** A selection that a part sets itself. */
class SingleSelection implements ISelectionProvider {
    private final ListenerList<ISelectionChangedListener> listeners = new ListenerList<>();
    private ISelection selection = StructuredSelection.EMPTY;

    final void select(ISelection next) {
        if (!next.equals(selection)) {
            selection = next;
            SelectionChangedEvent event = new SelectionChangedEvent(this, next);
            listeners.forEach(listener -> listener.selectionChanged(event));
        }
    }

    @Override
    public final void addSelectionChangedListener(ISelectionChangedListener listener) {
        listeners.add(listener);
    }

    @Override
    public final void removeSelectionChangedListener(ISelectionChangedListener listener) {
        listeners.remove(listener);
    }

    @Override
    public final ISelection getSelection() {
        return selection;
    }

    @Override
    public final void setSelection(ISelection next) {
        // The part alone decides what is selected.
    }
}
