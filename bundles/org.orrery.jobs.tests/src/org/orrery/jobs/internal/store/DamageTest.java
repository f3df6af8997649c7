package org.orrery.jobs.internal.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunHistory;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.UnitCounts;
import org.orrery.jobs.Workspace;
import org.orrery.jobs.fixture.Bench;
import org.orrery.jobs.internal.files.WriteSteps;

/** One byte of a stored run changes while nobody looks: what is shown afterwards is true, or refused. */
class DamageTest {
    private static final Object[] SETTINGS = {"units", 4, "rows", 2, "chain", true, "artifact", true, "rounds", 1};
    @TempDir
    Path folder;
    private Path straight;
    private Path cut;

    @BeforeEach
    void aStraightRunAndOneThatEndedInItsMiddle() throws Exception {
        straight = folder.resolve("straight");
        run(straight, WriteSteps.NONE);
        cut = folder.resolve("cut");
        AtomicInteger commits = new AtomicInteger();
        run(cut, (kind, path) -> {
            // Each unit appends one outcome; the first append is the head of the file.
            boolean outcome = kind == WriteSteps.Kind.APPEND && path.endsWith("outcomes.ors");
            if (commits.addAndGet(outcome ? 1 : 0) > 6) {
                throw new IOException("Input/output error");
            }
        });
        assertEquals(5, new Bench().read(cut).open(1).summary().units().done());
    }

    private static void run(Path place, WriteSteps steps) throws Exception {
        try (Workspace workspace = new Bench(steps).open(place)) {
            workspace.runs().submit(Bench.request(1, SETTINGS));
            Bench.finish(workspace, 1);
        }
    }

    private static void damage(Path file, int at) throws IOException {
        byte[] content = Files.readAllBytes(file);
        content[at] ^= 4;
        Files.write(file, content);
    }

    private Path file(String below) {
        return cut.resolve("runs/1").resolve(below);
    }

    private void goesOnToTheSameDocument() throws Exception {
        try (Workspace workspace = new Bench().open(cut)) {
            workspace.runs().resume(1);
            assertEquals(RunState.COMPLETED, Bench.finish(workspace, 1).state());
        }
        assertEquals(Bench.comparable(new Bench().read(straight), 1), Bench.comparable(new Bench().read(cut), 1).replace(cut.toString(),
                straight.toString()));
        assertTrue(new Bench().read(cut).open(1).log().stream().anyMatch(line -> line.message().contains("done again")));
    }

    @Test
    void aLostOutcomeInTheMiddleOfAChainTakesTheLaterStatesWithIt() throws Exception {
        damage(file("outcomes.ors"), 60);
        goesOnToTheSameDocument();
    }

    @Test
    void aLostStateIsMadeAgainFromTheOneBefore() throws Exception {
        damage(file("state/main-5.ors"), 60);
        goesOnToTheSameDocument();
        assertEquals(4, new Bench().read(cut).open(1).summary().units().restored());
    }

    @Test
    void aChainWithoutAnyStateBeginsAnew() throws Exception {
        for (int generation = 3; generation <= 5; generation++) {
            Files.delete(file("state/main-" + generation + ".ors"));
        }
        goesOnToTheSameDocument();
        assertEquals(0, new Bench().read(cut).open(1).summary().units().restored());
    }

    @Test
    void aFileOfTheSameSizeWithOtherBytesIsMadeAgain() throws Exception {
        Path artifact = file("artifacts/file.r1-u0/value.txt");
        byte[] before = Files.readAllBytes(artifact);
        damage(artifact, 1);
        goesOnToTheSameDocument();
        assertEquals(new String(before), Files.readString(artifact));
    }

    @Test
    void figuresAreNotShownBesideARequestThatTheyDoNotComeFrom() throws Exception {
        Path request = straight.resolve("runs/1/request.json");
        Files.writeString(request, Files.readString(request).replace("\"units\":4", "\"units\":5"));
        RunException refused = assertThrows(RunException.class, () -> new Bench().read(straight).open(1));
        assertTrue(refused.getMessage().contains("request"), refused.getMessage());
    }

    /** Every byte of the head of the log and of its first record in turn. */
    @Test
    void aDamagedFirstEntryOfTheJournalLosesNothing() throws Exception {
        Path journal = straight.resolve("runs/1/journal.orj");
        byte[] whole = Files.readAllBytes(journal);
        String truth = Bench.comparable(new Bench().read(straight), 1);
        int first = 8 + 77 + ByteBuffer.wrap(whole).getInt(8);
        for (int at = 0; at < first; at += 3) {
            damage(journal, at);
            assertEquals(truth, Bench.comparable(new Bench().read(straight), 1), "byte " + at);
            Files.write(journal, whole);
        }
    }

    @Test
    void anOwnerMakesADamagedFirstEntryAgainAndTheRunGoesOn() throws Exception {
        damage(file("journal.orj"), 100);
        assertEquals(RunState.INTERRUPTED, new Bench().read(cut).open(1).summary().state());
        try (Workspace workspace = new Bench().open(cut)) {
            workspace.runs().resume(1);
            assertEquals(new UnitCounts(8, 8, 5, 0, 0), Bench.finish(workspace, 1).units());
        }
        assertEquals(Bench.comparable(new Bench().read(straight), 1), Bench.comparable(new Bench().read(cut), 1).replace(cut.toString(),
                straight.toString()));
        assertTrue(new Bench().read(cut).open(1).log().stream().anyMatch(line -> line.message().contains("first entry of the journal")));
        assertTrue(Files.exists(file("damaged/journal.orj")));
    }

    @Test
    void aJournalOfWhichNothingIsLeftBeginsAnewFromTheRequest() throws Exception {
        for (byte[] rest : List.of(new byte[0], new byte[300])) {
            Files.write(file("journal.orj"), rest);
            assertEquals(List.of(1L), new Bench().read(cut).list().stream().map(RunSummary::id).toList());
            try (Workspace workspace = new Bench().open(cut)) {
                workspace.runs().resume(1);
                assertEquals(new UnitCounts(8, 8, 0, 0, 0), Bench.finish(workspace, 1).units());
            }
            assertEquals(Bench.comparable(new Bench().read(straight), 1), Bench.comparable(new Bench().read(cut), 1).replace(cut.toString(),
                    straight.toString()));
        }
    }

    @Test
    void settingsThatChangedBesideADamagedFirstEntryAreStillNoticed() throws Exception {
        damage(straight.resolve("runs/1/journal.orj"), 100);
        Path request = straight.resolve("runs/1/request.json");
        Files.writeString(request, Files.readString(request).replace("\"units\":4", "\"units\":5"));
        assertThrows(RunException.class, () -> new Bench().read(straight).open(1));
    }

    @Test
    void aRunThatCannotBeReadIsListedAsDamagedByItsNumber() throws Exception {
        Path request = straight.resolve("runs/1/request.json");
        Files.writeString(request, "{");
        Files.delete(straight.resolve("runs/1/summary.json"));
        try (Workspace workspace = new Bench().open(straight)) {
            RunSummary damaged = workspace.history().find(RunHistory.Query.ALL).get(0);
            assertEquals(List.of(damaged), workspace.folders().list());
            assertEquals("Run 1 (damaged)", damaged.name());
            assertTrue(damaged.note().contains(straight.resolve("runs/1").toString()), damaged.note());
            assertThrows(RunException.class, () -> workspace.runs().resume(1));
            workspace.runs().delete(1);
            assertEquals(List.of(), workspace.folders().list());
        }
    }

    @Test
    void aDamagedSummaryIsNotListed() throws Exception {
        var truth = new Bench().read(straight).list();
        Path summary = straight.resolve("runs/1/summary.json");
        Files.writeString(summary, Files.readString(summary).replaceAll("(\"bestValue\":[^1-9]*)[1-9]", "$10"));
        assertEquals(truth, new Bench().read(straight).list());
    }

    @Test
    void aResultThatTheJournalNamesSurvivesADiskThatRefusesToMoveIt() throws Exception {
        Path place = folder.resolve("refused");
        AtomicInteger moves = new AtomicInteger();
        run(place, (kind, path) -> {
            if (kind == WriteSteps.Kind.MOVE && path.endsWith("result") || moves.get() > 0) {
                moves.incrementAndGet();
                throw new IOException("Input/output error");
            }
        });
        assertTrue(moves.get() > 0);
        try (Workspace workspace = new Bench().open(place)) {
            if (workspace.folders().open(1).summary().state() != RunState.COMPLETED) {
                workspace.runs().resume(1);
                assertEquals(RunState.COMPLETED, Bench.finish(workspace, 1).state());
            }
        }
        assertEquals(Bench.comparable(new Bench().read(straight), 1), Bench.comparable(new Bench().read(place), 1).replace(place.toString(),
                straight.toString()));
    }
}
