package org.orrery.ui.data.internal.importing;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.orrery.data.Dataset;
import org.orrery.data.ReadOptions;
import org.orrery.ui.DatasetList;
import org.orrery.ui.Help;

/** Opens the import wizard. */
public final class ImportHandler extends AbstractHandler {
    private static final String FILE = "org.orrery.ui.data.commands.importData.file"; //$NON-NLS-1$
    private static final int WIDTH = 1120;
    private static final int HEIGHT = 600;

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        String file = event.getParameter(FILE);
        open(HandlerUtil.getActiveWorkbenchWindowChecked(event), file == null ? null : Path.of(file));
        return null;
    }

    /** @param file the file to begin with; null for none */
    public static void open(IWorkbenchWindow window, Path file) {
        open(window, Optional.ofNullable(file).map(known -> new ImportWizard.Start(known, "", ReadOptions.DETECT))); //$NON-NLS-1$
    }

    /** Opens the wizard on the file that a data set was imported from, or on one that takes its place, to be read in the same way. */
    public static void openAgain(IWorkbenchWindow window, Dataset dataset, Path file) {
        // The new content may have other types.
        ReadOptions same = dataset.options().change().types(Map.of()).options();
        open(window, Optional.of(new ImportWizard.Start(file, dataset.name(), same)));
    }

    /** Opens the wizard as it was left. */
    static void open(IWorkbenchWindow window, ImportWizard.Start start) {
        open(window, Optional.of(start));
    }

    private static void open(IWorkbenchWindow window, Optional<ImportWizard.Start> start) {
        ImportWizard wizard = new ImportWizard(window.getService(DatasetList.class), window, start);
        WizardDialog dialog = new WizardDialog(window.getShell(), wizard);
        dialog.setMinimumPageSize(WIDTH, HEIGHT);
        dialog.create();
        Help.attach(dialog.getShell(), "org.orrery.ui.data.wizards.import"); //$NON-NLS-1$
        dialog.open();
    }
}
