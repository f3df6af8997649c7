package org.orrery.ui.data.internal.importing;

import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.IImportWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchWindow;
import org.orrery.data.ReadOptions;
import org.orrery.ui.DatasetList;

/** From a file to a data set: how it is read is shown before it is done. */
public final class ImportWizard extends Wizard implements IImportWizard {
    /**
     * What the wizard begins with.
     *
     * @param file the file
     * @param name what the data set is to be called; empty: by the file
     * @param options how the file is to be read
     */
    record Start(Path file, String name, ReadOptions options) {
    }

    private DatasetList list;
    private IWorkbenchWindow window;
    private Optional<Start> start = Optional.empty();
    private ImportPage page;

    /** For the workbench, which then calls {@link #init}. */
    public ImportWizard() {
        setWindowTitle(Messages.ImportWizard_title);
        setNeedsProgressMonitor(true);
    }

    ImportWizard(DatasetList list, IWorkbenchWindow window, Optional<Start> start) {
        this();
        this.list = list;
        this.window = window;
        this.start = start;
    }

    @Override
    public void init(IWorkbench workbench, IStructuredSelection selection) {
        list = workbench.getService(DatasetList.class);
        window = workbench.getActiveWorkbenchWindow();
    }

    @Override
    public void addPages() {
        page = new ImportPage(list, start);
        addPage(page);
    }

    @Override
    public boolean performFinish() {
        page.keepFile();
        FailedImport failed = new FailedImport(window, new Start(page.file(), page.datasetName(), page.options()));
        new ImportJob(list, page.file(), page.datasetName(), page.options(), failed, page.looked()).schedule();
        return true;
    }
}
