package org.orrery.data.internal.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine reads and writes its two folders and nothing else, and that cannot be undone. */
class DuckEngineTest {
    @TempDir
    Path folder;
    private DuckEngine engine;
    private Path outside;

    @BeforeEach
    void start() throws Exception {
        Path cache = Files.createDirectories(folder.resolve("it's a cache")).toRealPath();
        Path spill = Files.createDirectories(cache.resolve("spill"));
        outside = Files.writeString(folder.resolve("outside.csv"), "a,b\n1,2\n").toRealPath();
        engine = new DuckEngine(cache, spill);
    }

    @AfterEach
    void stop() throws SQLException {
        engine.close();
    }

    private SQLException refused(String sql) throws SQLException {
        try (Connection connection = engine.connect(); Statement statement = connection.createStatement()) {
            return assertThrows(SQLException.class, () -> statement.execute(sql), sql);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT * FROM read_text('/etc/passwd')", "SELECT * FROM read_csv('%s')", "COPY (SELECT 1) TO '%s'",
            "ATTACH '%s' AS other", "SELECT * FROM glob('/etc/*')", "SELECT * FROM '%s'",
            "COPY (SELECT 1) TO '%s.parquet' (FORMAT parquet)", "SELECT * FROM read_blob('%s/../outside.csv')"})
    void noFileOutsideIsReachable(String sql) throws Exception {
        String said = refused(sql.replace("%s", outside.toString())).getMessage();
        assertTrue(said.contains("Permission Error") || said.contains("disabled"), said);
        assertEquals("a,b\n1,2\n", Files.readString(outside));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SET enable_external_access = true", "SET lock_configuration = false", "SET memory_limit = '100GB'",
            "SET allowed_directories = ['/']", "RESET temp_directory", "PRAGMA memory_limit = '1GB'", "INSTALL httpfs", "LOAD httpfs"})
    void theConfigurationIsLocked(String sql) throws Exception {
        refused(sql);
    }

    @Test
    void theLimitsAreSet() throws Exception {
        try (Connection connection = engine.connect(); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT current_setting('memory_limit'), current_setting('max_temp_directory_size'), "
                        + "current_setting('autoload_known_extensions'), current_setting('autoinstall_known_extensions'), "
                        + "current_setting('lock_configuration'), current_setting('enable_external_access')")) {
            assertTrue(row.next());
            assertEquals("512.0 MiB", row.getString(1));
            assertEquals("16.0 GiB", row.getString(2));
            assertEquals("false false true false", row.getBoolean(3) + " " + row.getBoolean(4) + " " + row.getBoolean(5) + " " + row.getBoolean(6));
        }
    }

    @Test
    void namesAndTextsAreQuoted() {
        assertEquals("\"a\"\"; DROP TABLE x; --\"", Sql.name("a\"; DROP TABLE x; --"));
        assertEquals("'it''s'", Sql.text("it's"));
    }
}
