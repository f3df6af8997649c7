package org.orrery.ui.internal.analyses;

import java.util.List;

import org.eclipse.jface.viewers.ITreeContentProvider;

/** Categories and what is in them. */
final class AnalysisTree implements ITreeContentProvider {
    @Override
    public Object[] getElements(Object input) {
        return ((List<?>) input).toArray();
    }

    @Override
    public Object[] getChildren(Object parent) {
        return parent instanceof AnalysisCategory category ? category.analyses().toArray() : new Object[0];
    }

    @Override
    public Object getParent(Object element) {
        return null;
    }

    @Override
    public boolean hasChildren(Object element) {
        return element instanceof AnalysisCategory;
    }
}
