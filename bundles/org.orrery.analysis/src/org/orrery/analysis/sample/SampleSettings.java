package org.orrery.analysis.sample;

import java.util.Map;
import java.util.Optional;

import org.orrery.analysis.settings.Advanced;
import org.orrery.analysis.settings.Default;
import org.orrery.analysis.settings.Range;

/**
 * Whether an analysis uses a part of the rows. An analysis that can do with a part has a setting {@link #SETTING} of this class: the framework
 * finds it by that, advises a sample where one is worth it, and labels the result.
 *
 * @param rows how many rows are used at most; empty: all
 * @param method which
 */
public record SampleSettings(@Range(min = 100, max = 1e9) Optional<Integer> rows, @Default("stratified") @Advanced SampleMethod method) {
    /** The name that a setting of this class has. */
    public static final String SETTING = "sample";
    /** The name of the setting in it that says how many. */
    public static final String ROWS = "rows";

    /** Whether not all of so many rows are used. */
    public boolean isPartOf(long all) {
        return rows.isPresent() && rows.get() < all;
    }

    /** How many of so many rows are used. */
    public long of(long all) {
        return isPartOf(all) ? rows.get() : all;
    }

    /**
     * How many rows settings ask for.
     *
     * @param settings the plain form of a whole settings record; a number may also be text
     * @return empty when they ask for all, or for what is no number
     */
    public static Optional<Long> rows(Map<String, ?> settings) {
        if (!(settings.get(SETTING) instanceof Map<?, ?> own)) {
            return Optional.empty();
        }
        return switch (own.get(ROWS)) {
            case Number rows -> Optional.of(rows.longValue());
            case String text when text.matches("\\d{1,18}") -> Optional.of(Long.parseLong(text));
            case null, default -> Optional.empty();
        };
    }
}
