package org.orrery.learning.models;

/**
 * How a tree is grown.
 *
 * @param maxDepth how many splits there may be between the root and a leaf
 * @param minLeaf the least number of rows in a leaf
 * @param criterion what a split lowers
 * @param columns how many columns each split may choose from, drawn by chance, more only while all are constant; 0 for all
 */
record GrowthLimits(int maxDepth, int minLeaf, SplitCriterion criterion, int columns) {
}
