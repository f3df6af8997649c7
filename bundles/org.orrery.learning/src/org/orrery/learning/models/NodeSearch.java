package org.orrery.learning.models;

import java.util.random.RandomGenerator;

/** Looks for the best split of one node, one column after the other. For one thread. */
interface NodeSearch {
    /** Forgets the node before. */
    void reset();

    /** How good the best split so far is. */
    double score();

    /** The column of the best split; −1 when none leaves enough rows on both sides. */
    int column();

    /** The largest value that goes left. */
    double threshold();

    /**
     * Tries a column.
     *
     * @param random what chance there is, or null
     * @return false when the column is constant in the node
     */
    boolean search(int column, TreeNode node, RandomGenerator random);

    /** Tells for each row of the node whether the best split leads it to the left: 1, or to the right: 0. */
    void sides(TreeNode node, int[] sides);
}
