package org.orrery.ui.internal.score;

import java.lang.reflect.InvocationTargetException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.osgi.util.NLS;
import org.orrery.analysis.AnalysisException;
import org.orrery.analysis.Names;
import org.orrery.analysis.result.Warning;
import org.orrery.analysis.score.GateProblem;
import org.orrery.analysis.score.ScoreReport;
import org.orrery.analysis.score.ScoreRequest;
import org.orrery.data.Progress;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunNote;
import org.orrery.jobs.Workspace;

/** Applies a model to the rows of a file. */
public final class ScoreWizard extends Wizard {
    private static final int STEPS = 1000;
    private static final String ACCURACY = "accuracy"; //$NON-NLS-1$

    private final Workspace workspace;
    private final long run;
    private final ScorePage page;

    /**
     * @param models at least one
     * @param names what is read for the words of the analysis of the run
     */
    public ScoreWizard(Workspace workspace, long run, List<KeptModel> models, Names names) {
        this.workspace = workspace;
        this.run = run;
        this.page = new ScorePage(workspace.data(), models, names);
        setWindowTitle(NLS.bind(Messages.ScoreWizard_title, run));
        setNeedsProgressMonitor(true);
    }

    @Override
    public void addPages() {
        addPage(page);
    }

    @Override
    public boolean performFinish() {
        KeptModel model = page.model();
        ScoreRequest request = page.request();
        ScoreReport[] report = new ScoreReport[1];
        try {
            getContainer().run(true, true, monitor -> {
                try {
                    report[0] = model.scorer().score(request, workspace.data(), progress(monitor));
                    note(model, request, report[0]);
                } catch (AnalysisException | RunException e) {
                    throw new InvocationTargetException(e);
                } catch (CancellationException e) {
                    throw new InterruptedException();
                }
            });
        } catch (InvocationTargetException e) {
            if (!(e.getCause() instanceof AnalysisException || e.getCause() instanceof RunException)) {
                ILog.of(ScoreWizard.class).error(Messages.ScoreWizard_scoring, e.getCause());
            }
            page.setErrorMessage(e.getCause().getMessage());
            return false;
        } catch (InterruptedException e) {
            // The user has cancelled, and no file was written: the page stays for another try.
            return false;
        }
        show(report[0]);
        return true;
    }

    /** Whoever looks at the run shall know what its model was used for against its wish. */
    private void note(KeptModel model, ScoreRequest request, ScoreReport report) throws RunException {
        if (!report.overridden().isEmpty()) {
            String columns = report.overridden().stream().map(GateProblem::column).collect(Collectors.joining(", ")); //$NON-NLS-1$
            RunNote.add(workspace.runs(), workspace.folders().open(run), NLS.bind(Messages.ScoreWizard_overridden,
                    new Object[] {Instant.now().truncatedTo(ChronoUnit.SECONDS), model.artifact().id(), request.data(), columns, report.out()}));
        }
    }

    private static Progress progress(IProgressMonitor monitor) {
        SubMonitor sub = SubMonitor.convert(monitor, Messages.ScoreWizard_scoring, STEPS);
        int[] shown = new int[1];
        return new Progress() {
            @Override
            public void worked(long done, long total) {
                int now = total > 0 ? (int) (STEPS * done / total) : 0;
                if (now > shown[0]) {
                    sub.worked(now - shown[0]);
                    shown[0] = now;
                }
            }

            @Override
            public void checkCancelled() {
                if (monitor.isCanceled()) {
                    throw new CancellationException();
                }
            }
        };
    }

    private void show(ScoreReport report) {
        StringBuilder text = new StringBuilder(NLS.bind(Messages.ScoreWizard_done, report.rows(), report.out()));
        if (report.measures().containsKey(ACCURACY)) {
            text.append("\n\n") //$NON-NLS-1$
                    .append(NLS.bind(Messages.ScoreWizard_measured, String.format(Locale.getDefault(), "%.1f %%", 100 * report.measures().get(ACCURACY)))); //$NON-NLS-1$
        }
        if (!report.warnings().isEmpty()) {
            text.append("\n\n").append(report.warnings().stream().map(Warning::message).collect(Collectors.joining("\n"))); //$NON-NLS-1$ //$NON-NLS-2$
        }
        int kind = report.warnings().isEmpty() ? MessageDialog.INFORMATION : MessageDialog.WARNING;
        MessageDialog.open(kind, getShell(), Messages.ScoreWizard_doneTitle, text.toString(), 0);
    }
}
