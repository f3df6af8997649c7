package org.orrery.learning.models;

import java.util.Optional;

import org.orrery.analysis.settings.Advanced;
import org.orrery.analysis.settings.Default;
import org.orrery.analysis.settings.Range;

/**
 * Settings of a classification tree.
 *
 * @param maxDepth how many splits there may be between the root and a leaf; empty: any number
 * @param minLeaf the least number of training rows in a leaf
 * @param criterion what a split lowers
 */
public record DecisionTreeSettings(@Range(min = 1, max = 10_000) Optional<Integer> maxDepth,
        @Default("5") @Range(min = 1, max = 1_000_000) int minLeaf, @Default("gini") @Advanced SplitCriterion criterion) {
    /** The defaults: any depth, leaves of at least 5 rows, Gini impurity. */
    public static final DecisionTreeSettings STANDARD = new DecisionTreeSettings(Optional.empty(), 5, SplitCriterion.GINI);
}
