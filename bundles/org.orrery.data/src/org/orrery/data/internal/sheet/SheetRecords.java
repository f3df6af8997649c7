package org.orrery.data.internal.sheet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.osgi.util.NLS;
import org.orrery.data.Column;
import org.orrery.data.DataException;
import org.orrery.data.DataException.Code;
import org.orrery.data.DataException.Where;
import org.orrery.data.DataWarning;
import org.orrery.data.ReadOptions;
import org.orrery.data.Schema;
import org.orrery.data.internal.text.RecordParser;

/**
 * Turns the cells of a sheet into records as a layout says, and learns which layout would have been right. As soon as the
 * layout proves wrong nothing more is handed on. Used for one pass.
 */
final class SheetRecords implements SheetCells {
    private static final String MIDNIGHT = "T00:00";
    private static final char[] NOTHING = {};

    private final Path file;
    private final String sheet;
    private final ReadOptions options;
    private final SheetLayout layout;
    private final RecordParser.Sink sink;
    private final long mostRows;
    private final CellText characters = new CellText();
    private final BitSet days = new BitSet();
    private final BitSet instants = new BitSet();
    private final BitSet ignored = new BitSet();
    private final BitSet numbersAsText = new BitSet();
    private final List<String> names = new ArrayList<>();
    private final SheetNotes notes = new SheetNotes();
    private final Preamble preamble = new Preamble();
    private final int skip;
    private int[] starts = new int[16];
    private int[] ends = new int[16];
    private int first = Integer.MAX_VALUE;
    private int end;
    private int row;
    private int lastRow;
    private int headerRow = -1;
    private long records;
    private boolean rowHidden;
    private boolean filled;
    private boolean broken;

    /** @param skip how many rows of the sheet are no data */
    SheetRecords(Path file, String sheet, ReadOptions options, int skip, SheetLayout layout, RecordParser.Sink sink, long mostRows) {
        this.file = file;
        this.sheet = sheet;
        this.options = options;
        this.layout = layout;
        this.sink = sink;
        this.mostRows = mostRows;
        this.skip = skip;
        this.lastRow = skip;
    }

    @Override
    public void row(int number, boolean hidden) {
        row = number;
        rowHidden = hidden;
        filled = false;
        characters.clear();
        Arrays.fill(starts, -1);
        preamble.row(number);
    }

    @Override
    public void cell(int column, Kind kind, char[] text, int from, int length) throws DataException {
        if (row <= skip || ignored.get(column)) {
            return;
        }
        first = Math.min(first, column);
        end = Math.max(end, column + 1);
        filled = true;
        preamble.cell(kind, text, from, length);
        if (kind == Kind.ERROR) {
            notes.error(Place.cell(column, row), new String(text, from, length));
            return;
        }
        broken |= column < layout.first() || column >= layout.end();
        if (!broken) {
            requireValue(column, kind);
            hold(column, kind, text, from, length);
        }
        days.set(column, days.get(column) || kind == Kind.DATE);
        instants.set(column, instants.get(column) || kind == Kind.TIMESTAMP);
        if (kind == Kind.TEXT && headerRow >= 0 && row > headerRow && length > 0 && looksLikeNumber(text[from])) {
            numbersAsText.set(column);
        }
    }

    private void requireValue(int column, Kind kind) throws DataException {
        if (kind == Kind.UNCALCULATED) {
            throw new DataException(Code.BAD_DATA, NLS.bind(Messages.SheetSource_uncalculated,
                    new Object[] {file, sheet, Place.cell(column, row)}),
                    new Where(file, OptionalLong.of(row), Optional.of(name(column))));
        }
    }

    private static boolean looksLikeNumber(char letter) {
        return letter >= '0' && letter <= '9' || letter == '-' || letter == '.';
    }

    private void hold(int column, Kind kind, char[] text, int from, int length) throws DataException {
        int at = column - layout.first();
        if (at >= starts.length) {
            int before = starts.length;
            starts = Arrays.copyOf(starts, Math.max(at + 1, before * 2));
            ends = Arrays.copyOf(ends, starts.length);
            Arrays.fill(starts, before, starts.length, -1);
        }
        int start = characters.length();
        boolean fits = characters.append(text, from, length);
        if (kind == Kind.DATE && layout.stamped().get(column)) {
            fits &= characters.append(MIDNIGHT);
        }
        if (!fits) {
            throw new DataException(Code.BAD_DATA, NLS.bind(Messages.SheetSource_rowTooLong, new Object[] {file, sheet, row}),
                    Where.at(file, row));
        }
        if (kind == Kind.NUMBER && options.decimal().orElse('.') == ',') {
            for (int i = start; i < characters.length(); i++) {
                characters.characters()[i] = characters.characters()[i] == '.' ? ',' : characters.characters()[i];
            }
        }
        starts[at] = start;
        ends[at] = characters.length();
    }

    private String name(int column) {
        int at = column - layout.first();
        return at >= 0 && at < names.size() && !names.get(at).isEmpty() ? names.get(at) : Place.column(column);
    }

    @Override
    public void endRow() throws DataException {
        if (row <= skip) {
            return;
        }
        preamble.endRow();
        if (rowHidden && filled) {
            notes.hiddenRow(row);
        }
        if (!broken && !layout.isEmpty()) {
            // Rows that the file leaves out are blank rows too, but only up to the last one that is there.
            for (int blank = lastRow + 1; filled && blank < row; blank++) {
                blank(blank);
            }
            if (filled) {
                record();
                lastRow = row;
            }
        } else {
            records++;
        }
    }

    private void blank(int number) throws DataException {
        sink.begin(number);
        sink.field(NOTHING, 0, 0, false);
        sink.end();
    }

    private void record() throws DataException {
        records++;
        int width = layout.end() - layout.first();
        if (headerRow < 0) {
            headerRow = options.header().orElse(true) ? row : 0;
            for (int i = 0; i < width && options.header().orElse(true); i++) {
                String name = held(i) ? new String(characters.characters(), starts[i], ends[i] - starts[i]).strip() : "";
                names.add(name);
                ignored.set(layout.first() + i, options.ignored().contains(name));
            }
        }
        sink.begin(row);
        for (int i = 0; i < width; i++) {
            if (held(i)) {
                sink.field(characters.characters(), starts[i], ends[i] - starts[i], true);
            } else {
                // Quoted, since the row as a whole is not blank.
                sink.field(NOTHING, 0, 0, true);
            }
        }
        sink.end();
    }

    private boolean held(int at) {
        return at < starts.length && starts[at] >= 0;
    }

    @Override
    public void hiddenColumns(int from, int count) {
        notes.hiddenColumns(from, count);
    }

    @Override
    public void merged(String range) {
        notes.merged(range);
    }

    @Override
    public boolean isDone() {
        return records > mostRows || !broken && sink.isDone();
    }

    /** The layout that the cells of this pass ask for. */
    SheetLayout learned() {
        BitSet both = (BitSet) days.clone();
        both.and(instants);
        return new SheetLayout(first, end, both);
    }

    /** What stands above the table. */
    Preamble preamble() {
        return preamble;
    }

    List<DataWarning> warnings(Schema schema) {
        List<DataWarning> warnings = notes.warnings(first, end);
        List<String> converted = new ArrayList<>();
        int kept = 0;
        for (int i = 0; i < layout.end() - layout.first() && kept < schema.size(); i++) {
            if (!ignored.get(layout.first() + i)) {
                Column column = schema.columns().get(kept++);
                if (numbersAsText.get(layout.first() + i) && !column.type().isText()) {
                    converted.add(column.name());
                }
            }
        }
        if (!converted.isEmpty()) {
            warnings.add(new DataWarning("stored-as-text", NLS.bind(Messages.SheetSource_storedAsText, String.join(", ", converted)),
                    "types"));
        }
        return warnings;
    }
}
