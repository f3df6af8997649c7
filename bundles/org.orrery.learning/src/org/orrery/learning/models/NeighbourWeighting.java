package org.orrery.learning.models;

/** How much a neighbour counts. */
public enum NeighbourWeighting {
    /** Each the same. */
    UNIFORM,
    /** The inverse of its distance; rows at distance 0 alone where there are any. */
    DISTANCE
}
