package org.orrery.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.orrery.jobs.RunState;
import org.orrery.jobs.internal.store.RunImage;

/** F11: a unit loops for ever and hears nothing. A cancel ends its run, a signal the product, both within fifteen seconds. */
final class Deaf implements Campaign {
    private static final double LIMIT_SECONDS = 15;
    private static final int LONG = 10;
    /** The second signal, as a set of signals has it. */
    private static final long SIGINT = 1L << 1;

    @Override
    public String id() {
        return "F11";
    }

    @Override
    public String title() {
        return "a unit that hears nothing";
    }

    @Override
    public void run(Bench bench, Tally tally) throws Exception {
        for (long trial = tally.get("F11.trials"); trial < (bench.longForm() ? LONG : 1); trial++) {
            Parts.together(() -> terminated(bench, tally), () -> cancelled(bench, tally));
            tally.add("F11.trials", 1);
            tally.store();
        }
    }

    private static Program.Started begin(Bench bench, Path workspace) throws IOException, InterruptedException {
        Program.Started started = bench.product().start(List.of("-Dorrery.faults.trouble=loop@r0/u3"), "run", "ledger", "--set", "units=6", "--set",
                "rows=2", "--json", "--workspace", workspace.toString());
        while (Bench.committed(workspace).size() < 3) {
            if (started.process().waitFor(20, TimeUnit.MILLISECONDS) || started.seconds() > 120) {
                throw new IOException("The product did not come so far: " + started.said());
            }
        }
        return started;
    }

    /** Ctrl-C once: what is there is kept, and the process ends although a unit does not. */
    private static void terminated(Bench bench, Tally tally) throws Exception {
        Path workspace = bench.folder("deaf-interrupted");
        Program.Started started = begin(bench, workspace);
        double start = started.seconds();
        long asked = System.nanoTime();
        new ProcessBuilder("kill", "-" + signal(started.process().pid()), Long.toString(started.process().pid())).start().waitFor();
        Program.End end = started.end();
        judge(tally, "F11.slowestShutdownMillis", "the product ends", asked, start);
        if (end.code() != 130) {
            tally.broken("F11", "interrupted beside a deaf unit the product ended with " + end.code() + ": " + end.last());
        }
        int before = Bench.committed(workspace).size();
        Program.End resumed = bench.product().run(List.of(), "resume", "1", "--json", "--workspace", workspace.toString());
        if (resumed.code() != 0 || before < 3 || Bench.committed(workspace).size() != 6) {
            tally.broken("F11", "after " + before + " units and a deaf one the next attempt ended with " + resumed.code() + ": " + resumed.last());
        }
    }

    /** What a shell starts in the background ignores Ctrl-C, as do all that it starts: then the request to end has to do. */
    private static String signal(long pid) throws IOException {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        boolean deaf = Files.exists(status) && Files.readAllLines(status).stream().filter(line -> line.startsWith("SigIgn:"))
                .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & SIGINT) != 0);
        return deaf ? "TERM" : "INT";
    }

    private static void cancelled(Bench bench, Tally tally) throws Exception {
        Path workspace = bench.folder("deaf-cancelled");
        Program.Started started = begin(bench, workspace);
        double start = started.seconds();
        long asked = System.nanoTime();
        Program.End cancel = bench.product().run(List.of(), "cancel", "1", "--workspace", workspace.toString());
        RunImage image = Bench.image(workspace);
        for (long limit = asked + 120_000_000_000L; image.state() != RunState.CANCELLED && System.nanoTime() < limit; image = Bench.image(workspace)) {
            started.process().waitFor(20, TimeUnit.MILLISECONDS);
        }
        judge(tally, "F11.slowestCancelMillis", "the run is CANCELLED", asked, start);
        if (image.state() != RunState.CANCELLED) {
            tally.broken("F11", "a run with a deaf unit is " + image.state() + " after a cancel: " + cancel.last());
        }
        started.kill();
    }

    /** Within the limit, or, on a machine that is busy with something else, in what three starts of the product take. */
    private static void judge(Tally tally, String figure, String what, long since, double start) {
        double seconds = (System.nanoTime() - since) / 1e9;
        tally.most(figure, (long) (1000 * seconds));
        if (seconds > Math.max(LIMIT_SECONDS, LIMIT_SECONDS + 3 * (start - 3))) {
            tally.broken("F11", what + " only after " + seconds + " s");
        }
    }
}
