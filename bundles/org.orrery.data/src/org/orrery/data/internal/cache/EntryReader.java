package org.orrery.data.internal.cache;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;
import org.orrery.data.Column;
import org.orrery.data.ColumnVector;
import org.orrery.data.Progress;
import org.orrery.data.Schema;
import org.orrery.data.Table;

/** Reads some columns of an entry, in the order of its rows. Used by one thread, once. */
public final class EntryReader implements AutoCloseable {
    private final CacheEntry entry;
    private final Schema schema;
    private final List<Integer> positions;
    private final DuckDBConnection connection;

    /** @param positions where in the entry the columns of {@code schema} stand */
    public EntryReader(DuckEngine engine, CacheEntry entry, Schema schema, List<Integer> positions) throws SQLException {
        this.entry = entry;
        this.schema = schema;
        this.positions = positions;
        this.connection = engine.connect();
    }

    /** All rows. Reads column by column, so that the wide form of only one is in memory at a time. */
    public Table table(Progress progress) throws SQLException {
        List<ColumnVector> vectors = new ArrayList<>();
        int rows = Math.toIntExact(entry.rows());
        long total = entry.rows() * schema.size();
        for (int i = 0; i < schema.size(); i++) {
            try (Pass pass = new Pass(List.of(i), 0, rows)) {
                VectorReader reader = reader(i, rows);
                long before = entry.rows() * i;
                long done = 0;
                for (DuckDBDataChunkReader chunk = pass.next(); chunk != null; chunk = pass.next()) {
                    progress.checkCancelled();
                    reader.add(chunk.vector(0), (int) chunk.rowCount());
                    done += chunk.rowCount();
                    progress.worked(before + done, total);
                }
                vectors.add(reader.vector());
            }
        }
        return new Table(schema, vectors);
    }

    /** At most {@code count} rows from {@code firstRow} on. */
    public Table window(long firstRow, int count) throws SQLException {
        List<VectorReader> readers = new ArrayList<>();
        int rows = (int) Math.max(0, Math.min(count, entry.rows() - firstRow));
        for (int i = 0; i < schema.size(); i++) {
            readers.add(reader(i, rows));
        }
        if (rows > 0 && schema.size() > 0) {
            try (Pass pass = new Pass(all(), firstRow, rows)) {
                for (DuckDBDataChunkReader chunk = pass.next(); chunk != null; chunk = pass.next()) {
                    for (int i = 0; i < readers.size(); i++) {
                        readers.get(i).add(chunk.vector(i), (int) chunk.rowCount());
                    }
                }
            }
        }
        return new Table(schema, readers.stream().map(VectorReader::vector).toList());
    }

    private VectorReader reader(int column, int capacity) {
        Column described = schema.columns().get(column);
        return new VectorReader(described.type(), entry.scales().get(positions.get(column)), capacity);
    }

    /** A pass over all columns together. */
    public Pass pass() throws SQLException {
        return new Pass(all(), 0, entry.rows());
    }

    private List<Integer> all() {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < schema.size(); i++) {
            all.add(i);
        }
        return all;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** Chunks of some columns. */
    public final class Pass implements AutoCloseable {
        private final DuckDBPreparedStatement statement;
        private final DuckDBChunkedResult result;
        private final long wanted;
        private long rows;

        private Pass(List<Integer> columns, long first, long wanted) throws SQLException {
            this.wanted = wanted;
            String sql = Sql.select(columns.stream().map(positions::get).toList(),
                    columns.stream().map(column -> schema.columns().get(column).type()).toList(), entry.parts())
                    + (wanted == entry.rows() ? "" : " LIMIT " + wanted + " OFFSET " + first);
            statement = (DuckDBPreparedStatement) connection.prepareStatement(sql);
            try {
                result = statement.query();
            } catch (SQLException cause) {
                statement.close();
                throw cause;
            }
        }

        private DuckDBDataChunkReader next() throws SQLException {
            if (result.nextChunk()) {
                rows += result.chunk().rowCount();
                return result.chunk();
            }
            // The engine tells an error in the middle of a result from its end by nothing but the missing rows.
            if (rows != wanted) {
                throw new SQLException("Only " + rows + " of " + wanted + " rows could be read");
            }
            return null;
        }

        /** The next rows of all columns; null after the last. */
        public Table nextTable() throws SQLException {
            DuckDBDataChunkReader chunk = next();
            if (chunk == null) {
                return null;
            }
            int count = (int) chunk.rowCount();
            List<ColumnVector> vectors = new ArrayList<>();
            for (int i = 0; i < schema.size(); i++) {
                VectorReader reader = reader(i, count);
                reader.add(chunk.vector(i), count);
                vectors.add(reader.vector());
            }
            return new Table(schema, vectors);
        }

        @Override
        public void close() throws SQLException {
            try (statement) {
                result.close();
            }
        }
    }
}
