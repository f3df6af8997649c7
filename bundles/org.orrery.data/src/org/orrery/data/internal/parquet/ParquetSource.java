package org.orrery.data.internal.parquet;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;
import org.eclipse.osgi.util.NLS;
import org.orrery.data.ColumnType;
import org.orrery.data.DataException;
import org.orrery.data.DataException.Code;
import org.orrery.data.DataException.Where;
import org.orrery.data.DataWarning;
import org.orrery.data.Progress;
import org.orrery.data.ReadOptions;
import org.orrery.data.Schema;
import org.orrery.data.internal.SourceFile;
import org.orrery.data.internal.sheet.StampCheck;
import org.orrery.data.internal.text.RecordParser;
import org.orrery.data.internal.text.RecordSource;

/**
 * A Parquet file as records, with the types that it declares. What does not fit those of a data set without loss becomes text;
 * columns of lists, structures and bytes are refused. Used by one thread.
 */
public final class ParquetSource implements RecordSource {
    private static final char[] NOTHING = {};
    /** About the year 9500, and as far before 1970. */
    private static final long LAST_DAY = 2_750_000;
    private static final long DAY_MICROS = 86_400_000_000L;

    private final Path file;
    private final StampCheck stamp;
    private final Progress progress;
    private final ParquetEngine engine;
    private final List<ParquetColumn> columns = new ArrayList<>();
    private final List<DataWarning> warnings = new ArrayList<>();
    private final Map<String, ColumnType> noted = new HashMap<>();
    private long total;

    private ParquetSource(Path file, StampCheck stamp, Progress progress, ParquetEngine engine) {
        this.file = file;
        this.stamp = stamp;
        this.progress = progress;
        this.engine = engine;
    }

    /**
     * Opens a file and reads what it says of itself.
     *
     * @param stamp what the file was before it was opened
     * @param spill a folder for what does not fit into memory
     * @throws DataException bad-data when the file is damaged or has columns that are not read and not left out
     */
    public static ParquetSource open(Path file, ReadOptions options, StampCheck stamp, Progress progress, Path spill) throws DataException {
        try {
            ParquetSource source = new ParquetSource(file, stamp, progress, new ParquetEngine(file, spill));
            try {
                source.describe(options);
                return source;
            } catch (SQLException | DataException refused) {
                source.engine.close();
                throw refused;
            }
        } catch (SQLException cause) {
            throw damaged(file, cause);
        }
    }

    private static DataException damaged(Path file, SQLException cause) {
        return new DataException(Code.BAD_DATA, NLS.bind(Messages.ParquetSource_damaged, file), Where.in(file), cause);
    }

    private String from() {
        return " FROM read_parquet(" + ParquetEngine.text(file.toString()) + ")";
    }

    private void describe(ReadOptions options) throws SQLException, DataException {
        readNotes();
        List<String> own = ownNames();
        try (Statement statement = engine.connection().createStatement();
                ResultSet result = statement.executeQuery("DESCRIBE SELECT *" + from())) {
            while (result.next()) {
                String sqlName = result.getString(1);
                // The engine gives names that differ only in case another one.
                String name = columns.size() < own.size() ? own.get(columns.size()) : sqlName;
                if (options.ignored().contains(name)) {
                    // It keeps its place and stays empty, so that its type need not be one that is read.
                    columns.add(new ParquetColumn(name, ColumnType.TEXT, ParquetColumn.Form.TEXT, "CAST(NULL AS VARCHAR)", Optional.empty(), sqlName));
                } else {
                    columns.add(column(name, sqlName, result.getString(2)));
                }
            }
        }
        requireWidth(options.maxColumns().orElse(RecordParser.COLUMN_LIMIT));
        for (int i = 0; i < columns.size(); i++) {
            columns.set(i, settled(columns.get(i)));
        }
        try (Statement statement = engine.connection().createStatement(); ResultSet result = statement.executeQuery("SELECT count(*)" + from())) {
            result.next();
            total = result.getLong(1);
        }
    }

    private void requireWidth(int most) throws DataException {
        if (columns.size() > most) {
            throw new DataException(Code.BAD_DATA, NLS.bind(Messages.ParquetSource_tooManyColumns, file, most), Where.in(file).with("max-columns"));
        }
    }

    private ParquetColumn column(String name, String sqlName, String type) throws DataException {
        return ParquetColumn.of(name, sqlName, type, Optional.ofNullable(noted.get(name))).orElseThrow(() -> new DataException(Code.BAD_DATA,
                NLS.bind(Messages.ParquetSource_nested, new Object[] {file, name, type}),
                new Where(file, OptionalLong.empty(), Optional.of(name)).with("types")));
    }

    /** The names as the file writes them; empty when it has columns of several parts. */
    private List<String> ownNames() throws SQLException {
        List<String> names = new ArrayList<>();
        boolean flat = true;
        try (Statement statement = engine.connection().createStatement(); ResultSet result = statement.executeQuery(
                "SELECT name, coalesce(num_children, 0) FROM parquet_schema(" + ParquetEngine.text(file.toString()) + ")")) {
            result.next();
            while (result.next()) {
                names.add(result.getString(1));
                flat &= result.getLong(2) == 0;
            }
        }
        return flat ? names : List.of();
    }

    private void readNotes() throws SQLException {
        try (Statement statement = engine.connection().createStatement(); ResultSet result = statement.executeQuery(
                "SELECT decode(value) FROM parquet_kv_metadata(" + ParquetEngine.text(file.toString()) + ") WHERE decode(key) = '" + ParquetNotes.TYPES + "'")) {
            if (result.next()) {
                noted.putAll(ParquetNotes.read(result.getString(1)));
            }
        }
    }

    /** A column whose values might not fit is asked whether they do. */
    private ParquetColumn settled(ParquetColumn column) throws SQLException {
        if (column.doubt().isEmpty()) {
            return column;
        }
        try (Statement statement = engine.connection().createStatement();
                ResultSet result = statement.executeQuery("SELECT coalesce(" + column.doubt().get() + ", false)" + from())) {
            result.next();
            if (!result.getBoolean(1)) {
                return column;
            }
        }
        warnings.add(new DataWarning("kept-as-text",
                NLS.bind(Messages.ParquetSource_keptAsText, column.name(), column.type().id()), "types"));
        return column.asText();
    }

    @Override
    public boolean isNamed() {
        return true;
    }

    @Override
    public Map<String, ColumnType> declared() {
        Map<String, ColumnType> types = new HashMap<>();
        columns.forEach(column -> types.put(column.name(), column.type()));
        return types;
    }

    @Override
    public ReadOptions resolve(ReadOptions given) {
        // The file itself tells missing values apart, so no text stands for one unless the user says so.
        List<String> missing = given.missing().isEmpty() ? List.of("") : given.missing();
        return given.change().sheet(null).widths(List.of()).skip(null).skipEnd(null).decimal(null).grouping(null).missing(missing).options();
    }

    @Override
    public boolean read(RecordParser.Sink sink, long mostRows) throws DataException {
        if (total == 0) {
            throw new DataException(Code.BAD_DATA, NLS.bind(Messages.ParquetSource_empty, file), Where.in(file));
        }
        String sql = columns.stream().map(ParquetColumn::sql).collect(Collectors.joining(", ", "SELECT ", from()));
        try (DuckDBPreparedStatement statement = (DuckDBPreparedStatement) engine.connection().prepareStatement(sql);
                DuckDBChunkedResult result = statement.query()) {
            names(sink);
            long row = 0;
            while (row < mostRows && !sink.isDone() && result.nextChunk()) {
                progress.checkCancelled();
                DuckDBDataChunkReader chunk = result.chunk();
                rows(sink, chunk, row);
                row += chunk.rowCount();
                progress.worked(row, total);
            }
            // The engine tells an error in the middle of a result from its end by nothing but the missing rows.
            if (row < Math.min(mostRows, total) && !sink.isDone()) {
                throw damaged(file, new SQLException("Only " + row + " of " + total + " rows could be read"));
            }
            return true;
        } catch (SQLException cause) {
            throw damaged(file, cause);
        }
    }

    private void names(RecordParser.Sink sink) throws DataException {
        sink.begin(1);
        for (ParquetColumn column : columns) {
            field(sink, column.name());
        }
        sink.end();
    }

    private static void field(RecordParser.Sink sink, String text) throws DataException {
        char[] characters = text.toCharArray();
        sink.field(characters, 0, characters.length, true);
    }

    private void rows(RecordParser.Sink sink, DuckDBDataChunkReader chunk, long before) throws DataException {
        DuckDBReadableVector[] vectors = new DuckDBReadableVector[columns.size()];
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = chunk.vector(i);
        }
        for (int row = 0; row < chunk.rowCount(); row++) {
            sink.begin(before + row + 1);
            for (int i = 0; i < vectors.length; i++) {
                if (vectors[i].isNull(row)) {
                    sink.field(NOTHING, 0, 0, true);
                } else {
                    value(sink, columns.get(i), vectors[i], row, before + row + 1);
                }
            }
            sink.end();
        }
    }

    private void value(RecordParser.Sink sink, ParquetColumn column, DuckDBReadableVector vector, int row, long line) throws DataException {
        switch (column.form()) {
            case WHOLE, TRUTH, MICROS -> sink.typed(column.type(), vector.getLong(row));
            case REAL -> sink.typed(ColumnType.REAL, Double.doubleToRawLongBits(vector.getDouble(row)));
            case DAY -> sink.typed(ColumnType.DATE, within(vector.getLong(row), LAST_DAY, column, line));
            case INSTANT -> sink.typed(ColumnType.TIMESTAMP, within(vector.getLong(row), LAST_DAY * DAY_MICROS, column, line));
            case LOCAL -> sink.local(within(vector.getLong(row), LAST_DAY * DAY_MICROS, column, line));
            case TEXT -> field(sink, vector.getString(row));
        }
    }

    /** The engine has days without an end, and years that nothing else can write. */
    private long within(long value, long most, ParquetColumn column, long line) throws DataException {
        if (Math.abs(value) > most) {
            throw new DataException(Code.BAD_DATA, NLS.bind(Messages.ParquetSource_noDay, new Object[] {file, line, column.name()}),
                    new Where(file, OptionalLong.of(line), Optional.of(column.name())).with("types"));
        }
        return value;
    }

    @Override
    public SourceFile.Stamp stamp() throws DataException {
        return stamp.unchanged();
    }

    @Override
    public String place(long line) {
        return NLS.bind(Messages.ParquetSource_row, file, line);
    }

    @Override
    public List<DataWarning> warnings(Schema schema) {
        return warnings;
    }

    @Override
    public void close() throws DataException {
        try {
            engine.close();
        } catch (SQLException cause) {
            throw damaged(file, cause);
        }
    }
}
