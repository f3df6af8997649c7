package org.orrery.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * F8: a second process on one workspace hands its work to the owner; beside one that is frozen it is refused and told by
 * whom; after a kill of the owner the next one has the workspace at once.
 */
final class TwoOwners implements Campaign {
    private static final int LONG = 50;
    private static final double LIMIT_SECONDS = 2;

    @Override
    public String id() {
        return "F8";
    }

    @Override
    public String title() {
        return "two processes on one workspace";
    }

    @Override
    public void run(Bench bench, Tally tally) throws Exception {
        int wanted = bench.longForm() ? LONG : 2;
        for (long trial = tally.get("F8.trials"); trial < wanted; trial++) {
            trial(bench, tally);
            tally.add("F8.trials", 1);
            tally.store();
        }
    }

    private static void trial(Bench bench, Tally tally) throws Exception {
        Path workspace = bench.folder("owners");
        String place = workspace.toString();
        Program.Started owner = bench.product().start(List.of(), "run", "ledger", "--set", "units=2000", "--set", "millis=100", "--json",
                "--workspace", place);
        long pid = owner.process().pid();
        until(owner, workspace.resolve("workspace.lock"), Long.toString(pid));
        double fresh = owner.seconds();
        until(owner, workspace.resolve("runs/1"), "");
        handedOver(bench, tally, place);
        signal("STOP", pid);
        Program.End second = bench.product().run(List.of(), "run", "ledger", "--json", "--workspace", place);
        signal("CONT", pid);
        if (second.code() != 4 || !second.out().contains("workspace-locked") || !second.out().contains(Long.toString(pid))) {
            tally.broken("F8", "beside an owner that does not answer, " + pid + ", the second process ended with " + second.code() + ": "
                    + second.last());
        } else {
            tally.add("F8.refused", 1);
        }
        if (!owner.process().isAlive()) {
            tally.broken("F8", "the owner was disturbed: " + owner.end().last());
            return;
        }
        owner.kill();
        Program.Started next = bench.product().start(List.of(), "resume", "1", "--json", "--workspace", place);
        until(next, workspace.resolve("workspace.lock"), Long.toString(next.process().pid()));
        double seconds = next.seconds();
        tally.most("F8.slowestTakeoverMillis", (long) (1000 * seconds));
        Path other = bench.folder("owners-fresh");
        Program.Started control = bench.product().start(List.of(), "run", "ledger", "--json", "--workspace", other.toString());
        until(control, other.resolve("workspace.lock"), Long.toString(control.process().pid()));
        double again = control.seconds();
        control.end();
        tally.most("F8.slowestFreshStartMillis", (long) (1000 * fresh));
        // A machine that is busy with something else starts everything late: then as soon as a workspace that nobody had.
        if (seconds > Math.max(LIMIT_SECONDS, 1.5 * Math.max(fresh, again))) {
            tally.broken("F8", "the workspace was taken over only after " + seconds + " s");
        }
        next.kill();
    }

    /** An owner that answers carries out what a second process is asked for. */
    private static void handedOver(Bench bench, Tally tally, String place) throws Exception {
        Program.End end = bench.product().run(List.of(), "run", "ledger", "--json", "--workspace", place);
        if (end.code() == 0 && end.out().contains("COMPLETED")) {
            tally.add("F8.handedOver", 1);
        } else {
            tally.broken("F8", "beside an owner that answers the second process ended with " + end.code() + ": " + end.last());
        }
    }

    private static void signal(String name, long pid) throws IOException, InterruptedException {
        if (new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor() != 0) {
            throw new IOException("No signal " + name + " can be sent");
        }
    }

    /** Waits until the file is there and holds that text. */
    private static void until(Program.Started started, Path file, String text) throws IOException, InterruptedException {
        while (!(Files.isDirectory(file) || Files.exists(file) && Files.readString(file).contains(text))) {
            if (started.process().waitFor(5, TimeUnit.MILLISECONDS) || started.seconds() > 60) {
                throw new IOException("The product did not come so far: " + started.said());
            }
        }
    }
}
