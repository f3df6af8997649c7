package org.orrery.jobs.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.orrery.analysis.result.Result;
import org.orrery.data.Dataset;
import org.orrery.jobs.Lineage;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunListener;
import org.orrery.jobs.RunProgress;
import org.orrery.jobs.RunRequest;
import org.orrery.jobs.RunSeries;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.StoredRun;
import org.orrery.jobs.UnitCounts;
import org.orrery.jobs.fixture.Bench;
import org.orrery.jobs.internal.codec.PlainJson;
import org.orrery.jobs.internal.files.WriteSteps;
import org.orrery.jobs.internal.lease.ProcessIdentity;

class IsolationTest extends InWorkspace {
    private static final int HEAP = 64;
    private long submit(Object... settings) throws RunException {
        return workspace.runs().submit(Bench.isolated(HEAP, Bench.request(2, settings)));
    }

    /** The process that works on a run, as its lease says. */
    private ProcessHandle worker(long run) throws Exception {
        Path lease = folder.resolve("runs").resolve(Long.toString(run)).resolve("worker.lock");
        return ProcessHandle.of(PlainJson.read(Files.readAllBytes(lease), ProcessIdentity.class).pid()).orElseThrow();
    }

    private StoredRun stored(long run) throws RunException {
        return workspace.folders().open(run);
    }

    @Test
    void aRunInAProcessOfItsOwnComesToTheSameDocumentAsOneInThisProcess() throws Exception {
        Object[] settings = {"units", 6, "rows", 10, "artifact", true, "rounds", 2, "chain", true, "parallel", true, "closing", true};
        RunSummary isolated = Bench.finish(workspace, submit(settings));
        RunSummary shared = Bench.finish(workspace, workspace.runs().submit(Bench.request(2, settings)));
        assertEquals(RunState.COMPLETED, isolated.state());
        assertEquals(shared.units(), isolated.units());
        assertEquals(shared.bestValue(), isolated.bestValue());
        assertEquals(isolated, stored(1).summary());
        assertEquals(Bench.comparable(workspace.folders(), 2), Bench.comparable(workspace.folders(), 1).replaceAll("\"peakHeapMiB\": [0-9.]+", "\"peakHeapMiB\": null"));
        double peak = stored(1).costs().peakHeapMiB();
        assertTrue(peak > 1 && peak <= HEAP, peak + " MiB");
        assertTrue(Double.isNaN(stored(2).costs().peakHeapMiB()));
        assertTrue(workspace.runs().result(1).isPresent(), "the result is at hand as for any run of this process");
    }

    @Test
    void listenersHearOfProgressResultsAndStatesAsForAnyRun() throws Exception {
        List<RunState> states = new CopyOnWriteArrayList<>();
        List<Double> fractions = new CopyOnWriteArrayList<>();
        List<Result> results = new CopyOnWriteArrayList<>();
        List<RunSeries> series = new CopyOnWriteArrayList<>();
        workspace.runs().addListener(new RunListener() {
            @Override
            public void changed(RunSummary run) {
                states.add(run.state());
            }

            @Override
            public void progress(RunProgress progress) {
                fractions.add(progress.fraction());
            }

            @Override
            public void result(long run, Result result) {
                results.add(result);
            }

            @Override
            public void series(RunSeries heard) {
                series.add(heard);
            }
        });
        Bench.finish(workspace, submit("units", 60, "millis", 80, "rows", 2));
        List<StoredRun.Metric> kept = stored(1).metrics();
        workspace.close();
        assertTrue(series.size() > 3, "as they come and not at the end");
        assertEquals(kept, series.stream().flatMap(heard -> heard.metrics().stream()).toList());
        assertEquals(60, series.stream().flatMap(heard -> heard.lines().stream()).filter(line -> line.message().endsWith("is done")).count());
        assertEquals(RunState.QUEUED, states.get(0));
        assertTrue(states.contains(RunState.RUNNING));
        assertEquals(RunState.COMPLETED, states.get(states.size() - 1));
        assertTrue(fractions.size() > 5, fractions.toString());
        assertTrue(results.size() > 1, "a live one before the last");
        assertTrue(results.get(0).table("values").orElseThrow().rows().count() < 120);
    }

    @Test
    void aRunIsHeldGoesOnAndIsStoppedThere() throws Exception {
        long run = submit("units", 200, "millis", 20, "closing", true);
        Bench.untilDone(workspace, run, 3);
        workspace.runs().pause(run);
        Bench.until(workspace, run, RunState.PAUSED);
        int done = workspace.runs().await(run, Duration.ZERO).units().done();
        workspace.runs().resume(run);
        Bench.untilDone(workspace, run, done + 3);
        workspace.runs().stop(run);
        assertEquals(RunState.STOPPED_KEPT, Bench.finish(workspace, run).state());
        assertTrue(stored(run).result().isPresent());
    }

    @Test
    void aUnitThatNeverAsksIsCancelledBecauseItsProcessIsKilled() throws Exception {
        long run = submit("units", 4, "trouble", "stone", "dependent", true);
        Bench.untilDone(workspace, run, 1);
        ProcessHandle worker = worker(run);
        workspace.runs().cancel(run);
        RunSummary end = Bench.finish(workspace, run);
        assertEquals(RunState.CANCELLED, end.state());
        assertFalse(worker.isAlive());
        assertEquals(new UnitCounts(1, 4, 0, 0, 0), stored(run).summary().units());
        assertTrue(stored(run).result().isEmpty());
        assertTrue(stored(run).log().stream().anyMatch(line -> line.message().contains("was killed")));
    }

    @Test
    void aRunIsCancelledWhileItsProcessStarts() throws Exception {
        long run = submit("units", 4);
        Bench.until(workspace, run, RunState.QUEUED);
        workspace.runs().cancel(run);
        assertEquals(RunState.CANCELLED, Bench.finish(workspace, run).state());
        assertEquals(RunState.CANCELLED, stored(run).summary().state());
    }

    @Test
    void aRunWhoseProcessTheSystemKillsIsInterruptedAndResumesWithWhatWasDone() throws Exception {
        long run = submit("units", 30, "millis", 30, "chain", true, "rows", 3);
        Bench.untilDone(workspace, run, 7);
        worker(run).destroyForcibly();
        RunSummary end = Bench.finish(workspace, run);
        assertEquals(RunState.INTERRUPTED, end.state());
        assertTrue(end.units().done() >= 7, end.units().toString());
        String sentence = stored(run).error().orElseThrow().message();
        // The kill may come between two units.
        assertTrue(sentence.contains("signal 9") && (sentence.contains("r0/u" + end.units().done()) || sentence.contains("at no unit")), sentence);
        workspace.runs().resume(run);
        RunSummary resumed = Bench.finish(workspace, run);
        assertEquals(RunState.COMPLETED, resumed.state());
        assertEquals(new UnitCounts(30, 30, end.units().done(), 0, 0), resumed.units());
        assertTrue(stored(run).error().isEmpty());
    }

    @Test
    void aRunWhoseProcessDiesAgainAtTheSameUnitHasFailedAndNamesIt() throws Exception {
        long run = submit("units", 4, "trouble", "die", "dependent", true);
        assertEquals(RunState.INTERRUPTED, Bench.finish(workspace, run).state());
        workspace.runs().resume(run);
        RunSummary end = Bench.finish(workspace, run);
        assertEquals(RunState.FAILED, end.state());
        assertEquals(new UnitCounts(1, 4, 1, 0, 0), end.units());
        RunException.Problem problem = stored(run).error().orElseThrow();
        assertEquals(RunException.Code.INTERNAL, problem.code());
        assertTrue(problem.message().contains("r0/u1") && problem.message().contains("time before"), problem.message());
    }

    @Test
    void aUnitThatEatsAllMemoryHurtsNoOtherRun() throws Exception {
        long other = workspace.runs().submit(Bench.request(1, "units", 40, "millis", 40));
        long eater = submit("units", 3, "trouble", "eat");
        RunSummary end = Bench.finish(workspace, eater);
        assertEquals(RunState.COMPLETED, Bench.finish(workspace, other).state());
        // Whichever thread finds no memory first: the unit that eats it, another one, or that of the run.
        assertTrue(Set.of(RunState.COMPLETED_PARTIAL, RunState.FAILED_PARTIAL, RunState.FAILED).contains(end.state()), end.state().toString());
        StoredRun stored = stored(eater);
        String told = stored.failures() + " " + stored.error();
        assertTrue(told.contains("memory") && told.contains("heap"), told);
    }

    @Test
    void aThreadLostForLackOfMemoryEndsTheProcessAndTheRunSaysSo() throws Exception {
        long run = submit("units", 4, "trouble", "thread", "dependent", true);
        assertEquals(RunState.FAILED, Bench.finish(workspace, run).state());
        assertEquals(RunException.Code.OUT_OF_MEMORY, stored(run).error().orElseThrow().code());
    }

    @Test
    void aLibraryThatFloodsStandardOutputDisturbsNothing() throws Exception {
        assertEquals(RunState.COMPLETED, Bench.finish(workspace, submit("units", 3, "trouble", "flood")).state());
    }

    @Test
    void whatPrepareRefusesEndsTheRunWithItsCodeAndSentence() throws Exception {
        long run = submit("trouble", "prepare");
        assertEquals(RunState.FAILED, Bench.finish(workspace, run).state());
        assertEquals(RunException.Code.NOT_ENOUGH_DATA, stored(run).error().orElseThrow().code());
    }

    @Test
    void aWorkspaceThatClosesInterruptsTheRunAndLeavesNoProcess() throws Exception {
        long run = submit("units", 400, "millis", 20);
        Bench.untilDone(workspace, run, 3);
        ProcessHandle worker = worker(run);
        workspace.close();
        assertFalse(worker.isAlive());
        assertEquals(RunState.INTERRUPTED, bench.read(folder).open(run).summary().state());
        workspace = bench.open(folder);
        workspace.runs().resume(run);
        Bench.untilDone(workspace, run, 6);
    }

    @Test
    void aProgramWithoutWorkersRefusesARunThatNeedsOne() throws Exception {
        workspace.close();
        workspace = bench.openWithChosen(folder);
        RunException refused = assertThrows(RunException.class, () -> submit("units", 1));
        assertEquals(RunException.Code.BAD_USAGE, refused.code());
        assertEquals(List.of(), workspace.folders().list());
    }

    @Test
    void theFolderForAWorkerIsGoneWhenItHasEnded() throws Exception {
        Bench.finish(workspace, submit("units", 1));
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        long pid = ProcessHandle.current().pid();
        try (var children = Files.list(temporary)) {
            assertEquals(List.of(), children.filter(path -> path.getFileName().toString().startsWith("orrery-worker" + pid + "-")).toList());
        }
        assertEquals(0, ProcessHandle.current().descendants().filter(ProcessHandle::isAlive).count());
    }

    @Test
    void tagsAndNotesReachARunWhileItsProcessHasTheFolder() throws Exception {
        long run = submit("units", 40, "millis", 20);
        workspace.runs().tag(run, List.of("early"));
        Bench.untilDone(workspace, run, 3);
        workspace.runs().tag(run, List.of("good", "kept"));
        workspace.runs().note(run, "Looks well so far.");
        RunSummary end = Bench.finish(workspace, run);
        assertEquals(RunState.COMPLETED, end.state());
        assertEquals(List.of("good", "kept"), end.tags());
        assertEquals(end, stored(run).summary());
        workspace.runs().note(run, "");
        assertEquals("", stored(run).summary().note());
        assertEquals(List.of("good", "kept"), stored(run).summary().tags());
    }

    @Test
    void groupsAreSkippedAndLimitedThere() throws Exception {
        long run = submit("units", 40, "millis", 40);
        Bench.untilDone(workspace, run, 2);
        workspace.runs().skip(run, "odd");
        workspace.runs().budget(run, "even", Duration.ofMillis(200));
        RunSummary end = Bench.finish(workspace, run);
        assertEquals(RunState.COMPLETED_PARTIAL, end.state());
        List<StoredRun.Failure> skipped = stored(run).failures();
        assertTrue(skipped.stream().anyMatch(each -> each.message().equals("Not done: odd was skipped by the user.")), skipped.toString());
        assertTrue(skipped.stream().anyMatch(each -> each.message().equals("Not done: the time for even, 0.2 s, was over.")), skipped.toString());
    }

    @Test
    void aGroupIsGivenTimeFromNowThere() throws Exception {
        long run = submit("units", 60, "millis", 40);
        Bench.untilDone(workspace, run, 4);
        assertEquals(List.of("even", "odd"), workspace.runs().groups(run));
        workspace.runs().budget(run, "odd", Duration.ofMinutes(10));
        workspace.runs().grant(run, "odd", Duration.ofMillis(1));
        RunSummary end = Bench.finish(workspace, run);
        assertEquals(RunState.COMPLETED_PARTIAL, end.state());
        assertTrue(stored(run).failures().stream().allMatch(each -> each.message().contains("the time for odd, ")), stored(run).failures().toString());
    }

    @Test
    void aGroupThatTheRunThereDoesNotHaveIsRefused() throws Exception {
        long run = submit("units", 40, "millis", 40);
        Bench.untilDone(workspace, run, 1);
        RunException refused = assertThrows(RunException.class, () -> workspace.runs().skip(run, "od"));
        assertEquals(RunException.Code.BAD_USAGE, refused.code());
        assertTrue(refused.getMessage().contains("odd"), refused.getMessage());
        workspace.runs().cancel(run);
        Bench.finish(workspace, run);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aProcessThatSurvivesItsKillKeepsTheJournalFromItsEndNoLonger() throws Exception {
        workspace.close();
        Bench hasty = new Bench(WriteSteps.NONE, Duration.ofMillis(800)).immortal();
        workspace = hasty.open(folder);
        long run = submit("units", 4, "trouble", "stone", "dependent", true);
        Bench.untilDone(workspace, run, 1);
        ProcessHandle worker = worker(run);
        try {
            workspace.runs().cancel(run);
            assertEquals(RunState.CANCELLED, Bench.finish(workspace, run).state());
            assertTrue(worker.isAlive(), "the launch hides the process from its kill");
            assertEquals(RunState.CANCELLED, stored(run).summary().state());
            assertTrue(stored(run).log().stream().anyMatch(line -> line.message().contains("left behind")));
            assertTrue(hasty.reports.stream().anyMatch(report -> report.contains("left behind")), hasty.reports.toString());
            worker.destroyForcibly();
            worker.onExit().get(10, TimeUnit.SECONDS);
            workspace.runs().resume(run);
            workspace.runs().cancel(run);
            assertEquals(RunState.CANCELLED, Bench.finish(workspace, run).state());
        } finally {
            worker.destroyForcibly();
        }
    }

    @Test
    void settingsThatHaveGrownCountThereAndItStaysInAProcessOfItsOwn() throws Exception {
        long run = submit("units", 3, "closing", true);
        Bench.finish(workspace, run);
        workspace.runs().extend(run, Map.of("units", 5));
        assertEquals(new UnitCounts(6, 6, 3, 0, 0), Bench.finish(workspace, run).units());
        assertEquals(new RunRequest.Isolation(true, HEAP), stored(run).request().isolation());
        assertEquals(5L, stored(run).request().settings().get("units"));
        workspace.runs().extend(run, Map.of("units", 6));
        assertEquals(new UnitCounts(7, 7, 5, 0, 0), Bench.finish(workspace, run).units());
        double peak = stored(run).costs().peakHeapMiB();
        assertTrue(peak > 1 && peak <= HEAP, peak + " MiB");
    }

    @Test
    void theOwnerPutsTheDataSetsMadeThereIntoTheCatalogue() throws Exception {
        long run = submit("units", 3, "trouble", "dataset", "failing", List.of("r0/u2"));
        assertEquals(RunState.COMPLETED_PARTIAL, Bench.finish(workspace, run).state());
        List<Dataset> made = workspace.catalog().datasets();
        assertEquals(List.of("made.r0-u0 of run 1", "made.r0-u1 of run 1"), made.stream().map(Dataset::name).toList());
        assertEquals(new Lineage(run, Bench.SCRIPT, "r0/u0", List.of()), workspace.catalog().lineage(made.get(0).name()).orElseThrow());
        workspace.catalog().remove(made.get(1).name());
        workspace.runs().resume(run);
        Bench.finish(workspace, run);
        assertEquals(made, workspace.catalog().datasets());
    }
}
