package org.orrery.data.internal.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.eclipse.osgi.util.NLS;
import org.orrery.data.ColumnType;
import org.orrery.data.DataException;
import org.orrery.data.DataException.Code;
import org.orrery.data.DataException.Where;
import org.orrery.data.DataWarning;
import org.orrery.data.ReadOptions;
import org.orrery.data.internal.ColumnBuffer;
import org.orrery.data.internal.ImportTarget;
import org.orrery.data.internal.RowSink;

/**
 * One pass over the records of a file: counts, learns and stores. Without a target it only learns, and a record that does
 * not fit ends it instead of being refused, since a sample is cut anywhere.
 */
final class TextPass implements RecordParser.Sink {
    private static final int COLUMN_LIMIT = 16_384;
    private static final int BLOCK_CELLS = 1 << 22;
    private static final int BLOCK_ROWS = 122_880;
    private static final int FEWEST_ROWS = 16;
    private static final long BLOCK_CHARACTERS = 1 << 26;
    private static final int DISTINCT_CELLS = 1 << 22;
    private static final int DISTINCT_MOST = 100_000;

    private final Path file;
    private final ReadOptions options;
    private final Dialect dialect;
    private final int columnLimit;
    private final List<ColumnPlan> plans;
    private final ImportTarget target;
    private final TextPass before;
    private final boolean columnsOnly;
    private final CellFormat format;
    private final MissingMarkers markers;
    private final HeaderNames headers = new HeaderNames();
    private final List<String> firstCells = new ArrayList<>();
    private final List<String> secondCells = new ArrayList<>();
    private final List<ColumnBuffer> buffers = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();
    private final List<Boolean> active = new ArrayList<>();
    private final List<Integer> keptFields = new ArrayList<>();
    private final List<ColumnScan> scans = new ArrayList<>();
    private ColumnScan[] byField;
    private List<String> names;
    private RowSink sink;
    private int blockRows;
    private int blockFill;
    private long blockCharacters;
    private long line;
    private long raggedLine;
    private long firstLine;
    private int index;
    private boolean blankFirst;
    private boolean secondHeader;
    private boolean done;
    private long rows;
    private long blankRows;
    private long comments;

    /**
     * @param plans the columns that are kept, in order; null when nothing is known of them
     * @param target where rows go; null for a sample
     */
    TextPass(Path file, ReadOptions options, Dialect dialect, List<ColumnPlan> plans, ImportTarget target) {
        this(file, options, dialect, plans, target, false, null);
    }

    private TextPass(Path file, ReadOptions options, Dialect dialect, List<ColumnPlan> plans, ImportTarget target, boolean columnsOnly,
            TextPass before) {
        this.columnsOnly = columnsOnly;
        this.before = before;
        this.file = file;
        this.options = options;
        this.dialect = dialect;
        this.columnLimit = options.maxColumns().orElse(COLUMN_LIMIT);
        this.plans = plans;
        this.target = target;
        this.format = new CellFormat(options);
        this.markers = newMarkers();
    }

    private MissingMarkers newMarkers() {
        return markers == null ? new MissingMarkers(options.missing()) : new MissingMarkers(markers);
    }

    /**
     * A pass that takes only the header as records; what the rows hold is told to its scans by whoever reads them.
     *
     * @param before an earlier pass over the same file, whose scans stay for the columns with the plan they had; null when
     *     there was none
     */
    static TextPass ofChunks(Path file, ReadOptions options, Dialect dialect, List<ColumnPlan> plans, ImportTarget target,
            TextPass before) {
        return new TextPass(file, options, dialect, plans, target, true, before);
    }

    @Override
    public void begin(long startingLine) {
        line = startingLine;
        index = 0;
        blankFirst = false;
    }

    @Override
    public void field(char[] buffer, int from, int length, boolean quoted) throws DataException {
        if (byField == null) {
            firstField(buffer, from, length, quoted);
            return;
        }
        if (index == 0 && !quoted && isBlank(buffer, from, length)) {
            // It is the whole of an empty row, or the first cell of a row: the next field tells.
            blankFirst = true;
        } else {
            if (index == 1 && blankFirst) {
                cell(0, buffer, from, 0);
            }
            cell(index, buffer, from, length);
        }
        index++;
        blockCharacters += length;
    }

    @Override
    public void typed(ColumnType type, long value) throws DataException {
        ColumnScan scan = byField != null && index < byField.length ? byField[index] : null;
        if (scan == null || !scan.takes(type)) {
            RecordParser.Sink.super.typed(type, value);
            return;
        }
        scan.accept(value);
        index++;
    }

    @Override
    public void local(long micros) throws DataException {
        ColumnScan scan = byField != null && index < byField.length ? byField[index] : null;
        if (scan == null || !scan.takes(ColumnType.TIMESTAMP) || !scan.acceptLocal(micros)) {
            RecordParser.Sink.super.local(micros);
            return;
        }
        index++;
    }

    private void firstField(char[] buffer, int from, int length, boolean quoted) throws DataException {
        if (index >= columnLimit && !(dialect.trailing() && index == columnLimit && length == 0)) {
            throw new DataException(Code.BAD_DATA, NLS.bind(Messages.TextPass_tooManyColumns, file, columnLimit),
                    Where.at(file, line).with("max-columns"));
        }
        blankFirst = index == 0 && !quoted && isBlank(buffer, from, length);
        (secondHeader ? secondCells : firstCells).add(new String(buffer, from, length));
        index++;
    }

    private static boolean isBlank(char[] buffer, int from, int length) {
        for (int i = from; i < from + length; i++) {
            if (buffer[i] > ' ') {
                return false;
            }
        }
        return true;
    }

    private void cell(int field, char[] buffer, int from, int length) throws DataException {
        if (target != null && !SoundText.isSound(buffer, from, length)) {
            throw SoundText.unsound(file, line);
        }
        if (field >= byField.length || byField[field] == null) {
            refuseTrailing(field, buffer, from, length);
            return;
        }
        ColumnScan scan = byField[field];
        if (!scan.accept(buffer, from, length, line) && target != null) {
            throw misfit(scans.indexOf(scan), line, new String(buffer, from, Math.min(40, length)));
        }
    }

    /** What stands behind a trailing delimiter would be lost. */
    private void refuseTrailing(int field, char[] buffer, int from, int length) throws DataException {
        if (dialect.trailing() && field == byField.length && target != null && !isBlank(buffer, from, length)) {
            throw behindTrailing(line, new String(buffer, from, Math.min(40, length)));
        }
    }

    /** A field behind a trailing delimiter that is not blank. */
    DataException behindTrailing(long atLine, String value) {
        return new DataException(Code.BAD_DATA, NLS.bind(Messages.TextPass_trailing, new Object[] {file, atLine, value}),
                Where.at(file, atLine).with("trailing-delimiter"));
    }

    @Override
    public void comment(long startingLine) {
        comments++;
    }

    @Override
    public void end() throws DataException {
        if (index == 1 && blankFirst) {
            blankRows++;
            if (byField == null) {
                (secondHeader ? secondCells : firstCells).clear();
            }
        } else if (byField == null) {
            header();
        } else if (index != byField.length && !(dialect.trailing() && index == byField.length + 1)) {
            if (target == null) {
                raggedLine = line;
                done = true;
                return;
            }
            throw ragged();
        } else {
            row();
        }
    }

    private DataException ragged() {
        int expected = byField == null ? firstCells.size() : byField.length;
        return new DataException(Code.BAD_DATA, NLS.bind(Messages.TextPass_ragged, new Object[] {file, line, index, expected}),
                Where.at(file, line));
    }

    private void header() throws DataException {
        List<String> cells = secondHeader ? secondCells : firstCells;
        if (dialect.trailing() && cells.size() > 1 && cells.get(cells.size() - 1).isBlank()) {
            cells.remove(cells.size() - 1);
        }
        if (secondHeader && secondCells.size() != firstCells.size()) {
            if (target != null) {
                throw ragged();
            }
            raggedLine = line;
            done = true;
        } else if (dialect.headerRows() == 2 && !secondHeader) {
            firstLine = line;
            secondHeader = true;
        } else {
            first();
        }
    }

    private void first() throws DataException {
        firstLine = secondHeader ? firstLine : line;
        names = !dialect.header() ? HeaderNames.numbered(firstCells.size())
                : headers.of(secondHeader ? HeaderNames.joined(firstCells, secondCells) : firstCells);
        byField = new ColumnScan[firstCells.size()];
        if (target != null) {
            checkNames();
        }
        List<Integer> fields = keptFields;
        Set<String> ignored = Set.copyOf(options.ignored());
        for (int i = 0; i < names.size(); i++) {
            if (!ignored.contains(names.get(i))) {
                fields.add(i);
            }
        }
        blockRows = Math.max(FEWEST_ROWS, Math.min(BLOCK_ROWS, BLOCK_CELLS / Math.max(1, fields.size())));
        for (int i = 0; i < fields.size(); i++) {
            String name = names.get(fields.get(i));
            ColumnPlan plan = plans == null ? sample(name) : plans.get(i);
            boolean stays = before != null && before.scans.get(i).holds(plan);
            ColumnBuffer buffer = target == null || columnsOnly ? null : new ColumnBuffer(plan.type(), blockRows);
            ColumnScan scan = stays ? before.scans.get(i) : new ColumnScan(plan, format, columnsOnly ? newMarkers() : markers, buffer, target == null ? 0 : distinctBound(fields.size()));
            kept.add(name);
            scans.add(scan);
            active.add(!stays);
            byField[fields.get(i)] = scan;
            if (buffer != null) {
                buffers.add(buffer);
            }
        }
        if (target != null) {
            sink = before != null ? before.sink : target.begin(scans.stream().map(scan -> scan.plan().type()).toList());
        }
        if (!dialect.header() && !columnsOnly) {
            for (int i = 0; i < firstCells.size(); i++) {
                char[] chars = firstCells.get(i).toCharArray();
                cell(i, chars, 0, chars.length);
            }
            row();
        }
    }

    private ColumnPlan sample(String name) {
        Optional<ColumnType> asked = Optional.ofNullable(options.types().get(name));
        return new ColumnPlan(asked, asked.filter(type -> type != ColumnType.CATEGORY).orElse(ColumnType.TEXT), Kinds.ANY, 18);
    }

    private void checkNames() throws DataException {
        List<String> wanted = new ArrayList<>(options.types().keySet());
        wanted.addAll(options.ignored());
        Set<String> known = new HashSet<>(names);
        for (String name : wanted) {
            if (!known.contains(name)) {
                throw new DataException(Code.MISSING_COLUMN, NLS.bind(Messages.TextPass_unknownColumn, file, name),
                        new Where(file, OptionalLong.empty(), Optional.of(name)).with("types"));
            }
        }
    }

    private void row() throws DataException {
        rows++;
        if (sink != null && (++blockFill == blockRows || blockCharacters > BLOCK_CHARACTERS)) {
            flush();
        }
    }

    /** Gives the last rows to the target. */
    void flush() throws DataException {
        if (sink != null && blockFill > 0) {
            scans.forEach(ColumnScan::endBlock);
            sink.block(buffers);
            buffers.forEach(ColumnBuffer::clear);
            blockFill = 0;
            blockCharacters = 0;
        }
    }

    @Override
    public boolean isDone() {
        return done;
    }

    /** Whether the first row reads like data: it fits the columns that are not text, and there are such columns. */
    boolean firstRowIsData() {
        boolean typed = false;
        for (int i = 0; byField != null && i < byField.length; i++) {
            if (byField[i] != null && byField[i].asked().isEmpty() && byField[i].facts().present > 0 && byField[i].kinds() != Kinds.TEXT) {
                char[] chars = firstCells.get(i).strip().toCharArray();
                if (!markers.isMissing(chars, 0, chars.length) && !markers.isHyphen(chars, 0, chars.length)) {
                    boolean fits = (format.kinds(chars, 0, chars.length) & byField[i].kinds()) != 0;
                    // A number of another kind, such as 007 above 123, is no name either.
                    if (!fits && !format.number().read(chars, 0, chars.length)) {
                        return false;
                    }
                    typed |= fits;
                }
            }
        }
        return typed;
    }

    /** How many columns there will probably be. */
    int expectedColumns() {
        return plans == null ? 1 : plans.size();
    }

    /** Whether the columns are known. */
    boolean hasColumns() {
        return byField != null;
    }

    /** Whether the first record holds names. */
    boolean hasHeader() {
        return dialect.header();
    }

    /** Whether the values of the kept column at that position are still to be read. */
    boolean isActive(int column) {
        return active.get(column);
    }

    /** The field of the kept column at that position. */
    int fieldOf(int column) {
        return keptFields.get(column);
    }

    /** How many fields a record has. */
    int width() {
        return byField.length;
    }

    /** Where blocks of rows go. */
    RowSink sink() {
        return sink;
    }

    /** Up to how many different values of a column are counted. */
    int distinctBound() {
        return distinctBound(kept.size());
    }

    private static int distinctBound(int columns) {
        return Math.max(64, Math.min(DISTINCT_MOST, DISTINCT_CELLS / Math.max(1, columns)));
    }

    /** Counts rows that were read beside this pass. */
    void count(long moreRows, long moreBlankRows) {
        rows += moreRows;
        blankRows += moreBlankRows;
    }

    /** A record of another number of fields than the first one. */
    DataException ragged(long atLine, int fields) {
        line = atLine;
        index = fields;
        return ragged();
    }

    /** A cell of the kept column at that position that is not of the type that is asked for. */
    DataException misfit(int column, long atLine, String value) {
        return new DataException(Code.BAD_DATA, NLS.bind(Messages.TextPass_misfit,
                new Object[] {file, atLine, kept.get(column), value, scans.get(column).asked().get().id()}),
                new Where(file, OptionalLong.of(atLine), Optional.of(kept.get(column))).with("types"));
    }

    List<ColumnScan> scans() {
        return scans;
    }

    /** The names of the columns that are kept. */
    List<String> kept() {
        return kept;
    }

    MissingMarkers markers() {
        return markers;
    }

    List<DataWarning> headerWarnings() {
        return headers.warnings();
    }

    long rows() {
        return rows;
    }

    long blankRows() {
        return blankRows;
    }

    /** How many lines were comments. */
    long comments() {
        return comments;
    }

    /** How many fields the first record has; 0 when there is none. */
    int fields() {
        return firstCells.size();
    }

    /** The line of the first record. */
    long firstLine() {
        return firstLine;
    }

    /** The line at which a sample ended because its count of fields was another; 0 when there was none. */
    long raggedLine() {
        return raggedLine;
    }
}
