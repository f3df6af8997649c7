package org.orrery.data.internal.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.osgi.util.NLS;
import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.data.DataException;
import org.orrery.data.DataException.Code;
import org.orrery.data.DataException.Where;
import org.orrery.data.DataWarning;
import org.orrery.data.ReadOptions;
import org.orrery.data.Schema;
import org.orrery.data.internal.ImportTarget;
import org.orrery.data.internal.Imported;
import org.orrery.data.internal.SourceFile;

/**
 * Imports a file of records: the same way as text goes, from proposal over strict pass to another pass where the whole
 * file says otherwise, and by the same rules for types, names and missing cells.
 */
public final class RecordImport {
    private static final int SAMPLE_ROWS = 2_000;
    private static final int MOST_PASSES = 12;

    private final Path file;
    private final RecordSource source;
    private final ReadOptions asked;
    private final ReadOptions options;
    private final ImportTarget target;
    private long mostRows = Long.MAX_VALUE;
    private long seen;

    RecordImport(Path file, RecordSource source, ReadOptions asked, ImportTarget target) {
        this.file = file;
        this.source = source;
        this.asked = source.resolve(asked);
        Map<String, ColumnType> types = new HashMap<>(source.declared());
        types.putAll(asked.types());
        asked.ignored().forEach(types::remove);
        this.options = this.asked.change().types(types).options();
        this.target = target;
    }

    /**
     * Reads the source into the target.
     *
     * @throws DataException for the first thing in the file that is not as it should be, with its place
     */
    public static Imported read(Path file, RecordSource source, ReadOptions options, ImportTarget target) throws DataException {
        return new RecordImport(file, source, options, target).read();
    }

    /** What an import of the first records gives; without a digest of the file. */
    Imported sampled(long records) throws DataException {
        mostRows = records;
        return read();
    }

    /** Whether the first records were all. */
    boolean isWhole() {
        return seen < mostRows;
    }

    private Imported read() throws DataException {
        int headerRows = source.isNamed() ? 1 : options.headerRows().orElse(1);
        TextPass pass = sample(headerRows);
        if (mayHaveNoHeader() && pass.firstRowIsData()) {
            headerRows = 0;
            pass = sample(headerRows);
        }
        for (int i = 0; i < MOST_PASSES; i++) {
            TypeResolution types = new TypeResolution(pass.scans(), options);
            TextPass full = new TextPass(file, options, dialect(headerRows), pass.fields() == 0 ? null : types.plans(), target);
            if (!feed(full, mostRows)) {
                pass = sample(headerRows);
                continue;
            }
            full.flush();
            seen = full.rows();
            requireRows(full);
            if (headerRows > 0 && mayHaveNoHeader() && i < MOST_PASSES - 2 && full.firstRowIsData()) {
                headerRows = 0;
                pass = sample(headerRows);
                continue;
            }
            TypeResolution whole = new TypeResolution(full.scans(), options);
            if (TextImport.settled(full.scans(), whole.plans())) {
                return imported(full, whole, headerRows);
            }
            pass = full;
        }
        throw new IllegalStateException("The types of " + file + " do not settle");
    }

    /** Records have no dialect; the passes only ask it for the header. */
    private static Dialect dialect(int headerRows) {
        return new Dialect(StandardCharsets.UTF_8, ",", '"').withHeaderRows(headerRows);
    }

    private boolean mayHaveNoHeader() {
        return !source.isNamed() && options.header().isEmpty();
    }

    /** Learns from the first rows; what is wrong in them is left for the strict pass to say. */
    private TextPass sample(int headerRows) throws DataException {
        TextPass pass = new TextPass(file, options, dialect(headerRows), null, null);
        for (int i = 0; i < MOST_PASSES && !feed(pass, SAMPLE_ROWS); i++) {
            pass = new TextPass(file, options, dialect(headerRows), null, null);
        }
        return pass;
    }

    private boolean feed(TextPass pass, long records) throws DataException {
        try {
            int last = options.skipEnd().orElse(0);
            RecordParser.Sink sink = new SoundText(file, pass);
            return source.read(last == 0 ? sink : new LaggingSink(sink, last), records);
        } catch (DataException refused) {
            throw placed(refused);
        } catch (IOException cause) {
            throw SourceFile.failure(file, cause);
        }
    }

    /** The rules for cells speak of lines of a file; here a line is a row of a sheet, say. */
    private DataException placed(DataException refused) {
        if (refused.where().line().isEmpty()) {
            return refused;
        }
        long line = refused.where().line().getAsLong();
        String front = NLS.bind(Messages.RecordImport_line, file, line);
        if (!refused.getMessage().startsWith(front)) {
            return refused;
        }
        return new DataException(refused.code(), source.place(line) + refused.getMessage().substring(front.length()), refused.where(),
                refused);
    }

    private void requireRows(TextPass pass) throws DataException {
        if (pass.fields() == 0) {
            throw new DataException(Code.BAD_DATA, NLS.bind(Messages.TextImport_empty, file), Where.in(file));
        }
        if (pass.rows() == 0) {
            throw placed(new DataException(Code.BAD_DATA, NLS.bind(Messages.TextImport_headerOnly, file),
                    Where.at(file, pass.firstLine())));
        }
    }

    private Imported imported(TextPass pass, TypeResolution types, int headerRows) throws DataException {
        Imported text = new TextSummary(file, options, options, pass, types, dialect(headerRows), List.of())
                .imported(mostRows == Long.MAX_VALUE ? source.stamp() : new SourceFile.Stamp("", 0, Instant.EPOCH));
        Schema schema = withLevels(text);
        Map<String, ColumnType> named = new HashMap<>();
        schema.columns().forEach(column -> named.put(column.name(), column.type()));
        ReadOptions.Change resolved = text.options().change().types(named).delimiter(null).quote(null).escape(null).comment(null)
                .trailingDelimiter(null).encoding(null).grouping(asked.grouping().orElse(null)).skip(asked.skip().orElse(null)).skipEnd(asked.skipEnd().orElse(null));
        if (source.isNamed()) {
            resolved.header(null).secondHeader(null).decimal(null);
        }
        List<DataWarning> warnings = new ArrayList<>(source.warnings(schema));
        warnings.addAll(text.warnings());
        return new Imported(source.resolve(resolved.options()), schema, text.rows(), text.scales(), text.stamp(), warnings);
    }

    /** A text that the format calls so is still a category when it has few levels; only the user's word is last. */
    private Schema withLevels(Imported text) {
        List<Column> columns = new ArrayList<>();
        for (Column column : text.schema().columns()) {
            boolean declared = column.type() == ColumnType.TEXT && source.declared().get(column.name()) == ColumnType.TEXT
                    && !asked.types().containsKey(column.name());
            long present = text.rows() - column.missing();
            columns.add(declared && TextSummary.hasLevels(column.distinct(), present)
                    ? new Column(column.name(), ColumnType.CATEGORY, column.missing(), column.distinct(), column.idLike()) : column);
        }
        return new Schema(columns);
    }
}
