package org.orrery.ui;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * Something that can be done with all rows of a {@link Grid} in one of several ways.
 *
 * @param text what the menu says
 * @param ways what its own menu says; asked whenever the menu opens
 * @param run does it in that way, counted from 0
 */
public record GridChoice(String text, Supplier<List<String>> ways, IntConsumer run) {
}
