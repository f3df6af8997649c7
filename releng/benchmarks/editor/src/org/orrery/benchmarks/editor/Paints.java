package org.orrery.benchmarks.editor;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Listener;

/** How long a control takes to paint itself, from the first of its listeners to behind the last: by the clock and by the processor. */
final class Paints {
    private final List<Double> millis = new ArrayList<>();
    private final Control control;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final List<Double> processor = new ArrayList<>();
    private long begun;
    private long used;

    Paints(Control control) {
        this.control = control;
        Listener begin = event -> {
            if (event.widget == control) {
                begun = System.nanoTime();
                used = threads.getCurrentThreadCpuTime();
            }
        };
        control.getDisplay().addFilter(SWT.Paint, begin);
        control.addListener(SWT.Paint, event -> {
            millis.add((System.nanoTime() - begun) / 1e6);
            processor.add((threads.getCurrentThreadCpuTime() - used) / 1e6);
        });
        control.addDisposeListener(event -> event.display.removeFilter(SWT.Paint, begin));
    }

    boolean isOf(Control other) {
        return control == other;
    }

    int count() {
        return millis.size();
    }

    void clear() {
        millis.clear();
        processor.clear();
    }

    /** Milliseconds by the clock that 95 of 100 stay below. */
    double p95() {
        List<Double> sorted = new ArrayList<>(millis);
        Collections.sort(sorted);
        return at(sorted, 0.95);
    }

    /** Median, 95th percentile and longest. */
    String summary() {
        return summary(millis) + "; of processor " + summary(processor);
    }

    private static String summary(List<Double> all) {
        List<Double> sorted = new ArrayList<>(all);
        Collections.sort(sorted);
        return String.format(Locale.ROOT, "median %.1f ms, p95 %.1f ms, longest %.1f ms of %d", at(sorted, 0.5), at(sorted, 0.95), at(sorted, 1), sorted.size());
    }

    static double at(List<Double> sorted, double share) {
        return sorted.isEmpty() ? Double.NaN : sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size())));
    }
}
