package org.orrery.data.internal.cache;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.orrery.data.ColumnType;
import org.orrery.data.DataException;
import org.orrery.data.internal.ColumnBuffer;
import org.orrery.data.internal.RowSink;

/** Writes rows as Parquet files of a bounded number of cells. Used by one thread. */
final class PartWriter implements RowSink, AutoCloseable {
    private static final long PART_CELLS = 1 << 24;

    private final Path folder;
    private final DuckDBConnection connection;
    private final String table;
    private final int columns;
    private final List<Path> parts = new ArrayList<>();
    private long rows;

    PartWriter(DuckEngine engine, Path folder, List<ColumnType> types) throws SQLException {
        this.folder = folder;
        this.table = engine.newTable();
        this.columns = types.size();
        this.connection = engine.connect();
        try {
            execute(Sql.createTable(table, types));
        } catch (SQLException cause) {
            connection.close();
            throw cause;
        }
    }

    @Override
    public void block(List<ColumnBuffer> buffers) throws DataException {
        try {
            append(buffers);
            if (rows * columns >= PART_CELLS) {
                writePart();
            }
        } catch (SQLException cause) {
            throw CacheFailure.writing(folder, cause);
        }
    }

    // Every method of the appender returns the appender itself, which is no second thing to close.
    @SuppressWarnings("resource")
    private void append(List<ColumnBuffer> buffers) throws SQLException {
        int size = buffers.get(0).size();
        ColumnBuffer[] each = buffers.toArray(ColumnBuffer[]::new);
        try (DuckDBAppender appender = connection.createAppender(table)) {
            for (int row = 0; row < size; row++) {
                appender.beginRow();
                for (ColumnBuffer buffer : each) {
                    value(appender, buffer, row);
                }
                appender.endRow();
            }
        }
        rows += size;
    }

    @SuppressWarnings("resource")
    private static void value(DuckDBAppender appender, ColumnBuffer buffer, int row) throws SQLException {
        if (buffer.isMissing(row)) {
            appender.appendNull();
            return;
        }
        switch (buffer.type()) {
            case REAL -> appender.append(buffer.doubleAt(row));
            case TEXT, CATEGORY -> appender.append(buffer.textAt(row));
            case BOOLEAN -> appender.append(buffer.longAt(row) != 0);
            case DATE -> appender.appendEpochDays((int) buffer.longAt(row));
            case TIMESTAMP -> appender.appendEpochMicros(buffer.longAt(row));
            default -> appender.append(buffer.longAt(row));
        }
    }

    private void writePart() throws SQLException {
        Path part = folder.resolve("part-" + parts.size() + ".parquet");
        execute(Sql.copyToParquet(table, part));
        execute(Sql.truncate(table));
        parts.add(part);
        rows = 0;
    }

    /** Writes what is left and gives the files in order; there is at least one. */
    List<Path> finish() throws DataException {
        try {
            if (rows > 0 || parts.isEmpty()) {
                writePart();
            }
            return List.copyOf(parts);
        } catch (SQLException cause) {
            throw CacheFailure.writing(folder, cause);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws IOException {
        try (connection) {
            execute(Sql.dropTable(table));
        } catch (SQLException cause) {
            throw new IOException(cause.getMessage(), cause);
        }
    }
}
