package org.orrery.ui.internal.wizard;

import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.orrery.data.Dataset;
import org.orrery.jobs.AnalysisCatalog;
import org.orrery.jobs.AnalysisDescriptor;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunRequest;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.StoredRun;
import org.orrery.ui.DatasetList;
import org.orrery.ui.RunList;
import org.orrery.ui.internal.help.AnalysisHelp;
import org.orrery.ui.internal.run.RunEditor;

/** From an analysis or a data set to a run in the queue: what, on what, with which settings. */
public final class RunWizard extends Wizard {
    private static final String HELP = "wizard"; //$NON-NLS-1$
    private final IWorkbenchPage page;
    private final RunDraft draft;
    private final boolean chooseAnalysis;
    private final AnalysisCatalog catalog;
    private final DatasetList datasets;
    private final boolean chooseData;
    private final Optional<PreviousRuns.Found> cloned;
    private final RunList runs;
    private final PreviousRuns previous;
    private SettingsPage settings;
    private ConfirmPage confirm;

    /**
     * @param page where the editor of the new run opens
     * @param analysis the analysis, when the user began with one
     * @param dataset the data set, when the user began with one
     */
    public RunWizard(IWorkbenchPage page, Optional<AnalysisDescriptor> analysis, Optional<Dataset> dataset) {
        this(page, analysis, dataset, Optional.empty());
    }

    private RunWizard(IWorkbenchPage page, Optional<AnalysisDescriptor> analysis, Optional<Dataset> dataset, Optional<PreviousRuns.Found> cloned) {
        this.page = page;
        this.draft = new RunDraft(analysis, dataset);
        this.chooseAnalysis = analysis.isEmpty();
        this.chooseData = analysis.isEmpty() && dataset.isEmpty();
        this.cloned = cloned;
        this.catalog = page.getWorkbenchWindow().getService(AnalysisCatalog.class);
        this.datasets = page.getWorkbenchWindow().getService(DatasetList.class);
        this.runs = page.getWorkbenchWindow().getService(RunList.class);
        this.previous = new PreviousRuns(runs);
        setWindowTitle(analysis.map(found -> NLS.bind(Messages.RunWizard_titleOf, found.name())).orElse(Messages.RunWizard_title));
        setNeedsProgressMonitor(true);
    }

    /** A wizard that begins with what a stored run was asked for. Reads nothing. */
    public static RunWizard again(IWorkbenchPage page, AnalysisDescriptor analysis, StoredRun run) {
        PreviousRuns.Found found = PreviousRuns.Found.of(run);
        Optional<Dataset> dataset = found.inputs().values().stream().flatMap(List::stream).findFirst();
        RunWizard wizard = new RunWizard(page, Optional.of(analysis), dataset, Optional.of(found));
        found.inputs().forEach(wizard.draft::input);
        return wizard;
    }

    @Override
    public void addPages() {
        if (chooseData) {
            addPage(new StartDataPage(draft, datasets));
        }
        if (chooseAnalysis) {
            addPage(new AnalysisPage(draft, catalog));
        }
        if (cloned.isEmpty()) {
            addPage(new DatasetPage(draft, datasets));
        }
        settings = new SettingsPage(draft, previous, cloned);
        addPage(settings);
        confirm = new ConfirmPage(draft, settings, runs);
        addPage(confirm);
    }

    /** The page of the help on what is asked now. */
    public String helpTopic() {
        return getContainer().getCurrentPage() == settings ? draft.analysis().map(AnalysisHelp::topic).orElse(HELP) : HELP;
    }

    @Override
    public boolean canFinish() {
        return (getContainer().getCurrentPage() == settings || getContainer().getCurrentPage() == confirm) && settings.isPageComplete();
    }

    @Override
    public boolean performFinish() {
        RunRequest request = settings.request();
        RunRequest resolved = new RunRequest(request.analysis(), request.name(), request.inputs(), settings.check().resolved(request.settings()),
                request.seed(), request.threads(), request.isolation());
        RunSummary[] same = new RunSummary[1];
        if (!new DataComparison(getContainer(), runs.workspace().data()).ran(resolved) || !work(() -> same[0] = previous.same(resolved).orElse(null))) {
            return false;
        }
        if (same[0] != null) {
            switch (MessageDialog.open(MessageDialog.QUESTION, getShell(), Messages.RunWizard_againTitle,
                    NLS.bind(Messages.RunWizard_again, same[0].id(), same[0].name()), SWT.SHEET, Messages.RunWizard_openThat, Messages.RunWizard_runAgain,
                    IDialogConstants.CANCEL_LABEL)) {
                case 0 -> {
                    open(same[0].id(), same[0].name());
                    return true;
                }
                case 1 -> { }
                default -> {
                    return false;
                }
            }
        }
        Optional<Boolean> extended = extended(resolved);
        if (extended.isPresent()) {
            return extended.get();
        }
        long[] run = new long[1];
        if (!work(() -> run[0] = runs.workspace().runs().submit(request))) {
            return false;
        }
        open(run[0], request.name());
        return true;
    }

    /** Asks whether the cloned run shall go on when nothing but what may grow has grown; empty: it shall be a new run. */
    private Optional<Boolean> extended(RunRequest resolved) {
        Optional<Map<String, Object>> grown = cloned.filter(found -> PreviousRuns.sameData(found, resolved))
                .flatMap(found -> Growth.of(settings.check().settings(), found.settings(), resolved.settings()));
        if (grown.isEmpty()) {
            return Optional.empty();
        }
        long run = cloned.get().run();
        return switch (MessageDialog.open(MessageDialog.QUESTION, getShell(), Messages.RunWizard_growTitle,
                NLS.bind(Messages.RunWizard_grow, run), SWT.SHEET, Messages.RunWizard_extend, Messages.RunWizard_newRun, IDialogConstants.CANCEL_LABEL)) {
            case 0 -> {
                boolean done = work(() -> runs.workspace().runs().extend(run, grown.get()));
                if (done) {
                    open(run, resolved.name());
                }
                yield Optional.of(done);
            }
            case 1 -> Optional.empty();
            default -> Optional.of(false);
        };
    }

    private interface Step {
        void take() throws RunException;
    }

    /** Reads or writes files with the wizard's bar moving; shows what was refused. */
    private boolean work(Step step) {
        try {
            getContainer().run(true, false, monitor -> {
                monitor.beginTask(Messages.RunWizard_submitting, IProgressMonitor.UNKNOWN);
                try {
                    step.take();
                } catch (RunException e) {
                    throw new InvocationTargetException(e);
                }
            });
            return true;
        } catch (InvocationTargetException e) {
            if (!(e.getCause() instanceof RunException)) {
                ILog.of(RunWizard.class).error(Messages.RunWizard_failed, e.getCause());
            }
            String reason = e.getCause() instanceof RunException refusal ? refusal.getMessage() : Messages.RunWizard_failed;
            settings.refused(reason);
            confirm.setErrorMessage(reason);
            return false;
        } catch (InterruptedException e) {
            // The dialog was torn down with the workbench; there is nobody left to tell.
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void open(long run, String name) {
        try {
            RunEditor.open(page, run, name);
        } catch (PartInitException e) {
            ILog.of(RunWizard.class).error(e.getMessage(), e);
        }
    }
}
