package org.orrery.classification;

/** How settings of models are looked for. */
public enum TuningMethod {
    /** Not at all: they are as given. */
    NONE,
    /** Drawn at random. */
    RANDOM,
    /** All combinations of a few values of each. */
    GRID,
    /** Many drawn at random on few rows, the better ones again on more. */
    SUCCESSIVE_HALVING
}
