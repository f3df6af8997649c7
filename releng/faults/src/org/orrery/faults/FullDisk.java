package org.orrery.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.orrery.jobs.RunException;
import org.orrery.jobs.RunException.Code;
import org.orrery.jobs.RunFolders;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.StoredRun;
import org.orrery.jobs.Workspace;
import org.orrery.jobs.internal.files.WriteSteps;

/** F4: the disk is full from the N-th write on, for N = 1, 2, 3 … until a run gets through; and a real one, small, that fills. */
final class FullDisk implements Campaign {
    private static final Object[] SETTINGS = {"units", 3, "rows", 5, "chain", true, "artifact", true, "rounds", 1};

    /** A disk without space, until there is some. */
    private static final class Disk implements WriteSteps {
        private final AtomicInteger left;
        private final AtomicBoolean refused = new AtomicBoolean();
        private volatile boolean full = true;

        Disk(int passing) {
            left = new AtomicInteger(passing);
        }

        @Override
        public void before(Kind kind, Path path) throws IOException {
            if (full && kind != Kind.DELETE && kind != Kind.TRUNCATE && left.getAndDecrement() <= 0) {
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
        for (int passing = 0; refused; passing++) {
            refused = trial(bench, tally, passing, expected);
        }
        tally.store();
        realDisk(bench, tally);
    }

    /** Whether a write was refused. */
    private static boolean trial(Bench bench, Tally tally, int passing, String expected) throws Exception {
        Path place = bench.folder("full");
        Disk disk = new Disk(passing);
        Engine engine = new Engine(disk, false);
        try (Workspace workspace = engine.open(place)) {
            tally.add("F4.trials", 1);
            Map<String, ?> before = Map.of();
            try {
                workspace.runs().submit(Engine.request(SETTINGS));
                RunSummary end = Engine.finish(workspace, 1);
                before = Bench.committed(place);
                told(tally, passing, disk, workspace, end);
            } catch (RunException e) {
                if (e.code() != Code.OUT_OF_DISK) {
                    tally.broken("F4", "with " + passing + " writes: " + e.code() + " " + e.getMessage());
                }
            }
            disk.full = false;
            goOn(tally, passing, workspace);
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
                goOn(tally, passing, workspace);
            }
            tally.add("F4.unopened", 1);
        }
        var differences = Bench.differences(expected, newest(place));
        if (!differences.isEmpty()) {
            tally.broken("F4", "with " + passing + " writes: " + differences.get(0));
        }
        return disk.refused.get();
    }

    /** The document of the last run: a refused submission may use up a number. */
    private static String newest(Path place) throws Exception {
        RunFolders folders = new Engine().read(place);
        return Bench.document(folders, folders.list().get(0).id());
    }

    private static void told(Tally tally, int passing, Disk disk, Workspace workspace, RunSummary end) throws RunException {
        if (!disk.refused.get()) {
            return;
        }
        if (end.state() == RunState.COMPLETED) {
            // The refused write was none that the result needs: the end of the run was on disk before.
            tally.add("F4.completedAnyhow", 1);
            return;
        }
        StoredRun stored = workspace.folders().open(1);
        tally.add("F4.endedFailed", 1);
        if (stored.summary().state() == RunState.COMPLETED) {
            tally.broken("F4", "with " + passing + " writes: the folder says COMPLETED, the run ended " + end.state());
        }
    }

    private static void goOn(Tally tally, int passing, Workspace workspace) throws Exception {
        if (workspace.folders().list().isEmpty()) {
            workspace.runs().submit(Engine.request(SETTINGS));
        } else if (workspace.folders().open(1).summary().state() != RunState.COMPLETED) {
            try {
                workspace.runs().resume(1);
            } catch (RunException e) {
                tally.broken("F4", "with " + passing + " writes, in the same process, after space was freed: " + e.code() + " " + e.getMessage());
                return;
            }
        }
        RunSummary end = Engine.finish(workspace, workspace.folders().list().get(0).id());
        if (end.state() != RunState.COMPLETED) {
            tally.broken("F4", "with " + passing + " writes, after space was freed: " + end.state());
        }
    }

    /** The product on a disk of 24 MiB that its rows fill. */
    private static void realDisk(Bench bench, Tally tally) throws Exception {
        Path mount = bench.folder("disk");
        if (command("mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", mount.toString()) != 0) {
            tally.say("F4.realDisk", "not tried: mounting is not allowed here");
            return;
        }
        try {
            String[] run = {"run", "ledger", "--set", "units=40", "--set", "rows=50000", "--json", "--workspace", mount.resolve("w").toString()};
            Product.End full = bench.product().run(List.of(), run);
            if (full.code() != 1 || !full.err().contains("space")) {
                tally.broken("F4", "on the full disk the product ended with " + full.code() + ": " + full.last());
            }
            int before = Bench.committed(mount.resolve("w")).size();
            command("mount", "-o", "remount,size=512m", mount.toString());
            Product.End end = bench.product().run(List.of(), "resume", "1", "--json", "--workspace", mount.resolve("w").toString());
            String actual = Bench.document(mount.resolve("w"));
            run[run.length - 1] = bench.folder("disk-straight").toString();
            Product.End straight = bench.product().run(List.of(), run);
            var differences = Bench.differences(Bench.document(Path.of(run[run.length - 1])), actual);
            if (end.code() != 0 || straight.code() != 0 || !differences.isEmpty()) {
                tally.broken("F4", "after space was freed: code " + end.code() + ", differences " + differences + " " + end.last());
            }
            tally.say("F4.realDisk", "filled after " + before + " of 40 units, resumed, identical: " + differences.isEmpty());
        } finally {
            command("umount", mount.toString());
        }
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
