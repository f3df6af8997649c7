package org.orrery.data.internal.text;

import java.util.Optional;
import org.orrery.data.ColumnType;

/**
 * How a pass stores a column. A plan that the rest of the file proves wrong costs another pass, never a value.
 *
 * @param asked the type that the user wants
 * @param type the type to store: never {@link ColumnType#CATEGORY}, which is told apart from text at the end
 * @param kind the one kind of {@link Kinds} that the cells are read as; for text what they could still turn out to be
 * @param scale decimal places of a decimal
 */
record ColumnPlan(Optional<ColumnType> asked, ColumnType type, int kind, int scale) {
    static final ColumnPlan UNKNOWN = new ColumnPlan(Optional.empty(), ColumnType.TEXT, Kinds.ANY, 0);
}
