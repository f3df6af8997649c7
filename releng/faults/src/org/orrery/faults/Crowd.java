package org.orrery.faults;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.orrery.jobs.RunQueue;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.Workspace;

/**
 * F14: ten thousand runs in the queue of a process that SIGKILL then ends, once when all are acknowledged and again while they come. Whoever opens
 * the workspace next finds every acknowledged one in its place. How the interface bears them is measured with the workbench.
 */
final class Crowd implements Campaign {
    private static final int RUNS = 10_000;
    private static final int BATCH = 100;
    private static final int SHORT = 3;
    private static final int LONG = 50;
    private static final double LIMIT_SECONDS = 2;
    private static final int LIMIT_THREADS = 40;
    private static final double LIMIT_MIB = 50;

    @Override
    public String id() {
        return "F14";
    }

    @Override
    public String title() {
        return "ten thousand runs in the queue";
    }

    @Override
    public void run(Bench bench, Tally tally) throws Exception {
        if (tally.get("F14.runs") == 0) {
            all(bench, tally);
        }
        for (long trial = tally.get("F14.kills"); trial < (bench.longForm() ? LONG : SHORT); trial++) {
            killed(bench, tally, trial);
            tally.add("F14.kills", 1);
            tally.store();
        }
    }

    /** All at once, the last moved to the front; then the process is killed. */
    private static void all(Bench bench, Tally tally) throws Exception {
        Path place = bench.folder("crowd");
        Program.Started started = bench.engine().start(List.of(), "crowd", Integer.toString(RUNS), Integer.toString(RUNS), "--workspace", place.toString());
        double start = until(started, "READY");
        until(started, "MOVED");
        List<String> figures = List.of(line(started, "ENQUEUED").split(" "));
        started.kill();
        double seconds = Double.parseDouble(figures.get(1));
        tally.say("F14.secondsUntilDurable", figures.get(1));
        tally.say("F14.threadsAboveIdle", figures.get(2));
        tally.say("F14.heapMiBAboveIdle", figures.get(3));
        // A machine that takes its time to start a process takes it for the disk too.
        if (seconds > Math.max(LIMIT_SECONDS, 4 * start)) {
            tally.broken("F14", RUNS + " runs were durable only after " + seconds + " s where a process starts in " + start + " s");
        }
        if (Integer.parseInt(figures.get(2)) > LIMIT_THREADS || Double.parseDouble(figures.get(3)) > LIMIT_MIB) {
            tally.broken("F14", "the queue takes " + figures.get(2) + " threads and " + figures.get(3) + " MiB more");
        }
        List<Long> expected = new ArrayList<>(List.of((long) RUNS));
        for (long run = 1; run < RUNS; run++) {
            expected.add(run);
        }
        long began = System.nanoTime();
        List<Long> found = order(place);
        tally.say("F14.secondsToOpenAgain", String.format("%.1f", (System.nanoTime() - began) / 1e9));
        if (!found.equals(expected)) {
            tally.broken("F14", "of " + RUNS + " runs " + found.size() + " are there, the first " + found.stream().limit(5).toList());
        }
        tally.add("F14.runs", RUNS);
        tally.store();
        Bench.delete(place);
    }

    /** SIGKILL while they come, a hundred at a time. */
    private static void killed(Bench bench, Tally tally, long trial) throws Exception {
        Path place = bench.folder("crowd-killed");
        Program.Started started = bench.engine().start(List.of(), "crowd", Integer.toString(RUNS), Integer.toString(BATCH), "--workspace", place.toString());
        until(started, "ACKNOWLEDGED " + BATCH);
        boolean over = started.process().waitFor((long) (300 * new Random(trial).nextDouble()), TimeUnit.MILLISECONDS);
        started.kill();
        long acknowledged = started.said().lines().filter(line -> line.startsWith("ACKNOWLEDGED ")).mapToLong(line -> Long.parseLong(line.split(" ")[1]))
                .max().orElse(0);
        List<Long> found = order(place);
        boolean inOrder = true;
        for (int i = 0; i < found.size(); i++) {
            inOrder &= found.get(i) == i + 1;
        }
        if (over || !inOrder || found.size() < acknowledged) {
            tally.broken("F14", "kill " + trial + ": " + acknowledged + " runs were acknowledged, " + found.size() + " are there, in order: " + inOrder);
        }
        tally.add("F14.acknowledgementsChecked", acknowledged);
        tally.add("F14.killedWhileTheyCame", found.size() < RUNS ? 1 : 0);
        Bench.delete(place);
    }

    /** The runs that wait, as their workspace is opened again; each must be the one that was asked for. */
    private static List<Long> order(Path place) throws Exception {
        try (Workspace workspace = new Engine().open(place)) {
            for (RunSummary run : workspace.folders().list()) {
                if (!run.name().equals("Run " + run.id())) {
                    throw new IllegalStateException("Run " + run.id() + " is now " + run.name());
                }
            }
            return workspace.runs().queue().look().waiting().stream().map(RunQueue.Entry::run).toList();
        }
    }

    private static double until(Program.Started started, String word) throws Exception {
        while (line(started, word).isEmpty()) {
            if (started.process().waitFor(5, TimeUnit.MILLISECONDS) || started.seconds() > 300) {
                throw new IllegalStateException("The process did not come to " + word + ": " + started.said());
            }
        }
        return started.seconds();
    }

    private static String line(Program.Started started, String word) throws Exception {
        String said = started.said();
        // The last line may be half written.
        return said.substring(0, said.lastIndexOf('\n') + 1).lines().filter(line -> line.startsWith(word)).findFirst().orElse("");
    }
}
