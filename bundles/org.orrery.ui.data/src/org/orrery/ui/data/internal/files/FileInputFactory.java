package org.orrery.ui.data.internal.files;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.ui.IElementFactory;
import org.eclipse.ui.IMemento;

/** Makes the inputs of pages of files that were open when the workbench closed. */
public final class FileInputFactory implements IElementFactory {
    static final String ID = "org.orrery.ui.data.fileInputs"; //$NON-NLS-1$
    static final String FILE = "file"; //$NON-NLS-1$

    @Override
    public IAdaptable createElement(IMemento memento) {
        String file = memento.getString(FILE);
        try {
            return file == null ? null : new FileInput(Path.of(file));
        } catch (InvalidPathException e) {
            // Stored on another system: there is no such file here.
            return null;
        }
    }
}
