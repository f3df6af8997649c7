package org.orrery.ui;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.EditorPart;

/** A page in the middle of the window that shows something and has nothing to save. */
public abstract class PageEditor extends EditorPart {
    private final Class<? extends PageInput> shows;

    /** @param shows what it can be opened with */
    protected PageEditor(Class<? extends PageInput> shows) {
        this.shows = shows;
    }

    @Override
    public final void init(IEditorSite site, IEditorInput input) throws PartInitException {
        if (!shows.isInstance(input)) {
            throw new PartInitException(NLS.bind(Messages.PageEditor_input, input.getName()));
        }
        setSite(site);
        setInput(input);
        setPartName(input.getName());
        setTitleToolTip(input.getToolTipText());
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
