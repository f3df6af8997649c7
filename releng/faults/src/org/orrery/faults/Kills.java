package org.orrery.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.orrery.jobs.internal.store.JournalEntry;

/**
 * F1: SIGKILL at random moments of a run. One run is killed many times, each time in another attempt, and then resumed to
 * its end; so that every kill but those before the first unit falls between the first and the last acknowledgement.
 */
final class Kills implements Campaign {
    private static final int LONG = 500;
    private static final int IN_FLIGHT = 2;
    /** Every so many kills, one comes at any moment from the start of the process on; the others once a unit was committed. */
    private static final int EARLY = 8;
    private static final Pattern DONE = Pattern.compile("Run 1: (?:[A-Z_]+, )?(\\d+) of \\d+ units");
    private final Map<String, String> straight = new ConcurrentHashMap<>();

    /** A run to kill: its words, and how often it is killed and in what time a kill comes, in seconds. */
    private record Target(String name, List<String> words, int kills, double within) {
    }

    @Override
    public String id() {
        return "F1";
    }

    @Override
    public String title() {
        return "kill -9 at random moments of a run";
    }

    private static Target ledger(int kills) {
        // 2 units at a time: a minute.
        return new Target("ledger", List.of("ledger", "--set", "units=240", "--set", "millis=500", "--set", "rows=20", "--set", "artifact=true"),
                kills, 45.0 / kills);
    }

    private static Target classification(Bench bench, int folds, int kills, double within) {
        return new Target("classification-" + folds, List.of("classification", "--data", bench.churn().toString(), "--set", "target=churn",
                "--set", "folds=" + folds), kills, within);
    }

    @Override
    public void run(Bench bench, Tally tally) throws Exception {
        if (bench.longForm()) {
            while (tally.get("F1.kills") < LONG) {
                long trial = tally.get("F1.runs");
                Target target = trial % 2 == 0 ? ledger(10) : classification(bench, 150, 10, 6);
                straight(bench, target);
                trial(bench, tally, target, trial);
            }
            judge(tally, LONG);
            return;
        }
        List<Callable<Void>> lanes = new ArrayList<>();
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            Future<?> reference = pool.submit(() -> {
                straight(bench, ledger(25));
                return null;
            });
            lanes.add(() -> trial(bench, tally, ledger(25), 1));
            lanes.add(() -> trial(bench, tally, ledger(25), 2));
            for (Future<Void> lane : pool.invokeAll(lanes)) {
                lane.get();
            }
            reference.get();
        } finally {
            pool.shutdownNow();
        }
        Target real = classification(bench, 20, 4, 2);
        trial(bench, tally, real, 3);
        judge(tally, 50);
    }

    private static void judge(Tally tally, long wanted) {
        if (tally.get("F1.betweenFirstAndLast") * 50 < 40 * wanted) {
            tally.broken("F1", "only " + tally.get("F1.betweenFirstAndLast") + " kills fell between the first and last acknowledgement");
        }
    }

    private synchronized Object guard(String name) {
        return straight.computeIfAbsent(name + "#", key -> key);
    }

    /** The document of the same run without a kill; made once. */
    private String straight(Bench bench, Target target) throws Exception {
        synchronized (guard(target.name())) {
            String known = straight.get(target.name());
            if (known == null) {
                Path workspace = bench.folder("kills-straight-" + target.name());
                Product.End end = bench.product().run(List.of(), words("run", target.words(), workspace));
                if (end.code() != 0) {
                    throw new IOException("The straight run ended with " + end.code() + ": " + end.last());
                }
                known = Bench.document(workspace);
                straight.put(target.name(), known);
            }
            return known;
        }
    }

    private static String[] words(String verb, List<String> rest, Path workspace) {
        List<String> words = new ArrayList<>(List.of(verb));
        words.addAll(rest);
        words.addAll(List.of("--json", "--workspace", workspace.toString()));
        return words.toArray(String[]::new);
    }

    private Void trial(Bench bench, Tally tally, Target target, long seed) throws Exception {
        Random random = new Random(seed);
        Path workspace = bench.folder("kills-" + seed);
        Path witness = bench.work().resolve("kills-" + seed + ".witness");
        Files.deleteIfExists(witness);
        List<String> options = List.of("-Dorrery.faults.witness=" + witness);
        Map<String, JournalEntry.Committed> acknowledged = new TreeMap<>();
        for (int kill = 0; kill < target.kills(); kill++) {
            Product.Started started = bench.product().start(options, next(target, workspace));
            boolean ended = kill % EARLY != EARLY - 1 && !hasCommitted(started, workspace, acknowledged.size());
            ended = ended || started.process().waitFor((long) (1000 * random.nextDouble() * target.within()), TimeUnit.MILLISECONDS);
            if (ended) {
                Product.End end = started.end();
                if (end.code() != 0) {
                    tally.broken("F1", "trial " + seed + ": attempt ended with " + end.code() + ": " + end.last());
                }
                break;
            }
            int shown = shown(started.said());
            started.kill();
            Map<String, JournalEntry.Committed> stored = Bench.committed(workspace);
            kept(tally, "trial " + seed + " kill " + kill, acknowledged, stored);
            if (stored.size() < shown) {
                tally.broken("F1", "trial " + seed + " kill " + kill + ": " + shown + " units were shown as done, " + stored.size() + " are stored");
            }
            acknowledged.putAll(stored);
            tally.add("F1.kills", 1);
            tally.add("F1.betweenFirstAndLast", stored.isEmpty() ? 0 : 1);
        }
        finish(bench, tally, target, seed, workspace, options, acknowledged);
        repeats(tally, seed, witness, target.kills());
        tally.add("F1.runs", 1);
        tally.store();
        Bench.delete(workspace);
        return null;
    }

    /** Waits until this attempt has committed a unit; false when it ended before. A busy machine may take long to start it. */
    private static boolean hasCommitted(Product.Started started, Path workspace, int before) throws InterruptedException {
        while (Bench.committed(workspace).size() <= before) {
            if (started.process().waitFor(20, TimeUnit.MILLISECONDS)) {
                return false;
            }
        }
        return true;
    }

    private static String[] next(Target target, Path workspace) {
        return Files.isDirectory(workspace.resolve("runs/1")) ? words("resume", List.of("1"), workspace)
                : words("run", target.words(), workspace);
    }

    /** The largest number of units that was shown as done. */
    private static int shown(String said) {
        int most = 0;
        for (Matcher matcher = DONE.matcher(said); matcher.find();) {
            most = Math.max(most, Integer.parseInt(matcher.group(1)));
        }
        return most;
    }

    private static void kept(Tally tally, String where, Map<String, JournalEntry.Committed> before, Map<String, JournalEntry.Committed> after) {
        before.forEach((unit, commit) -> {
            if (!commit.equals(after.get(unit))) {
                tally.add("F1.lost", 1);
                tally.broken("F1", where + ": the acknowledged unit " + unit + " is lost or was done again");
            }
        });
        tally.add("F1.acknowledgementsChecked", before.size());
    }

    private void finish(Bench bench, Tally tally, Target target, long seed, Path workspace, List<String> options,
            Map<String, JournalEntry.Committed> acknowledged) throws Exception {
        Product.End end = bench.product().run(options, next(target, workspace));
        if (end.code() != 0 && !end.out().contains("not-resumable")) {
            tally.broken("F1", "trial " + seed + ": the resumed run ended with " + end.code() + ": " + end.last());
            return;
        }
        Map<String, JournalEntry.Committed> all = Bench.committed(workspace);
        kept(tally, "trial " + seed + " at the end", acknowledged, all);
        var differences = Bench.differences(straight(bench, target), Bench.document(workspace));
        if (differences.isEmpty()) {
            tally.add("F1.identical", 1);
        } else {
            tally.broken("F1", "trial " + seed + ": " + differences.size() + " differences, first " + differences.get(0));
        }
    }

    /** A unit may begin once more for each kill that hit it, and no kill may hit more than are in flight. */
    private static void repeats(Tally tally, long seed, Path witness, int kills) throws IOException {
        if (!Files.exists(witness)) {
            return;
        }
        List<String> began = Files.readAllLines(witness);
        long repeated = began.size() - began.stream().distinct().count();
        tally.add("F1.unitsRepeated", repeated);
        if (repeated > (long) IN_FLIGHT * kills) {
            tally.broken("F1", "trial " + seed + ": " + repeated + " units repeated after " + kills + " kills");
        }
    }
}
