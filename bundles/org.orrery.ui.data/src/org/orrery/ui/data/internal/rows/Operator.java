package org.orrery.ui.data.internal.rows;

/** What a filter asks of a value. */
enum Operator {
    CONTAINS(Messages.Operator_contains, true, true),
    EQUALS(Messages.Operator_equals, true, true),
    DIFFERS(Messages.Operator_differs, true, true),
    LESS(Messages.Operator_less, true, false),
    AT_MOST(Messages.Operator_atMost, true, false),
    GREATER(Messages.Operator_greater, true, false),
    AT_LEAST(Messages.Operator_atLeast, true, false),
    MISSING(Messages.Operator_missing, false, true),
    PRESENT(Messages.Operator_present, false, true);

    private final String label;
    private final boolean needsValue;
    private final boolean forText;

    Operator(String label, boolean needsValue, boolean forText) {
        this.label = label;
        this.needsValue = needsValue;
        this.forText = forText;
    }

    String label() {
        return label;
    }

    /** Whether something must be given to compare with. */
    boolean needsValue() {
        return needsValue;
    }

    /** Whether it makes sense for text; all do for numbers and times. */
    boolean forText() {
        return forText;
    }
}
