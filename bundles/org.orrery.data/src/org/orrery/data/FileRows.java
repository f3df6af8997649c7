package org.orrery.data;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The rows of a file that was not imported, each cell as the text that stands in it. At first its beginning is known; a pass over
 * the file makes the rest known, row by row, and what it learns is kept for the next time. Safe for any number of threads. Every
 * method but {@link #preview}, {@link #names} and {@link #extent} may read files: never call one on the user interface thread.
 */
public interface FileRows {
    /** How far the rows are known. */
    enum Reach {
        /** The beginning; {@link FileRows#index} makes more known. */
        BEGINNING,
        /** All rows of the file. */
        ALL,
        /** All rows before one that cannot be read. */
        DAMAGED,
        /** The beginning, and no more can be known without an import: the file is packed, no text, or of a form that is read in one go. */
        BEGINNING_ONLY
    }

    /**
     * What is known of the rows.
     *
     * @param rows how many can be read now
     * @param reach how far they go
     * @param damage what ends them, with its line; present exactly when the reach is {@link Reach#DAMAGED}
     */
    record Extent(long rows, Reach reach, Optional<DataException> damage) {
        public Extent {
            Objects.requireNonNull(reach, "reach");
            Objects.requireNonNull(damage, "damage");
        }
    }

    /**
     * A cell.
     *
     * @param row its row, from 0
     * @param column its column, from 0
     */
    record Place(long row, int column) {
    }

    /** How the beginning of the file would be imported. */
    ImportPreview preview();

    /** The names of the columns. */
    List<String> names();

    /** How far the rows are known now; grows while {@link #index} is at work. */
    Extent extent();

    /**
     * Makes all rows known, or all before the first that cannot be read, and keeps that for the next time. Begins where an earlier
     * call was cancelled. Does nothing when no more can be known.
     *
     * @param progress told of bytes
     * @throws java.util.concurrent.CancellationException when the progress says so; what is known stays known
     * @throws DataException unreadable-file when the file is gone or has changed since it was opened
     */
    void index(Progress progress) throws DataException;

    /**
     * Some rows of some columns, as text.
     *
     * @param columns the columns, in this order
     * @param first the first row, from 0
     * @param count how many rows at most; there are fewer at the end of what is known
     * @throws DataException missing-column; unreadable-file when the file is gone or has changed since it was opened
     */
    Table window(List<String> columns, long first, int count) throws DataException;

    /**
     * The next cell among the known rows that contains a text, whatever the case of its letters.
     *
     * @param text what to look for; not empty
     * @param after where to begin: that cell itself is left out; a column of −1 lies before its row
     * @param forwards whether to go to the end, else to the beginning
     * @param progress told of bytes
     * @throws DataException unreadable-file when the file is gone or has changed since it was opened
     */
    Optional<Place> find(String text, Place after, boolean forwards, Progress progress) throws DataException;
}
