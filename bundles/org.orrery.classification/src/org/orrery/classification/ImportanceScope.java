package org.orrery.classification;

/** Of which models the importance of features is measured. */
public enum ImportanceScope {
    /** Of none. */
    NONE,
    /** Of the best. */
    BEST,
    /** Of all. */
    ALL
}
