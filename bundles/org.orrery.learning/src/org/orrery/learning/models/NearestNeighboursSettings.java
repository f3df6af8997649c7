package org.orrery.learning.models;

import org.orrery.analysis.settings.Advanced;
import org.orrery.analysis.settings.Default;
import org.orrery.analysis.settings.Range;

/**
 * Settings of the nearest neighbours.
 *
 * @param neighbours how many rows are asked; all when there are fewer
 * @param distance how far two rows are from each other
 * @param weighting how much a neighbour counts
 */
public record NearestNeighboursSettings(@Default("5") @Range(min = 1, max = 10_000) int neighbours,
        @Default("euclidean") @Advanced NeighbourDistance distance, @Default("uniform") NeighbourWeighting weighting) {
    /** The defaults. */
    public static final NearestNeighboursSettings STANDARD = new NearestNeighboursSettings(5, NeighbourDistance.EUCLIDEAN,
            NeighbourWeighting.UNIFORM);
}
