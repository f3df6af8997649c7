package org.orrery.data.internal.rowindex;

import java.util.Optional;
import org.orrery.data.FileRows.Place;
import org.orrery.data.internal.text.RawBlock;
import org.orrery.data.internal.text.RawText;

/** Looks for a text in the cells of a block. */
final class BlockSearch {
    private final RawBlock block;
    private final RowIndex.Block place;
    private final int columns;
    private final RawText wanted;

    BlockSearch(RawBlock block, RowIndex.Block place, int columns, RawText wanted) {
        this.block = block;
        this.place = place;
        this.columns = columns;
        this.wanted = wanted;
    }

    /** The next cell behind that one, or before it; rows and columns that lie beyond the block do not matter. */
    Optional<Place> from(long row, int column, boolean forwards) {
        int step = forwards ? 1 : -1;
        long inside = row - place.first();
        boolean within = inside >= 0 && inside < place.rows();
        int first = within ? (int) inside : forwards ? 0 : place.rows() - 1;
        int after = within ? column : forwards ? -1 : columns;
        for (int i = first; i >= 0 && i < place.rows(); i += step) {
            for (int k = after + step; k >= 0 && k < columns; k += step) {
                if (wanted.isIn(block.cell(i, k))) {
                    return Optional.of(new Place(place.first() + i, k));
                }
            }
            after = forwards ? -1 : columns;
        }
        return Optional.empty();
    }
}
