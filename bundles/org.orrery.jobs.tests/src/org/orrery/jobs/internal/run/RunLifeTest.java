package org.orrery.jobs.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.Test;
import org.orrery.analysis.UnitProgress;
import org.orrery.analysis.result.Result;
import org.orrery.jobs.Curve;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunListener;
import org.orrery.jobs.RunProgress;
import org.orrery.jobs.RunRequest;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.StoredRun;
import org.orrery.jobs.UnitCounts;
import org.orrery.jobs.fixture.Bench;

class RunLifeTest extends InWorkspace {
    @Test
    void aRunGoesThroughAndCanBeReadBackByTheOwnerAndByAnother() throws Exception {
        RunSummary summary = finish("units", 6, "rows", 10, "artifact", true, "rounds", 2);
        assertEquals(RunState.COMPLETED, summary.state());
        assertEquals(new UnitCounts(18, 18, 0, 0, 0), summary.units());
        StoredRun stored = workspace.folders().open(summary.id());
        assertEquals(summary, stored.summary());
        assertEquals("sum", stored.summary().bestName());
        assertEquals(18, stored.artifacts().size());
        assertEquals("r0/u0", Files.readString(stored.artifacts().get(0).path()));
        assertEquals(18, stored.metrics().stream().filter(metric -> !metric.name().startsWith(UnitProgress.SYSTEM)).count());
        Result result = stored.result().orElseThrow();
        assertEquals(180, result.table("values").orElseThrow().rows().count());
        assertEquals(18, result.table("units").orElseThrow().rows().count());
        assertTrue(Double.isNaN((Double) result.figure("undefined").orElseThrow().value()));
        assertEquals(List.of("prepared", "fixture"), result.warnings().stream().map(warning -> warning.code()).toList());
        assertEquals(Bench.document(workspace.folders(), 1), Bench.document(bench.read(folder), 1));
        workspace.close();
        assertEquals(RunState.COMPLETED, bench.read(folder).list().get(0).state());
    }

    @Test
    void aRunSaysInItsLogWhatItWorkedOnAndHowItEnded() throws Exception {
        List<String> log = workspace.folders().open(finish("units", 4, "failing", List.of("r0/u1")).id()).log().stream()
                .filter(line -> line.unit().isEmpty()).map(line -> line.message()).toList();
        assertTrue(log.get(0).startsWith("Attempt 1: ") && log.get(0).contains("seed"), log::toString);
        assertTrue(log.contains("There are 4 units to do."), log::toString);
        String end = log.get(log.size() - 1);
        assertTrue(end.matches("Ended as COMPLETED_PARTIAL after [0-9.]+ s, [0-9] of 4 units done\\. Failed: 1, skipped: [0-9]\\."), log::toString);
    }

    @Test
    void aUnitThatFailsLeavesTheOthersAndTheResult() throws Exception {
        RunSummary summary = finish("units", 4, "failing", List.of("r0/u1"));
        assertEquals(RunState.COMPLETED_PARTIAL, summary.state());
        assertEquals(new UnitCounts(3, 4, 0, 1, 0), summary.units());
        StoredRun stored = workspace.folders().open(1);
        assertEquals(List.of("r0/u1"), stored.failures().stream().map(StoredRun.Failure::unit).toList());
        assertTrue(stored.failures().get(0).message().contains("was told to fail"));
        assertEquals(3L, stored.result().orElseThrow().figure("count").orElseThrow().value());
        assertTrue(stored.log().stream().anyMatch(line -> line.message().contains("ScriptWorkload")), "the trace is in the log");
    }

    @Test
    void aRunEndsThoughThereWasNoMemoryToSayWhyAUnitFailed() throws Exception {
        RunSummary end = finish("units", 3, "trouble", "breathless");
        assertEquals(RunState.COMPLETED_PARTIAL, end.state());
        assertEquals(List.of(2, 1), List.of(end.units().done(), end.units().failed()));
        assertTrue(workspace.folders().open(1).failures().get(0).message().contains("Told at last"));
    }

    @Test
    void unitsThatNeedAFailedOneAreSkippedAndSayBecauseOfWhich() throws Exception {
        RunSummary summary = finish("units", 4, "dependent", true, "failing", List.of("r0/u1"), "closing", true);
        assertEquals(new UnitCounts(2, 5, 0, 1, 2), summary.units());
        assertEquals(List.of("r0/u1", "r0/u2", "r0/u3"),
                workspace.folders().open(1).failures().stream().map(StoredRun.Failure::unit).toList());
        assertTrue(workspace.folders().open(1).failures().get(1).message().contains("r0/u1"));
    }

    @Test
    void aRunOfWhichEveryUnitFailsHasFailedWithTheirReason() throws Exception {
        assertEquals(RunState.FAILED, finish("units", 3, "trouble", "memory").state());
        StoredRun stored = workspace.folders().open(1);
        assertEquals(RunException.Code.OUT_OF_MEMORY, stored.error().orElseThrow().code());
        assertTrue(stored.result().isEmpty());
    }

    @Test
    void anErrorInACheckRefusesTheRequestInASentenceAndGoesNoFurther() {
        RunException refused = assertThrows(RunException.class, () -> workspace.runs().submit(Bench.request(1, "trouble", "check-error")));
        assertEquals(RunException.Code.INTERNAL, refused.code());
        assertTrue(refused.getMessage().contains("no/such/Thing"));
    }

    @Test
    void whatPrepareRefusesEndsTheRunWithItsCodeSentenceAndSetting() throws Exception {
        assertEquals(RunState.FAILED, finish("trouble", "prepare").state());
        RunException.Problem problem = workspace.folders().open(1).error().orElseThrow();
        assertEquals(RunException.Code.NOT_ENOUGH_DATA, problem.code());
        assertEquals("units", problem.setting());
        assertEquals("There are too few rows.", problem.message());
    }

    @Test
    void anErrorAfterUnitsKeepsTheResultOfThose() throws Exception {
        assertEquals(RunState.FAILED_PARTIAL, finish("units", 3, "trouble", "more").state());
        assertEquals(3L, workspace.folders().open(1).result().orElseThrow().figure("count").orElseThrow().value());
        assertEquals(RunException.Code.INTERNAL, workspace.folders().open(1).error().orElseThrow().code());
    }

    @Test
    void aSummaryThatFailsFailsTheRun() throws Exception {
        assertEquals(RunState.FAILED, finish("trouble", "summary").state());
        assertTrue(workspace.folders().open(1).error().orElseThrow().message().contains("No summary"));
    }

    @Test
    void aRunWithoutUnitsCompletes() throws Exception {
        assertEquals(RunState.COMPLETED, finish("units", 0).state());
    }

    @Test
    void aWrongRequestIsRefusedBeforeAnythingIsStored() {
        RunException tooMany = assertThrows(RunException.class, () -> workspace.runs().submit(Bench.request(1, "units", -1, "nope", 3)));
        assertEquals(RunException.Code.BAD_SETTING, tooMany.code());
        assertEquals(2, tooMany.problems().size());
        RunException checked = assertThrows(RunException.class, () -> workspace.runs().submit(Bench.request(1, "trouble", "check")));
        assertEquals(RunException.Code.MISSING_COLUMN, checked.code());
        RunException input = assertThrows(RunException.class, () -> workspace.runs()
                .submit(new RunRequest(Bench.SCRIPT, "", Map.of("date", List.of()), Map.of(), 1, 1)));
        assertTrue(input.getMessage().contains("Did you mean data?"), input.getMessage());
        assertEquals(List.of(), workspace.folders().list());
    }

    @Test
    void oneAndTwoThreadsGiveTheSameDocument() throws Exception {
        Object[] settings = {"units", 20, "rows", 3, "parallel", true, "rounds", 1, "artifact", true, "closing", true};
        Bench.finish(workspace, workspace.runs().submit(Bench.request(1, settings)));
        Bench.finish(workspace, workspace.runs().submit(Bench.request(2, settings)));
        assertEquals(Bench.comparable(workspace.folders(), 1), Bench.comparable(workspace.folders(), 2));
    }

    @Test
    void aStateIsHandedFromUnitToUnitAndOnlyThreeGenerationsStay() throws Exception {
        assertEquals(RunState.COMPLETED, finish("units", 8, "chain", true).state());
        try (var states = Files.list(folder.resolve("runs/1/state"))) {
            assertEquals(3, states.count());
        }
        long expected = 0;
        for (int i = 0; i < 8; i++) {
            expected = expected * 31 + 7;
        }
        assertTrue(Bench.document(workspace.folders(), 1).contains("," + expected + ","), Bench.document(workspace.folders(), 1));
    }

    @Test
    void aCancelIsHeardByUnitsThatWouldTakeAnHourBeforeAnybodyComplains() throws Exception {
        long run = workspace.runs().submit(Bench.request(2, "units", 2, "millis", 3_600_000.0));
        Bench.until(workspace, run, RunState.RUNNING);
        workspace.runs().cancel(run);
        RunSummary summary = Bench.finish(workspace, run);
        assertEquals(RunState.CANCELLED, summary.state());
        assertEquals(List.of(), bench.reports);
        assertTrue(workspace.folders().open(run).result().isEmpty());
        assertTrue(workspace.runs().result(run).isEmpty());
    }

    @Test
    void stopEndsRunningUnitsDoesTheClosingOneAndKeepsTheResult() throws Exception {
        long run = workspace.runs().submit(Bench.request(1, "units", 500, "millis", 20.0, "closing", true));
        Bench.untilDone(workspace, run, 3);
        workspace.runs().stop(run);
        RunSummary summary = Bench.finish(workspace, run);
        assertEquals(RunState.STOPPED_KEPT, summary.state());
        assertTrue(summary.units().done() < 500);
        assertEquals(0, summary.units().skipped(), "what the user did not want is not called skipped");
        String document = Bench.document(workspace.folders(), run);
        assertTrue(document.contains("[\"closing\","), document);
    }

    @Test
    void aRunThatIsStoppedBetweenTwoRoundsIsNotTakenForComplete() throws Exception {
        long run = workspace.runs().submit(Bench.request(1, "units", 2, "rounds", 2, "millis", 400));
        Bench.untilDone(workspace, run, 1);
        workspace.runs().stop(run);
        assertEquals(RunState.STOPPED_KEPT, Bench.finish(workspace, run).state());
        workspace.runs().resume(run);
        assertEquals(new UnitCounts(6, 6, 2, 0, 0), Bench.finish(workspace, run).units());
    }

    @Test
    void aPausedRunBeginsNothingAndGoesOnWhenItIsTold() throws Exception {
        long run = workspace.runs().submit(Bench.request(2, "units", 60, "millis", 10.0));
        Bench.untilDone(workspace, run, 2);
        workspace.runs().pause(run);
        Bench.until(workspace, run, RunState.PAUSED);
        int done = workspace.runs().await(run, Duration.ZERO).units().done();
        assertEquals(done, workspace.runs().await(run, Duration.ofMillis(150)).units().done());
        assertEquals(RunState.PAUSED, bench.read(folder).open(run).summary().state());
        workspace.runs().proceed(run);
        assertEquals(RunState.COMPLETED, Bench.finish(workspace, run).state());
    }

    @Test
    void aPausedRunCanBeStoppedAndCancelled() throws Exception {
        for (RunState end : List.of(RunState.STOPPED_KEPT, RunState.CANCELLED)) {
            long run = workspace.runs().submit(Bench.request(2, "units", 500, "millis", 5.0));
            Bench.untilDone(workspace, run, 2);
            workspace.runs().pause(run);
            Bench.until(workspace, run, RunState.PAUSED);
            if (end == RunState.CANCELLED) {
                workspace.runs().cancel(run);
            } else {
                workspace.runs().stop(run);
            }
            assertEquals(end, Bench.finish(workspace, run).state());
        }
    }

    @Test
    void aRunThatWaitsInTheQueueIsCancelledAtOnceAndKeepsItsPlaceWhenTheOthersAreInterrupted() throws Exception {
        Object[] endless = {"units", 1, "millis", 30_000.0};
        long first = workspace.runs().submit(Bench.request(1, endless));
        long second = workspace.runs().submit(Bench.request(1, endless));
        long third = workspace.runs().submit(Bench.request(1, endless));
        long fourth = workspace.runs().submit(Bench.request(1, endless));
        workspace.runs().cancel(third);
        assertEquals(RunState.CANCELLED, Bench.finish(workspace, third).state());
        Bench.until(workspace, second, RunState.RUNNING);
        assertEquals(RunState.QUEUED, workspace.runs().await(fourth, Duration.ZERO).state());
        workspace.runs().interruptAll(Duration.ofSeconds(5));
        for (long run : new long[] {first, second}) {
            assertEquals(RunState.INTERRUPTED, Bench.finish(workspace, run).state());
            assertEquals(RunState.INTERRUPTED, workspace.folders().open(run).summary().state());
        }
        assertEquals(RunState.PAUSED, workspace.runs().await(fourth, Duration.ZERO).state(), "it keeps its place");
    }

    @Test
    void anInterruptedRunResumesAndEndsWithTheDocumentOfAStraightOne() throws Exception {
        Object[] settings = {"units", 40, "millis", 5.0, "rows", 4, "rounds", 1, "chain", true, "artifact", true, "closing", true};
        long straight = workspace.runs().submit(Bench.request(2, settings));
        assertEquals(RunState.COMPLETED, Bench.finish(workspace, straight).state());
        long broken = workspace.runs().submit(Bench.request(2, settings));
        for (int done : new int[] {5, 30, 60}) {
            Bench.untilDone(workspace, broken, done);
            workspace.close();
            assertEquals(RunState.INTERRUPTED, bench.read(folder).open(broken).summary().state());
            workspace = bench.open(folder);
            workspace.runs().resume(broken);
        }
        RunSummary summary = Bench.finish(workspace, broken);
        assertEquals(RunState.COMPLETED, summary.state());
        assertTrue(summary.units().restored() >= 60, summary.toString());
        assertEquals(4, workspace.folders().open(broken).attempts());
        assertEquals(Bench.comparable(workspace.folders(), straight), Bench.comparable(workspace.folders(), broken));
    }

    @Test
    void aStoppedAndACancelledRunResumeToTheEnd() throws Exception {
        long run = workspace.runs().submit(Bench.request(2, "units", 60, "millis", 5.0));
        Bench.untilDone(workspace, run, 3);
        workspace.runs().stop(run);
        assertEquals(RunState.STOPPED_KEPT, Bench.finish(workspace, run).state());
        workspace.runs().resume(run);
        Bench.untilDone(workspace, run, 20);
        workspace.runs().cancel(run);
        assertEquals(RunState.CANCELLED, Bench.finish(workspace, run).state());
        workspace.runs().resume(run);
        assertEquals(RunState.COMPLETED, Bench.finish(workspace, run).state());
    }

    @Test
    void failedUnitsAreTriedAgainWhenARunIsResumed() throws Exception {
        RunSummary before = finish("units", 4, "failing", List.of("r0/u2"));
        workspace.runs().resume(before.id());
        RunSummary after = Bench.finish(workspace, before.id());
        assertEquals(new UnitCounts(3, 4, 3, 1, 0), after.units());
    }

    @Test
    void whatCannotBeResumedSaysWhy() throws Exception {
        long done = finish("units", 1).id();
        assertEquals(RunException.Code.NOT_RESUMABLE, assertThrows(RunException.class, () -> workspace.runs().resume(done)).code());
        assertEquals(RunException.Code.RUN_NOT_FOUND, assertThrows(RunException.class, () -> workspace.runs().resume(99)).code());
        long failed = finish("units", 2, "failing", List.of("r0/u1")).id();
        bench.version = "1.1.0";
        RunException version = assertThrows(RunException.class, () -> workspace.runs().resume(failed));
        assertTrue(version.getMessage().contains("1.1.0"), version.getMessage());
        bench.version = "1.0.7";
        workspace.runs().resume(failed);
        Bench.finish(workspace, failed);
    }

    @Test
    void aDeletedRunIsGoneAndItsNumberIsNotGivenAgain() throws Exception {
        long run = finish("units", 1).id();
        workspace.runs().delete(run);
        assertEquals(RunException.Code.RUN_NOT_FOUND, assertThrows(RunException.class, () -> workspace.folders().open(run)).code());
        assertFalse(Files.exists(folder.resolve("runs/" + run)));
        workspace.close();
        workspace = bench.open(folder);
        assertEquals(run + 1, finish("units", 1).id());
        long working = workspace.runs().submit(Bench.request(1, "millis", 30_000.0));
        assertThrows(RunException.class, () -> workspace.runs().delete(working));
    }

    @Test
    void listenersHearOfEveryRunAtMostTenTimesASecondButAlwaysTheEnd() throws Exception {
        List<RunSummary> heard = new CopyOnWriteArrayList<>();
        List<RunProgress> progress = new CopyOnWriteArrayList<>();
        List<Result> results = new CopyOnWriteArrayList<>();
        workspace.runs().addListener(new RunListener() {
            @Override
            public void changed(RunSummary run) {
                heard.add(run);
            }

            @Override
            public void progress(RunProgress each) {
                progress.add(each);
            }

            @Override
            public void result(long run, Result result) {
                results.add(result);
            }
        });
        long began = System.nanoTime();
        RunSummary end = finish("units", 250, "millis", 10.0);
        double seconds = (System.nanoTime() - began) / 1e9;
        workspace.close();
        assertEquals(end, heard.get(heard.size() - 1));
        assertTrue(heard.size() <= seconds * 10 + 3, heard.size() + " in " + seconds + " s");
        assertTrue(results.size() >= 2, "a live result and the last one: " + results.size());
        double last = 0;
        for (RunProgress each : progress) {
            assertTrue(each.fraction() >= last && each.fraction() <= 1);
            last = each.fraction();
        }
        assertTrue(last > 0.8, "progress ends at " + last);
        double rate = progress.get(progress.size() - 1).unitsPerMinute();
        assertTrue(rate >= 0.8 * 250 / seconds * 60, rate + " units a minute, in " + seconds + " s");
        assertTrue(rate <= 6_000 * Runtime.getRuntime().availableProcessors(), rate + " units a minute of 10 ms each");
        workspace = bench.open(folder);
    }

    @Test
    void aUnitThatDoesNotHearIsLeftBehindAndNothingThatItDoesLaterCounts() throws Exception {
        long run = workspace.runs().submit(Bench.request(2, "units", 3, "trouble", "deaf"));
        Bench.untilDone(workspace, run, 2);
        workspace.runs().interruptAll(Duration.ofMillis(100));
        assertEquals(RunState.INTERRUPTED, Bench.finish(workspace, run).state());
        assertEquals(1, bench.reports.size(), bench.reports.toString());
        bench.reports.clear();
        workspace.runs().resume(run);
        RunSummary end = Bench.finish(workspace, run);
        assertEquals(RunState.COMPLETED, end.state());
        assertEquals(2, end.units().restored());
        assertEquals(3, workspace.folders().open(run).metrics().stream().filter(metric -> !metric.name().startsWith(UnitProgress.SYSTEM)).count());
    }

    @Test
    void whatTheProcessUsesIsACurveOfARunThatTakesSeconds() throws Exception {
        long run = workspace.runs().submit(Bench.request(1, "units", 4, "millis", 400.0));
        assertEquals(RunState.COMPLETED, Bench.finish(workspace, run).state());
        List<Curve> curves = workspace.folders().curves(run).stream().filter(curve -> curve.name().startsWith(UnitProgress.SYSTEM)).toList();
        assertEquals(List.of("system.cpuPercent", "system.rssMiB"), curves.stream().map(Curve::name).toList());
        assertTrue(curves.stream().allMatch(curve -> curve.unit().isEmpty() && curve.points() >= 1 && curve.steps()[0] >= 1), curves.toString());
        assertTrue(curves.get(0).values()[0] >= 0 && curves.get(0).values()[0] <= 100.0 * Runtime.getRuntime().availableProcessors() + 50, curves.toString());
        assertTrue(curves.get(1).values()[0] > 10, "a virtual machine holds more than 10 MiB");
    }
}
