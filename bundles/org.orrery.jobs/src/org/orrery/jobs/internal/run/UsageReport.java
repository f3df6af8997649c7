package org.orrery.jobs.internal.run;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.orrery.analysis.ProcessSpec;

/** Tells once a second what a program and all that it has started use. For one thread. */
final class UsageReport {
    private static final long INTERVAL = TimeUnit.SECONDS.toNanos(1);

    private final ProcessMeter meter;
    private final Consumer<ProcessSpec.Usage> heard;
    private final long began = System.nanoTime();
    private long last = began;
    private double used;

    UsageReport(ProcessMeter meter, Consumer<ProcessSpec.Usage> heard) {
        this.meter = meter;
        this.heard = heard;
    }

    /** Tells, unless it has a moment ago. */
    void tell() {
        long now = System.nanoTime();
        if (now - last < INTERVAL) {
            return;
        }
        double cpu = meter.cpuSeconds();
        heard.accept(new ProcessSpec.Usage((now - began) / 1e9, 100 * Math.max(0, cpu - used) / ((now - last) / 1e9), meter.rssMiB()));
        used = cpu;
        last = now;
    }
}
