package org.orrery.ui.data.internal.rows;

import org.orrery.data.ValueOperator;

/** What a filter asks of a value. */
enum Operator {
    CONTAINS(Messages.Operator_contains),
    EQUALS(Messages.Operator_equals),
    DIFFERS(Messages.Operator_differs),
    LESS(Messages.Operator_less),
    AT_MOST(Messages.Operator_atMost),
    GREATER(Messages.Operator_greater),
    AT_LEAST(Messages.Operator_atLeast),
    MISSING(Messages.Operator_missing),
    PRESENT(Messages.Operator_present);

    private final String label;

    Operator(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** The same, of the data. */
    ValueOperator asked() {
        return ValueOperator.valueOf(name());
    }
}
