package org.orrery.ui.internal.runs;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.orrery.data.DataException;
import org.orrery.data.DataStore;
import org.orrery.data.Dataset;
import org.orrery.data.Progress;
import org.orrery.jobs.AnalysisCatalog;
import org.orrery.jobs.RunAgain;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunException.Code;
import org.orrery.jobs.RunException.Problem;
import org.orrery.jobs.RunRequest;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.Workspace;
import org.orrery.ui.Background;

/** Does the selected run again exactly; tells before what is not as it was. */
public final class RunAgainHandler extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        Workspace workspace = window.getService(Workspace.class);
        AnalysisCatalog catalog = window.getService(AnalysisCatalog.class);
        Shell shell = window.getShell();
        for (RunSummary run : RunVerbHandler.selected(event)) {
            start(shell, workspace, catalog, run, UnaryOperator.identity(), number -> { });
        }
        return null;
    }

    /**
     * Does a stored run again; tells before what is not as it was.
     *
     * @param change what shall be otherwise
     * @param started takes the number of the new run; on the user interface thread
     */
    public static void start(Shell shell, Workspace workspace, AnalysisCatalog catalog, RunSummary run, UnaryOperator<RunRequest> change,
            Consumer<Long> started) {
        Background.load(shell, Messages.RunAgainHandler_title,
                () -> RunAgain.of(workspace.folders().open(run.id()), catalog, stored -> read(workspace.data(), stored)),
                again -> confirm(shell, run, again, () -> submit(shell, workspace, change.apply(again.request()), started)),
                failure -> refused(shell, failure));
    }

    private static Dataset read(DataStore data, Dataset stored) throws RunException {
        try {
            return data.isCurrent(stored, Progress.NONE) ? stored : data.importFile(stored.source(), stored.options(), Progress.NONE);
        } catch (DataException e) {
            throw new RunException(List.of(new Problem(Code.valueOf(e.code().name()), "", e.getMessage(), java.util.Optional.of(e.where()))), e); //$NON-NLS-1$
        }
    }

    private static void confirm(Shell shell, RunSummary run, RunAgain again, Runnable confirmed) {
        String differences = again.differences().stream().map(RunAgain.Difference::message).collect(Collectors.joining("\n")); //$NON-NLS-1$
        if (differences.isEmpty() || MessageDialog.open(MessageDialog.WARNING, shell, Messages.RunAgainHandler_title,
                NLS.bind(Messages.RunAgainHandler_differs, Long.toString(run.id()), differences), 0, Messages.RunAgainHandler_anyway,
                Messages.RunAgainHandler_cancel) == 0) {
            confirmed.run();
        }
    }

    private static void submit(Shell shell, Workspace workspace, RunRequest request, Consumer<Long> started) {
        Background.load(shell, Messages.RunAgainHandler_title, () -> workspace.runs().submit(request), started, failure -> refused(shell, failure));
    }

    private static void refused(Shell shell, Exception failure) {
        MessageDialog.openError(shell, Messages.RunAgainHandler_title, failure.getMessage());
    }
}
