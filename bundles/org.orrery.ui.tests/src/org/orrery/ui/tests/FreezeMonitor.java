package org.orrery.ui.tests;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

import org.eclipse.swt.widgets.Display;

/**
 * Watches the user interface thread. An event counts as a freeze when it has used more processor time than the limit, or waits
 * for something for that long; that the machine is busy with other things does not count.
 */
final class FreezeMonitor implements AutoCloseable {
    private static final long LIMIT_NS = 200_000_000L;
    private static final Duration STEP = Duration.ofMillis(20);

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final List<String> freezes = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Display display;
    private final Thread watcher;

    FreezeMonitor(Display display) {
        this.display = display;
        watcher = Thread.ofPlatform().daemon().name("Freeze monitor").start(this::watch);
    }

    private void watch() {
        Thread ui = display.getThread();
        try {
            while (!display.isDisposed()) {
                AtomicBoolean answered = new AtomicBoolean();
                long asked = System.nanoTime();
                long used = threads.getThreadCpuTime(ui.threadId());
                display.asyncExec(() -> answered.set(true));
                boolean told = false;
                while (!answered.get()) {
                    pause();
                    boolean busy = threads.getThreadCpuTime(ui.threadId()) - used > LIMIT_NS;
                    boolean waits = System.nanoTime() - asked > LIMIT_NS && ui.getState() != Thread.State.RUNNABLE;
                    if (!told && (busy || waits) && !answered.get()) {
                        told = true;
                        freezes.add((busy ? "busy:" : "waiting:") + Arrays.stream(ui.getStackTrace()).limit(40).map(element -> "\n    " + element)
                                .collect(Collectors.joining()));
                    }
                }
                pause();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void pause() throws InterruptedException {
        closed.await(STEP.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Where the thread was at each freeze. */
    List<String> freezes() {
        return freezes;
    }

    @Override
    public void close() {
        closed.countDown();
        watcher.interrupt();
    }
}
