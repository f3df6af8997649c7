package org.orrery.data.internal.sheet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.osgi.util.NLS;
import org.orrery.data.ColumnType;
import org.orrery.data.DataException;
import org.orrery.data.DataException.Code;
import org.orrery.data.DataException.Where;
import org.orrery.data.DataWarning;
import org.orrery.data.ReadOptions;
import org.orrery.data.Schema;
import org.orrery.data.Sheet;
import org.orrery.data.internal.SourceFile;
import org.orrery.data.internal.text.RecordParser;
import org.orrery.data.internal.text.RecordSource;

/** One sheet of a workbook as records: the smallest rectangle that holds all filled cells. Used by one thread. */
public final class SheetSource implements RecordSource {
    private final Path file;
    private final Workbook workbook;
    private final Sheet sheet;
    private final boolean chosen;
    private final ReadOptions options;
    private final StampCheck stamp;
    private SheetLayout layout = SheetLayout.UNKNOWN;
    private SheetRecords last;
    private int skip;
    private String title = "";

    private SheetSource(Path file, Workbook workbook, Sheet sheet, ReadOptions options, StampCheck stamp) {
        this.file = file;
        this.workbook = workbook;
        this.sheet = sheet;
        this.chosen = options.sheet().isPresent();
        this.options = options;
        this.stamp = stamp;
        this.skip = options.skip().orElse(0);
    }

    /**
     * The sheet that the options name, else the first one that is shown and not empty.
     *
     * @param stamp what the file was before it was opened
     * @throws DataException bad-usage when there is no such sheet; bad-data when no sheet has cells
     */
    public static SheetSource of(Path file, Workbook workbook, ReadOptions options, StampCheck stamp) throws DataException {
        return new SheetSource(file, workbook, choose(file, workbook, options), options, stamp);
    }

    private static Sheet choose(Path file, Workbook workbook, ReadOptions options) throws DataException {
        List<Sheet> sheets = workbook.sheets();
        if (options.sheet().isPresent()) {
            String wanted = options.sheet().get();
            for (Sheet sheet : sheets) {
                if (sheet.name().equals(wanted)) {
                    return sheet;
                }
            }
            throw new DataException(Code.BAD_USAGE, NLS.bind(Messages.SheetSource_noSheet, new Object[] {file, wanted, names(sheets, null)}),
                    Where.in(file));
        }
        for (boolean hidden : new boolean[] {false, true}) {
            for (Sheet sheet : sheets) {
                if (sheet.hidden() == hidden && hasCells(workbook, sheet)) {
                    return sheet;
                }
            }
        }
        throw new DataException(Code.BAD_DATA, NLS.bind(Messages.SheetSource_noSheets, file), Where.in(file));
    }

    private static boolean hasCells(Workbook workbook, Sheet sheet) throws DataException {
        FirstCell first = new FirstCell();
        workbook.read(sheet, first);
        return first.isDone();
    }

    private static String names(List<Sheet> sheets, Sheet but) {
        return String.join(", ", sheets.stream().filter(sheet -> sheet != but).map(sheet -> '"' + sheet.name() + '"').toList());
    }

    @Override
    public boolean isNamed() {
        return false;
    }

    @Override
    public Map<String, ColumnType> declared() {
        return Map.of();
    }

    @Override
    public ReadOptions resolve(ReadOptions given) {
        return given.change().sheet(sheet.name()).skip(skip == 0 ? given.skip().orElse(null) : Integer.valueOf(skip)).options();
    }

    @Override
    public boolean read(RecordParser.Sink sink, long mostRows) throws DataException {
        last = new SheetRecords(file, sheet.name(), options, skip, layout, sink, mostRows);
        workbook.read(sheet, last);
        SheetLayout learned = last.learned();
        if (learned.isEmpty()) {
            throw new DataException(Code.BAD_DATA, NLS.bind(Messages.SheetSource_empty, file, sheet.name()), Where.in(file));
        }
        if (layout.isEmpty() && isTitled(learned)) {
            return false;
        }
        boolean held = layout.covers(learned);
        layout = layout.with(learned);
        return held;
    }

    /** Whether rows above the table were found, which are left out from now on. */
    private boolean isTitled(SheetLayout learned) {
        if (skip > 0 || options.skip().isPresent() || !options.header().orElse(true)) {
            return false;
        }
        skip = last.preamble().last(learned.end() - learned.first());
        title = last.preamble().title();
        return skip > 0;
    }

    @Override
    public SourceFile.Stamp stamp() throws DataException {
        return stamp.unchanged();
    }

    @Override
    public String place(long line) {
        return NLS.bind(Messages.SheetSource_place, new Object[] {file, sheet.name(), line});
    }

    @Override
    public List<DataWarning> warnings(Schema schema) {
        List<DataWarning> warnings = new ArrayList<>();
        List<Sheet> sheets = workbook.sheets();
        if (!chosen && sheets.size() > 1) {
            warnings.add(new DataWarning("sheet-chosen", NLS.bind(Messages.SheetSource_otherSheets, sheet.name(), names(sheets, sheet)),
                    "sheet"));
        }
        if (sheet.hidden()) {
            warnings.add(new DataWarning("hidden-sheet", NLS.bind(Messages.SheetSource_hiddenSheet, sheet.name())));
        }
        if (skip > 0 && options.skip().isEmpty()) {
            warnings.add(new DataWarning("rows-above", NLS.bind(Messages.SheetSource_rowsAbove, skip, title), "skip"));
        }
        warnings.addAll(last.warnings(schema));
        return warnings;
    }

    @Override
    public void close() throws DataException {
        workbook.close();
    }

    /** Reads as far as the first filled cell. */
    private static final class FirstCell implements SheetCells {
        private boolean found;

        @Override
        public void row(int row, boolean hidden) {
            // Only cells count.
        }

        @Override
        public void cell(int column, Kind kind, char[] characters, int from, int length) {
            found = true;
        }

        @Override
        public void endRow() {
            // Only cells count.
        }

        @Override
        public void hiddenColumns(int first, int count) {
            // Only cells count.
        }

        @Override
        public void merged(String range) {
            // Only cells count.
        }

        @Override
        public boolean isDone() {
            return found;
        }
    }
}
