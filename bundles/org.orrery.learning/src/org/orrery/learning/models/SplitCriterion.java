package org.orrery.learning.models;

/** What a tree lowers with each split. */
public enum SplitCriterion {
    /** The probability that two rows drawn with replacement differ in class. */
    GINI,
    /** The information of the class. */
    ENTROPY
}
