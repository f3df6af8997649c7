package org.orrery.learning.models;

import java.util.Optional;

import org.orrery.analysis.settings.Advanced;
import org.orrery.analysis.settings.Default;
import org.orrery.analysis.settings.Range;

/**
 * Settings of a forest.
 *
 * @param trees how many trees there are
 * @param columns how many columns each split may choose from; empty: the root of how many there are
 * @param maxDepth how many splits there may be between the root and a leaf; empty: any number
 * @param minLeaf the least number of training rows in a leaf
 * @param criterion what a split lowers
 */
public record ForestSettings(@Default("100") @Range(min = 1, max = 10_000) int trees,
        @Range(min = 1, max = 100_000) Optional<Integer> columns, @Range(min = 1, max = 10_000) Optional<Integer> maxDepth,
        @Default("1") @Range(min = 1, max = 1_000_000) int minLeaf, @Default("gini") @Advanced SplitCriterion criterion) {
    /** The defaults: 100 trees, the root of the columns, any depth, leaves of one row, Gini impurity. */
    public static final ForestSettings STANDARD = new ForestSettings(100, Optional.empty(), Optional.empty(), 1, SplitCriterion.GINI);
}
