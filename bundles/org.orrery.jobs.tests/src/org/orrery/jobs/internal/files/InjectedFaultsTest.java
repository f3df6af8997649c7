package org.orrery.jobs.internal.files;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.jobs.internal.files.WriteSteps.Kind;

class InjectedFaultsTest {
    @TempDir
    Path folder;

    private final List<Integer> exits = new ArrayList<>();

    private WriteSteps with(Map<String, String> properties) {
        return InjectedFaults.of(properties::get, exits::add);
    }

    @Test
    void aProcessWithoutThePropertiesIsLeftAlone() {
        assertSame(WriteSteps.NONE, with(Map.of("orrery.thread", "any")));
    }

    @Test
    void theProcessEndsBeforeTheNamedStepIsTakenForTheNthTime() throws IOException {
        WriteSteps steps = with(Map.of(InjectedFaults.HALT, "FORCE/journal:2"));
        Path journal = folder.resolve("runs/7/journal.orj");
        steps.before(Kind.FORCE, journal);
        steps.before(Kind.APPEND, journal);
        steps.before(Kind.FORCE, folder.resolve("runs/7/outcomes.ors"));
        assertEquals(List.of(), exits);
        steps.before(Kind.FORCE, journal);
        assertEquals(List.of(137), exits);
    }

    @Test
    void onceADiskIsFullItStaysFull() {
        WriteSteps steps = with(Map.of(InjectedFaults.FAIL, "*:2"));
        assertDoesNotThrow(() -> steps.before(Kind.OPEN, folder));
        assertThrows(IOException.class, () -> steps.before(Kind.APPEND, folder));
        assertThrows(IOException.class, () -> steps.before(Kind.FORCE, folder));
    }

    @Test
    void whatIsMeantForWorkersLeavesTheirOwnerAlone() throws IOException {
        Map<String, String> properties = Map.of(InjectedFaults.WORKER + "haltAt", "APPEND/journal:1");
        assertSame(WriteSteps.NONE, with(properties));
        WriteSteps worker = InjectedFaults.of(InjectedFaults.forWorker(properties::get), exits::add);
        worker.before(Kind.APPEND, folder.resolve("runs/7/journal.orj"));
        assertEquals(List.of(137), exits);
    }

    @Test
    void aSlowDiskTakesItsTimeForEachForceAndForNothingElse() throws IOException {
        WriteSteps steps = with(Map.of(InjectedFaults.SLOW, "20"));
        steps.before(Kind.APPEND, folder.resolve("runs/7/journal.orj"));
        long began = System.nanoTime();
        steps.before(Kind.FORCE, folder.resolve("runs/7/journal.orj"));
        // Never shorter, whatever the machine does; how much longer is no promise.
        assertTrue(System.nanoTime() - began >= 20_000_000);
    }

    @Test
    void stepsAreNamedByThePartOfTheRunThatTheyTouch() throws IOException {
        Path trace = folder.resolve("trace");
        WriteSteps steps = with(Map.of(InjectedFaults.TRACE, trace.toString()));
        steps.before(Kind.OPEN, folder.resolve("runs/.12.new/request.json.tmp"));
        steps.before(Kind.MOVE, folder.resolve("runs/12"));
        steps.before(Kind.APPEND, folder.resolve("runs/12/rows/values.ors"));
        steps.before(Kind.MOVE, folder.resolve("runs/12/state/main-3.ors"));
        steps.before(Kind.FORCE_FOLDER, folder.resolve("runs"));
        assertEquals(List.of("OPEN/request", "MOVE/run", "APPEND/rows", "MOVE/state", "FORCE_FOLDER/runs"), Files.readAllLines(trace));
    }
}
