package org.orrery.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** What a process that lives long holds, from time to time, as lines of a CSV file; and whether it holds more and more. */
final class Samples {
    private static final double MIB = 1 << 20;
    /** So many looks make one value: the least of them, for what is at work at the moment is no leak. */
    private static final int WINDOW = 6;
    private static final int FEWEST_WINDOWS = 4;
    private static final List<String> COLUMNS = List.of("seconds", "virtualHours", "heapMiB", "threads", "handles", "temporaryKiB", "queueKiB",
            "historyKiB", "residentMiB", "runs", "life");
    private final Path file;

    Samples(Path file) {
        this.file = file;
    }

    /** Takes a sample; collects garbage first. */
    void take(Path workspace, double seconds, double virtualHours, long runs, String life) throws IOException {
        System.gc();
        double heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MIB;
        int threads = ManagementFactory.getThreadMXBean().getThreadCount();
        String line = String.format(Locale.ROOT, "%.1f,%.2f,%.3f,%d,%d,%.1f,%.1f,%.1f,%.1f,%d,%s%n", seconds, virtualHours, heap, threads, handles(),
                kib(Path.of(System.getProperty("java.io.tmpdir"))), kib(workspace.resolve("runs/queue.orj")), kib(workspace.resolve("history")),
                resident(), runs, life);
        if (!Files.exists(file)) {
            Files.writeString(file, String.join(",", COLUMNS) + System.lineSeparator());
        }
        Files.writeString(file, line, StandardOpenOption.APPEND);
    }

    private static int handles() throws IOException {
        try (Stream<Path> all = Files.list(Path.of("/proc/self/fd"))) {
            return (int) all.count();
        }
    }

    private static double resident() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream().filter(line -> line.startsWith("VmRSS"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024).findFirst().orElse(Double.NaN);
    }

    private static double kib(Path path) throws IOException {
        if (!Files.exists(path)) {
            return 0;
        }
        try (Stream<Path> all = Files.walk(path)) {
            return all.mapToLong(each -> {
                try {
                    return Files.isRegularFile(each) ? Files.size(each) : 0;
                } catch (IOException gone) {
                    // Deleted meanwhile.
                    return 0;
                }
            }).sum() / 1024.0;
        } catch (UncheckedIOException gone) {
            return Double.NaN;
        }
    }

    /**
     * How a column goes in one life.
     *
     * @param median of the windows
     * @param growth from the first to the last window after the warm-up, by the median of all slopes between two windows (Theil and Sen); NaN
     *     for too few windows
     * @param last the last value
     */
    record Trend(double median, double growth, double last) {
    }

    /** The trend of a column in a life; its first third is warm-up. */
    Trend trend(String column, String life) throws IOException {
        List<double[]> windows = new ArrayList<>();
        List<String> lines = Files.readAllLines(file);
        int index = COLUMNS.indexOf(column);
        List<Double> values = lines.stream().skip(1).map(line -> line.split(",")).filter(cells -> cells[COLUMNS.indexOf("life")].equals(life))
                .map(cells -> Double.valueOf(cells[index])).toList();
        for (int from = values.size() / 3; from + WINDOW <= values.size(); from += WINDOW) {
            windows.add(new double[] {windows.size(), values.subList(from, from + WINDOW).stream().mapToDouble(Double::doubleValue).min().orElseThrow()});
        }
        double last = values.isEmpty() ? Double.NaN : values.get(values.size() - 1);
        if (windows.size() < FEWEST_WINDOWS) {
            return new Trend(Double.NaN, Double.NaN, last);
        }
        DoubleStream.Builder slopes = DoubleStream.builder();
        for (int i = 0; i < windows.size(); i++) {
            for (int j = i + 1; j < windows.size(); j++) {
                slopes.add((windows.get(j)[1] - windows.get(i)[1]) / (j - i));
            }
        }
        return new Trend(median(windows.stream().mapToDouble(window -> window[1]).toArray()),
                median(slopes.build().toArray()) * (windows.size() - 1), last);
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return (values[values.length / 2] + values[(values.length - 1) / 2]) / 2;
    }
}
