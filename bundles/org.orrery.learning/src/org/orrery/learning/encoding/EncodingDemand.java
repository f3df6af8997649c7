package org.orrery.learning.encoding;

/**
 * How a model wants its columns.
 *
 * @param scaled whether each column is shifted by its training mean and divided by its population standard deviation
 * @param firstLevelDropped whether the first level of a text column, in order of its text, gets no column of its own, so that
 *     the others are measured against it
 */
public record EncodingDemand(boolean scaled, boolean firstLevelDropped) {
    /** Columns as they are: for trees. */
    public static final EncodingDemand PLAIN = new EncodingDemand(false, false);
    /** Scaled columns, one for each level: for distances. */
    public static final EncodingDemand SCALED = new EncodingDemand(true, false);
    /** Scaled columns against a first level: for linear models. */
    public static final EncodingDemand LINEAR = new EncodingDemand(true, true);
}
