package org.orrery.jobs.search;

/** Whether a run fits, as far as is known. */
enum Fit {
    /** It does. */
    YES,
    /** It does not. */
    NO,
    /** The facts of the run decide, and were not asked for yet. */
    OPEN;

    static Fit of(boolean fits) {
        return fits ? YES : NO;
    }

    Fit and(Fit other) {
        return this == NO || other == NO ? NO : this == OPEN || other == OPEN ? OPEN : YES;
    }

    Fit or(Fit other) {
        return this == YES || other == YES ? YES : this == OPEN || other == OPEN ? OPEN : NO;
    }

    Fit not() {
        return this == YES ? NO : this == NO ? YES : OPEN;
    }
}
