package org.orrery.jobs.internal.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What a process and all that it has started use of processors and memory, looked at now and then. For one thread. */
final class ProcessMeter {
    private static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(100);
    private static final Path PROC = Path.of("/proc");

    private final ProcessHandle root;
    private final Map<Long, Duration> cpu = new HashMap<>();
    private double peakKib = Double.NaN;
    private long last = System.nanoTime() - INTERVAL;

    ProcessMeter(ProcessHandle root) {
        this.root = root;
    }

    /** Looks, unless it has a moment ago. */
    void look() {
        long now = System.nanoTime();
        if (now - last < INTERVAL) {
            return;
        }
        last = now;
        List<ProcessHandle> tree = Stream.concat(Stream.of(root), root.descendants()).toList();
        double kib = 0;
        boolean known = false;
        for (ProcessHandle each : tree) {
            each.info().totalCpuDuration().ifPresent(used -> cpu.merge(each.pid(), used, (a, b) -> a.compareTo(b) > 0 ? a : b));
            double resident = residentKib(each.pid());
            if (!Double.isNaN(resident)) {
                kib += resident;
                known = true;
            }
        }
        if (known) {
            peakKib = Double.isNaN(peakKib) ? kib : Math.max(peakKib, kib);
        }
    }

    private static double residentKib(long pid) {
        if (!Files.isDirectory(PROC)) {
            return Double.NaN;
        }
        try (Stream<String> lines = Files.lines(PROC.resolve(Long.toString(pid)).resolve("status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:")).findFirst()
                    .map(line -> Double.parseDouble(line.replaceAll("\\D", ""))).orElse(Double.NaN);
        } catch (IOException | UncheckedIOException gone) {
            // It ended between the list and the look.
            return Double.NaN;
        }
    }

    double cpuSeconds() {
        return cpu.isEmpty() ? Double.NaN : cpu.values().stream().mapToDouble(used -> used.toNanos() / 1e9).sum();
    }

    double peakRssMiB() {
        return peakKib / 1024;
    }
}
