package org.orrery.app;

import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.TaskBar;
import org.eclipse.swt.widgets.TaskItem;
import org.orrery.jobs.RunProgress;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.ui.RunList;
import org.orrery.ui.RunTexts;
import org.orrery.ui.Throttler;

/** How far all running work is together, on the icon of the window in the bar of the desktop, where that has one. */
final class TaskBarProgress {
    private static final int PERCENT = 100;
    private final RunList runs;
    private final TaskItem item;
    private int shown = -1;

    private TaskBarProgress(RunList runs, TaskItem item) {
        this.runs = runs;
        this.item = item;
    }

    static void follow(Shell shell, RunList runs) {
        TaskBar bar = shell.getDisplay().getSystemTaskBar();
        if (bar == null) {
            return;
        }
        TaskItem item = bar.getItem(shell) == null ? bar.getItem(null) : bar.getItem(shell);
        if (item == null) {
            return;
        }
        TaskBarProgress progress = new TaskBarProgress(runs, item);
        Throttler throttler = new Throttler(shell, Throttler.INTERVAL_MS, progress::show);
        Runnable listener = throttler::request;
        runs.addListener(listener);
        shell.addDisposeListener(event -> runs.removeListener(listener));
    }

    private void show() {
        List<RunSummary> active = runs.active();
        int next = percent(active.stream().filter(run -> run.state() == RunState.RUNNING)
                .mapToDouble(run -> runs.progress(run.id()).map(RunProgress::fraction).orElse(RunTexts.fraction(run.units()))).toArray());
        boolean paused = !active.isEmpty() && active.stream().allMatch(run -> run.state() == RunState.PAUSED);
        item.setProgressState(paused ? SWT.PAUSED : next < 0 ? SWT.DEFAULT : SWT.NORMAL);
        if (next != shown) {
            shown = next;
            item.setProgress(Math.max(0, next));
            item.setOverlayText(active.isEmpty() ? "" : Integer.toString(active.size())); //$NON-NLS-1$
        }
    }

    /** The mean of these shares in percent; −1 for none. */
    static int percent(double[] fractions) {
        double sum = 0;
        for (double fraction : fractions) {
            sum += Double.isNaN(fraction) ? 0 : Math.clamp(fraction, 0, 1);
        }
        return fractions.length == 0 ? -1 : (int) (PERCENT * sum / fractions.length);
    }
}
