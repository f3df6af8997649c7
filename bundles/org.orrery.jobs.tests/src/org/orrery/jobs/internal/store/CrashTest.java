package org.orrery.jobs.internal.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.Workspace;
import org.orrery.jobs.fixture.Bench;
import org.orrery.jobs.internal.files.WriteSteps;

/** The disk refuses from the N-th write on, as at a crash or when it is full: N = 1, 2, 3 … until the run gets through. */
class CrashTest {
    private static final Object[] SETTINGS = {"units", 3, "rows", 2, "chain", true, "artifact", true, "rounds", 1, "closing", true};
    @TempDir
    Path folder;

    private static final class Refusal implements WriteSteps {
        private final int from;
        private final AtomicInteger steps = new AtomicInteger();
        private final Set<Kind> refused = EnumSet.noneOf(Kind.class);

        Refusal(int from) {
            this.from = from;
        }

        @Override
        public void before(Kind kind, Path path) throws IOException {
            if (steps.incrementAndGet() >= from) {
                synchronized (refused) {
                    refused.add(kind);
                }
                throw new IOException("Input/output error");
            }
        }
    }

    @Test
    void whicheverWriteIsTheLastTheRunGoesOnToTheSameDocument() throws Exception {
        Path straight = folder.resolve("straight");
        String expected;
        try (Workspace workspace = new Bench().open(straight)) {
            workspace.runs().submit(Bench.request(1, SETTINGS));
            Bench.finish(workspace, 1);
            expected = comparable(straight);
        }
        Set<WriteSteps.Kind> refused = EnumSet.noneOf(WriteSteps.Kind.class);
        int began = 0;
        int last = 1;
        // The campaign F4 takes every other write.
        for (int step = 1; last > 0; step += 1 + step / 16) {
            Path place = folder.resolve("crash-" + step);
            Refusal refusal = new Refusal(step);
            int acknowledged = crash(place, refusal);
            refused.addAll(refusal.refused);
            last = refusal.refused.size();
            Bench healthy = new Bench();
            try (Workspace workspace = healthy.open(place)) {
                List<RunSummary> runs = workspace.folders().list();
                if (runs.isEmpty()) {
                    continue;
                }
                began++;
                // What had not begun keeps its place in the queue.
                assertTrue(runs.get(0).state().ended() || runs.get(0).state() == RunState.QUEUED, "step " + step + ": " + runs);
                assertTrue(runs.get(0).units().done() >= acknowledged, "step " + step + ": " + runs);
                if (runs.get(0).state() != RunState.COMPLETED) {
                    workspace.runs().resume(1);
                    assertEquals(RunState.COMPLETED, Bench.finish(workspace, 1).state(), "step " + step);
                }
            }
            assertEquals(expected, comparable(place), "step " + step);
        }
        assertTrue(began > 20, began + " runs were hit");
        // Only recovery shortens files; an attempt on a healthy folder has no such step to refuse.
        refused.add(WriteSteps.Kind.TRUNCATE);
        assertEquals(EnumSet.allOf(WriteSteps.Kind.class), refused);
    }

    /** Works until the disk refuses; how many units were acknowledged before. */
    private static int crash(Path place, Refusal refusal) {
        Bench bench = new Bench(refusal);
        try (Workspace workspace = bench.open(place)) {
            workspace.runs().submit(Bench.request(1, SETTINGS));
            return Bench.finish(workspace, 1).units().done();
        } catch (RunException e) {
            return 0;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String comparable(Path place) throws Exception {
        return Bench.comparable(new Bench().read(place), 1).replace(place.toString(), "W");
    }

    @Test
    void aCrashWhileRecoveringIsRecoveredFrom() throws Exception {
        Path place = folder.resolve("workspace");
        int acknowledged = crash(place, new Refusal(60));
        for (int step = 1; step < 40; step++) {
            try (Workspace workspace = new Bench(new Refusal(step)).open(place)) {
                workspace.runs().resume(1);
                Bench.finish(workspace, 1);
            } catch (RunException e) {
                assertTrue(Set.of(RunException.Code.WORKSPACE_LOCKED, RunException.Code.INTERNAL, RunException.Code.NOT_RESUMABLE)
                        .contains(e.code()), e.code() + ": " + e.getMessage());
            }
            assertTrue(new Bench().read(place).open(1).summary().units().done() >= acknowledged);
        }
        try (Workspace workspace = new Bench().open(place)) {
            workspace.runs().resume(1);
            assertEquals(RunState.COMPLETED, Bench.finish(workspace, 1).state());
        }
    }

    @Test
    void damagedOutcomesRowsAndJournalAreNoticedAndTheirUnitsDoneAgain() throws Exception {
        Random random = new Random(5);
        for (String file : List.of("outcomes.ors", "rows/values.ors", "journal.orj")) {
            for (int trial = 0; trial < 6; trial++) {
                Path place = folder.resolve(file.replaceAll("[^a-z]", "") + trial);
                try (Workspace workspace = new Bench().open(place)) {
                    long run = workspace.runs().submit(Bench.request(2, "units", 20, "rows", 2, "failing", List.of("r0/u19")));
                    assertEquals(RunState.COMPLETED_PARTIAL, Bench.finish(workspace, run).state());
                }
                Path damaged = place.resolve("runs/1").resolve(file);
                byte[] bytes = Files.readAllBytes(damaged);
                int bit = random.nextInt(8 * 8, bytes.length * 8);
                bytes[bit / 8] ^= (byte) (1 << bit % 8);
                Files.write(damaged, bytes);
                Bench bench = new Bench();
                try (Workspace workspace = bench.open(place)) {
                    workspace.runs().resume(1);
                    RunSummary end = Bench.finish(workspace, 1);
                    assertEquals(RunState.COMPLETED_PARTIAL, end.state(), file + " bit " + bit);
                    assertEquals(19, end.units().done(), file + " bit " + bit);
                    assertTrue(end.units().restored() < 19 || file.equals("journal.orj"), file + " bit " + bit + ": " + end.units());
                }
            }
        }
    }
}
