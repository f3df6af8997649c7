package org.orrery.benchmarks.metrics;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.orrery.benchmarks.BareEngine;
import org.orrery.jobs.CurveBook;
import org.orrery.jobs.RunListener;
import org.orrery.jobs.RunRequest;
import org.orrery.jobs.RunSeries;
import org.orrery.jobs.StoredRun;
import org.orrery.jobs.Workspace;
import org.orrery.jobs.internal.workspace.FolderWorkspaces;

/** A flood of metrics and lines: its cost to the worker, how soon it is heard, what is kept of it. */
public final class Flood {
    private static final double LIMIT_PERCENT = 2;
    private static boolean over;

    private Flood() {
    }

    private static final class Ear implements RunListener {
        private final List<Double> delays = Collections.synchronizedList(new ArrayList<>());
        private final CurveBook book = new CurveBook();
        private long metrics;
        private long lines;
        private long leftOut;

        @Override
        public synchronized void series(RunSeries series) {
            Instant now = Instant.now();
            metrics += series.metrics().size();
            lines += series.lines().size();
            leftOut += series.leftOut();
            series.metrics().forEach(metric -> delays.add(Duration.between(metric.instant(), now).toNanos() / 1e6));
            book.add(series);
        }
    }

    /** @param words {@code FOLDER SECONDS RATE} */
    public static void main(String[] words) throws Exception {
        Path folder = Path.of(words[0]);
        long seconds = Long.parseLong(words[1]);
        long rate = Long.parseLong(words[2]);
        long expected = seconds * 100 * (rate / 100);
        Ear ear = new Ear();
        try (Workspace workspace = workspaces().open(folder)) {
            workspace.runs().addListener(ear);
            // The first run warms the virtual machine up.
            flood(workspace, 2, rate);
            ear.delays.clear();
            long before = ear.metrics;
            long run = flood(workspace, seconds, rate);
            StoredRun stored = workspace.folders().open(run);
            double inside = figure(stored, "inside");
            say("cost to the worker, percent of its time", 100 * inside / figure(stored, "wall"), LIMIT_PERCENT);
            say("one metric and one line, microseconds", 1e6 * inside / expected, Double.NaN);
            same("metrics in the run folder", stored.metrics().size(), expected);
            same("lines in the run folder", stored.log().stream().filter(line -> line.unit().equals("pour")).count(), expected);
            over |= ear.metrics + ear.leftOut - before < expected;
            System.out.println("metrics heard: " + (ear.metrics - before) + ", told to be left out: " + ear.leftOut + ", lines heard: " + ear.lines);
            Collections.sort(ear.delays);
            say("heard after, milliseconds, median", ear.delays.get(ear.delays.size() / 2), Double.NaN);
            say("heard after, milliseconds, 99 of 100", ear.delays.get(ear.delays.size() * 99 / 100), Double.NaN);
            say("points that a picture of them holds", ear.book.curves().stream().mapToInt(curve -> curve.steps().length).max().orElse(0), Double.NaN);
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
        System.exit(over ? 1 : 0);
    }

    private static long flood(Workspace workspace, long seconds, long rate) throws Exception {
        long run = workspace.runs().submit(new RunRequest("pours", "", Map.of(), Map.of("seconds", seconds, "rate", rate), 1, 1));
        workspace.runs().await(run, Duration.ofSeconds(seconds + 60));
        return run;
    }

    private static double figure(StoredRun run, String name) {
        return run.result().orElseThrow().figures().stream().filter(figure -> figure.name().equals(name)).map(figure -> (Double) figure.value()).findFirst()
                .orElseThrow();
    }

    private static void same(String what, long value, long expected) {
        over |= value != expected;
        System.out.println(what + ": " + value + (value == expected ? "" : " of " + expected + " MISSING"));
    }

    private static void say(String what, double value, double limit) {
        boolean miss = value > limit;
        over |= miss;
        System.out.printf(Locale.ROOT, "%s: %.2f%s%n", what, value, Double.isNaN(limit) ? ""
                : String.format(Locale.ROOT, "; limit %.0f%s", limit, miss ? " OVER" : ""));
    }

    private static FolderWorkspaces workspaces() {
        return new BareEngine(Pours.Settings.class, Pours::new).workspaces(Optional.empty());
    }
}
