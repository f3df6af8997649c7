package org.orrery.ui.internal.notify;

import java.util.Map;
import java.util.Optional;

import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.notifications.NotificationPopup;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.orrery.jobs.notice.Notice;
import org.orrery.jobs.notice.NoticeDesk;
import org.orrery.jobs.notice.NoticeGate;
import org.orrery.jobs.notice.NoticeRules;
import org.orrery.ui.RunList;

/** Tells the user what happens to runs: by a small window when Orrery is not in front, and by a program of the user's in any case. */
public final class Notices implements IStartup {
    private static final int LOOK_MS = 2_000;
    private static final int SHOWN_MS = 10_000;
    private final CommandQueue commands = new CommandQueue();
    /** On the user interface thread alone. */
    private final NoticeGate gate = new NoticeGate();

    @Override
    public void earlyStartup() {
        IWorkbench workbench = PlatformUI.getWorkbench();
        RunList runs = workbench.getService(RunList.class);
        if (runs == null) {
            return;
        }
        NoticeDesk desk = new NoticeDesk(NoticePreferences::read, notice -> tell(workbench, notice));
        runs.workspace().runs().addListener(desk);
        workbench.getDisplay().asyncExec(() -> look(workbench, desk));
    }

    private void look(IWorkbench workbench, NoticeDesk desk) {
        long now = System.nanoTime();
        desk.look(now);
        int more = gate.collected(now);
        if (more > 0 && unseen(workbench)) {
            popup(workbench, Messages.Notices_many, NLS.bind(Messages.Notices_manyText, more), Optional.empty());
        }
        workbench.getDisplay().timerExec(LOOK_MS, () -> look(workbench, desk));
    }

    private void tell(IWorkbench workbench, Notice notice) {
        NoticeRules rules = NoticePreferences.read();
        if (!rules.command().isEmpty()) {
            commands.add(notice);
        }
        Display display = workbench.getDisplay();
        if (rules.popup() && !display.isDisposed()) {
            display.asyncExec(() -> show(workbench, notice));
        }
    }

    private void show(IWorkbench workbench, Notice notice) {
        if (unseen(workbench) && gate.pass(System.nanoTime())) {
            IWorkbenchWindow window = workbench.getWorkbenchWindows()[0];
            popup(workbench, title(notice), notice.message(), Optional.of(() -> open(window, notice.run())));
        }
    }

    /** Whoever looks at the window sees it there, in the list of runs and over the curves; a popup would only lie over them. */
    private static boolean unseen(IWorkbench workbench) {
        return !workbench.isClosing() && workbench.getWorkbenchWindowCount() > 0 && workbench.getDisplay().getActiveShell() == null;
    }

    private static void popup(IWorkbench workbench, String title, String message, Optional<Runnable> open) {
        NotificationPopup.forDisplay(workbench.getDisplay()).title(title, true).delay(SHOWN_MS).fadeIn(true)
                .content(parent -> NoticeContent.of(parent, message, open)).open();
    }

    private static String title(Notice notice) {
        return switch (notice.kind()) {
            case FINISHED -> Messages.Notices_finished;
            case FAILED -> Messages.Notices_failed;
            case STALLED -> Messages.Notices_stalled;
            case NOT_A_NUMBER -> Messages.Notices_notANumber;
            case THRESHOLD -> Messages.Notices_threshold;
            case REGRESSED -> Messages.Notices_regressed;
        };
    }

    private static void open(IWorkbenchWindow window, long run) {
        try {
            window.getService(IHandlerService.class).executeCommand(ParameterizedCommand.generateCommand(
                    window.getService(ICommandService.class).getCommand("org.orrery.ui.commands.showRun"), //$NON-NLS-1$
                    Map.of("org.orrery.ui.commands.showRun.run", Long.toString(run))), null); //$NON-NLS-1$
        } catch (CommandException e) {
            ILog.of(Notices.class).error(e.getMessage(), e);
        }
    }
}
