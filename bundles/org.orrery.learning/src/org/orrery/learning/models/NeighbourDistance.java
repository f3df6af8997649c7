package org.orrery.learning.models;

/** How far two rows are from each other. */
public enum NeighbourDistance {
    /** The root of the sum of squared differences. */
    EUCLIDEAN,
    /** The sum of absolute differences. */
    MANHATTAN,
    /** 1 minus the cosine of the angle between the rows. */
    COSINE
}
