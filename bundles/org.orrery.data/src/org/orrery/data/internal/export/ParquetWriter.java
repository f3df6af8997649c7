package org.orrery.data.internal.export;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBAppender;
import org.eclipse.osgi.util.NLS;
import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.data.DataException;
import org.orrery.data.DataException.Code;
import org.orrery.data.DataException.Where;
import org.orrery.data.LongVector;
import org.orrery.data.Table;
import org.orrery.data.internal.parquet.ParquetEngine;
import org.orrery.data.internal.parquet.ParquetNotes;

/** Writes rows into a table of an engine of its own, which may go to the disk, and that as one file. Used by one thread. */
final class ParquetWriter implements AutoCloseable {
    private final Path file;
    private final Path aside;
    private final ParquetEngine engine;
    private List<Column> columns;
    private int[] scales;

    /**
     * @param file what the file is called in sentences
     * @param aside the file that is written
     * @param spill a folder for what does not fit into memory
     */
    ParquetWriter(Path file, Path aside, Path spill) throws SQLException {
        this.file = file;
        this.aside = aside;
        this.engine = new ParquetEngine(aside, spill);
    }

    /** Adds the rows of a block; the first block brings the columns. */
    @SuppressWarnings("resource")
    void rows(Table table) throws SQLException, DataException {
        if (columns == null) {
            begin(table);
        }
        // Every method of the appender returns the appender itself, which is no second thing to close.
        try (DuckDBAppender appender = engine.connection().createAppender("rows")) {
            for (int row = 0; row < table.rows(); row++) {
                appender.beginRow();
                for (int i = 0; i < columns.size(); i++) {
                    append(appender, i, table.value(row, i));
                }
                appender.endRow();
            }
        }
    }

    private void begin(Table table) throws SQLException, DataException {
        columns = table.schema().columns();
        Set<String> names = new HashSet<>();
        scales = new int[columns.size()];
        for (int i = 0; i < scales.length; i++) {
            if (!names.add(columns.get(i).name().toLowerCase(Locale.ROOT))) {
                throw new DataException(Code.BAD_DATA, NLS.bind(Messages.ParquetWriter_names, file, columns.get(i).name()), Where.in(file));
            }
            scales[i] = columns.get(i).type() == ColumnType.DECIMAL && table.column(i) instanceof LongVector longs ? longs.scale() : 0;
        }
        engine.execute(IntStream.range(0, scales.length).mapToObj(i -> "c" + i + ' ' + stored(i))
                .collect(Collectors.joining(", ", "CREATE TABLE rows (", ")")));
    }

    private String stored(int column) {
        return switch (columns.get(column).type()) {
            case INTEGER, DURATION -> "BIGINT";
            case REAL -> "DOUBLE";
            case DECIMAL -> "DECIMAL(18, " + scales[column] + ")";
            case BOOLEAN -> "BOOLEAN";
            case DATE -> "DATE";
            case TIMESTAMP -> "TIMESTAMP";
            case TEXT, CATEGORY -> "VARCHAR";
        };
    }

    @SuppressWarnings("resource")
    private void append(DuckDBAppender appender, int column, Object value) throws SQLException, DataException {
        switch (value) {
            case null -> appender.appendNull();
            case String text -> appender.append(text);
            case Long whole -> appender.append(whole.longValue());
            case Double real -> appender.append(real.doubleValue());
            case Boolean truth -> appender.append(truth.booleanValue());
            case BigDecimal decimal -> appender.append(scaled(column, decimal));
            case LocalDate day -> appender.appendEpochDays((int) day.toEpochDay());
            case Instant instant -> appender.appendEpochMicros(ChronoUnit.MICROS.between(Instant.EPOCH, instant));
            case Duration length -> appender.append(length.toSeconds() * 1_000_000 + length.getNano() / 1_000);
            default -> throw new IllegalStateException(value.getClass().getName());
        }
    }

    private BigDecimal scaled(int column, BigDecimal value) throws DataException {
        try {
            return value.setScale(scales[column]);
        } catch (ArithmeticException finer) {
            throw new DataException(Code.BAD_DATA, NLS.bind(Messages.ParquetWriter_scale, new Object[] {file, columns.get(column).name(), value}),
                    Where.in(file), finer);
        }
    }

    /** Writes the file. */
    void finish() throws SQLException, IOException {
        String list = IntStream.range(0, columns.size()).mapToObj(i -> {
            boolean instant = columns.get(i).type() == ColumnType.TIMESTAMP;
            return "c" + i + (instant ? " AT TIME ZONE 'UTC' AS " : " AS ") + ParquetEngine.name(columns.get(i).name());
        }).collect(Collectors.joining(", "));
        engine.execute("COPY (SELECT " + list + " FROM rows) TO " + ParquetEngine.text(aside.toString())
                + " (FORMAT parquet, COMPRESSION zstd, KV_METADATA {" + ParquetEngine.text(ParquetNotes.TYPES) + ": "
                + ParquetEngine.text(notes()) + "})");
    }

    private String notes() throws IOException {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            json.beginObject();
            for (Column column : columns) {
                json.name(column.name()).value(column.type().id());
            }
            json.endObject();
        }
        return text.toString();
    }

    @Override
    public void close() throws SQLException {
        engine.close();
    }
}
