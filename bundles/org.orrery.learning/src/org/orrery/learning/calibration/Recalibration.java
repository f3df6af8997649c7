package org.orrery.learning.calibration;

/** How probabilities are corrected by what is observed. */
public enum Recalibration {
    /** Not at all. */
    NONE,
    /** By a sigmoid over the log-odds: for few rows. */
    PLATT,
    /** By steps that never fall: for at least some hundred rows. */
    ISOTONIC
}
