package org.orrery.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.data.Dataset;
import org.orrery.data.ReadOptions;
import org.orrery.data.Schema;
import org.orrery.jobs.fixture.Bench;

class RunAgainTest {
    @TempDir
    Path folder;
    private final Bench bench = new Bench();

    @Test
    void theSameSettingsSeedAndDataComeToTheSameFigures() throws Exception {
        try (Workspace workspace = bench.open(folder.resolve("w"))) {
            Dataset dataset = dataset("ab".repeat(32), Files.writeString(folder.resolve("data.csv"), "a\n1\n"));
            RunRequest asked = Bench.request(2, "units", 3, "rows", 4);
            long first = workspace.runs().submit(new RunRequest(asked.analysis(), "Mine", Map.of("data", List.of(dataset)), asked.settings(), 99, 2));
            Bench.finish(workspace, first);
            workspace.runs().extend(first, Map.of("units", 6));
            Bench.finish(workspace, first);
            RunAgain again = RunAgain.of(workspace.folders().open(first), bench.catalog(), stored -> stored);
            assertEquals(List.of(), again.differences());
            assertEquals(99, again.request().seed());
            assertEquals(6L, ((Number) again.request().settings().get("units")).longValue(), "as they had grown");
            long second = workspace.runs().submit(again.request());
            Bench.finish(workspace, second);
            assertEquals(workspace.folders().open(first).result().orElseThrow().figures(), workspace.folders().open(second).result().orElseThrow().figures());
            assertEquals(Bench.comparable(workspace.folders(), first), Bench.comparable(workspace.folders(), second));
        }
    }

    @Test
    void whatIsNotAsItWasIsToldBefore() throws Exception {
        try (Workspace workspace = bench.open(folder.resolve("w"))) {
            Path file = Files.writeString(folder.resolve("data.csv"), "a\n1\n");
            RunRequest asked = Bench.request(1, "units", 1);
            long run = workspace.runs().submit(new RunRequest(asked.analysis(), "", Map.of("data", List.of(dataset("ab".repeat(32), file))), asked.settings(), 1, 1));
            Bench.finish(workspace, run);
            StoredRun stored = workspace.folders().open(run);
            Dataset other = dataset("cd".repeat(32), file);
            RunAgain changed = RunAgain.of(stored, bench.catalog(), before -> other);
            assertEquals(List.of(RunAgain.Kind.DATA), changed.differences().stream().map(RunAgain.Difference::kind).toList());
            assertTrue(changed.differences().get(0).message().contains("data.csv"), changed::toString);
            assertEquals(List.of(other), changed.request().inputs().get("data"), "it would run on what is there now");
            bench.version = "2.0.0";
            assertEquals(List.of(RunAgain.Kind.VERSION), RunAgain.of(stored, bench.catalog(), before -> before).differences().stream()
                    .map(RunAgain.Difference::kind).toList());
            bench.version = "1.0.0";
            RunAgain.Reader unreadable = before -> {
                throw new RunException(RunException.Code.UNREADABLE_FILE, "gone");
            };
            assertThrows(RunException.class, () -> RunAgain.of(stored, bench.catalog(), unreadable), "a file that is there and cannot be read");
            Files.delete(file);
            RunAgain gone = RunAgain.of(stored, bench.catalog(), unreadable);
            assertEquals(List.of(RunAgain.Kind.DATA_GONE), gone.differences().stream().map(RunAgain.Difference::kind).toList());
            assertEquals(stored.request().inputs(), gone.request().inputs());
            bench.installed = false;
            assertEquals(RunException.Code.UNKNOWN_ANALYSIS,
                    assertThrows(RunException.class, () -> RunAgain.of(stored, bench.catalog(), before -> before)).code());
        }
    }

    private static Dataset dataset(String digest, Path file) {
        return new Dataset("data", file, ReadOptions.DETECT, Schema.of(Column.of("a", ColumnType.REAL)), 1, digest, 4, Instant.EPOCH, List.of());
    }
}
