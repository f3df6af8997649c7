package org.orrery.benchmarks.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.orrery.analysis.Unit;
import org.orrery.analysis.result.Result;
import org.orrery.jobs.RunRequest;
import org.orrery.jobs.RunState;
import org.orrery.jobs.StoredRun.Metric;
import org.orrery.jobs.internal.files.DurableFiles;
import org.orrery.jobs.internal.files.WriteSteps;
import org.orrery.jobs.internal.lease.ProcessIdentity;
import org.orrery.jobs.internal.store.CurveFile;
import org.orrery.jobs.internal.store.FrozenRequest;
import org.orrery.jobs.internal.store.JournalEntry;
import org.orrery.jobs.internal.store.ResultStore;
import org.orrery.jobs.internal.store.RunFolder;
import org.orrery.jobs.internal.store.RunOpening;
import org.orrery.jobs.internal.store.RunStore;
import org.orrery.jobs.internal.store.SummaryFile;

/** Makes run folders by the product's own writer, as runs would have left them. */
final class Generator {
    /** The runs whose curves are asked for. */
    static final int LONG_RUNS = 20;
    /** The share of all points that those have. */
    private static final double LONG_SHARE = 0.8;
    /** As many as a classification has. */
    private static final List<String> FIGURES = List.of("balancedAccuracy", "f1Macro", "logLoss", "rocAuc", "averagePrecision", "mcc", "kappa", "brier",
            "precisionMacro", "recallMacro", "f1Weighted");
    private static final int CHUNK = 5_000;
    private static final int SERIES = 4;
    private static final int THREADS = 16;
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private final DurableFiles files = new DurableFiles(WriteSteps.NONE);
    private final ProcessIdentity self = ProcessIdentity.own();
    private final Path folder;
    private final int runs;
    private final long points;

    Generator(Path folder, int runs, long points) {
        this.folder = folder;
        this.runs = runs;
        this.points = points;
    }

    static List<String> tags(long run) {
        return run % 10 == 0 ? List.of("baseline", "tag " + run) : List.of();
    }

    static String note(long run) {
        return run % 25 == 0 ? "Note of run " + run + ": kept for the comparison." : "";
    }

    /** Several at a time: the disk makes many small files durable in the time of one. */
    void generate() throws Exception {
        Files.createDirectories(folder.resolve("runs"));
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (long run = 1; run <= runs; run++) {
                long number = run;
                all.add(threads.submit(() -> {
                    run(number);
                    return null;
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    private long points(long run) {
        long ofLong = Math.round(points * LONG_SHARE / LONG_RUNS);
        return run > runs - LONG_RUNS ? ofLong : (points - ofLong * LONG_RUNS) / (runs - LONG_RUNS);
    }

    private void run(long run) throws IOException {
        Instant began = FIRST.plusSeconds(600 * run);
        RunRequest request = new RunRequest(run % 3 == 0 ? "regression" : "classification", "Comparison " + run, Map.of(),
                Map.of("folds", 5L, "models", List.of("forest", "tree"), "target", "species"), RunRequest.DEFAULT_SEED, 2);
        RunStore.create(files, folder.resolve("runs"), new FrozenRequest(FrozenRequest.FORMAT, run, "org.orrery.classification", "1.0.0", request),
                new JournalEntry.Queued(began, self));
        RunFolder its = new RunFolder(folder.resolve("runs").resolve(Long.toString(run)));
        RunOpening opening = RunOpening.open(files, its);
        try (RunStore store = opening.store()) {
            store.append(new JournalEntry.Attempt(1, began.plusSeconds(1), "1.0.0", opening.image().request()));
            List<Unit> units = new ArrayList<>();
            for (int i = 0; i < SERIES; i++) {
                units.add(Unit.of("forest/fold-" + (i + 1), "Forest, fold " + (i + 1)));
            }
            store.append(new JournalEntry.Declared(0, units));
            metrics(store, run, began, points(run));
            SplittableRandom random = new SplittableRandom(run);
            double accuracy = 0.5 + 0.5 * random.nextDouble();
            Result.Builder made = Result.builder().figure("bestModel.accuracy", accuracy, "Accuracy").best("bestModel.accuracy");
            for (String figure : FIGURES) {
                made.figure("bestModel." + figure, random.nextDouble(), figure).figure("bestModel." + figure + "Sd", random.nextDouble(), figure);
            }
            Result result = made.build();
            String digest = ResultStore.write(files, its, result);
            store.append(new JournalEntry.Stored(digest, "bestModel.accuracy", accuracy));
            if (!tags(run).isEmpty()) {
                store.append(new JournalEntry.Tagged(tags(run), began.plusSeconds(50)));
            }
            if (!note(run).isEmpty()) {
                store.append(new JournalEntry.Noted(note(run), began.plusSeconds(51)));
            }
            store.append(new JournalEntry.Moved(RunState.COMPLETED, began.plusSeconds(60)));
            store.sync();
            ResultStore.settle(files, its, Optional.of(digest));
        }
        SummaryFile.write(files, its);
        CurveFile.write(files, its);
    }

    private static void metrics(RunStore store, long run, Instant began, long count) throws IOException {
        SplittableRandom random = new SplittableRandom(-run);
        long each = count / SERIES;
        for (int series = 0; series < SERIES; series++) {
            long left = series == SERIES - 1 ? count - each * (SERIES - 1) : each;
            String unit = "forest/fold-" + (series + 1);
            double value = 1;
            for (long step = 0; step < left;) {
                List<Metric> chunk = new ArrayList<>();
                for (; step < left && chunk.size() < CHUNK; step++) {
                    value += (random.nextDouble() - 0.502) * 0.01;
                    chunk.add(new Metric(unit, "loss", step, began.plusMillis(step), value));
                }
                store.append(new JournalEntry.Metrics(chunk));
            }
        }
    }
}
