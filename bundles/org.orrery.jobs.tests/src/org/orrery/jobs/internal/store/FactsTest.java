package org.orrery.jobs.internal.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.Workspace;
import org.orrery.jobs.fixture.Bench;
import org.orrery.jobs.search.RunFacts;
import org.orrery.jobs.search.RunSearch;

class FactsTest {
    @TempDir
    Path folder;
    private final Bench bench = new Bench();

    @Test
    void runsAreFoundByFiguresAndSettingsWhetherTheirShortcutIsThereOrNot() throws Exception {
        long first;
        long second;
        try (Workspace workspace = bench.open(folder)) {
            first = workspace.runs().submit(Bench.request(1, "units", 2));
            second = workspace.runs().submit(Bench.request(1, "units", 3, "rounds", 1));
            Bench.finish(workspace, first);
            Bench.finish(workspace, second);
            assertEquals(List.of(second), found(workspace.folders().find(RunSearch.of("set.units>2 seed=12345", ZonedDateTime.now()))));
            workspace.runs().extend(first, Map.of("units", 7));
            Bench.finish(workspace, first);
            assertEquals(Optional.of(7.0), workspace.folders().facts(first).find("set.units"), "a setting that has grown");
        }
        RunFacts stored = bench.read(folder).facts(first);
        String figure = bench.read(folder).open(first).result().orElseThrow().figures().get(0).name();
        assertEquals(List.of(second, first), found(bench.read(folder).find(RunSearch.of(figure + ">=0", ZonedDateTime.now()))));
        Path shortcut = folder.resolve("runs/" + first + "/summary.json");
        byte[] damaged = Files.readAllBytes(shortcut);
        damaged[damaged.length - 3] ^= 1;
        Files.write(shortcut, damaged);
        assertEquals(stored, bench.read(folder).facts(first), "one that is damaged does not count");
        Files.delete(shortcut);
        assertEquals(stored, bench.read(folder).facts(first));
        assertEquals(RunFacts.NONE, bench.read(folder).facts(99));
        assertEquals(List.of(), bench.reports);
    }

    private static List<Long> found(List<RunSummary> runs) {
        return runs.stream().map(RunSummary::id).toList();
    }
}
