package org.orrery.jobs.internal.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.Workspace;
import org.orrery.jobs.fixture.Bench;
import org.orrery.jobs.internal.files.DurableFiles;
import org.orrery.jobs.internal.files.WriteSteps;

class ChainFallBackTest {
    private static final int UNITS = 9;
    @TempDir
    Path folder;
    private final Bench bench = new Bench();
    private String straight;

    @BeforeEach
    void run() throws Exception {
        try (Workspace workspace = bench.open(folder)) {
            long run = workspace.runs().submit(Bench.request(1, "units", UNITS, "chain", true));
            assertEquals(RunState.COMPLETED, Bench.finish(workspace, run).state());
            straight = Bench.comparable(workspace.folders(), run);
            long begun = workspace.runs().submit(Bench.request(1, "units", UNITS - 1, "chain", true));
            Bench.finish(workspace, begun);
        }
    }

    /** Lets run 2, damaged while nobody looked, grow to the length of run 1. */
    private RunSummary goOn() throws Exception {
        try (Workspace workspace = bench.open(folder)) {
            workspace.runs().extend(2, Map.of("units", UNITS));
            RunSummary end = Bench.finish(workspace, 2);
            assertEquals(RunState.COMPLETED, end.state());
            assertEquals(straight, Bench.comparable(workspace.folders(), 2));
            return end;
        }
    }

    private void damage(String file, int fromEnd) throws IOException {
        Path path = folder.resolve("runs/2").resolve(file);
        byte[] bytes = Files.readAllBytes(path);
        bytes[bytes.length - fromEnd] ^= 4;
        Files.write(path, bytes);
    }

    private List<String> warnings() throws Exception {
        return bench.read(folder).open(2).log().stream().map(line -> line.message()).filter(line -> line.contains("done again")).toList();
    }

    @Test
    void aDamagedNewestStateCostsOneUnitAndIsTold() throws Exception {
        damage("state/main-8.ors", 3);
        assertEquals(7, goOn().units().restored());
        assertEquals(1, warnings().size(), warnings().toString());
        assertTrue(warnings().get(0).startsWith("What unit r0/u7 had left cannot be read"), warnings().toString());
    }

    @Test
    void twoDamagedStatesCostTwoUnits() throws Exception {
        damage("state/main-8.ors", 3);
        damage("state/main-7.ors", 3);
        assertEquals(6, goOn().units().restored());
    }

    @Test
    void aChainWithoutAWholeStateIsDoneFromItsStart() throws Exception {
        for (int generation = 6; generation <= 8; generation++) {
            Files.delete(folder.resolve("runs/2/state/main-" + generation + ".ors"));
        }
        assertEquals(0, goOn().units().restored());
    }

    @Test
    void aUnitInTheMiddleThatIsDoneAgainTakesThoseAfterItAlong() throws Exception {
        Path outcomes = folder.resolve("runs/2/outcomes.ors");
        damage("outcomes.ors", (int) (Files.size(outcomes) / 2));
        assertEquals(0, goOn().units().restored(), "the state before it is not kept any more");
    }

    @Test
    void largeStatesKeepOnlyTheNewestGenerationAndItsChainGoesOn() throws Exception {
        RunFolder place = new RunFolder(folder.resolve("runs/2"));
        try (RunStore store = RunOpening.open(new DurableFiles(WriteSteps.NONE), place).store()) {
            JournalEntry.Committed within = commit(store, 40);
            store.prune(within, 100);
            assertEquals(List.of("main-7.ors", "main-8.ors", "main-9.ors"), states(place), "within the budget there are three");
            JournalEntry.Committed over = commit(store, 90);
            store.prune(over, 100);
            assertEquals(List.of("main-10.ors"), states(place));
            store.prune(commit(store, 500), 100);
            assertEquals(List.of("main-11.ors"), states(place), "the newest stays, however large it is");
            assertEquals(500, store.state("main").orElseThrow().length);
        }
        goOn();
    }

    private static JournalEntry.Committed commit(RunStore store, int bytes) throws IOException {
        return store.stage(new UnitCommit("r0/u8", 0, 0, new byte[0], Map.of(), List.of(), Map.of("main", new byte[bytes])), 1, Instant.EPOCH);
    }

    private static List<String> states(RunFolder place) throws IOException {
        try (Stream<Path> all = Files.list(place.path().resolve("state"))) {
            return all.map(file -> file.getFileName().toString()).sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder())).toList();
        }
    }
}
