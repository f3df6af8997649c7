package org.orrery.learning.encoding;

import java.util.Objects;

/**
 * How columns become numbers.
 *
 * @param imputation what stands in for a missing number
 * @param missingFlags whether a column of 0 and 1 tells where a number was missing
 * @param maxLevels a column of text with more levels, a missing value being one of them, becomes the frequency of each level
 *     instead of one column per level
 */
public record Encoding(NumericImputation imputation, boolean missingFlags, int maxLevels) {
    /** Medians, no flags, 25 levels. */
    public static final Encoding STANDARD = new Encoding(NumericImputation.MEDIAN, false, 25);

    public Encoding {
        Objects.requireNonNull(imputation, "imputation");
        if (maxLevels < 2) {
            throw new IllegalArgumentException("At least two levels are needed");
        }
    }
}
