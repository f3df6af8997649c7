package org.orrery.data;

/** What can be asked of a value. A missing value fulfils none of them but {@link #MISSING}. */
public enum ValueOperator {
    /** It is that value. */
    EQUALS,
    /** It is another. */
    DIFFERS,
    /** It is less, or earlier. */
    LESS,
    /** It is at most that, or not later. */
    AT_MOST,
    /** It is more, or later. */
    GREATER,
    /** It is at least that, or not earlier. */
    AT_LEAST,
    /** It has that text in it, in capitals or not. */
    CONTAINS,
    /** There is none. */
    MISSING,
    /** There is one. */
    PRESENT;

    /** Whether something must be given to compare with. */
    public boolean needsValue() {
        return this != MISSING && this != PRESENT;
    }

    /** Whether it makes sense for text; all do for numbers and times. */
    public boolean forText() {
        return switch (this) {
            case LESS, AT_MOST, GREATER, AT_LEAST -> false;
            default -> true;
        };
    }
}
