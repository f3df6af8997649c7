package org.orrery.ui;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Widget;

/** The one way off the user interface thread and back: files are read by a system job, and its answer comes by {@code asyncExec}. */
public final class Background {
    /** All reading for the user interface; tests join it. */
    public static final Object FAMILY = new Object();

    private Background() {
    }

    /**
     * Reads without blocking the user interface.
     *
     * @param owner the widget that shows the answer; when it is disposed the answer is dropped
     * @param name what is read, for a person who looks at the jobs
     * @param work reads; on a worker thread
     * @param show takes the answer; on the user interface thread
     * @param failed takes what {@code work} threw; on the user interface thread
     */
    public static <T> Job load(Widget owner, String name, Callable<T> work, Consumer<? super T> show,
            Consumer<? super Exception> failed) {
        Display display = owner.getDisplay();
        Job job = new FamilyJob(name, () -> {
            T answer;
            try {
                answer = work.call();
            } catch (Exception e) {
                toUi(display, owner, () -> failed.accept(e));
                return;
            }
            toUi(display, owner, () -> show.accept(answer));
        });
        job.setSystem(true);
        job.setPriority(Job.SHORT);
        job.schedule();
        return job;
    }

    /** As {@link #load(Widget, String, Callable, Consumer, Consumer)}; what goes wrong is written to the log. */
    public static <T> Job load(Widget owner, String name, Callable<T> work, Consumer<? super T> show) {
        return load(owner, name, work, show, e -> ILog.of(Background.class).error(name + ": " + e.getMessage(), e));
    }

    /** Runs an action without blocking the user interface and shows nothing; what goes wrong is written to the log. */
    public static Job run(String name, Action action) {
        Job job = new FamilyJob(name, () -> {
            try {
                action.run();
            } catch (Exception e) {
                ILog.of(Background.class).error(name + ": " + e.getMessage(), e);
            }
        });
        job.setSystem(true);
        job.setPriority(Job.SHORT);
        job.schedule();
        return job;
    }

    /** Hops to the user interface thread, unless the widget or the display is gone by then. May be called from any thread. */
    public static void toUi(Display display, Widget owner, Runnable action) {
        toUi(display, () -> {
            if (!owner.isDisposed()) {
                action.run();
            }
        });
    }

    /** Hops to the user interface thread, unless the display is gone by then. May be called from any thread. */
    public static void toUi(Display display, Runnable action) {
        if (display.isDisposed()) {
            return;
        }
        try {
            display.asyncExec(action);
        } catch (SWTException e) {
            // The display went away between the question and the call: nobody is left to be told.
            if (!display.isDisposed()) {
                throw e;
            }
        }
    }

    /** Work that may fail. */
    @FunctionalInterface
    public interface Action {
        /** Does it. */
        void run() throws Exception;
    }

    private static final class FamilyJob extends Job {
        private final Runnable body;

        FamilyJob(String name, Runnable body) {
            super(name);
            this.body = body;
        }

        @Override
        protected IStatus run(IProgressMonitor monitor) {
            body.run();
            return Status.OK_STATUS;
        }

        @Override
        public boolean belongsTo(Object family) {
            return family == FAMILY;
        }
    }
}
