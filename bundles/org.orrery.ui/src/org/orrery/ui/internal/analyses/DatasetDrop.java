package org.orrery.ui.internal.analyses;

import java.util.Optional;
import java.util.function.BiConsumer;

import org.eclipse.jface.util.LocalSelectionTransfer;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.ViewerDropAdapter;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.dnd.TransferData;
import org.orrery.data.Dataset;
import org.orrery.jobs.AnalysisDescriptor;

/** Takes a data set that is dropped on an analysis. Whoever uses the keyboard selects the data set and runs the analysis on it. */
final class DatasetDrop extends ViewerDropAdapter {
    private final BiConsumer<AnalysisDescriptor, Dataset> run;

    private DatasetDrop(TreeViewer tree, BiConsumer<AnalysisDescriptor, Dataset> run) {
        super(tree);
        this.run = run;
        setFeedbackEnabled(false);
    }

    /** Lets a tree of analyses take data sets; {@code run} is told after the drop is over. */
    static void accept(TreeViewer tree, BiConsumer<AnalysisDescriptor, Dataset> run) {
        tree.addDropSupport(DND.DROP_COPY | DND.DROP_MOVE | DND.DROP_DEFAULT, new Transfer[] {LocalSelectionTransfer.getTransfer()}, new DatasetDrop(tree, run));
    }

    private static Optional<Dataset> dragged() {
        return LocalSelectionTransfer.getTransfer().getSelection() instanceof IStructuredSelection selection
                && selection.getFirstElement() instanceof Dataset dataset ? Optional.of(dataset) : Optional.empty();
    }

    @Override
    public boolean validateDrop(Object target, int operation, TransferData type) {
        return target instanceof AnalysisDescriptor && dragged().isPresent();
    }

    @Override
    public boolean performDrop(Object data) {
        Optional<Dataset> dataset = dragged();
        if (dataset.isEmpty() || !(getCurrentTarget() instanceof AnalysisDescriptor analysis)) {
            return false;
        }
        // The system waits for the end of the drop: what opens a dialog comes after it.
        getViewer().getControl().getDisplay().asyncExec(() -> run.accept(analysis, dataset.get()));
        return true;
    }
}
