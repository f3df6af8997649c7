package org.orrery.learning.encoding;

/** What becomes of a text with more levels than get a column each. */
public enum TextEncoding {
    /** How frequent each level is among the training rows. */
    FREQUENCY,
    /** How likely each class is for rows of the level, drawn towards the share of the class in all training rows. */
    TARGET
}
