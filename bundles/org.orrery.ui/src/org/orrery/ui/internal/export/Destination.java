package org.orrery.ui.internal.export;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;

/** Where an export goes: to the file that the command names, or to one that the user chooses. */
final class Destination {
    private Destination() {
    }

    /**
     * The file.
     *
     * @param parameter the parameter of the command that may name it
     * @param name what is offered, without an ending
     * @param formats the endings without the dot, the usual one first
     */
    static Optional<Path> of(ExecutionEvent event, String parameter, Shell shell, String title, String name, List<String> formats) throws ExecutionException {
        String given = event.getParameter(parameter);
        String file = given == null ? ask(shell, title, name, formats) : given;
        try {
            return Optional.ofNullable(file).map(Path::of);
        } catch (InvalidPathException e) {
            throw new ExecutionException(e.getMessage(), e);
        }
    }

    private static String ask(Shell shell, String title, String name, List<String> formats) {
        FileDialog dialog = new FileDialog(shell, SWT.SAVE);
        dialog.setText(title);
        dialog.setFileName(name + '.' + formats.get(0));
        dialog.setFilterExtensions(formats.stream().map(format -> "*." + format).toArray(String[]::new)); //$NON-NLS-1$
        dialog.setOverwrite(true);
        return dialog.open();
    }
}
