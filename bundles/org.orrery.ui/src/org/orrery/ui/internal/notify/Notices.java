package org.orrery.ui.internal.notify;

import java.util.Map;

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
import org.orrery.ui.Background;
import org.orrery.ui.RunList;

/** Tells the user what happens to runs: by a small window when Orrery is not in front, and by a program of the user's in any case. */
public final class Notices implements IStartup {
    private static final int LOOK_MS = 5_000;
    private static final int SHOWN_MS = 10_000;

    @Override
    public void earlyStartup() {
        IWorkbench workbench = PlatformUI.getWorkbench();
        RunList runs = workbench.getService(RunList.class);
        if (runs == null) {
            return;
        }
        Display display = workbench.getDisplay();
        NoticeDesk desk = new NoticeDesk(NoticeRules::read, notice -> tell(workbench, notice));
        runs.workspace().runs().addListener(desk);
        display.asyncExec(() -> look(display, desk));
    }

    private static void look(Display display, NoticeDesk desk) {
        desk.look(System.nanoTime());
        display.timerExec(LOOK_MS, () -> look(display, desk));
    }

    private static void tell(IWorkbench workbench, Notice notice) {
        NoticeRules rules = NoticeRules.read();
        Background.run(NLS.bind(Messages.Notices_command, Long.toString(notice.run())), () -> NoticeCommand.run(rules.command(), notice));
        Display display = workbench.getDisplay();
        if (rules.popup() && !display.isDisposed()) {
            display.asyncExec(() -> show(workbench, notice));
        }
    }

    private static void show(IWorkbench workbench, Notice notice) {
        if (workbench.isClosing() || workbench.getWorkbenchWindowCount() == 0) {
            return;
        }
        IWorkbenchWindow window = workbench.getWorkbenchWindows()[0];
        // Whoever looks at the window sees it there, in the list of runs and over the curves; a popup would only lie over them.
        if (workbench.getDisplay().getActiveShell() != null) {
            return;
        }
        NotificationPopup.forDisplay(workbench.getDisplay()).title(title(notice), true).delay(SHOWN_MS).fadeIn(true)
                .content(parent -> NoticeContent.of(parent, notice, () -> open(window, notice.run()))).open();
    }

    private static String title(Notice notice) {
        return switch (notice.kind()) {
            case FINISHED -> Messages.Notices_finished;
            case FAILED -> Messages.Notices_failed;
            case STALLED -> Messages.Notices_stalled;
            case NOT_A_NUMBER -> Messages.Notices_notANumber;
            case THRESHOLD -> Messages.Notices_threshold;
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
