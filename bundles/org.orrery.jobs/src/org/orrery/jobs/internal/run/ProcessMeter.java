package org.orrery.jobs.internal.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What a process and all that it has started use of processors and memory, looked at now and then. Who was once seen below it stays one of
 * them, also when its parent has ended and the system has given it another. For one thread.
 */
final class ProcessMeter {
    private static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(100);
    private static final Path PROC = Path.of("/proc");

    private final ProcessHandle root;
    private final Map<Long, Duration> cpu = new HashMap<>();
    private final Set<ProcessHandle> seen = new LinkedHashSet<>();
    private double peakKib = Double.NaN;
    private double kib = Double.NaN;
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
        double sum = 0;
        boolean known = false;
        for (ProcessHandle each : tree()) {
            each.info().totalCpuDuration().ifPresent(used -> cpu.merge(each.pid(), used, (a, b) -> a.compareTo(b) > 0 ? a : b));
            double resident = residentKib(each.pid());
            if (!Double.isNaN(resident)) {
                sum += resident;
                known = true;
            }
        }
        kib = known ? sum : Double.NaN;
        if (known) {
            peakKib = Double.isNaN(peakKib) ? sum : Math.max(peakKib, sum);
        }
    }

    /** All of them that are alive, as far as they were seen now or before; the first one first. */
    List<ProcessHandle> tree() {
        seen.add(root);
        List<ProcessHandle> below = root.descendants().toList();
        // To look below each of them takes a look at all processes of the machine: only those need it that have another parent by now.
        Stream<ProcessHandle> orphans = seen.stream().filter(each -> !each.equals(root) && each.isAlive() && !below.contains(each));
        seen.addAll(Stream.concat(below.stream(), orphans.flatMap(ProcessHandle::descendants)).toList());
        seen.removeIf(each -> !each.equals(root) && !each.isAlive());
        return List.copyOf(seen);
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

    /** What they held together when they were last looked at; NaN where the system does not tell. */
    double rssMiB() {
        return kib / 1024;
    }

    double peakRssMiB() {
        return peakKib / 1024;
    }
}
