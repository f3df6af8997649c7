package org.orrery.ui;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/**
 * Something that can be done with a row of a {@link Grid}, or with single cells of it.
 *
 * @param text what the menu says
 * @param possible whether it can be done with that row of the model; asked whenever the menu opens
 * @param run does it with that row of the model
 * @param cells the cells of that row of the model with which it can be done: a menu below the entry, and a double click on one of them; empty
 *        for a row that counts as a whole
 */
public record GridAction(String text, IntPredicate possible, IntConsumer run, IntFunction<List<Cell>> cells) {
    /**
     * One cell.
     *
     * @param column of the model
     * @param text what the menu says
     * @param run does it
     */
    public record Cell(int column, String text, Runnable run) {
    }

    /** Something that can be done with whole rows. */
    public GridAction(String text, IntPredicate possible, IntConsumer run) {
        this(text, possible, run, row -> List.of());
    }
}
