package org.orrery.faults;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.orrery.jobs.internal.store.JournalEntry;
import org.orrery.jobs.internal.store.RunImage;

/**
 * F1: SIGKILL at random moments of a run. One run is killed many times, each time in another attempt, and then resumed to
 * its end; the moments are spread over what is left of it, so that nearly every kill falls between the first and the last
 * acknowledgement, however fast or busy the machine is.
 */
final class Kills implements Campaign {
    private static final int LONG = 500;
    private static final int SHORT = 21;
    /** Of the kills of the short form: those of the run management without its framework, and of the product with a real analysis. */
    private static final int SHORT_ENGINE = 15;
    private static final int SHORT_REAL = 3;
    private static final int LONG_IN_ONE_RUN = 25;
    /** Every so many kills, one comes at any moment from the start of the process on; the others once a unit was committed. */
    private static final int EARLY = 8;
    private static final double EARLY_SECONDS = 3;
    private static final Pattern DONE = Pattern.compile("Run 1: (?:[A-Z_]+, )?(\\d+) of \\d+ units");

    @Override
    public String id() {
        return "F1";
    }

    @Override
    public String title() {
        return "kill -9 at random moments of a run";
    }

    @Override
    public void run(Bench bench, Tally tally) throws Exception {
        RunToKill real = RunToKill.classification(bench, bench.longForm() ? 150 : 15);
        RunToKill ledger = RunToKill.ledger(bench.longForm() ? 500 : 250);
        if (bench.longForm()) {
            for (long trial = tally.get("F1.runs"); tally.get("F1.kills") < LONG; trial++) {
                trial(bench, tally, bench.product(), trial % 4 == 3 ? real : ledger, LONG_IN_ONE_RUN, trial);
            }
            judge(tally, LONG);
            return;
        }
        // Its units wait more than they work: two can be killed at a time, while the straight one goes on in this process.
        Parts.together(() -> ledger.straight(bench), () -> until(bench, tally, bench.engine(), ledger, SHORT_ENGINE, 1000),
                () -> {
                    until(bench, tally, bench.product(), ledger, SHORT - SHORT_ENGINE - SHORT_REAL, 2000);
                    until(bench, tally, bench.product(), real, SHORT_REAL, 3000);
                });
        judge(tally, SHORT);
    }

    /** So many kills, in as many runs as it takes: one is enough unless it ends before the last moment comes. */
    private void until(Bench bench, Tally tally, Program program, RunToKill target, int kills, long seed) throws Exception {
        int left = kills;
        for (int run = 0; left > 0; run++) {
            left -= trial(bench, tally, program, target, left, seed + run);
        }
    }

    private static void judge(Tally tally, long wanted) {
        if (tally.get("F1.betweenFirstAndLast") * 50 < 40 * wanted) {
            tally.broken("F1", "only " + tally.get("F1.betweenFirstAndLast") + " kills fell between the first and last acknowledgement");
        }
    }

    /** Kills a run that often, unless it ends before, and takes it to its end; how many kills it were. */
    private int trial(Bench bench, Tally tally, Program program, RunToKill target, int kills, long seed) throws Exception {
        Random random = new Random(seed);
        Path workspace = bench.folder("kills-" + seed);
        Repeats repeats = new Repeats(bench, "kills-" + seed);
        List<String> options = List.of(repeats.option());
        double unitSeconds = target.secondsOfUnit(bench);
        Map<String, JournalEntry.Committed> acknowledged = new TreeMap<>();
        int done = 0;
        for (boolean ended = false; done < kills && !ended;) {
            Program.Started started = program.start(options, target.next(workspace));
            boolean early = done % EARLY == EARLY - 1;
            ended = !early && !hasCommitted(started, workspace, acknowledged.size());
            double longest = early ? EARLY_SECONDS : 2 * unitSeconds * left(workspace) / (kills - done + 1);
            ended = ended || started.process().waitFor((long) (1000 * random.nextDouble() * longest), TimeUnit.MILLISECONDS);
            if (ended) {
                Program.End end = started.end();
                if (end.code() != 0) {
                    tally.broken("F1", "trial " + seed + ": attempt ended with " + end.code() + ": " + end.last());
                }
            } else {
                killed(tally, "trial " + seed + " kill " + done, started, workspace, acknowledged);
                repeats.killed();
                done++;
            }
        }
        finish(bench, tally, program, target, seed, workspace, options, acknowledged);
        repeats.judge(tally, "F1", "trial " + seed);
        tally.add("F1.runs", 1);
        tally.store();
        Bench.delete(workspace);
        return done;
    }

    private static int left(Path workspace) {
        RunImage image = Bench.image(workspace);
        return Math.max(1, image.counts().total() - image.committed().size());
    }

    private static void killed(Tally tally, String where, Program.Started started, Path workspace,
            Map<String, JournalEntry.Committed> acknowledged) throws Exception {
        int shown = shown(started.said());
        started.kill();
        RunImage image = Bench.image(workspace);
        Map<String, JournalEntry.Committed> stored = Map.copyOf(image.committed());
        kept(tally, where, acknowledged, stored);
        if (stored.size() < shown) {
            tally.broken("F1", where + ": " + shown + " units were shown as done, " + stored.size() + " are stored");
        }
        acknowledged.putAll(stored);
        tally.add("F1.kills", 1);
        tally.add("F1.betweenFirstAndLast", !stored.isEmpty() && stored.size() < image.counts().total() ? 1 : 0);
    }

    /** Waits until this attempt has committed a unit; false when it ended before. A busy machine may take long to start it. */
    private static boolean hasCommitted(Program.Started started, Path workspace, int before) throws InterruptedException {
        while (Bench.committed(workspace).size() <= before) {
            if (started.process().waitFor(20, TimeUnit.MILLISECONDS)) {
                return false;
            }
        }
        return true;
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

    private static void finish(Bench bench, Tally tally, Program program, RunToKill target, long seed, Path workspace, List<String> options,
            Map<String, JournalEntry.Committed> acknowledged) throws Exception {
        Program.End end = program.run(options, target.next(workspace));
        // A run that the last kill found complete but for its good-bye has nothing to resume.
        if (end.code() != 0 && !(end.out() + end.err()).toLowerCase(java.util.Locale.ROOT).replace('_', '-').contains("not-resumable")) {
            tally.broken("F1", "trial " + seed + ": the resumed run ended with " + end.code() + ": " + end.last());
            return;
        }
        Map<String, JournalEntry.Committed> all = Bench.committed(workspace);
        kept(tally, "trial " + seed + " at the end", acknowledged, all);
        var differences = Bench.differences(target.straight(bench), Bench.document(workspace));
        if (differences.isEmpty()) {
            tally.add("F1.identical", 1);
        } else {
            tally.broken("F1", "trial " + seed + ": " + differences.size() + " differences, first " + differences.get(0));
        }
    }
}
