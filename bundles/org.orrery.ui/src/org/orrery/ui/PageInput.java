package org.orrery.ui;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IPersistableElement;

/**
 * What a {@link PageEditor} shows. Two are equal when they are of the same class and have the same key. One that also is an
 * {@link IPersistableElement} comes back after a restart.
 */
public abstract class PageInput implements IEditorInput {
    private final ImageDescriptor icon;
    private final Object key;

    /**
     * @param icon for the tab
     * @param key what tells it from others of its class, immutable
     */
    protected PageInput(ImageDescriptor icon, Object key) {
        this.icon = icon;
        this.key = key;
    }

    @Override
    public final boolean exists() {
        // Whether what it names still is there its page finds out, off the user interface thread.
        return true;
    }

    @Override
    public final ImageDescriptor getImageDescriptor() {
        return icon;
    }

    @Override
    public String getToolTipText() {
        return getName();
    }

    @Override
    public final IPersistableElement getPersistable() {
        return this instanceof IPersistableElement kept ? kept : null;
    }

    @Override
    public final <T> T getAdapter(Class<T> adapter) {
        return null;
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof PageInput that && that.getClass() == getClass() && that.key.equals(key);
    }

    @Override
    public final int hashCode() {
        return key.hashCode();
    }
}
