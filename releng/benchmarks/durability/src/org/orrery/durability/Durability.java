package org.orrery.durability;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.orrery.jobs.RunRequest;
import org.orrery.jobs.internal.files.DurableFiles;
import org.orrery.jobs.internal.files.WriteSteps;
import org.orrery.jobs.internal.lease.ProcessIdentity;
import org.orrery.jobs.internal.store.FrozenRequest;
import org.orrery.jobs.internal.store.JournalEntry;
import org.orrery.jobs.internal.store.RunFolder;
import org.orrery.jobs.internal.store.RunImage;
import org.orrery.jobs.internal.store.RunOpening;
import org.orrery.jobs.internal.store.RunStore;
import org.orrery.jobs.internal.store.StoreThread;
import org.orrery.jobs.internal.store.UnitCommit;

/**
 * What durability costs. A run of 10,000 units of 1 ms in the product, two at a time: the share of its time in which no
 * unit is at work, which is all that the run management costs and so a bound on what durability costs. The time from the
 * commit of a unit to its acknowledgement, one unit after the other. And what the disk itself takes to make 4 KiB durable.
 */
public final class Durability {
    private static final int UNITS = 10_000;
    private static final int THREADS = Math.max(1, Math.min(2, Runtime.getRuntime().availableProcessors()));
    private static final int SAMPLES = 500;
    private static final double MOST_SHARE = 0.30;
    private static final double MOST_MILLIS = 5;
    private static final double MOST_TIMES = 4;
    /** How much more than without a disk, on a machine that is busy with something else. */
    private static final double MOST_MORE = 0.10;

    private Durability() {
    }

    /** @param words a folder to work in, and the folder of the product with the fixture */
    public static void main(String[] words) throws Exception {
        boolean[] broken = new boolean[1];
        measure(Path.of(words[0]), Path.of(words[1]), (name, value) -> System.out.println(name + " " + value), sentence -> {
            broken[0] = true;
            System.out.println("BROKEN: " + sentence);
        });
        System.exit(broken[0] ? 1 : 0);
    }

    /**
     * Measures.
     *
     * @param folder to work in; emptied
     * @param figures hears names and values
     * @param broken hears of promises that do not hold
     */
    public static void measure(Path folder, Path product, BiConsumer<String, String> figures, Consumer<String> broken) throws Exception {
        clear(folder);
        Files.createDirectories(folder);
        Samples samples = acknowledgements(Files.createDirectories(folder.resolve("runs")), folder.resolve("disk"));
        figures.accept("cost.diskForceMedianMillis", millis(median(samples.disk())));
        figures.accept("cost.handOverMedianMillis", millis(median(samples.handOver())));
        figures.accept("cost.acknowledgementMedianMillis", millis(median(samples.acknowledged())));
        figures.accept("cost.acknowledgementP95Millis", millis(samples.acknowledged()[(int) (0.95 * SAMPLES)]));
        // On a machine that is busy with something else an acknowledgement takes what a few writes and changes of thread take there.
        if (median(samples.acknowledged()) > Math.max(MOST_MILLIS, MOST_TIMES * (median(samples.disk()) + median(samples.handOver())))) {
            broken.accept("an acknowledgement takes " + millis(median(samples.acknowledged())) + " ms in the median");
        }
        double share = share(folder.resolve("workspace"), product, figures);
        if (share > MOST_SHARE && share > inMemory(product, figures) + MOST_MORE) {
            broken.accept("a run of " + UNITS + " units of 1 ms spends " + percent(share) + " besides its units");
        }
        clear(folder);
    }

    /** The same share without a disk: what remains is the work beside the units, and the machine. */
    private static double inMemory(Path product, BiConsumer<String, String> figures) throws Exception {
        Path memory = Path.of("/dev/shm");
        if (!Files.isWritable(memory)) {
            return 0;
        }
        Path place = memory.resolve("orrery-cost-" + ProcessHandle.current().pid());
        try {
            return share(place, product, (name, value) -> figures.accept(name + "InMemory", value));
        } finally {
            clear(place);
        }
    }

    /**
     * Milliseconds, each sorted.
     *
     * @param disk to append 4 KiB and make them durable
     * @param handOver until the thread that writes has done nothing
     * @param acknowledged from the commit of a unit to its acknowledgement
     */
    private record Samples(double[] disk, double[] handOver, double[] acknowledged) {
        void sort() {
            Arrays.sort(disk);
            Arrays.sort(handOver);
            Arrays.sort(acknowledged);
        }
    }

    /** One of each in turns, so that all see the same machine. */
    private static Samples acknowledgements(Path runs, Path plain) throws Exception {
        DurableFiles files = new DurableFiles(WriteSteps.NONE);
        RunRequest request = new RunRequest("ledger", "", Map.of(), Map.of(), 1, 1);
        RunStore.create(files, runs, new FrozenRequest(FrozenRequest.FORMAT, 1, "fixture", "1.0.0", request),
                new JournalEntry.Queued(Instant.now(), ProcessIdentity.own()));
        Samples samples = new Samples(new double[SAMPLES], new double[SAMPLES], new double[SAMPLES]);
        try (StoreThread thread = new StoreThread("store");
                FileChannel channel = FileChannel.open(plain, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            RunStore store = thread.call(() -> RunOpening.open(files, new RunFolder(runs.resolve("1")))).join().store();
            for (int i = 0; i < SAMPLES; i++) {
                long began = System.nanoTime();
                channel.write(ByteBuffer.allocate(4096), 4096L * i);
                channel.force(false);
                samples.disk()[i] = since(began);
                began = System.nanoTime();
                thread.call(() -> null).join();
                samples.handOver()[i] = since(began);
                UnitCommit commit = new UnitCommit("unit-" + i, 0.001, 0, new byte[200], Map.of(), List.of(), Map.of());
                began = System.nanoTime();
                thread.commit(store, commit, 1, java.time.InstantSource.system()).join();
                samples.acknowledged()[i] = since(began);
            }
            thread.call(() -> {
                store.close();
                return null;
            }).join();
        }
        samples.sort();
        return samples;
    }

    private static double since(long began) {
        return (System.nanoTime() - began) / 1e6;
    }

    private static double share(Path workspace, Path product, BiConsumer<String, String> figures) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(product.resolve("orrery").toString(), "run", "ledger", "--set", "units=" + UNITS, "--set",
                "millis=1", "--quiet", "--json", "--workspace", workspace.toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD);
        Process process = builder.start();
        if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("The run of " + UNITS + " units did not complete");
        }
        RunImage image = new RunImage(false);
        image.replay(new RunFolder(workspace.resolve("runs/1")));
        double units = image.committed().values().stream().mapToDouble(JournalEntry.Committed::seconds).sum();
        double run = image.costs().runSeconds();
        Set<Instant> groups = new java.util.HashSet<>();
        image.committed().values().forEach(commit -> groups.add(commit.at()));
        double share = 1 - units / (THREADS * run);
        figures.accept("cost.runSeconds", String.format("%.2f", run));
        figures.accept("cost.unitSeconds", String.format("%.2f", units));
        figures.accept("cost.shareBesideUnits", percent(share));
        return share;
    }

    private static double median(double[] sorted) {
        return sorted[sorted.length / 2];
    }

    private static String millis(double value) {
        return String.format("%.2f", value);
    }

    private static String percent(double share) {
        return String.format("%.0f %%", 100 * share);
    }

    private static void clear(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> tree = Files.walk(folder)) {
                for (Path each : tree.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(each);
                }
            }
        }
    }
}
