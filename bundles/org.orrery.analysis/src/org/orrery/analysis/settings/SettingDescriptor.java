package org.orrery.analysis.settings;

import java.util.List;
import java.util.Optional;

/**
 * One setting, as forms and {@code describe} need it.
 *
 * @param name the name within its record
 * @param kind what one value is
 * @param list whether there are any number of values
 * @param optional whether there may be no value
 * @param defaultValue the default in the plain form of {@link SettingsSchema}; empty when the user must give a value or
 *     there is none
 * @param min the smallest allowed number; −∞ when free
 * @param max the largest allowed number; +∞ when free
 * @param choices the allowed words of a {@link Kind#CHOICE}
 * @param column which columns fit, for {@link Kind#COLUMN}
 * @param advanced whether the form folds it away
 * @param extendable whether it may grow in a new attempt
 * @param label what the user reads
 * @param help a sentence or two
 * @param nested the settings within, for {@link Kind#GROUP}
 * @param levelOf the setting beside this one that names the column of which this is a value
 */
public record SettingDescriptor(String name, Kind kind, boolean list, boolean optional, Optional<Object> defaultValue, double min,
        double max, List<Choice> choices, Optional<ColumnUse> column, boolean advanced, boolean extendable, String label,
        String help, List<SettingDescriptor> nested, Optional<String> levelOf) {
    /** What one value is. */
    public enum Kind {
        /** A whole number. */
        INTEGER,
        /** A number. */
        REAL,
        /** True or false. */
        BOOLEAN,
        /** Any text. */
        TEXT,
        /** One of {@link SettingDescriptor#choices()}. */
        CHOICE,
        /** The name of a column. */
        COLUMN,
        /** Settings of their own. */
        GROUP;

        /** The word of the command line's JSON. */
        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * An allowed word.
     *
     * @param id what scripts write
     * @param label what the user reads
     */
    public record Choice(String id, String label) {
    }

    /**
     * Which columns fit.
     *
     * @param role what the column is used for
     * @param input the input it belongs to
     */
    public record ColumnUse(Role role, String input) {
    }

    public SettingDescriptor {
        choices = List.copyOf(choices);
        nested = List.copyOf(nested);
    }

    /** Whether the user must give a value. */
    public boolean required() {
        return !list && !optional && kind != Kind.GROUP && defaultValue.isEmpty();
    }
}
