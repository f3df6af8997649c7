package org.orrery.jobs.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.StoredRun;
import org.orrery.jobs.fixture.Bench;
import org.orrery.jobs.internal.files.WriteSteps;

class UnitControlTest extends InWorkspace {
    UnitControlTest() {
        super(new Bench(WriteSteps.NONE, Duration.ofMillis(300)));
    }

    @Override
    void look(List<String> reports) {
        // Each test says what is reported.
    }

    @Test
    void aGroupThatTheUserSkipsEndsAndTheOthersGoOn() throws Exception {
        long run = workspace.runs().submit(Bench.request(2, "units", 40, "millis", 20.0, "closing", true));
        Bench.untilDone(workspace, run, 4);
        workspace.runs().skip(run, "odd");
        RunSummary end = Bench.finish(workspace, run);
        assertEquals(RunState.COMPLETED_PARTIAL, end.state());
        assertEquals(41, end.units().done() + end.units().skipped());
        assertTrue(end.units().done() >= 21, end.toString());
        List<StoredRun.Failure> skipped = workspace.folders().open(run).failures();
        assertTrue(skipped.size() > 10);
        assertTrue(skipped.stream().allMatch(failure -> failure.message().equals("Not done: odd was skipped by the user.")), skipped.toString());
        assertEquals(end, workspace.folders().open(run).summary());
        workspace.runs().resume(run);
        RunSummary again = Bench.finish(workspace, run);
        assertEquals(RunState.COMPLETED, again.state());
        assertEquals(41, again.units().done());
    }

    @Test
    void aUnitThatIsAtWorkLeavesWhenItsGroupIsSkipped() throws Exception {
        long run = workspace.runs().submit(Bench.request(2, "units", 2, "millis", 3_000.0));
        Bench.until(workspace, run, RunState.RUNNING);
        workspace.runs().skip(run, "odd");
        RunSummary end = Bench.finish(workspace, run);
        assertEquals(1, end.units().done());
        assertEquals(1, end.units().skipped());
    }

    @Test
    void aGroupWhoseTimeIsOverIsSkippedWithItsReasonAndTheOthersGoOn() throws Exception {
        long run = workspace.runs().submit(Bench.request(2, "units", 20, "millis", 40.0));
        workspace.runs().budget(run, "even", Duration.ofMillis(150));
        RunSummary end = Bench.finish(workspace, run);
        assertEquals(RunState.COMPLETED_PARTIAL, end.state());
        assertTrue(end.units().skipped() >= 5 && end.units().skipped() <= 10, end.toString());
        assertEquals("Not done: the time for even, 0.15 s, was over.", workspace.folders().open(run).failures().get(0).message());
    }

    @Test
    void aGroupIsGivenTimeFromNow() throws Exception {
        long run = workspace.runs().submit(Bench.request(2, "units", 60, "millis", 40.0));
        Bench.untilDone(workspace, run, 4);
        assertEquals(List.of("even", "odd"), workspace.runs().groups(run));
        workspace.runs().budget(run, "even", Duration.ofMinutes(10));
        workspace.runs().grant(run, "even", Duration.ofMillis(1));
        workspace.runs().budget(run, "odd", Duration.ofMinutes(10));
        workspace.runs().grant(run, "odd", Duration.ofMinutes(10));
        RunSummary end = Bench.finish(workspace, run);
        assertEquals(RunState.COMPLETED_PARTIAL, end.state());
        assertTrue(end.units().skipped() > 0 && end.units().done() >= 30, end.toString());
        assertTrue(workspace.folders().open(run).failures().stream().allMatch(failure -> failure.message().contains("the time for even, ")));
        assertEquals(List.of(), workspace.runs().groups(run));
        assertThrows(RunException.class, () -> workspace.runs().grant(run, "odd", Duration.ofMinutes(1)));
    }

    @Test
    void aGroupThatIsNotThereAndARunThatHasEndedAreRefused() throws Exception {
        long run = workspace.runs().submit(Bench.request(2, "units", 60, "millis", 10.0));
        Bench.untilDone(workspace, run, 1);
        RunException unknown = assertThrows(RunException.class, () -> workspace.runs().skip(run, "evn"));
        assertEquals("Run 1 has no group evn. Did you mean even?", unknown.getMessage());
        assertThrows(RunException.class, () -> workspace.runs().budget(run, "even", Duration.ZERO));
        workspace.runs().cancel(run);
        Bench.finish(workspace, run);
        assertEquals(RunException.Code.BAD_USAGE,
                assertThrows(RunException.class, () -> workspace.runs().skip(run, "even")).code());
        assertEquals(RunException.Code.RUN_NOT_FOUND, assertThrows(RunException.class, () -> workspace.runs().skip(77, "even")).code());
    }

    @Test
    void aUnitThatIgnoresCancelIsNamedAndLeftBehindAndItsResultIsDropped() throws Exception {
        long run = workspace.runs().submit(Bench.request(2, "units", 3, "trouble", "deaf", "artifact", true));
        Bench.untilDone(workspace, run, 2);
        long began = System.nanoTime();
        workspace.runs().cancel(run);
        RunSummary end = Bench.finish(workspace, run);
        double seconds = (System.nanoTime() - began) / 1e9;
        assertTrue(seconds < 1.2, "the end takes " + seconds + " s");
        assertEquals(RunState.CANCELLED, end.state());
        assertEquals(end, workspace.folders().open(run).summary());
        List<String> behind = bench.reports.stream().filter(report -> report.contains("left behind")).toList();
        assertEquals(1, behind.size(), bench.reports.toString());
        assertTrue(behind.get(0).contains("r0/u1 (Orrery run 1 unit "), behind.get(0));
        workspace.runs().resume(run);
        RunSummary again = Bench.finish(workspace, run);
        assertEquals(RunState.COMPLETED, again.state());
        assertEquals(2, again.units().restored(), "what the unit left behind came too late");
        assertEquals(3, workspace.folders().open(run).artifacts().size());
    }

    @Test
    void aRunThatWaitsSaysWhatFor() throws Exception {
        Object[] endless = {"units", 1, "millis", 30_000.0};
        long first = workspace.runs().submit(Bench.request(1, endless));
        long second = workspace.runs().submit(Bench.request(1, endless));
        long third = workspace.runs().submit(Bench.request(1, endless));
        Bench.until(workspace, first, RunState.RUNNING);
        Bench.until(workspace, second, RunState.RUNNING);
        assertEquals("It waits for its turn: 2 at work, 0 before it. What it needs is not known.",
                workspace.runs().waitsFor(third).orElseThrow());
        assertTrue(workspace.runs().waitsFor(first).isEmpty());
        workspace.runs().interruptAll(Duration.ofSeconds(5));
    }
}
