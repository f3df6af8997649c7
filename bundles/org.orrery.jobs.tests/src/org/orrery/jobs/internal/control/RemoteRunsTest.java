package org.orrery.jobs.internal.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.analysis.result.Result;
import org.orrery.analysis.result.ResultTable;
import org.orrery.data.DataException;
import org.orrery.data.Dataset;
import org.orrery.data.Progress;
import org.orrery.data.ReadOptions;
import org.orrery.jobs.Connection;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunException.Code;
import org.orrery.jobs.RunListener;
import org.orrery.jobs.RunProgress;
import org.orrery.jobs.RunRequest;
import org.orrery.jobs.RunSeries;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.Runs;
import org.orrery.jobs.StoredRun;
import org.orrery.jobs.UnitCounts;
import org.orrery.jobs.Workspace;
import org.orrery.jobs.fixture.Bench;
import org.orrery.jobs.fixture.Child;
import org.orrery.jobs.fixture.ChildProgram;

/** Another process owns the workspace; this one gives orders. */
class RemoteRunsTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    @TempDir
    Path folder;
    private final Bench bench = new Bench();
    private Path workspace;
    private Child owner;
    private Connection connection;
    private Runs runs;

    @BeforeEach
    void hold() throws Exception {
        workspace = folder.resolve("w");
        owner = new Child("hold", workspace.toString());
        assertEquals("held", owner.line());
        connection = bench.connect(workspace);
        runs = connection.runs();
    }

    @AfterEach
    void leave() throws Exception {
        connection.close();
        owner.close();
    }

    private RunSummary finish(long run) throws Exception {
        RunSummary end = runs.await(run, LIMIT);
        assertTrue(end.state().ended(), () -> "run " + run + " is " + end.state());
        return end;
    }

    @Test
    void groupsAreSkippedAndLimitedSettingsGrowAndLabelsAreGivenFromHere() throws Exception {
        long run = runs.submit(Bench.request(2, "units", 30, "millis", 20.0));
        runs.skip(run, "odd");
        runs.budget(run, "even", Duration.ofSeconds(50));
        runs.grant(run, "even", Duration.ofMinutes(5));
        assertTrue(runs.groups(run).isEmpty() || runs.groups(run).equals(List.of("even", "odd")));
        assertEquals(Optional.empty(), runs.waitsFor(run).filter(sentence -> sentence.isBlank()));
        assertEquals(RunState.COMPLETED_PARTIAL, finish(run).state());
        runs.tag(run, List.of("far"));
        runs.note(run, "From another process.");
        runs.extend(run, Map.of("units", 32));
        RunSummary end = finish(run);
        assertEquals(32, end.units().done());
        assertEquals(List.of("far"), end.tags());
        assertEquals("From another process.", end.note());
        assertEquals(Code.BAD_SETTING, assertThrows(RunException.class, () -> runs.extend(run, Map.of("units", 3))).code());
    }

    private void until(long run, RunState state) throws Exception {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (runs.await(run, Duration.ofMillis(5)).state() != state) {
            assertTrue(System.nanoTime() < end, () -> "run " + run + " does not become " + state);
        }
    }

    private void untilAtWork(long run) throws Exception {
        until(run, RunState.RUNNING);
    }

    @Test
    void aRunThatIsHandedOverEndsAsOneOfThisProcessDoesAndIsHeardOf() throws Exception {
        BlockingQueue<Object> heard = new LinkedBlockingQueue<>();
        runs.addListener(new RunListener() {
            @Override
            public void changed(RunSummary run) {
                heard.add(run);
            }

            @Override
            public void result(long run, Result result) {
                heard.add(result);
            }

            @Override
            public void progress(RunProgress progress) {
                heard.add(progress);
            }

            @Override
            public void series(RunSeries series) {
                heard.add(series);
            }
        });
        assertEquals(owner.pid(), connection.owner().orElseThrow().process());
        assertEquals(System.getProperty("user.name"), connection.owner().orElseThrow().user());
        long run = runs.submit(Bench.request(2, ChildProgram.settings(12, 120)));
        assertEquals(new UnitCounts(25, 25, 0, 0, 0), finish(run).units());
        assertTrue(heard.stream().anyMatch(RunProgress.class::isInstance), "progress");
        assertTrue(heard.stream().anyMatch(each -> each instanceof RunSummary summary && summary.state() == RunState.RUNNING), "states");
        Result live = (Result) heard.stream().filter(Result.class::isInstance).findFirst().orElseThrow();
        assertTrue(live.figure("count").isPresent());
        assertTrue(((ResultTable.InMemory) live.table("units").orElseThrow().rows()).table().rows() > 0);
        assertTrue(runs.result(run).isPresent());
        List<RunSeries> series = heard.stream().filter(RunSeries.class::isInstance).map(RunSeries.class::cast).toList();
        assertTrue(series.size() > 1, "as they come and not at the end");
        List<StoredRun.Metric> values = series.stream().flatMap(each -> each.metrics().stream()).toList();
        // On a machine that is very busy the end may be told before the last of them.
        assertEquals(bench.read(workspace).open(run).metrics().subList(0, values.size()), values);
        Path straight = folder.resolve("straight");
        try (Workspace own = bench.open(straight)) {
            Bench.finish(own, own.runs().submit(Bench.request(2, ChildProgram.settings(12, 120))));
        }
        assertEquals(comparable(straight), comparable(workspace));
    }

    private String comparable(Path place) throws Exception {
        return Bench.comparable(bench.read(place), 1).replace(place.toString(), "W");
    }

    @Test
    void everyVerbDoesInTheOwnerWhatItDoesHere() throws Exception {
        Object[] long30 = {"units", 3000, "millis", 10.0};
        long cancelled = runs.submit(Bench.request(1, long30));
        untilAtWork(cancelled);
        runs.cancel(cancelled);
        assertEquals(RunState.CANCELLED, finish(cancelled).state());
        long stopped = runs.submit(Bench.request(1, long30));
        while (runs.await(stopped, Duration.ofMillis(5)).units().done() == 0) {
            Thread.onSpinWait();
        }
        runs.stop(stopped);
        assertEquals(RunState.STOPPED_KEPT, finish(stopped).state());
        assertTrue(connection.folders().open(stopped).result().isPresent());
        long held = runs.submit(Bench.request(1, "units", 60, "millis", 10.0));
        untilAtWork(held);
        assertEquals(Code.BAD_USAGE, assertThrows(RunException.class, () -> runs.dropLate(held)).code());
        runs.pause(held);
        until(held, RunState.PAUSED);
        runs.proceed(held);
        untilAtWork(held);
        runs.pause(held);
        until(held, RunState.PAUSED);
        runs.resume(held);
        assertEquals(RunState.COMPLETED, finish(held).state());
        long interrupted = runs.submit(Bench.request(1, "units", 60, "millis", 20.0));
        untilAtWork(interrupted);
        while (runs.await(interrupted, Duration.ofMillis(5)).units().done() == 0) {
            Thread.onSpinWait();
        }
        runs.interruptAll(LIMIT);
        assertEquals(RunState.INTERRUPTED, finish(interrupted).state());
        runs.resume(interrupted);
        RunSummary end = finish(interrupted);
        assertEquals(RunState.COMPLETED, end.state());
        assertTrue(end.units().restored() > 0);
        runs.dropLate(interrupted);
        runs.delete(interrupted);
        assertEquals(Code.RUN_NOT_FOUND, assertThrows(RunException.class, () -> runs.dropLate(interrupted)).code());
        assertEquals(Code.RUN_NOT_FOUND, assertThrows(RunException.class, () -> runs.await(interrupted, LIMIT)).code());
    }

    @Test
    void aRefusalComesBackWithItsCodeItsSettingAndAllElse() {
        RunException refused = assertThrows(RunException.class, () -> runs.submit(Bench.request(1, "units", -1, "millis", "x")));
        assertEquals(List.of("units", "millis"), refused.problems().stream().map(RunException.Problem::setting).toList());
        assertEquals(Code.BAD_SETTING, refused.code());
        assertEquals(Code.UNKNOWN_ANALYSIS,
                assertThrows(RunException.class, () -> runs.submit(new RunRequest("nothing", "", Map.of(), Map.of(), 1, 0))).code());
        assertEquals(Code.RUN_NOT_FOUND, assertThrows(RunException.class, () -> runs.cancel(99)).code());
        assertEquals(Code.RUN_NOT_FOUND, assertThrows(RunException.class, () -> runs.resume(99)).code());
    }

    @Test
    void theOwnerReadsAFileAndTellsOfTroubleWithItsPlace() throws Exception {
        Path file = Files.writeString(folder.resolve("data.csv"), "x\n1\n");
        Dataset dataset = connection.importFile(file, ReadOptions.DETECT, Progress.NONE);
        assertEquals(file, dataset.source());
        assertEquals(ReadOptions.DETECT, dataset.options());
        Path ragged = Files.writeString(folder.resolve("ragged.csv"), "x\n");
        RunException bad = assertThrows(RunException.class, () -> connection.importFile(ragged, ReadOptions.DETECT, Progress.NONE));
        assertEquals(Code.BAD_DATA, bad.code());
        assertEquals(Optional.of(DataException.Where.at(ragged, 3)), bad.problems().get(0).place());
        assertEquals(Code.UNREADABLE_FILE, assertThrows(RunException.class,
                () -> connection.importFile(folder.resolve("none.csv"), ReadOptions.DETECT, Progress.NONE)).code());
        long run = runs.submit(new RunRequest(Bench.SCRIPT, "", Map.of("data", List.of(dataset)), Map.of("units", 1), 1, 0));
        finish(run);
        assertEquals(List.of(dataset), connection.folders().open(run).request().inputs().get("data"));
    }

    @Test
    void theOwnerCallsADataSetOtherwiseUnlessARunReadsIt() throws Exception {
        Dataset dataset = connection.importFile(Files.writeString(folder.resolve("data.csv"), "x\n1\n"), ReadOptions.DETECT, Progress.NONE);
        long run = runs.submit(new RunRequest(Bench.SCRIPT, "", Map.of("data", List.of(dataset)), Map.of("units", 2, "millis", 60_000.0), 1, 0));
        RunException inUse = assertThrows(RunException.class, () -> connection.rename(dataset.name(), "sales"));
        assertEquals(Code.BAD_USAGE, inUse.code());
        assertTrue(inUse.getMessage().contains("run " + run), inUse.getMessage());
        runs.cancel(run);
        finish(run);
        assertEquals(dataset.named("sales"), connection.rename(dataset.name(), "sales"));
        assertEquals(Code.BAD_USAGE, assertThrows(RunException.class, () -> connection.rename(dataset.name(), "other")).code());
    }

    @Test
    void readingEndsWhenTheOneWhoAskedForItGivesUp() throws Exception {
        Path slow = Files.writeString(folder.resolve("slow.csv"), "x\n");
        int[] told = new int[1];
        assertThrows(CancellationException.class, () -> connection.importFile(slow, ReadOptions.DETECT, new Progress() {
            @Override
            public void worked(long done, long total) {
                told[0]++;
            }

            @Override
            public void checkCancelled() {
                if (told[0] > 1) {
                    throw new CancellationException();
                }
            }
        }));
        assertEquals(RunState.COMPLETED, finish(runs.submit(Bench.request(1, "units", 1))).state());
    }

    @Test
    void aCancelIsHeardByAUnitThatWouldTakeAnHourBeforeAnybodyComplains() throws Exception {
        for (int i = 0; i < 3; i++) {
            long run = runs.submit(Bench.request(1, "units", 1, "millis", 3_600_000.0));
            untilAtWork(run);
            runs.cancel(run);
            RunSummary end = finish(run);
            assertEquals(RunState.CANCELLED, end.state());
            assertEquals(0, end.units().done());
            assertEquals(List.of(), connection.folders().open(run).log().stream().filter(line -> line.message().contains("does not respond")).toList());
        }
    }

    @Test
    void whenTheOwnerIsKilledItIsSaidTheRunIsInterruptedAndTheWorkspaceIsFree() throws Exception {
        long run = runs.submit(Bench.request(1, "units", 3000, "millis", 10.0));
        untilAtWork(run);
        owner.kill();
        RunException lost = assertThrows(RunException.class, () -> runs.await(run, LIMIT));
        assertEquals(Code.WORKSPACE_LOCKED, lost.code());
        assertTrue(lost.getMessage().contains("Process " + owner.pid()) && lost.getMessage().contains("is gone"), lost.getMessage());
        assertEquals(RunState.INTERRUPTED, connection.folders().open(run).summary().state());
        assertEquals(Code.WORKSPACE_LOCKED, assertThrows(RunException.class, () -> runs.cancel(run)).code());
        assertTrue(Files.exists(workspace.resolve("control.sock")), "the dead owner has left its socket");
        String token = Files.readString(workspace.resolve("control.token"));
        try (Connection own = bench.connect(workspace); Connection other = bench.connect(workspace)) {
            assertEquals(Optional.empty(), own.owner());
            assertNotEquals(token, Files.readString(workspace.resolve("control.token")));
            assertEquals(ProcessHandle.current().pid(), other.owner().orElseThrow().process());
            other.runs().cancel(run);
        }
        assertFalse(Files.exists(workspace.resolve("control.sock")));
        assertFalse(Files.exists(workspace.resolve("control.token")));
    }
}
