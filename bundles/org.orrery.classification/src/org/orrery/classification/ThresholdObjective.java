package org.orrery.classification;

/** What a threshold is chosen for. */
public enum ThresholdObjective {
    /** The lowest cost. */
    COST,
    /** The largest F1 of the positive class. */
    F1,
    /** The largest recall plus specificity (W. J. Youden, Cancer 3, 1950). */
    YOUDEN,
    /** The largest precision with at least the recall that was asked for. */
    RECALL,
    /** The largest recall with at least the precision that was asked for. */
    PRECISION
}
