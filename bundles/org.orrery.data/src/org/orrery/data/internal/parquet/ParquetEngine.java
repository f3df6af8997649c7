package org.orrery.data.internal.parquet;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/**
 * A DuckDB in memory for one Parquet file: it is locked down before its first use to that file and a folder for what does
 * not fit into memory, loads no extension, and none of that can be changed afterwards.
 */
public final class ParquetEngine implements AutoCloseable {
    private static final String MEMORY_LIMIT = "512MiB";
    private static final String SPILL_LIMIT = "16GiB";

    private final DuckDBConnection connection;

    /**
     * @param file the one file that may be read or written
     * @param spill a folder for what does not fit into memory
     */
    public ParquetEngine(Path file, Path spill) throws SQLException {
        Properties properties = new Properties();
        // Else the whole result would be held before its first row is given.
        properties.setProperty("jdbc_stream_results", "true");
        connection = (DuckDBConnection) new DuckDBDriver().connect("jdbc:duckdb:", properties);
        try {
            for (String setting : List.of("memory_limit = " + text(MEMORY_LIMIT), "temp_directory = " + text(spill.toString()),
                    "max_temp_directory_size = " + text(SPILL_LIMIT), "threads = 2", "autoinstall_known_extensions = false",
                    "autoload_known_extensions = false", "allow_community_extensions = false",
                    "allowed_paths = [" + text(file.toString()) + "]", "enable_external_access = false", "lock_configuration = true")) {
                execute("SET " + setting);
            }
        } catch (SQLException cause) {
            connection.close();
            throw cause;
        }
    }

    /** The connection, for the one thread that uses this. */
    public DuckDBConnection connection() {
        return connection;
    }

    /** Carries out a statement without a result. */
    public void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** An identifier in quotes. */
    public static String name(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    /** A text literal in quotes. */
    public static String text(String value) {
        return '\'' + value.replace("'", "''") + '\'';
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
