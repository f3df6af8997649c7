package org.orrery.jobs.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunState;
import org.orrery.jobs.StoredRun;
import org.orrery.jobs.fixture.Bench;
import org.orrery.jobs.internal.files.WriteSteps;

/** F11 to F13 of the fault matrix, and the story of a long comparison with one model that is stuck. */
class WatchTest extends InWorkspace {
    WatchTest() {
        super(new Bench(WriteSteps.NONE, Duration.ofSeconds(1)));
    }

    @Override
    void look(List<String> reports) {
        // Each test says what is reported.
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + 60_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "it does not happen");
            Thread.onSpinWait();
            synchronized (condition) {
                condition.wait(20);
            }
        }
    }

    private boolean result(long run) {
        return workspace.runs().result(run).isPresent();
    }

    private String log(long run) {
        try {
            return workspace.folders().open(run).log().stream().map(StoredRun.LogLine::message).toList().toString();
        } catch (RunException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void threadsThatWaitForEachOtherAreToldWithBothStacks() throws Exception {
        long run = workspace.runs().submit(Bench.request(1, "units", 3, "trouble", "deadlock"));
        until(() -> bench.reports.stream().anyMatch(report -> report.contains("wait for each other")));
        String report = bench.reports.stream().filter(each -> each.contains("wait for each other")).findFirst().orElseThrow();
        assertTrue(report.contains("Orrery run " + run + " unit 1") && report.contains("fixture knot"), report);
        assertEquals(2, report.split("Mischief\\.knot", -1).length - 1, report);
        until(() -> log(run).contains("wait for each other"));
        workspace.runs().cancel(run);
        assertEquals(RunState.CANCELLED, Bench.finish(workspace, run).state(), "it is left behind");
    }

    @Test
    void aMonitorAndASchedulingRuleThatWaitForEachOtherAreToldWithBothStacksAndFreedByACancel() throws Exception {
        long run = workspace.runs().submit(Bench.request(1, "units", 3, "trouble", "rule"));
        until(() -> bench.reports.stream().anyMatch(report -> report.contains("wait for each other")));
        String report = bench.reports.stream().filter(each -> each.contains("wait for each other")).findFirst().orElseThrow();
        assertTrue(report.contains("\"Orrery run " + run + " unit 1\" waits for a scheduling rule"), report);
        assertTrue(report.contains("\"fixture rule\" waits for ") && report.contains("Mischief.waitForRule"), report);
        workspace.runs().cancel(run);
        assertEquals(RunState.CANCELLED, Bench.finish(workspace, run).state());
        assertTrue(bench.reports.stream().filter(each -> !each.equals(report)).noneMatch(each -> each.contains("left behind")),
                "the cancel frees it: " + bench.reports);
        until(() -> Thread.getAllStackTraces().keySet().stream().noneMatch(thread -> thread.getName().equals("fixture rule")));
    }

    @Test
    void aUnitThatDoesNotHearIsInterruptedWhereThatDoesNoHarm() throws Exception {
        bench.interruptible = true;
        long run = workspace.runs().submit(Bench.request(1, "units", 3, "trouble", "sulk"));
        Bench.untilDone(workspace, run, 1);
        workspace.runs().cancel(run);
        assertEquals(RunState.CANCELLED, Bench.finish(workspace, run).state());
        assertFalse(bench.reports.toString().contains("left behind"), bench.reports.toString());
    }

    @Test
    void aUnitThatDoesNotHearIsComplainedAboutAndLeftBehind() throws Exception {
        long run = workspace.runs().submit(Bench.request(1, "units", 3, "trouble", "sulk"));
        Bench.untilDone(workspace, run, 1);
        workspace.runs().cancel(run);
        assertEquals(RunState.CANCELLED, Bench.finish(workspace, run).state());
        assertTrue(bench.reports.get(0).contains("does not respond") && bench.reports.get(1).contains("left behind"), bench.reports.toString());
        assertTrue(log(run).contains("does not respond"), log(run));
        workspace.runs().resume(run);
        Bench.until(workspace, run, RunState.RUNNING);
    }

    @Test
    void threadsThatARunLeavesAreAccountedToIt() throws Exception {
        long run = workspace.runs().submit(Bench.request(1, "units", 3, "trouble", "leak"));
        assertEquals(RunState.COMPLETED, Bench.finish(workspace, run).state());
        until(() -> log(run).contains("left by"));
        assertTrue(log(run).contains("Threads left by units of org.orrery.jobs.tests go on: fixture leak"), log(run));
        assertTrue(log(run).contains("sleep ("), log(run));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void filesThatARunLeavesOpenAreAccountedToIt() throws Exception {
        long run = workspace.runs().submit(Bench.request(1, "units", 3, "trouble", "leak"));
        assertEquals(RunState.COMPLETED, Bench.finish(workspace, run).state());
        assertTrue(log(run).matches("(?s).*Files that units of org.orrery.jobs.tests, or somebody else meanwhile, have left open: [^ ]*fixture-leak[^ ]*.bin.*"), log(run));
        assertTrue(Bench.tidy() > 0);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void temporaryFilesThatARunInAProcessOfItsOwnLeavesAreToldAndGoWithIt() throws Exception {
        long run = workspace.runs().submit(Bench.isolated(0, Bench.request(1, "units", 3, "trouble", "leak")));
        assertEquals(RunState.COMPLETED, Bench.finish(workspace, run).state());
        assertTrue(log(run).contains("Temporary files left by units of org.orrery.jobs.tests, deleted with their process: fixture-leak"), log(run));
        assertTrue(log(run).contains("have left open: ") && log(run).contains("fixture-leak"), log(run));
        Path left = Path.of(log(run).replaceAll("(?s).*have left open: ([^ ]*fixture-leak[^ ,]*[.]bin).*", "$1"));
        assertFalse(Files.exists(left), left.toString());
    }

    @Test
    void processesThatARunInAProcessOfItsOwnLeavesAreEnded() throws Exception {
        long run = workspace.runs().submit(Bench.isolated(0, Bench.request(1, "units", 3, "trouble", "leak")));
        assertEquals(RunState.COMPLETED, Bench.finish(workspace, run).state());
        assertTrue(log(run).contains("Processes left by units of org.orrery.jobs.tests were ended: "), log(run));
        long pid = Long.parseLong(log(run).replaceAll("(?s).*sleep \\(([0-9]+)\\).*", "$1"));
        until(() -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
    }

    @Test
    void aRunThatLeavesNothingIsNotAccused() throws Exception {
        long run = workspace.runs().submit(Bench.request(2, "units", 6, "parallel", true));
        assertEquals(RunState.COMPLETED, Bench.finish(workspace, run).state());
        assertFalse(log(run).contains("left by"), log(run));
    }

    /** pycaret/pycaret#100: a comparison of many models, one of them stuck; the user leaves, comes back and has all but that one. */
    @Test
    void oneStuckModelCostsNeitherTheOthersNorTheWayOut() throws Exception {
        long run = workspace.runs().submit(Bench.request(2, "units", 8, "millis", 5.0, "trouble", "stone", "closing", true));
        Bench.untilDone(workspace, run, 7);
        workspace.runs().skip(run, "odd");
        assertEquals(RunState.RUNNING, workspace.runs().await(run, Duration.ofMillis(300)).state(), "the stuck one does not hear");
        // What is there can be looked at.
        until(() -> result(run));
        // Returns though the stuck unit never does.
        workspace.close();
        open();
        assertEquals(RunState.INTERRUPTED, workspace.folders().open(run).summary().state());
        workspace.runs().queue().pause();
        workspace.runs().resume(run);
        workspace.runs().skip(run, "odd");
        workspace.runs().queue().proceed();
        var end = Bench.finish(workspace, run);
        assertEquals(RunState.COMPLETED_PARTIAL, end.state());
        assertEquals(7, end.units().restored(), "nothing that was done is done again");
        List<StoredRun.Failure> left = workspace.folders().open(run).failures();
        assertTrue(left.stream().anyMatch(failure -> failure.unit().equals("r0/u1") && failure.message().contains("skipped by the user")), left.toString());
        assertTrue(workspace.folders().open(run).result().isPresent());
    }
}
