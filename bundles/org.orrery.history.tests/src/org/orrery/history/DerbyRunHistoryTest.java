package org.orrery.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.jobs.RunHistory;
import org.orrery.jobs.RunHistory.Query;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;

class DerbyRunHistoryTest {
    private final List<String> log = new CopyOnWriteArrayList<>();
    private final MemoryFolders truth = new MemoryFolders();
    @TempDir
    Path folder;

    private RunHistory open() throws IOException {
        return new DerbyRunHistories((message, trouble) -> log.add(message + trouble)).open(folder, truth);
    }

    @Test
    void givesBackWhatWasPutInNewestFirst() throws IOException {
        try (RunHistory history = open()) {
            RunSummary first = MemoryFolders.run(1, RunState.COMPLETED);
            RunSummary second = MemoryFolders.run(2, RunState.RUNNING);
            RunSummary tagged = MemoryFolders.run(3, RunState.FAILED);
            history.put(first);
            history.put(tagged);
            history.put(second);
            assertEquals(List.of(tagged, second, first), history.find(Query.ALL));
        }
        assertEquals(List.of(), log);
    }

    @Test
    void theLastOfSeveralChangesOfARunIsKept() throws IOException {
        try (RunHistory history = open()) {
            history.put(MemoryFolders.run(1, RunState.QUEUED));
            assertEquals(RunState.QUEUED, history.find(Query.ALL).get(0).state());
            history.put(MemoryFolders.run(1, RunState.RUNNING));
            history.put(MemoryFolders.run(1, RunState.COMPLETED));
            assertEquals(List.of(MemoryFolders.run(1, RunState.COMPLETED)), history.find(Query.ALL));
            history.remove(1);
            assertEquals(List.of(), history.find(Query.ALL));
            history.put(MemoryFolders.run(1, RunState.PAUSED));
            assertEquals(1, history.find(Query.ALL).size());
        }
    }

    @Test
    void findsByStateAnalysisTextTagAndLimit() throws IOException {
        truth.filled(30);
        truth.add(MemoryFolders.run(31, RunState.FAILED, "Größe 100% _genau_!", 0.5, List.of("ÄRGER")));
        try (RunHistory history = open()) {
            assertEquals(List.of(31L), ids(history.find(new Query(RunState.FAILED, "", "", 100))));
            assertEquals(15, history.find(new Query(null, "classification", "", 100)).size());
            assertEquals(List.of(31L), ids(history.find(new Query(null, "", "größE 100%", 100))));
            assertEquals(List.of(31L), ids(history.find(new Query(null, "", "_GENAU_!", 100))));
            assertEquals(List.of(31L), ids(history.find(new Query(null, "", "ärg", 100))));
            assertEquals(List.of(30L, 27L), ids(history.find(new Query(null, "", "baseline", 2))));
            assertEquals(List.of(), history.find(new Query(null, "", "'; DROP TABLE run; --", 100)));
            assertEquals(List.of(), history.find(new Query(null, "", "", 0)));
        }
    }

    @Test
    void notesComeBackWholeAndAreFound() throws IOException {
        RunSummary run = MemoryFolders.run(3, RunState.COMPLETED);
        RunSummary noted = new RunSummary(run.id(), run.analysis(), run.name(), run.state(), run.submitted(), run.started(), run.finished(),
                run.dataset(), run.bestName(), run.bestValue(), run.units(), run.resumable(), List.of("kept"), "Second fold\nlooks ODD");
        truth.filled(5);
        truth.add(noted);
        try (RunHistory history = open()) {
            assertEquals(List.of(noted), history.find(new Query(null, "", "looks odd", 10)));
        }
        Damage.delete(folder);
        try (RunHistory history = open()) {
            assertEquals(truth.list(), history.find(Query.ALL));
        }
    }

    @Test
    void figuresThatAreNotFiniteComeBackAsNaN() throws IOException {
        try (RunHistory history = open()) {
            history.put(MemoryFolders.run(1, RunState.COMPLETED, "a", Double.POSITIVE_INFINITY, List.of()));
            history.put(MemoryFolders.run(2, RunState.COMPLETED, "b", Double.NaN, List.of()));
            history.put(MemoryFolders.run(3, RunState.COMPLETED, "c", Double.MIN_VALUE, List.of()));
            List<RunSummary> found = history.find(Query.ALL);
            assertEquals(Double.MIN_VALUE, found.get(0).bestValue());
            assertTrue(Double.isNaN(found.get(1).bestValue()));
            assertTrue(Double.isNaN(found.get(2).bestValue()));
        }
    }

    @Test
    void textsLongerThanAColumnAreCut() throws IOException {
        try (RunHistory history = open()) {
            history.put(MemoryFolders.run(1, RunState.COMPLETED, "ab".repeat(20_000), 1, List.of("t".repeat(5_000))));
            assertEquals(4_000, history.find(Query.ALL).get(0).name().length());
        }
        assertEquals(List.of(), log);
    }

    @Test
    void whatIsPutBeforeClosingIsThereAfterOpening() throws IOException {
        try (RunHistory history = open()) {
            history.put(truth.add(MemoryFolders.run(1, RunState.COMPLETED)));
        }
        try (RunHistory history = open()) {
            assertEquals(truth.list(), history.find(Query.ALL));
        }
        assertEquals(List.of(), log);
    }

    @Test
    void agreesWithTheRunFoldersAfterOpening() throws IOException {
        truth.filled(20);
        open().close();
        truth.runs.remove(5L);
        truth.add(MemoryFolders.run(6, RunState.INTERRUPTED));
        truth.add(MemoryFolders.run(21, RunState.CANCELLED));
        try (RunHistory history = open()) {
            assertEquals(truth.list(), history.find(Query.ALL));
        }
    }

    @Test
    void aDeletedHistoryIsRebuiltFromTheRunFolders() throws IOException {
        truth.filled(50);
        open().close();
        Damage.delete(folder);
        try (RunHistory history = open()) {
            assertEquals(truth.list(), history.find(Query.ALL));
        }
    }

    @Test
    void anInterruptOfTheAskingThreadDoesNoHarmAndIsKept() throws IOException {
        truth.filled(10);
        try (RunHistory history = open()) {
            Thread.currentThread().interrupt();
            assertEquals(10, history.find(Query.ALL).size());
            assertTrue(Thread.interrupted());
            history.put(MemoryFolders.run(11, RunState.COMPLETED));
            Thread.currentThread().interrupt();
            assertEquals(11, history.find(Query.ALL).size());
            Thread.currentThread().interrupt();
        } finally {
            assertTrue(Thread.interrupted());
        }
        assertEquals(List.of(), log);
    }

    @Test
    void tenThousandRunsAreListedNewestFirst() throws IOException {
        truth.filled(10_000);
        try (RunHistory history = open()) {
            List<Long> ids = history.find(Query.ALL).stream().map(RunSummary::id).toList();
            assertEquals(10_000, ids.size());
            assertEquals(ids.stream().sorted(Comparator.reverseOrder()).toList(), ids);
        }
    }

    @Test
    void theLogOfTheDatabaseLiesInTheFolder() throws IOException {
        open().close();
        assertTrue(Files.exists(folder.resolve("index")));
        assertTrue(Files.notExists(Path.of("derby.log")));
    }

    private static List<Long> ids(List<RunSummary> runs) {
        return runs.stream().map(RunSummary::id).toList();
    }
}
