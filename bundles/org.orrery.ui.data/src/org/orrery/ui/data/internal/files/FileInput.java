package org.orrery.ui.data.internal.files;

import java.nio.file.Path;

import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPersistableElement;
import org.orrery.ui.Icons;
import org.orrery.ui.PageInput;

/** Names a file to be looked at, so that its page can be opened again after a restart. */
final class FileInput extends PageInput implements IPersistableElement {
    private final Path file;

    FileInput(Path file) {
        super(Icons.descriptor("org.orrery.ui.data", "file"), file.toAbsolutePath().normalize()); //$NON-NLS-1$ //$NON-NLS-2$
        this.file = file.toAbsolutePath().normalize();
    }

    Path file() {
        return file;
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
    public String getFactoryId() {
        return FileInputFactory.ID;
    }

    @Override
    public void saveState(IMemento memento) {
        memento.putString(FileInputFactory.FILE, file.toString());
    }
}
