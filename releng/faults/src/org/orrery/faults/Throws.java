package org.orrery.faults;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.jobs.IJobChangeListener;
import org.eclipse.core.runtime.jobs.Job;
import org.orrery.faults.fixture.Trouble;
import org.orrery.jobs.JobFamilies;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunRequest;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.StoredRun;
import org.orrery.jobs.Workspace;

/** F10: an analysis throws, in every way that there is, wherever it is asked for something. */
final class Throws implements Campaign {
    /** Runs of other campaigns end in this process as well. */
    private static final String NAME = "Throws";
    private static final List<String> PLACES = List.of("check", "prepare", "units", "r0/u1", "more", "summarise");

    @Override
    public String id() {
        return "F10";
    }

    @Override
    public String title() {
        return "an analysis throws, in every way and place";
    }

    @Override
    public void run(Bench bench, Tally tally) throws Exception {
        for (String place : PLACES) {
            for (String kind : Trouble.THROWN) {
                String mark = "F10.at " + kind + " " + place;
                if (tally.get(mark) == 0) {
                    trial(bench, tally, new Trouble(kind, place));
                    tally.add("F10.trials", 1);
                    tally.add(mark, 1);
                    tally.store();
                }
            }
        }
        tally.store();
    }

    private static void trial(Bench bench, Tally tally, Trouble trouble) throws Exception {
        Path folder = bench.folder("throws");
        String where = trouble.kind() + " in " + trouble.place();
        List<IStatus> statuses = new CopyOnWriteArrayList<>();
        IJobChangeListener listener = IJobChangeListener.onDone(event -> {
            if (event.getJob().belongsTo(JobFamilies.RUNS) && event.getJob().getName().equals(NAME)) {
                statuses.add(event.getResult());
            }
        });
        Job.getJobManager().addJobChangeListener(listener);
        try (Workspace workspace = new Engine(trouble).open(folder)) {
            Optional<RunSummary> end = submitted(tally, where, workspace);
            if (end.isPresent()) {
                ended(tally, where, workspace, end.get(), trouble.place().equals("r0/u1"));
            }
        } finally {
            Job.getJobManager().removeJobChangeListener(listener);
        }
        // Closing has waited for the job.
        if (statuses.size() > 1) {
            tally.broken("F10", where + ": " + statuses.size() + " statuses for one run");
        }
        // The same workspace goes on with an analysis that behaves.
        try (Workspace workspace = new Engine().open(folder)) {
            long healthy = workspace.runs().submit(Engine.request("units", 2));
            if (Engine.finish(workspace, healthy).state() != RunState.COMPLETED) {
                tally.broken("F10", "after " + where + " no run completes any more");
            }
        }
    }

    /** How the run ended; empty when it was refused, as it must be in a sentence. */
    private static Optional<RunSummary> submitted(Tally tally, String where, Workspace workspace) throws InterruptedException {
        try {
            long run = workspace.runs().submit(new RunRequest(Engine.LEDGER, NAME, Map.of(), Map.of("units", 3, "rows", 2, "rounds", 1), RunRequest.DEFAULT_SEED, 2));
            return Optional.of(Engine.finish(workspace, run));
        } catch (RunException e) {
            tally.add("F10.refused", 1);
            if (e.getMessage() == null || e.getMessage().isBlank()) {
                tally.broken("F10", where + ": refused without a sentence");
            }
        } catch (InterruptedException e) {
            throw e;
        } catch (Throwable e) {
            tally.broken("F10", where + ": whoever submits gets " + e.getClass().getName());
        }
        return Optional.empty();
    }

    private static void ended(Tally tally, String where, Workspace workspace, RunSummary end, boolean unit) throws RunException {
        StoredRun stored = workspace.folders().open(1);
        tally.add("F10." + end.state(), 1);
        if (stored.summary().state() != end.state()) {
            tally.broken("F10", where + ": ended " + end.state() + ", stored as " + stored.summary().state());
        }
        if (!end.state().ended() || end.state() == RunState.COMPLETED) {
            tally.broken("F10", where + ": the run is " + end.state());
        }
        boolean told = unit ? stored.failures().stream().anyMatch(failure -> failure.unit().equals("r0/u1") && !failure.message().isBlank())
                : stored.error().filter(problem -> !problem.message().isBlank()).isPresent();
        if (!told) {
            tally.broken("F10", where + ": the run is " + end.state() + " and nobody says why");
        }
    }
}
