package org.orrery.ui.data.internal.rows;

import java.util.Locale;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.data.ValueOperator;
import org.orrery.data.ValueTest;
import org.orrery.ui.Formats;

/**
 * One filter of the rows.
 *
 * @param column the column it looks at
 * @param operator what it asks
 * @param value what it compares with, as the user wrote it
 */
record Condition(Column column, Operator operator, String value) {
    /** What is wrong with the value; empty when it can be used. */
    Optional<String> problem() {
        if (!operator.asked().needsValue()) {
            return Optional.empty();
        }
        if (value.isBlank()) {
            return Optional.of(NLS.bind(Messages.Condition_empty, column.name()));
        }
        return question().isReadable() ? Optional.empty()
                : Optional.of(NLS.bind(Messages.Condition_value, new Object[] {value, column.name(), column.type().id()}));
    }

    /** The filter as code, for a block in which the column stands at that position. */
    ValueTest.Answer test(int position) {
        return operator.asked() == ValueOperator.CONTAINS ? contains(position) : question().at(position);
    }

    private ValueTest question() {
        return new ValueTest(column, operator.asked(), column.type() == ColumnType.BOOLEAN ? truth() : value);
    }

    /** Of what is seen: cells show values in the language of the user. */
    private ValueTest.Answer contains(int position) {
        String part = value.toLowerCase(Locale.ROOT);
        return (block, row) -> !block.column(position).isMissing(row)
                && Formats.datum(block.value(row, position)).toLowerCase(Locale.ROOT).contains(part);
    }

    private String truth() {
        String text = value.strip();
        return text.equalsIgnoreCase(Messages.Condition_yes) ? "true" : text.equalsIgnoreCase(Messages.Condition_no) ? "false" : text; //$NON-NLS-1$ //$NON-NLS-2$
    }
}
