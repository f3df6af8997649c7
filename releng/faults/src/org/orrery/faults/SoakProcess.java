package org.orrery.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import org.orrery.data.Dataset;
import org.orrery.data.Progress;
import org.orrery.data.ReadOptions;
import org.orrery.data.internal.DuckDataStores;
import org.orrery.faults.fixture.Trouble;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunHistory;
import org.orrery.jobs.RunQueue;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.Workspace;

/**
 * One life of the soak: a seeded mix of what a day brings, over one workspace, with a clock that goes sixty times as fast. Words:
 * {@code FOLDER SEED SECONDS LIFE RESTARTS ROWS}. The folder holds the workspace, what was acknowledged, the samples and imported files.
 */
public final class SoakProcess {
    private static final int FASTER = 60;
    private static final int KEPT = 60;
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final double LONGEST_BETWEEN_SAMPLES = 0.5;
    /** So many in a short life. */
    private static final int SAMPLES = 60;
    /** Has one unit more than runs whose units all succeed. */
    private static final int FAILING = 13;
    private final Path folder;
    private final Acknowledged acknowledged;
    private final Samples samples;
    private final Random random;
    private final String life;
    private final int rows;
    private final long began = System.nanoTime();
    private final Instant start = Instant.now();
    private final Engine engine = new Engine(new Trouble("plain", "r0/u" + (FAILING - 1)), new DuckDataStores(), this::now, Duration.ofSeconds(10));
    private final AtomicLong runs = new AtomicLong();
    private final Set<Long> open = new HashSet<>();
    private Workspace workspace;
    private long sampled = began;
    private long sampleNanos;
    private int imports;

    private SoakProcess(Path folder, long seed, String life, int rows) {
        this.folder = folder;
        this.life = life;
        this.rows = rows;
        this.random = new Random(seed);
        this.acknowledged = new Acknowledged(folder.resolve("acknowledged"));
        this.samples = new Samples(folder.resolve("samples.csv"));
    }

    /** Lives. Exits with 1 when something that was acknowledged is gone. */
    public static void main(String[] words) throws Exception {
        SoakProcess process = new SoakProcess(Path.of(words[0]), Long.parseLong(words[1]), words[3], Integer.parseInt(words[5]));
        boolean whole;
        try {
            whole = process.live(Double.parseDouble(words[2]), Integer.parseInt(words[4]));
        } catch (RunException | IllegalStateException e) {
            e.printStackTrace();
            whole = false;
        }
        System.exit(whole ? 0 : 1);
    }

    private Instant now() {
        return start.plusNanos((System.nanoTime() - began) * FASTER);
    }

    private double seconds() {
        return (System.nanoTime() - began) / 1e9;
    }

    private boolean live(double seconds, int restarts) throws Exception {
        boolean whole = true;
        sampleNanos = (long) (1e9 * Math.min(LONGEST_BETWEEN_SAMPLES, seconds / SAMPLES));
        for (int part = 0; part <= restarts; part++) {
            workspace = engine.open(folder.resolve("workspace"));
            List<String> lost = acknowledged.lost(workspace);
            lost.forEach(each -> System.out.println("LOST " + each));
            whole &= lost.isEmpty();
            workspace.runs().queue().proceed();
            resume();
            double end = seconds * (part + 1) / (restarts + 1);
            while (seconds() < end) {
                step();
                sample();
            }
            drain();
            workspace.close();
        }
        engine.reports.stream().distinct().limit(20).forEach(report -> System.out.println("REPORT " + report));
        System.out.println("RUNS " + runs + " IMPORTS " + imports);
        return whole;
    }

    private void sample() throws IOException {
        if (System.nanoTime() - sampled > sampleNanos) {
            sampled = System.nanoTime();
            samples.take(folder.resolve("workspace"), seconds(), seconds() * FASTER / 3600, runs.get(), life);
        }
    }

    /** What a former life, or part of this, has left. */
    private void resume() throws RunException {
        open.clear();
        for (RunSummary run : workspace.folders().list()) {
            if (run.state() == RunState.INTERRUPTED) {
                workspace.runs().resume(run.id());
                open.add(run.id());
            } else if (!run.state().ended()) {
                open.add(run.id());
            }
        }
    }

    private void step() throws Exception {
        int dice = random.nextInt(1000);
        if (dice < 780) {
            submit(false);
        } else if (dice < 790) {
            submit(true);
        } else if (dice < 870 && !open.isEmpty()) {
            disturb(pick(open));
        } else if (dice < 880) {
            importFile();
        } else if (dice < 890) {
            takeAlong();
        } else {
            look();
        }
        settle();
        prune();
    }

    private void submit(boolean isolated) throws Exception {
        int units = random.nextInt(40) == 0 ? FAILING : 1 + random.nextInt(FAILING - 2);
        var request = Engine.request(isolated, java.util.Map.of("units", units, "millis", random.nextInt(30), "rows", random.nextInt(20), "chain",
                random.nextBoolean(), "artifact", random.nextInt(4) == 0));
        RunQueue.Priority priority = RunQueue.Priority.values()[random.nextInt(3)];
        long run = workspace.runs().queue().submit(List.of(request), new RunQueue.Place(priority, false, 0)).get(0);
        acknowledged.say("submitted", run, "");
        open.add(run);
        runs.incrementAndGet();
    }

    /** Cancels, stops, pauses and lets go, tags, or moves a run. */
    private void disturb(long run) throws IOException, RunException {
        switch (random.nextInt(6)) {
            case 0, 1 -> workspace.runs().cancel(run);
            case 2 -> workspace.runs().stop(run);
            case 3 -> {
                workspace.runs().pause(run);
                workspace.runs().proceed(run);
            }
            case 4 -> {
                workspace.runs().tag(run, List.of("tag" + run));
                acknowledged.say("tagged", run, "tag" + run);
            }
            default -> {
                if (workspace.runs().waitsFor(run).isPresent()) {
                    try {
                        workspace.runs().queue().move(run, 0);
                    } catch (RunException begun) {
                        // It has begun in between.
                        open.add(run);
                    }
                }
            }
        }
    }

    private void importFile() throws Exception {
        Path file = folder.resolve("data-" + life + "-" + imports % 4 + ".csv");
        StringBuilder text = new StringBuilder("a,b,c\n");
        for (int i = 0; i < rows; i++) {
            text.append(random.nextInt()).append(',').append(random.nextGaussian()).append(",w").append(random.nextInt(50)).append('\n');
        }
        Files.writeString(file, text);
        Dataset dataset = workspace.data().importFile(file, ReadOptions.DETECT, Progress.NONE);
        workspace.catalog().put(dataset);
        acknowledged.say("imported", 0, dataset.name());
        imports++;
    }

    /** A run goes out as a file and comes in again. */
    private void takeAlong() throws Exception {
        List<RunSummary> ended = workspace.folders().list().stream().filter(run -> run.state() == RunState.COMPLETED).limit(5).toList();
        if (!ended.isEmpty()) {
            Path file = folder.resolve("along.orun");
            Files.deleteIfExists(file);
            workspace.folders().export(ended.get(random.nextInt(ended.size())).id(), file);
            long run = workspace.runs().add(file);
            acknowledged.say("completed", run, Acknowledged.figure(workspace.folders().open(run)));
        }
    }

    /** What somebody does who only looks. */
    private void look() throws Exception {
        List<RunSummary> found = workspace.history().find(RunHistory.Query.ALL);
        if (!found.isEmpty()) {
            RunSummary run = found.get(random.nextInt(found.size()));
            try {
                workspace.folders().curves(run.id());
                Bench.document(workspace.folders(), run.id());
            } catch (RunException gone) {
                if (workspace.folders().list().stream().anyMatch(each -> each.id() == run.id())) {
                    throw gone;
                }
            }
        }
        workspace.runs().queue().look();
    }

    /** Takes note of runs that have ended, and waits while too many are under way. */
    private void settle() throws Exception {
        do {
            for (long run : List.copyOf(open)) {
                RunSummary now = workspace.runs().await(run, Duration.ofMillis(open.size() > 20 ? 20 : 1));
                if (now.state().ended()) {
                    open.remove(run);
                    if (now.state() == RunState.COMPLETED || now.state() == RunState.COMPLETED_PARTIAL) {
                        acknowledged.say("completed", run, Acknowledged.figure(workspace.folders().open(run)));
                    }
                }
            }
            sample();
        } while (open.size() > 20);
    }

    private void drain() throws Exception {
        // Half of what is under way is left to the next part.
        for (long run : new ArrayList<>(open)) {
            if (random.nextBoolean()) {
                workspace.runs().await(run, LIMIT);
            }
        }
        settle();
    }

    private void prune() throws IOException, RunException {
        List<Long> ended = workspace.folders().list().stream().filter(run -> run.state().ended() && run.state() != RunState.INTERRUPTED)
                .map(RunSummary::id).sorted().toList();
        for (int i = 0; i < ended.size() - KEPT; i++) {
            if (!open.contains(ended.get(i))) {
                acknowledged.say("deleting", ended.get(i), "");
                workspace.runs().delete(ended.get(i));
                acknowledged.say("deleted", ended.get(i), "");
            }
        }
    }

    private long pick(Set<Long> of) {
        return of.stream().sorted().skip(random.nextInt(of.size())).findFirst().orElseThrow();
    }
}
