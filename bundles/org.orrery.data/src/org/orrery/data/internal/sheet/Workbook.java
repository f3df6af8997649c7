package org.orrery.data.internal.sheet;

import java.util.List;
import org.orrery.data.DataException;
import org.orrery.data.Sheet;

/** A file of sheets. Used by one thread. */
public interface Workbook extends AutoCloseable {
    /** The sheets in their order. */
    List<Sheet> sheets();

    /**
     * Gives the filled cells of a sheet.
     *
     * @throws DataException bad-data, with sheet, row and column, for what cannot be read
     */
    void read(Sheet sheet, SheetCells cells) throws DataException;

    @Override
    void close() throws DataException;
}
