package org.orrery.ui.data.internal.rows;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.orrery.data.FileRows;
import org.orrery.data.Progress;
import org.orrery.data.Table;
import org.orrery.ui.Formats;

/** Looks for a text in the cells of a table, in the order in which they are shown, whatever their case. On a worker thread. */
final class RowSearch {
    private static final int PART = 4096;

    private final RowSource source;
    private final RowOrder order;
    private final String text;
    private final String wanted;
    private final Progress progress;
    private final List<String> names;

    /**
     * A cell.
     *
     * @param column its position in the schema
     * @param row the place of its row: that of the data when rows stand as they are, else that at which it is shown
     */
    record Place(int column, long row) {
    }

    RowSearch(RowSource source, RowOrder order, String wanted, Progress progress) {
        this.source = source;
        this.order = order;
        this.text = wanted;
        this.wanted = wanted.toLowerCase(Locale.ROOT);
        this.progress = progress;
        this.names = source.schema().names();
    }

    /** The next cell after that one, or the one before it. */
    Optional<Place> from(int row, int column, boolean forwards) throws Exception {
        if (source.raw().isPresent()) {
            return source.raw().get().find(text, new FileRows.Place(order.row(row), column), forwards, progress)
                    .map(found -> new Place(found.column(), found.row()));
        }
        int place = row;
        int after = column;
        while (place >= 0 && place < order.count()) {
            progress.checkCancelled();
            progress.worked(forwards ? place - row : row - place, forwards ? order.count() - row : row + 1);
            int run = run(place, forwards);
            long first = forwards ? order.row(place) : order.row(place - run + 1);
            Table part = source.window(names, first, run);
            for (int i = 0; i < run; i++) {
                int inPart = forwards ? i : run - 1 - i;
                int found = in(part, inPart, after, forwards);
                if (found >= 0) {
                    return Optional.of(new Place(found, place(forwards ? place + i : place - i)));
                }
                after = forwards ? -1 : names.size();
            }
            place = forwards ? place + run : place - run;
        }
        return Optional.empty();
    }

    private long place(int shown) {
        return order.isIdentity() ? order.row(shown) : shown;
    }

    /** How many rows from there on are neighbours in the data too. */
    private int run(int place, boolean forwards) {
        int step = forwards ? 1 : -1;
        int length = 1;
        while (length < PART) {
            int next = place + step * length;
            if (next < 0 || next >= order.count() || order.row(next) != order.row(place) + step * length) {
                break;
            }
            length++;
        }
        return length;
    }

    private int in(Table part, int row, int after, boolean forwards) {
        int step = forwards ? 1 : -1;
        for (int column = after + step; column >= 0 && column < names.size(); column += step) {
            if (Formats.datum(part.value(row, column)).toLowerCase(Locale.ROOT).contains(wanted)) {
                return column;
            }
        }
        return -1;
    }
}
