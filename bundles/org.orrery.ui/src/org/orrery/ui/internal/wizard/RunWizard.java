package org.orrery.ui.internal.wizard;

import java.lang.reflect.InvocationTargetException;
import java.util.Optional;

import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.orrery.data.Dataset;
import org.orrery.jobs.AnalysisCatalog;
import org.orrery.jobs.AnalysisDescriptor;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunRequest;
import org.orrery.jobs.Workspace;
import org.orrery.ui.DatasetList;
import org.orrery.ui.internal.run.RunEditor;

/** From an analysis or a data set to a run in the queue: what, on what, with which settings. */
public final class RunWizard extends Wizard {
    private final IWorkbenchPage page;
    private final RunDraft draft;
    private final boolean chooseAnalysis;
    private final AnalysisCatalog catalog;
    private final DatasetList datasets;
    private final Workspace workspace;
    private SettingsPage settings;

    /**
     * @param page where the editor of the new run opens
     * @param analysis the analysis, when the user began with one
     * @param dataset the data set, when the user began with one
     */
    public RunWizard(IWorkbenchPage page, Optional<AnalysisDescriptor> analysis, Optional<Dataset> dataset) {
        this.page = page;
        this.draft = new RunDraft(analysis, dataset);
        this.chooseAnalysis = analysis.isEmpty();
        this.catalog = page.getWorkbenchWindow().getService(AnalysisCatalog.class);
        this.datasets = page.getWorkbenchWindow().getService(DatasetList.class);
        this.workspace = page.getWorkbenchWindow().getService(Workspace.class);
        setWindowTitle(analysis.map(found -> NLS.bind(Messages.RunWizard_titleOf, found.name())).orElse(Messages.RunWizard_title));
        setNeedsProgressMonitor(true);
    }

    @Override
    public void addPages() {
        if (chooseAnalysis) {
            addPage(new AnalysisPage(draft, catalog));
        }
        addPage(new DatasetPage(draft, datasets));
        settings = new SettingsPage(draft);
        addPage(settings);
    }

    @Override
    public boolean canFinish() {
        return getContainer().getCurrentPage() == settings && super.canFinish();
    }

    @Override
    public boolean performFinish() {
        RunRequest request = settings.request();
        long[] run = new long[1];
        try {
            getContainer().run(true, false, monitor -> {
                monitor.beginTask(Messages.RunWizard_submitting, org.eclipse.core.runtime.IProgressMonitor.UNKNOWN);
                try {
                    run[0] = workspace.runs().submit(request);
                } catch (RunException e) {
                    throw new InvocationTargetException(e);
                }
            });
        } catch (InvocationTargetException e) {
            if (!(e.getCause() instanceof RunException)) {
                ILog.of(RunWizard.class).error(Messages.RunWizard_failed, e.getCause());
            }
            settings.refused(e.getCause() instanceof RunException refusal ? refusal.getMessage() : Messages.RunWizard_failed);
            return false;
        } catch (InterruptedException e) {
            // The dialog was torn down with the workbench; there is nobody left to tell.
            Thread.currentThread().interrupt();
            return false;
        }
        open(run[0], request.name());
        return true;
    }

    private void open(long run, String name) {
        try {
            RunEditor.open(page, run, name);
        } catch (PartInitException e) {
            ILog.of(RunWizard.class).error(e.getMessage(), e);
        }
    }
}
