package org.orrery.faults;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.jobs.IJobChangeListener;
import org.eclipse.core.runtime.jobs.Job;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.StoredRun;
import org.orrery.jobs.Workspace;
import org.orrery.jobs.internal.files.InjectedFaults;
import org.orrery.jobs.internal.files.WriteSteps;
import org.orrery.jobs.internal.store.JournalEntry;

/** F5: a disk that takes 50 ms for each write that shall last, and one that becomes read-only, forbidden, broken, or full by a quota. */
final class BadDisk implements Campaign {
    private static final Object[] SETTINGS = {"units", 3, "rows", 5, "chain", true, "artifact", true, "rounds", 1};
    private static final Map<String, Function<Path, IOException>> REFUSALS = Map.of(
            "Read-only file system", path -> new IOException("Read-only file system"),
            "AccessDenied", path -> new AccessDeniedException(path.toString()),
            "Input/output error", path -> new IOException("Input/output error"),
            "Disk quota exceeded", path -> new IOException("Disk quota exceeded"));
    private static final int STRIDE_SHORT = 12;

    @Override
    public String id() {
        return "F5";
    }

    @Override
    public String title() {
        return "a slow disk, and one that refuses";
    }

    @Override
    public void run(Bench bench, Tally tally) throws Exception {
        Path straight = bench.folder("bad-straight");
        AtomicInteger writes = new AtomicInteger();
        try (Workspace workspace = new Engine((kind, path) -> writes.incrementAndGet(), false, List.of()).open(straight)) {
            workspace.runs().submit(Engine.request(SETTINGS));
            Engine.finish(workspace, 1);
        }
        String expected = Bench.document(straight);
        for (String refusal : REFUSALS.keySet().stream().sorted().toList()) {
            for (int passing = 8; passing < writes.get(); passing += bench.longForm() ? 1 : STRIDE_SHORT) {
                String mark = "F5.at " + passing + " " + refusal;
                if (tally.get(mark) == 0) {
                    trial(bench, tally, passing, refusal, expected);
                    tally.add(mark, 1);
                    tally.store();
                }
            }
        }
        slow(bench, tally, expected);
        tally.store();
    }

    private static void slow(Bench bench, Tally tally, String expected) throws Exception {
        Path place = bench.folder("bad-slow");
        Program.Started started = bench.engine().start(List.of("-D" + InjectedFaults.SLOW + "=50"), "run", "ledger", "--set", "units=3", "--set",
                "rows=5", "--set", "chain=true", "--set", "artifact=true", "--set", "rounds=1", "--workspace", place.toString());
        Program.End end = started.end();
        tally.say("F5.secondsOnASlowDisk", String.format("%.1f", started.seconds()));
        var differences = end.code() == 0 ? Bench.differences(expected, Bench.document(place)) : List.of();
        if (end.code() != 0 || !differences.isEmpty()) {
            tally.broken("F5", "on a slow disk: code " + end.code() + ", differences " + differences + " " + end.last());
        }
    }

    private static void trial(Bench bench, Tally tally, int passing, String refusal, String expected) throws Exception {
        Path place = bench.folder("bad");
        String where = refusal + " after " + passing + " writes";
        AtomicInteger left = new AtomicInteger(passing);
        boolean[] healed = new boolean[1];
        WriteSteps disk = (kind, path) -> {
            if (!healed[0] && left.getAndDecrement() <= 0) {
                throw REFUSALS.get(refusal).apply(path);
            }
        };
        List<IStatus> statuses = new CopyOnWriteArrayList<>();
        IJobChangeListener listener = IJobChangeListener.onDone(event -> statuses.add(event.getResult()));
        Job.getJobManager().addJobChangeListener(listener);
        Map<String, JournalEntry.Committed> before = Map.of();
        try (Workspace workspace = new Engine(disk, false, List.of()).open(place)) {
            try {
                workspace.runs().submit(Engine.request(SETTINGS));
                RunSummary end = Engine.settled(workspace, 1);
                before = Bench.committed(place);
                told(tally, where, workspace, end, statuses);
            } catch (RunException e) {
                tally.add("F5.refused", e.getMessage().isBlank() ? 0 : 1);
            }
            healed[0] = true;
            FullDisk.goOn(tally, "F5", where, workspace, SETTINGS);
        } catch (RunException e) {
            tally.broken("F5", where + ": " + e.code() + " " + e.getMessage());
        } finally {
            Job.getJobManager().removeJobChangeListener(listener);
        }
        Map<String, JournalEntry.Committed> after = Bench.committed(place);
        before.forEach((unit, commit) -> {
            if (!commit.equals(after.get(unit))) {
                tally.broken("F5", where + ": unit " + unit + " is lost");
            }
        });
        var differences = Bench.differences(expected, Bench.newest(place));
        if (!differences.isEmpty()) {
            tally.broken("F5", where + ": " + differences.get(0));
        }
        tally.add("F5.trials", 1);
    }

    /** A sentence must say why, in the folder or, when that takes nothing, with the job. */
    private static void told(Tally tally, String where, Workspace workspace, RunSummary end, List<IStatus> statuses) throws RunException {
        StoredRun stored = workspace.folders().open(1);
        if (end.state() == RunState.COMPLETED || stored.summary().state() == RunState.COMPLETED) {
            tally.add("F5.completedAnyhow", 1);
            return;
        }
        boolean said = stored.error().isPresent();
        for (long limit = System.nanoTime() + 5_000_000_000L; !said && System.nanoTime() < limit; LockSupport.parkNanos(2_000_000)) {
            said = statuses.stream().anyMatch(status -> !status.isOK() && !status.getMessage().isBlank());
        }
        if (said) {
            tally.add("F5.told", 1);
        } else {
            tally.broken("F5", where + ": the run is " + end.state() + ", and nobody says why");
        }
    }
}
