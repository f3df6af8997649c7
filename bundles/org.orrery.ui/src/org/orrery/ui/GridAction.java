package org.orrery.ui;

import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/**
 * Something that can be done with a row of a {@link Grid}.
 *
 * @param text what the menu says
 * @param possible whether it can be done with that row of the model; asked whenever the menu opens
 * @param run does it with that row of the model
 */
public record GridAction(String text, IntPredicate possible, IntConsumer run) {
}
