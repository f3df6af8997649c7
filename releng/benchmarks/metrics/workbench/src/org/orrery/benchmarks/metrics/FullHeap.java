package org.orrery.benchmarks.metrics;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

import org.orrery.data.Dataset;
import org.orrery.data.Progress;
import org.orrery.data.ReadOptions;
import org.orrery.jobs.MemoryMonitor;
import org.orrery.jobs.RunRequest;
import org.orrery.jobs.Workspace;

/**
 * A comparison of ten models on 200,000 rows with 20 features in a small heap, beside it something that keeps so much of the heap that the guard of
 * the memory advises and spills.
 */
final class FullHeap implements Scene {
    private static final double LIMIT_MS = 200;
    private static final int ROWS = 200_000;
    private static final int COLUMNS = 20;
    private static final int BLOCK = 1 << 20;
    private static final double FILL = 0.78;
    private static final double FULL = 0.88;

    @Override
    public void play(Waits waits, Workspace workspace, long seconds) throws Exception {
        Path file = workspace.folder().resolve("rows.csv");
        Files.writeString(file, rows());
        Dataset dataset = workspace.data().importFile(file, ReadOptions.DETECT, Progress.NONE);
        waits.lag("idle", LIMIT_MS, seconds);
        List<String> models = List.of("logistic-regression", "linear-svm", "gaussian-naive-bayes", "decision-tree", "random-forest", "extra-trees",
                "gradient-boosting", "multi-layer-perceptron", "most-frequent", "stratified");
        long run = workspace.runs().submit(new RunRequest("classification", "ten models", Map.of("data", List.of(dataset)),
                Map.of("target", "label", "folds", 5, "models", models), 7, 2));
        waits.display().syncExec(() -> Stalls.open(run, "ten models"));
        Map<MemoryMonitor.Level, Integer> seen = new TreeMap<>();
        AtomicBoolean over = new AtomicBoolean();
        Thread watch = Thread.ofPlatform().daemon().start(() -> watch(workspace.memory(), seen, over));
        waits.lag("ten models at work", LIMIT_MS, seconds * 2);
        List<byte[]> kept = new ArrayList<>();
        Thread keep = Thread.ofPlatform().daemon().start(() -> keep(workspace.memory(), kept, over));
        waits.lag("little memory is left", LIMIT_MS, seconds * 4);
        over.set(true);
        keep.join();
        watch.join();
        waits.say("kept %d MiB; the guard said, in seconds: %s; results left memory: %s; done: %s", kept.size(), seen,
                workspace.memory().reading().cleaned().isPresent() ? "yes" : "no", workspace.folders().open(run).summary().units());
        waits.over(seen.keySet().stream().noneMatch(level -> level.compareTo(MemoryMonitor.Level.VERY_HIGH) >= 0));
    }

    /** Takes memory until what is left after a collection is near the threshold, and gives a little back when it is above. */
    private static void keep(MemoryMonitor memory, List<byte[]> kept, AtomicBoolean over) {
        while (!over.get()) {
            MemoryMonitor.Reading reading = memory.reading();
            double live = Math.max(reading.liveMiB() / reading.maxMiB(), kept.size() / reading.maxMiB());
            int step = (int) (reading.maxMiB() / 60);
            for (int i = 0; i < step && live < FILL; i++) {
                kept.add(new byte[BLOCK]);
            }
            for (int i = 0; i < step && live > FULL && !kept.isEmpty(); i++) {
                kept.remove(kept.size() - 1);
            }
            sleep(100);
        }
    }

    private static void watch(MemoryMonitor memory, Map<MemoryMonitor.Level, Integer> seen, AtomicBoolean over) {
        while (!over.get()) {
            seen.merge(memory.reading().level(), 1, Integer::sum);
            sleep(1000);
        }
    }

    private static void sleep(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String rows() {
        SplittableRandom random = new SplittableRandom(7);
        StringBuilder text = new StringBuilder("label");
        for (int i = 0; i < COLUMNS; i++) {
            text.append(",n").append(i);
        }
        text.append('\n');
        int[] values = new int[COLUMNS];
        for (int row = 0; row < ROWS; row++) {
            for (int i = 0; i < COLUMNS; i++) {
                values[i] = random.nextInt(-999, 1000);
            }
            text.append(values[0] * 2 - values[1] + random.nextInt(-999, 1000) > 0 ? "yes" : "no");
            for (int value : values) {
                text.append(',').append(value / 100.0);
            }
            text.append('\n');
        }
        return text.toString();
    }
}
