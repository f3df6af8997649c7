package org.orrery.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.jobs.IJobChangeListener;
import org.eclipse.core.runtime.jobs.Job;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunException.Code;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.StoredRun;
import org.orrery.jobs.Workspace;
import org.orrery.jobs.internal.files.WriteSteps;

/** F4: the disk is full from the N-th write on, for N = 1, 2, 3 … until a run gets through; and a real one, small, that fills. */
final class FullDisk implements Campaign {
    private static final Object[] SETTINGS = {"units", 3, "rows", 5, "chain", true, "artifact", true, "rounds", 1};

    private static final int DISK_UNITS = 24;
    /** The short form takes every other write. */
    private static final int STRIDE_SHORT = 2;

    /** A disk without space, until there is some; what is deleted to make room makes some. */
    private static final class Disk implements WriteSteps {
        /** So many writes fit into the space that a workspace keeps aside. */
        private static final int IN_RESERVE = 60;
        private final AtomicInteger reserve = new AtomicInteger();
        private final AtomicInteger left;
        private final AtomicBoolean refused = new AtomicBoolean();
        private volatile boolean full = true;

        Disk(int passing) {
            left = new AtomicInteger(passing);
        }

        @Override
        public void before(Kind kind, Path path) throws IOException {
            if (kind == Kind.DELETE && path.endsWith("reserve")) {
                reserve.set(IN_RESERVE);
            }
            if (full && kind != Kind.DELETE && kind != Kind.TRUNCATE && left.getAndDecrement() <= 0 && reserve.getAndDecrement() <= 0) {
                refused.set(true);
                throw new IOException("No space left on device");
            }
        }
    }

    @Override
    public String id() {
        return "F4";
    }

    @Override
    public String title() {
        return "the disk is full at the N-th write";
    }

    @Override
    public void run(Bench bench, Tally tally) throws Exception {
        Path straight = bench.folder("full-straight");
        try (Workspace workspace = new Engine().open(straight)) {
            workspace.runs().submit(Engine.request(SETTINGS));
            Engine.finish(workspace, 1);
        }
        String expected = Bench.document(straight);
        boolean refused = true;
        for (int passing = 0; refused; passing += bench.longForm() ? 1 : STRIDE_SHORT) {
            String mark = "F4.at " + passing;
            if (tally.get(mark) == 0) {
                refused = trial(bench, tally, passing, expected);
                tally.add(mark, refused ? 1 : 2);
                tally.store();
            }
            refused = tally.get(mark) == 1;
        }
        tally.store();
        realDisk(bench, tally);
    }

    /** Whether a write was refused. */
    private static boolean trial(Bench bench, Tally tally, int passing, String expected) throws Exception {
        Path place = bench.folder("full");
        Disk disk = new Disk(passing);
        Engine engine = new Engine(disk, false, List.of());
        List<IStatus> statuses = new CopyOnWriteArrayList<>();
        IJobChangeListener listener = IJobChangeListener.onDone(event -> statuses.add(event.getResult()));
        Job.getJobManager().addJobChangeListener(listener);
        try (Workspace workspace = engine.open(place)) {
            tally.add("F4.trials", 1);
            Map<String, ?> before = Map.of();
            try {
                workspace.runs().submit(Engine.request(SETTINGS));
                RunSummary end = Engine.settled(workspace, 1);
                before = Bench.committed(place);
                told(tally, passing, disk, workspace, end, statuses);
            } catch (RunException e) {
                if (e.code() != Code.OUT_OF_DISK) {
                    tally.broken("F4", "with " + passing + " writes: " + e.code() + " " + e.getMessage());
                }
            }
            disk.full = false;
            goOn(tally, "F4", "with " + passing + " writes", workspace, SETTINGS);
            Map<String, ?> after = Bench.committed(place);
            before.forEach((unit, commit) -> {
                if (!commit.equals(after.get(unit))) {
                    tally.broken("F4", "with " + passing + " writes: unit " + unit + " is lost");
                }
            });
        } catch (RunException e) {
            // Not even the workspace could be opened: nothing of it may be left in the way.
            disk.full = false;
            try (Workspace workspace = new Engine().open(place)) {
                goOn(tally, "F4", "with " + passing + " writes", workspace, SETTINGS);
            }
            tally.add("F4.unopened", 1);
        } finally {
            Job.getJobManager().removeJobChangeListener(listener);
        }
        var differences = Bench.differences(expected, Bench.newest(place));
        if (!differences.isEmpty()) {
            tally.broken("F4", "with " + passing + " writes: " + differences.get(0));
        }
        return disk.refused.get();
    }

    /** The end of the run must be told as that of the disk: in its folder, or, when not even that could be written, by its job. */
    private static void told(Tally tally, int passing, Disk disk, Workspace workspace, RunSummary end, List<IStatus> statuses) throws RunException {
        if (!disk.refused.get()) {
            return;
        }
        if (end.state() == RunState.COMPLETED) {
            // The refused write was none that the result needs: the end of the run was on disk before.
            tally.add("F4.completedAnyhow", 1);
            return;
        }
        tally.add("F4.held", end.state() == RunState.PAUSED ? 1 : 0);
        tally.add("F4.failed", end.state() == RunState.PAUSED ? 0 : 1);
        StoredRun stored = workspace.folders().open(1);
        if (stored.summary().state() == RunState.COMPLETED) {
            tally.broken("F4", "with " + passing + " writes: the folder says COMPLETED, the run ended " + end.state());
        }
        boolean said = stored.error().filter(problem -> problem.code() == Code.OUT_OF_DISK).isPresent()
                || workspace.runs().waitsFor(1).filter(FullDisk::names).isPresent();
        for (long limit = System.nanoTime() + 5_000_000_000L; !said && System.nanoTime() < limit; LockSupport.parkNanos(2_000_000)) {
            said = statuses.stream().anyMatch(status -> names(status.getMessage()));
        }
        if (said) {
            tally.add("F4.toldAsOutOfDisk", 1);
        } else {
            tally.broken("F4", "with " + passing + " writes the run is " + end.state() + ", and nobody says that the disk is full");
        }
    }

    private static boolean names(String sentence) {
        return sentence.contains("No space left");
    }

    /** The disk is well again: the run must go on to its end in the same process. */
    static void goOn(Tally tally, String campaign, String where, Workspace workspace, Object... settings) throws Exception {
        RunState before = workspace.folders().list().isEmpty() ? null : Engine.settled(workspace, 1).state();
        try {
            if (before == null) {
                workspace.runs().submit(Engine.request(settings));
            } else if (before != RunState.COMPLETED) {
                workspace.runs().resume(1);
            }
        } catch (RunException e) {
            tally.broken(campaign, where + ", then well again: " + e.code() + " " + e.getMessage());
            return;
        }
        RunSummary end = Engine.finish(workspace, workspace.folders().list().get(0).id());
        if (end.state() != RunState.COMPLETED) {
            tally.broken(campaign, where + ", then well again: " + end.state());
        }
    }

    /** The product on a disk of a few MiB that its rows fill. */
    private static void realDisk(Bench bench, Tally tally) throws Exception {
        Path mount = bench.work().resolve("disk");
        // What a campaign that was ended in its middle has left.
        command("umount", mount.toString());
        bench.folder("disk");
        if (command("mount", "-t", "tmpfs", "-o", "size=10m", "tmpfs", mount.toString()) != 0) {
            tally.say("F4.realDisk", "not tried: mounting is not allowed here");
            return;
        }
        Path full = mount.resolve("w");
        try {
            List<String> run = List.of("run", "ledger", "--set", "units=" + DISK_UNITS, "--set", "rows=30000", "--json", "--workspace");
            Program.End filled = bench.product().run(List.of(), words(run, full));
            if (filled.code() != 1 || !filled.err().contains("space")) {
                tally.broken("F4", "on the full disk the product ended with " + filled.code() + ": " + filled.last());
            }
            int before = Bench.committed(full).size();
            command("mount", "-o", "remount,size=256m", mount.toString());
            Program.End end = bench.product().run(List.of(), words(List.of("resume", "1", "--json", "--workspace"), full));
            Path straight = bench.folder("disk-straight");
            Program.End undisturbed = bench.engine().run(List.of(), words(run, straight));
            var differences = Bench.differences(Bench.document(straight), Bench.document(full));
            if (end.code() != 0 || undisturbed.code() != 0 || before == 0 || !differences.isEmpty()) {
                tally.broken("F4", "after space was freed: code " + end.code() + ", differences " + differences + " " + end.last());
            }
            tally.say("F4.realDisk", "filled after " + before + " of " + DISK_UNITS + " units, resumed, identical: " + differences.isEmpty());
        } finally {
            command("umount", mount.toString());
        }
    }

    private static String[] words(List<String> words, Path workspace) {
        List<String> all = new ArrayList<>(words);
        all.add(workspace.toString());
        return all.toArray(String[]::new);
    }

    private static int command(String... words) throws IOException, InterruptedException {
        try {
            Process process = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            return process.waitFor(20, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (IOException e) {
            return -1;
        }
    }
}
