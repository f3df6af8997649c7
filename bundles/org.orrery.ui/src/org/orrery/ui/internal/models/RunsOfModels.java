package org.orrery.ui.internal.models;

import java.util.List;

import org.eclipse.core.runtime.ListenerList;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.models.ModelVersion;

/** What is selected in a list of models, as the runs that keep them: whatever can be done with a run can be done from there. */
final class RunsOfModels implements ISelectionProvider {
    private final TableViewer viewer;
    private final ListenerList<ISelectionChangedListener> listeners = new ListenerList<>();

    RunsOfModels(TableViewer viewer) {
        this.viewer = viewer;
        viewer.addSelectionChangedListener(event -> {
            SelectionChangedEvent told = new SelectionChangedEvent(this, getSelection());
            listeners.forEach(listener -> listener.selectionChanged(told));
        });
    }

    /** The selected models themselves. */
    List<ModelVersion> models() {
        return viewer.getStructuredSelection().stream().map(ModelVersion.class::cast).toList();
    }

    @Override
    public IStructuredSelection getSelection() {
        return new StructuredSelection(models().stream().map(ModelVersion::run).distinct().toList());
    }

    @Override
    public void setSelection(ISelection selection) {
        List<?> wanted = selection instanceof IStructuredSelection structured ? structured.toList() : List.of();
        List<Long> numbers = wanted.stream().filter(RunSummary.class::isInstance).map(run -> ((RunSummary) run).id()).toList();
        List<?> all = viewer.getInput() instanceof List<?> input ? input : List.of();
        viewer.setSelection(new StructuredSelection(all.stream().filter(each -> numbers.contains(((ModelVersion) each).version())).toList()));
    }

    @Override
    public void addSelectionChangedListener(ISelectionChangedListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeSelectionChangedListener(ISelectionChangedListener listener) {
        listeners.remove(listener);
    }
}
