package org.orrery.app;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchWindow;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.Runs;
import org.orrery.ui.Background;
import org.orrery.ui.Formats;
import org.orrery.ui.RunList;
import org.orrery.ui.RunTexts;

/** Asks what shall become of running work before the workbench closes. */
final class ExitGuard {
    private static final int SHOWN = 5;
    private static final int WAIT = 0;
    private static final int INTERRUPT = 1;
    private static final int STOP = 2;
    private static final int CANCEL = 3;

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
        return switch (ask(list, active)) {
            case WAIT -> {
                closeAfterwards(list);
                yield false;
            }
            case INTERRUPT -> true;
            case STOP -> {
                end(list, active, Messages.ExitGuard_stop, Runs::stop);
                closeAfterwards(list);
                yield false;
            }
            case CANCEL -> {
                end(list, active, Messages.ExitGuard_cancel, Runs::cancel);
                closeAfterwards(list);
                yield false;
            }
            default -> false;
        };
    }

    private int ask(RunList list, List<RunSummary> active) {
        StringBuilder names = new StringBuilder();
        Instant now = Instant.now();
        // Those that lose something come first.
        active.stream().sorted(Comparator.comparing(run -> run.state() != RunState.RUNNING)).limit(SHOWN)
                .forEach(run -> names.append(line(run, list.kept(run.id()), now)).append('\n'));
        if (active.size() > SHOWN) {
            names.append(NLS.bind(Messages.ExitGuard_more, active.size() - SHOWN)).append('\n');
        }
        IWorkbenchWindow window = workbench.getActiveWorkbenchWindow();
        Shell shell = window == null ? null : window.getShell();
        return MessageDialog.open(MessageDialog.QUESTION, shell, Messages.ExitGuard_title, NLS.bind(Messages.ExitGuard_question, names),
                SWT.SHEET, Messages.ExitGuard_wait, Messages.ExitGuard_interrupt, Messages.ExitGuard_stop, Messages.ExitGuard_cancel,
                Messages.ExitGuard_stay);
    }

    /**
     * How far a run is, and how old what would be gone on from is.
     *
     * @param kept when its last unit was kept; empty for none yet
     */
    static String line(RunSummary run, Optional<Instant> kept, Instant now) {
        String units = RunTexts.units(run.units());
        String far = units.isEmpty() ? RunTexts.state(run.state())
                : kept.map(last -> NLS.bind(Messages.ExitGuard_kept, units, Formats.seconds(Math.max(1, Duration.between(last, now).toSeconds()))))
                        .orElse(units);
        return NLS.bind(Messages.ExitGuard_run, new Object[] {run.id(), run.name(), far});
    }

    @FunctionalInterface
    private interface Verb {
        void apply(Runs runs, long run) throws RunException;
    }

    private static void end(RunList list, List<RunSummary> active, String name, Verb verb) {
        for (RunSummary run : active) {
            Background.run(name, () -> verb.apply(list.workspace().runs(), run.id()));
        }
    }

    private void closeAfterwards(RunList list) {
        IWorkbenchWindow window = workbench.getActiveWorkbenchWindow();
        if (window == null) {
            return;
        }
        Runnable[] listener = new Runnable[1];
        listener[0] = () -> {
            if (list.unended() == 0) {
                list.removeListener(listener[0]);
                Background.toUi(workbench.getDisplay(), window.getShell(), workbench::close);
            }
        };
        list.addListener(listener[0]);
        // The last run may have ended between the question and the answer.
        listener[0].run();
    }
}
