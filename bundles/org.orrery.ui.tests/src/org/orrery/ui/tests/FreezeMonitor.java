package org.orrery.ui.tests;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Listener;

/**
 * Watches the user interface thread. An event counts as a freeze when it has used more processor time than the limit, or waits
 * for something for that long; that the machine is busy with other things does not count.
 */
final class FreezeMonitor implements AutoCloseable {
    private static final long LIMIT_NS = 200_000_000L;
    private static final int[] BORDERS = {SWT.PreEvent, SWT.PostEvent, SWT.PreExternalEventDispatch, SWT.PostExternalEventDispatch, SWT.Sleep,
        SWT.Wakeup};
    private static final Duration STEP = Duration.ofMillis(20);

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final List<String> freezes = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Display display;
    private final Listener border = event -> crossed();
    private volatile long used;
    private volatile long since;
    private volatile long events;

    FreezeMonitor(Display display) {
        this.display = display;
        for (int type : BORDERS) {
            display.addListener(type, border);
        }
        crossed();
        Thread.ofPlatform().daemon().name("Freeze monitor").start(this::watch);
    }

    /** Between two borders lies at most one event. */
    private void crossed() {
        used = threads.getCurrentThreadCpuTime();
        since = System.nanoTime();
        events++;
    }

    private void watch() {
        Thread ui = display.getThread();
        long told = -1;
        try {
            while (!closed.await(STEP.toMillis(), TimeUnit.MILLISECONDS)) {
                long event = events;
                boolean busy = threads.getThreadCpuTime(ui.threadId()) - used > LIMIT_NS;
                boolean waits = System.nanoTime() - since > LIMIT_NS && ui.getState() != Thread.State.RUNNABLE;
                StackTraceElement[] where = ui.getStackTrace();
                if ((busy || waits) && event == events && event != told && !asleep(where)) {
                    told = event;
                    freezes.add((busy ? "busy:" : "waiting:") + Arrays.stream(where).limit(40).map(element -> "\n    " + element)
                            .collect(Collectors.joining()));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean asleep(StackTraceElement[] where) {
        return Arrays.stream(where).limit(3).anyMatch(element -> element.getMethodName().equals("sleep") && element.getClassName().equals(Display.class.getName()));
    }

    /** Where the thread was at each freeze. */
    List<String> freezes() {
        return freezes;
    }

    /** Ends the watch; on the user interface thread. */
    @Override
    public void close() {
        closed.countDown();
        for (int type : BORDERS) {
            display.removeListener(type, border);
        }
    }
}
