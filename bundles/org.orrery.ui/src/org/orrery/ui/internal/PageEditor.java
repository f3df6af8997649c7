package org.orrery.ui.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.part.EditorPart;

/** A page in the middle of the window that shows something and has nothing to save. */
public abstract class PageEditor extends EditorPart {
    @Override
    public final void init(IEditorSite site, IEditorInput input) {
        setSite(site);
        setInput(input);
        setPartName(input.getName());
    }

    @Override
    public final boolean isDirty() {
        return false;
    }

    @Override
    public final boolean isSaveAsAllowed() {
        return false;
    }

    @Override
    public final void doSave(IProgressMonitor monitor) {
        // Never dirty.
    }

    @Override
    public final void doSaveAs() {
        // Not allowed.
    }
}
