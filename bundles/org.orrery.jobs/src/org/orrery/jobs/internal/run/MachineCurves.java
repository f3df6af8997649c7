package org.orrery.jobs.internal.run;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.orrery.analysis.UnitProgress;

/**
 * What the process uses while a run is at work, as two curves of the run: percent of one processor, and MiB that it holds. Runs that share a
 * process have the same curves, for nobody can tell whose share was whose; one in a process of its own has those of its process. For one thread.
 */
final class MachineCurves {
    /** The name of the curve of processor use: 100 is one processor kept busy. */
    static final String CPU = UnitProgress.SYSTEM + "cpuPercent";
    /** The name of the curve of resident memory. */
    static final String MEMORY = UnitProgress.SYSTEM + "rssMiB";
    private static final long INTERVAL = TimeUnit.SECONDS.toNanos(1);

    private final LiveRun run;
    private final SeriesBuffer series;
    private final ProcessHandle process = ProcessHandle.current();
    private long last = System.nanoTime();
    private double used = cpuSeconds();

    MachineCurves(LiveRun run, SeriesBuffer series) {
        this.run = run;
        this.series = series;
    }

    /** Looks, unless it has within the last second; a run of less than a second has no such curves. */
    void tick() {
        long now = System.nanoTime();
        if (now - last < INTERVAL) {
            return;
        }
        // From the first start on, so that a later attempt goes on to the right.
        long second = run.summary().started().map(began -> Duration.between(began, run.now()).toSeconds()).orElse(0L);
        double cpu = cpuSeconds();
        add(CPU, second, 100 * (cpu - used) / ((now - last) / 1e9));
        add(MEMORY, second, Meters.resident());
        used = cpu;
        last = now;
    }

    private void add(String name, long second, double value) {
        if (!Double.isNaN(value)) {
            series.metric("", name, second, value);
        }
    }

    /** NaN where the system does not tell. */
    private double cpuSeconds() {
        return process.info().totalCpuDuration().map(spent -> spent.toNanos() / 1e9).orElse(Double.NaN);
    }
}
