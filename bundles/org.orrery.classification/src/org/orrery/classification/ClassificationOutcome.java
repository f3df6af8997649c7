package org.orrery.classification;

/** What a unit of a classification leaves behind. */
public sealed interface ClassificationOutcome permits FoldOutcome, RefitOutcome {
    /** Seconds of training. */
    double fitSeconds();

    /** Mebibytes allocated by the thread of the unit; NaN when the platform does not tell. */
    double allocatedMiB();
}
