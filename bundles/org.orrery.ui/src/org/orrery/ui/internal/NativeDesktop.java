package org.orrery.ui.internal;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.orrery.ui.Desktop;
import org.osgi.service.component.annotations.Component;

/** The desktop that the window stands on. */
@Component
public final class NativeDesktop implements Desktop {
    @Override
    public Optional<Choice> write(Shell shell, Offer offer) {
        FileDialog dialog = new FileDialog(shell, SWT.SAVE);
        dialog.setText(offer.title());
        dialog.setFileName(offer.name());
        dialog.setFilterExtensions(offer.endings().stream().map(ending -> "*." + ending).toArray(String[]::new)); //$NON-NLS-1$
        dialog.setFilterNames(offer.kinds().toArray(String[]::new));
        dialog.setOverwrite(true);
        return Optional.ofNullable(dialog.open()).map(file -> new Choice(Path.of(file), Math.max(0, dialog.getFilterIndex())));
    }

    @Override
    public boolean browse(URI page) {
        return Program.launch(page.toString());
    }
}
