package org.orrery.jobs.internal.run;

/** What shall become of a run. */
enum Wish {
    /** Work on. */
    GO,
    /** Begin nothing new. */
    HOLD,
    /** End, with closing units and a result. */
    STOP,
    /** End at once without a result. */
    CANCEL,
    /** End at once, to be resumed later. */
    INTERRUPT;

    /** Whether running units shall end at once. */
    boolean atOnce() {
        return this == CANCEL || this == INTERRUPT;
    }

    /** The wish that counts when this one was there and another comes: an end is never taken back, and the first of two counts. */
    Wish then(Wish next) {
        if (atOnce() || this == STOP && !next.atOnce()) {
            return this;
        }
        return next;
    }
}
