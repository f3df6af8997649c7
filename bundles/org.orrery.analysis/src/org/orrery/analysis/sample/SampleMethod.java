package org.orrery.analysis.sample;

/** How the rows of a sample are chosen. */
public enum SampleMethod {
    /** By chance, so that each class keeps its share. */
    STRATIFIED,
    /** By chance, each row with the same probability. */
    RANDOM,
    /** The rows with the latest times. */
    LATEST
}
