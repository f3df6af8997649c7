package org.orrery.app;

import java.util.List;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchWindow;
import org.orrery.jobs.RunSummary;
import org.orrery.ui.Background;
import org.orrery.ui.RunList;

/** Asks what shall become of running work before the workbench closes. */
final class ExitGuard {
    private static final int SHOWN = 5;
    private static final int WAIT = 0;
    private static final int INTERRUPT = 1;
    private static final int STOP = 2;

    private final IWorkbench workbench;

    ExitGuard(IWorkbench workbench) {
        this.workbench = workbench;
    }

    /** Whether the workbench may close now; when the user chooses to wait, it is closed again once the work has ended. */
    boolean mayClose() {
        RunList list = workbench.getService(RunList.class);
        List<RunSummary> active = list == null ? List.of() : list.active();
        if (active.isEmpty()) {
            return true;
        }
        return switch (ask(active)) {
            case WAIT -> {
                closeAfterwards(list);
                yield false;
            }
            case INTERRUPT -> true;
            case STOP -> {
                stop(list, active);
                closeAfterwards(list);
                yield false;
            }
            default -> false;
        };
    }

    private int ask(List<RunSummary> active) {
        StringBuilder names = new StringBuilder();
        active.stream().limit(SHOWN).forEach(run -> names.append(NLS.bind(Messages.ExitGuard_run, run.id(), run.name())).append('\n'));
        if (active.size() > SHOWN) {
            names.append(NLS.bind(Messages.ExitGuard_more, active.size() - SHOWN)).append('\n');
        }
        IWorkbenchWindow window = workbench.getActiveWorkbenchWindow();
        Shell shell = window == null ? null : window.getShell();
        return MessageDialog.open(MessageDialog.QUESTION, shell, Messages.ExitGuard_title, NLS.bind(Messages.ExitGuard_question, names),
                SWT.SHEET, Messages.ExitGuard_wait, Messages.ExitGuard_interrupt, Messages.ExitGuard_stop, Messages.ExitGuard_stay);
    }

    private static void stop(RunList list, List<RunSummary> active) {
        for (RunSummary run : active) {
            Background.run(Messages.ExitGuard_stop, () -> list.workspace().runs().stop(run.id()));
        }
    }

    private void closeAfterwards(RunList list) {
        IWorkbenchWindow window = workbench.getActiveWorkbenchWindow();
        if (window == null) {
            return;
        }
        Runnable[] listener = new Runnable[1];
        listener[0] = () -> {
            if (list.active().isEmpty()) {
                list.removeListener(listener[0]);
                Background.toUi(workbench.getDisplay(), window.getShell(), workbench::close);
            }
        };
        list.addListener(listener[0]);
        // The last run may have ended between the question and the answer.
        listener[0].run();
    }
}
