package org.orrery.analysis.settings;

import java.util.Locale;

/** What a column is used for. */
public enum Role {
    /** What is to be predicted or explained. */
    TARGET,
    /** What explains. */
    FEATURE,
    /** Names a row or an entity. */
    ID,
    /** How much a row counts. */
    WEIGHT,
    /** When something happened. */
    TIME,
    /** What belongs together and must not be split. */
    GROUP,
    /** Text to be read. */
    TEXT,
    /** An amount. */
    VALUE;

    /** The word of the command line's JSON. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
