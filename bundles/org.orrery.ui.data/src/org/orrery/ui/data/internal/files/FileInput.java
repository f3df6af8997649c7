package org.orrery.ui.data.internal.files;

import java.nio.file.Path;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPersistableElement;
import org.orrery.ui.Icons;

/** Names a file to be looked at, so that its page can be opened again after a restart. */
final class FileInput implements IEditorInput, IPersistableElement {
    private final Path file;

    FileInput(Path file) {
        this.file = file.toAbsolutePath().normalize();
    }

    Path file() {
        return file;
    }

    @Override
    public boolean exists() {
        // Whether it still is there its page finds out, off the user interface thread.
        return true;
    }

    @Override
    public ImageDescriptor getImageDescriptor() {
        return Icons.descriptor("org.orrery.ui.data", "file"); //$NON-NLS-1$ //$NON-NLS-2$
    }

    @Override
    public String getName() {
        return String.valueOf(file.getFileName());
    }

    @Override
    public String getToolTipText() {
        return file.toString();
    }

    @Override
    public IPersistableElement getPersistable() {
        return this;
    }

    @Override
    public String getFactoryId() {
        return FileInputFactory.ID;
    }

    @Override
    public void saveState(IMemento memento) {
        memento.putString(FileInputFactory.FILE, file.toString());
    }

    @Override
    public <T> T getAdapter(Class<T> adapter) {
        return null;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FileInput that && that.file.equals(file);
    }

    @Override
    public int hashCode() {
        return file.hashCode();
    }
}
