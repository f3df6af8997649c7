package org.orrery.ui.data.internal.importing;

import java.nio.file.Path;

import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.IImportWizard;
import org.eclipse.ui.IWorkbench;
import org.orrery.ui.DatasetList;

/** From a file to a data set: how it is read is shown before it is done. */
public final class ImportWizard extends Wizard implements IImportWizard {
    private DatasetList list;
    private Path file;
    private ImportPage page;

    /** For the workbench, which then calls {@link #init}. */
    public ImportWizard() {
        setWindowTitle(Messages.ImportWizard_title);
    }

    ImportWizard(DatasetList list, Path file) {
        this();
        this.list = list;
        this.file = file;
    }

    @Override
    public void init(IWorkbench workbench, IStructuredSelection selection) {
        list = workbench.getService(DatasetList.class);
    }

    @Override
    public void addPages() {
        page = new ImportPage(list, file);
        addPage(page);
    }

    @Override
    public boolean performFinish() {
        new ImportJob(list, page.file(), page.datasetName(), page.options()).schedule();
        return true;
    }
}
