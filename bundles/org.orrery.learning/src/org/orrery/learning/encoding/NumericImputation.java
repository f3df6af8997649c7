package org.orrery.learning.encoding;

/** What stands in for a missing number. */
public enum NumericImputation {
    /** The median of the training rows. */
    MEDIAN,
    /** The mean of the training rows. */
    MEAN
}
