package org.orrery.jobs.internal.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.UnitCounts;
import org.orrery.jobs.Workspace;
import org.orrery.jobs.fixture.Bench;
import org.orrery.jobs.fixture.Child;
import org.orrery.jobs.fixture.ChildProgram;
import org.orrery.jobs.internal.codec.PlainJson;
import org.orrery.jobs.internal.lease.ProcessIdentity;
import org.orrery.jobs.internal.lease.WorkerLease;

class KillTest {
    private static final int UNITS = 60;
    private static final double MILLIS = 8;
    @TempDir
    Path folder;
    private final Bench bench = new Bench();

    @Test
    void aRunWhoseProcessIsKilledAgainAndAgainLosesNothingAcknowledgedAndEndsAsAStraightOne() throws Exception {
        Path killed = folder.resolve("killed");
        Random random = new Random(1);
        int acknowledged = 0;
        for (int kill = 0; kill < 4; kill++) {
            try (Child child = new Child("run", killed.toString(), Integer.toString(UNITS), Double.toString(MILLIS))) {
                int target = acknowledged + 3 + random.nextInt(20);
                String line;
                while ((line = child.line()) != null && acknowledged < target) {
                    if (line.startsWith("done ")) {
                        acknowledged = Math.max(acknowledged, Integer.parseInt(line.substring(5)));
                    }
                }
                assertNotNull(line, "the child ended by itself");
                child.kill();
            }
            RunSummary seen = bench.read(killed).open(1).summary();
            assertEquals(RunState.INTERRUPTED, seen.state(), "another process sees that the owner is dead");
            assertTrue(seen.units().done() >= acknowledged, seen.units() + " after " + acknowledged + " were acknowledged");
        }
        try (Workspace workspace = bench.open(killed)) {
            assertEquals(RunState.INTERRUPTED, workspace.folders().open(1).summary().state());
            workspace.runs().resume(1);
            RunSummary end = Bench.finish(workspace, 1);
            assertEquals(RunState.COMPLETED, end.state());
            assertTrue(end.units().restored() >= acknowledged);
        }
        Path straight = folder.resolve("straight");
        try (Workspace workspace = bench.open(straight)) {
            workspace.runs().submit(Bench.request(2, ChildProgram.settings(UNITS, 0)));
            assertEquals(new UnitCounts(2 * UNITS + 1, 2 * UNITS + 1, 0, 0, 0), Bench.finish(workspace, 1).units());
        }
        assertEquals(comparable(straight), comparable(killed));
    }

    private String comparable(Path workspace) throws Exception {
        return Bench.comparable(bench.read(workspace), 1).replace(workspace.toString(), "W").replaceAll("\"millis\": [0-9.]+", "\"millis\": 0");
    }

    @Test
    void aSecondProcessIsToldWhoHoldsTheWorkspaceAndGetsItWhenThatOneIsKilled() throws Exception {
        try (Child child = new Child("hold", folder.toString())) {
            assertEquals("held", child.line());
            RunException refused = assertThrows(RunException.class, () -> bench.open(folder));
            assertEquals(RunException.Code.WORKSPACE_LOCKED, refused.code());
            assertTrue(refused.getMessage().contains("process " + child.pid() + " of " + System.getProperty("user.name")),
                    refused.getMessage());
            assertEquals(0, bench.read(folder).list().size());
            child.kill();
            bench.open(folder).close();
        }
    }

    @Test
    void aWorkerWhoseOwnerIsKilledEndsAndTheNextOwnerResumesItsRun() throws Exception {
        ProcessHandle worker;
        try (Child owner = new Child("worker", folder.toString(), "60", "40")) {
            String line = owner.line();
            while (line != null && (!line.startsWith("done ") || Integer.parseInt(line.substring(5)) < 3)) {
                line = owner.line();
            }
            assertNotNull(line, "the owner ended by itself");
            worker = ProcessHandle.of(PlainJson.read(Files.readAllBytes(folder.resolve("runs/1/worker.lock")), ProcessIdentity.class).pid())
                    .orElseThrow();
            assertTrue(worker.isAlive());
            long began = System.nanoTime();
            owner.kill();
            // The lock goes with the process, while a process that nobody waits for may stay in the list for a while.
            while (WorkerLease.take(folder.resolve("runs/1"), ProcessIdentity.own()).map(KillTest::closed).isEmpty()) {
                assertTrue(System.nanoTime() - began < 60_000_000_000L, "process " + worker.pid() + " has the folder still");
                LockSupport.parkNanos(10_000_000);
            }
        }
        try (Workspace workspace = bench.open(folder)) {
            assertEquals(RunState.INTERRUPTED, workspace.folders().open(1).summary().state());
            workspace.runs().resume(1);
            RunSummary end = Bench.finish(workspace, 1);
            assertEquals(RunState.COMPLETED, end.state());
            assertTrue(end.units().restored() >= 3);
        }
    }

    private static boolean closed(WorkerLease lease) {
        try (lease) {
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aWorkerThatHasOutlivedItsOwnerIsEndedBeforeAnybodyElseWritesItsFolder() throws Exception {
        try (Child orphan = new Child("lease", folder.toString())) {
            assertEquals("leased", orphan.line());
            WorkerLease.expel(folder, Duration.ofSeconds(5));
            assertNull(orphan.line(), "it has ended");
            try (WorkerLease free = WorkerLease.take(folder, ProcessIdentity.own()).orElseThrow()) {
                assertEquals(Optional.empty(), WorkerLease.take(folder, ProcessIdentity.own()), "held by " + free);
            }
        }
    }
}
