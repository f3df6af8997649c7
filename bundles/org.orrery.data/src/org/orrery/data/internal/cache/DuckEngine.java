package org.orrery.data.internal.cache;

import java.io.File;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/**
 * A DuckDB that lives in memory and is locked down before its first use: it reads and writes two folders and nothing else,
 * loads no extension, spills no more than it may, and none of that can be changed afterwards. Safe for any number of
 * threads: each takes a connection of its own.
 */
public final class DuckEngine implements AutoCloseable {
    private static final String MEMORY_LIMIT = "512MiB";
    private static final String SPILL_LIMIT = "16GiB";

    private final DuckDBConnection root;

    /**
     * @param cache the folder of the cache
     * @param spill the folder for what does not fit into memory
     */
    public DuckEngine(Path cache, Path spill) throws SQLException {
        // The driver by its class: looking it up by address would depend on which class loader asks.
        root = (DuckDBConnection) new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
        String folders = Stream.of(cache, spill).map(folder -> Sql.text(folder + File.separator))
                .collect(Collectors.joining(", ", "[", "]"));
        try (Statement statement = root.createStatement()) {
            for (String setting : List.of("memory_limit = " + Sql.text(MEMORY_LIMIT), "temp_directory = " + Sql.text(spill.toString()),
                    "max_temp_directory_size = " + Sql.text(SPILL_LIMIT), "autoinstall_known_extensions = false",
                    "autoload_known_extensions = false", "allow_community_extensions = false", "allowed_directories = " + folders,
                    "enable_external_access = false", "lock_configuration = true")) {
                statement.execute("SET " + setting);
            }
        } catch (SQLException cause) {
            root.close();
            throw cause;
        }
    }

    /** A connection for one thread, to be closed by it. */
    public DuckDBConnection connect() throws SQLException {
        return root.duplicate();
    }

    @Override
    public void close() throws SQLException {
        root.close();
    }
}
