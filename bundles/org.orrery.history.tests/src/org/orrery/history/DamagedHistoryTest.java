package org.orrery.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.jobs.RunHistory;
import org.orrery.jobs.RunHistory.Query;
import org.orrery.jobs.RunState;

class DamagedHistoryTest {
    private final List<String> log = new CopyOnWriteArrayList<>();
    private final MemoryFolders truth = new MemoryFolders().filled(300);
    @TempDir
    Path folder;

    private RunHistory open() throws IOException {
        return new DerbyRunHistories((message, trouble) -> log.add(message)).open(folder, truth);
    }

    @BeforeEach
    void fill() throws IOException {
        open().close();
        assertEquals(List.of(), log);
    }

    private void assertWhole() throws IOException {
        try (RunHistory history = open()) {
            assertEquals(truth.list(), history.find(Query.ALL));
            history.put(MemoryFolders.run(301, RunState.QUEUED));
            assertEquals(301, history.find(Query.ALL).size());
        }
    }

    @Test
    void damagedPagesLeadToARebuild() throws IOException {
        Damage.overwrite(folder.resolve("index/seg0"), ".dat");
        assertWhole();
        assertFalse(log.isEmpty());
        assertTrue(Files.exists(folder.resolve("unusable-1")));
    }

    @Test
    void aDamagedPageOfTheRunsAloneLeadsToARebuild() throws IOException {
        Path largest;
        try (Stream<Path> files = Files.list(folder.resolve("index/seg0"))) {
            largest = files.max((a, b) -> Long.compare(a.toFile().length(), b.toFile().length())).orElseThrow();
        }
        Damage.overwrite(largest, "");
        assertWhole();
    }

    @Test
    void aDeletedLogIsMadeGood() throws IOException {
        Damage.delete(folder.resolve("index/log"));
        assertWhole();
    }

    @Test
    void aDamagedLogIsMadeGood() throws IOException {
        Damage.overwrite(folder.resolve("index/log"), ".dat");
        assertWhole();
    }

    @Test
    void aDeletedLogControlFileIsMadeGood() throws IOException {
        Files.delete(folder.resolve("index/log/log.ctrl"));
        assertWhole();
    }

    @Test
    void emptiedPropertiesOfTheDatabaseLeadToARebuild() throws IOException {
        Damage.truncate(folder.resolve("index/service.properties"));
        assertWhole();
    }

    @Test
    void missingPropertiesOfTheDatabaseLeadToARebuild() throws IOException {
        Files.delete(folder.resolve("index/service.properties"));
        assertWhole();
    }

    @Test
    void deletedTablesLeadToARebuild() throws IOException {
        Damage.delete(folder.resolve("index/seg0"));
        assertWhole();
    }

    @Test
    void whatWasMadeAgainIsToldToTheUser() throws IOException {
        try (RunHistory whole = open()) {
            assertEquals(300, whole.find(Query.ALL).size());
            assertEquals(List.of(), whole.repairs());
        }
        try (Stream<Path> files = Files.walk(folder.resolve("index"))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        try (RunHistory again = open()) {
            assertEquals(300, again.find(Query.ALL).size());
            assertTrue(again.repairs().get(0).endsWith("was gone and was made again from the run folders."), again.repairs().toString());
        }
        Damage.truncate(folder.resolve("index/service.properties"));
        try (RunHistory rebuilt = open()) {
            assertEquals(300, rebuilt.find(Query.ALL).size());
            assertTrue(rebuilt.repairs().get(0).contains("cannot be used and is rebuilt"), rebuilt.repairs().toString());
        }
    }

    @Test
    void onlyTheLastTwoUnusableDatabasesAreKept() throws IOException {
        for (int i = 0; i < 4; i++) {
            Damage.truncate(folder.resolve("index/service.properties"));
            assertWhole();
        }
        try (Stream<Path> kept = Files.list(folder)) {
            assertEquals(List.of("unusable-3", "unusable-4"), kept.map(path -> path.getFileName().toString())
                    .filter(name -> name.startsWith("unusable")).sorted().toList());
        }
    }

    @Test
    void aHistoryOfANewerVersionIsLeftAloneAndANewOneBuilt() throws IOException, SQLException {
        Database database = Database.open(folder);
        database.transact(connection -> {
            try (PreparedStatement update = connection.prepareStatement("UPDATE history_version SET version = 999")) {
                return update.executeUpdate();
            }
        });
        assertTrue(database.shutDown());
        assertWhole();
        assertTrue(Files.exists(folder.resolve("unusable-1/service.properties")));
    }

    @Test
    void aRowThatLostItsTruthIsTakenOut() throws IOException, SQLException {
        Database database = Database.open(folder);
        database.transact(connection -> {
            try (PreparedStatement update = connection.prepareStatement("UPDATE run SET state = 'NONSENSE' WHERE id = 7")) {
                return update.executeUpdate();
            }
        });
        database.shutDown();
        assertWhole();
    }

    @Test
    void aDatabaseThatFailsAtWorkIsRebuiltUnderneath() throws IOException {
        try (RunHistory history = open()) {
            assertEquals(300, history.find(Query.ALL).size());
            // What a bad page does: Derby closes the whole database under its users.
            org.apache.derby.jdbc.EmbeddedDataSource source = new org.apache.derby.jdbc.EmbeddedDataSource();
            source.setDatabaseName(folder.resolve("index").toAbsolutePath().toString());
            source.setShutdownDatabase("shutdown");
            assertThrows(SQLException.class, source::getConnection);
            Damage.truncate(folder.resolve("index/service.properties"));
            assertEquals(truth.list(), history.find(Query.ALL));
        }
    }

    @Test
    void aFolderThatCannotHoldADatabaseIsRefusedInOneSentence() {
        Path bad = folder.resolve("a;create=true");
        IOException trouble = assertThrows(IOException.class,
                () -> new DerbyRunHistories((message, cause) -> log.add(message)).open(bad, truth));
        assertTrue(trouble.getMessage().contains("semicolon"), trouble.getMessage());
    }
}
