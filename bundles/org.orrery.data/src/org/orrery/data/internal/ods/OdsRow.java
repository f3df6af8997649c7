package org.orrery.data.internal.ods;

import java.util.Arrays;
import org.orrery.data.DataException;
import org.orrery.data.internal.sheet.CellText;
import org.orrery.data.internal.sheet.SheetCells;
import org.orrery.data.internal.sheet.SheetCells.Kind;

/** The filled cells of a row, held until it is known how often the row is to be given. */
final class OdsRow {
    private final CellText characters = new CellText();
    private int[] columns = new int[16];
    private int[] ends = new int[16];
    private Kind[] kinds = new Kind[16];
    private int size;

    void clear() {
        characters.clear();
        size = 0;
    }

    int size() {
        return size;
    }

    /** Adds a cell; false when the row holds too much text. */
    boolean add(int column, Kind kind, CellText value) {
        if (size == columns.length) {
            columns = Arrays.copyOf(columns, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
            kinds = Arrays.copyOf(kinds, size * 2);
        }
        if (!characters.append(value.characters(), 0, value.length())) {
            return false;
        }
        columns[size] = column;
        kinds[size] = kind;
        ends[size++] = characters.length();
        return true;
    }

    void give(SheetCells cells) throws DataException {
        int from = 0;
        for (int i = 0; i < size; i++) {
            cells.cell(columns[i], kinds[i], characters.characters(), from, ends[i] - from);
            from = ends[i];
        }
    }
}
