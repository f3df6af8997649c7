package org.orrery.benchmarks.metrics;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.IWorkbenchWindow;

/** How long what is asked of the user interface waits, and what is told of it. For one thread, which is not that of the user interface. */
final class Waits {
    private static final long TICK_NANOS = 5_000_000;

    private final Display display;
    private final PrintStream out;
    private boolean over;

    Waits(Display display, PrintStream out) {
        this.display = display;
        this.out = out;
    }

    Display display() {
        return display;
    }

    /** Whether something was over its limit. */
    boolean over() {
        return over;
    }

    /** Notes that something was over its limit, unless it was not. */
    void over(boolean more) {
        over |= more;
    }

    void say(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }

    /** Asks every five milliseconds, whether the last was answered or not, as long as something goes on. */
    void lag(String what, double limit, BooleanSupplier goesOn) {
        List<Double> waits = Collections.synchronizedList(new ArrayList<>());
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long used = threads.getThreadCpuTime(display.getThread().threadId());
        long collecting = collectingMillis();
        LongEvents events = new LongEvents(display.getThread());
        AtomicLong answered = new AtomicLong(System.nanoTime());
        long began = System.nanoTime();
        long asked = 0;
        while (goesOn.getAsBoolean()) {
            long now = System.nanoTime();
            display.asyncExec(() -> {
                long then = System.nanoTime();
                answered.set(then);
                waits.add((then - now) / 1e6);
            });
            asked++;
            events.look(now - answered.get());
            LockSupport.parkNanos(Math.max(0, began + asked * TICK_NANOS - System.nanoTime()));
        }
        double share = 100.0 * (threads.getThreadCpuTime(display.getThread().threadId()) - used) / (System.nanoTime() - began);
        display.syncExec(() -> { });
        List<Double> sorted = new ArrayList<>(waits);
        Collections.sort(sorted);
        double high = sorted.get(sorted.size() * 99 / 100);
        over(high > limit);
        say("%-24s waits of the user interface: median %.1f ms, 99 of 100 %.1f ms (limit %.0f)%s, longest %.0f ms; its thread works %.0f %% of the time, %d ms of collections",
                what, sorted.get(sorted.size() / 2), high, limit, high > limit ? " OVER" : "", sorted.get(sorted.size() - 1), share,
                collectingMillis() - collecting);
        if (high > limit / 2) {
            events.told().forEach(line -> say("%26s%s", "", line));
        }
    }

    private static long collectingMillis() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream().mapToLong(bean -> Math.max(0, bean.getCollectionTime())).sum();
    }

    /** The same for so many seconds. */
    void lag(String what, double limit, long seconds) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        lag(what, limit, () -> System.nanoTime() < end);
    }

    /** Waits until the user interface says so. */
    void until(String what, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        boolean[] holds = new boolean[1];
        while (!holds[0]) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Waited in vain for: " + what);
            }
            display.syncExec(() -> holds[0] = condition.getAsBoolean());
            Thread.sleep(20);
        }
    }

    /** The window; of use on the user interface thread. */
    static IWorkbenchWindow window() {
        return PlatformUI.getWorkbench().getWorkbenchWindows()[0];
    }

    /** The control of that id. */
    static Optional<Control> find(Control start, String id) {
        if (id.equals(start.getData("orrery.id"))) {
            return Optional.of(start);
        }
        if (start instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                Optional<Control> found = find(child, id);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
