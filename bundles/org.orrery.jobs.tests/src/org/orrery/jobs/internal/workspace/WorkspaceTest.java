package org.orrery.jobs.internal.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.data.DataWarning;
import org.orrery.data.Dataset;
import org.orrery.data.Progress;
import org.orrery.data.ReadOptions;
import org.orrery.data.Schema;
import org.orrery.jobs.Catalog;
import org.orrery.jobs.Lineage;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunHistory;
import org.orrery.jobs.RunRequest;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.Workspace;
import org.orrery.jobs.fixture.Bench;
import org.orrery.jobs.internal.lease.ProcessIdentity;

class WorkspaceTest {
    @TempDir
    Path folder;
    private final Bench bench = new Bench();

    private static Dataset dataset(String name) {
        ReadOptions options = ReadOptions.DETECT.change().delimiter(";").quote('"').encoding("UTF-8").header(true)
                .missing(List.of("NA")).types(Map.of("x", ColumnType.REAL)).options();
        return new Dataset(name, Path.of("data.csv").toAbsolutePath(), options, Schema.of(new Column("x", ColumnType.REAL, 1, 2, false)), 3,
                "ab", 12, Instant.parse("2026-01-02T03:04:05.678Z"), List.of(new DataWarning("w", "A sentence.")));
    }

    @Test
    void theCatalogKeepsDataSetsWhateverTheyAreCalled() throws Exception {
        String strange = "../../b\u00fcse \u0000 name";
        try (Workspace workspace = bench.open(folder)) {
            workspace.catalog().put(dataset("z"));
            workspace.catalog().put(dataset(strange));
            workspace.catalog().put(dataset("z"));
        }
        try (Workspace workspace = bench.open(folder)) {
            assertEquals(List.of(dataset(strange), dataset("z")), workspace.catalog().datasets());
            workspace.catalog().remove(strange);
            workspace.catalog().remove(strange);
            assertEquals(List.of(dataset("z")), workspace.catalog().datasets());
            assertEquals(List.of(dataset("z")), bench.datasets(folder), "for another process");
            assertEquals(List.of(), bench.datasets(folder.resolve("absent")));
        }
    }

    @Test
    void aDataSetThatIsRenamedKeepsWhatItWasMadeFromAndTakesNobodysName() throws Exception {
        Lineage lineage = new Lineage(7, "cleaning", "write", List.of("cd"));
        try (Workspace workspace = bench.open(folder)) {
            workspace.catalog().put(dataset("made"), lineage);
            workspace.catalog().put(dataset("other"));
            assertEquals(dataset("sales 2026"), workspace.catalog().rename("made", "sales 2026"));
        }
        try (Workspace workspace = bench.open(folder)) {
            Catalog catalog = workspace.catalog();
            assertEquals(List.of(dataset("other"), dataset("sales 2026")), catalog.datasets());
            assertEquals(Optional.of(lineage), catalog.lineage("sales 2026"));
            assertEquals(Optional.empty(), catalog.lineage("made"));
            assertEquals("There is a data set other already.", assertThrows(RunException.class, () -> catalog.rename("sales 2026", "other")).getMessage());
            assertEquals(RunException.Code.BAD_USAGE, assertThrows(RunException.class, () -> catalog.rename("sales 2026", " ")).code());
            String gone = assertThrows(RunException.class, () -> catalog.rename("othr", "x")).getMessage();
            assertTrue(gone.startsWith("There is no data set othr") && gone.contains("other"), gone);
            assertEquals(2, catalog.datasets().size());
        }
    }

    @Test
    void aFileThatIsGoneIsSaidToBeTheOneOfADataSet() throws Exception {
        try (Workspace workspace = bench.open(folder)) {
            workspace.catalog().put(dataset("sales"));
            Path gone = dataset("sales").source();
            String said = assertThrows(RunException.class,
                    () -> ((OwnedWorkspace) workspace).importFile(gone, ReadOptions.DETECT, Progress.NONE)).getMessage();
            assertTrue(said.contains(gone.toString()) && said.contains("data set sales was made") && said.contains("Locate file"), said);
            Path other = folder.resolve("never.csv");
            String plain = assertThrows(RunException.class,
                    () -> ((OwnedWorkspace) workspace).importFile(other, ReadOptions.DETECT, Progress.NONE)).getMessage();
            assertFalse(plain.contains("Locate file"), plain);
        }
    }

    @Test
    void aRunRemembersItsDataSetsAndRefusesToGoOnWithOthers() throws Exception {
        try (Workspace workspace = bench.open(folder)) {
            long run = workspace.runs().submit(new RunRequest(Bench.SCRIPT, "Mine", Map.of("data", List.of(dataset("d"))),
                    Map.of("units", 2, "failing", List.of("r0/u1")), 9_007_199_254_740_993L, 1));
            Bench.finish(workspace, run);
            RunRequest stored = workspace.folders().open(run).request();
            assertEquals(List.of(dataset("d")), stored.inputs().get("data"));
            assertEquals(9_007_199_254_740_993L, stored.seed());
            assertEquals("Mine", stored.name());
            assertEquals(2L, stored.settings().get("units"));
            assertEquals(0.0, stored.settings().get("millis"));
            assertEquals("d", workspace.folders().list().get(0).dataset());
            bench.dataCurrent = false;
            RunException changed = assertThrows(RunException.class, () -> workspace.runs().resume(run));
            assertEquals(RunException.Code.NOT_RESUMABLE, changed.code());
            assertTrue(changed.getMessage().contains("data.csv has changed"), changed.getMessage());
        }
    }

    @Test
    void aRunDoesNotStartOnAFileWithAnotherContent() throws Exception {
        try (Workspace workspace = bench.open(folder)) {
            RunRequest request = new RunRequest(Bench.SCRIPT, "Mine", Map.of("data", List.of(dataset("d"))), Map.of("units", 1), 1, 1);
            bench.dataCurrent = false;
            RunException changed = assertThrows(RunException.class, () -> workspace.runs().submit(request));
            assertEquals(RunException.Code.BAD_DATA, changed.code());
            assertTrue(changed.getMessage().contains("import it again"), changed.getMessage());
            assertEquals(List.of(), workspace.folders().list());
        }
    }

    @Test
    void aWorkspaceIsOpenOnceEvenInOneProcessAndReadByAnybody() throws Exception {
        assertEquals(List.of(), bench.read(folder.resolve("nothing")).list());
        assertFalse(Files.exists(folder.resolve("nothing")), "reading writes nothing");
        try (Workspace workspace = bench.open(folder.resolve("new/place"))) {
            assertThrows(RunException.class, () -> bench.open(workspace.folder()));
            assertEquals(List.of(), workspace.folders().list());
        }
        bench.open(folder.resolve("new/place")).close();
    }

    @Test
    void aFolderThatCannotBeUsedIsRefusedWithItsName() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "x");
        RunException refused = assertThrows(RunException.class, () -> bench.open(file));
        assertEquals(RunException.Code.WORKSPACE_LOCKED, refused.code());
        assertTrue(refused.getMessage().contains(file.toString()), refused.getMessage());
    }

    @Test
    void theHistoryHearsOfEveryRun() throws Exception {
        try (Workspace workspace = bench.open(folder)) {
            long run = workspace.runs().submit(Bench.request(1, "units", 2));
            Bench.finish(workspace, run);
            long end = System.nanoTime() + 5_000_000_000L;
            while (workspace.history().find(RunHistory.Query.ALL).stream().noneMatch(each -> each.state() == RunState.COMPLETED)) {
                assertTrue(System.nanoTime() < end, "the history does not hear of the end");
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void aListOfManyRunsIsReadFromTheirSummariesAndRunsThatGoOnFromTheirJournals() throws Exception {
        try (Workspace workspace = bench.open(folder)) {
            long run = workspace.runs().submit(Bench.request(1, "units", 2, "failing", List.of("r0/u1")));
            Bench.finish(workspace, run);
        }
        Path summary = folder.resolve("runs/1/summary.json");
        List<RunSummary> listed = bench.read(folder).list();
        assertEquals(RunState.COMPLETED_PARTIAL, listed.get(0).state());
        byte[] bytes = Files.readAllBytes(summary);
        Files.delete(summary);
        assertEquals(listed, bench.read(folder).list(), "the journal says the same");
        Files.write(summary, "{".getBytes(StandardCharsets.US_ASCII));
        assertEquals(listed, bench.read(folder).list(), "a damaged summary does not count");
        Files.write(summary, bytes);
        try (Workspace workspace = bench.open(folder)) {
            workspace.runs().resume(1);
            Bench.finish(workspace, 1);
            assertEquals(2, workspace.folders().open(1).attempts());
            assertEquals(1, workspace.folders().list().get(0).units().restored(), "the old summary does not count");
        }
    }

    @Test
    void aProcessIsToldFromALaterOneWithItsNumber() {
        ProcessIdentity self = ProcessIdentity.own();
        assertFalse(self.dead());
        assertTrue(new ProcessIdentity(self.pid(), self.started().minusSeconds(60), self.host(), self.user()).dead());
        assertEquals(self.mark().isEmpty(), new ProcessIdentity(self.pid(), self.started().plusSeconds(86_400), self.host(), self.user(), self.mark()).dead(),
                "a clock that was set makes nobody another");
        assertFalse(new ProcessIdentity(self.pid(), self.started(), "elsewhere", self.user()).dead(), "another machine's is not known");
    }
}
