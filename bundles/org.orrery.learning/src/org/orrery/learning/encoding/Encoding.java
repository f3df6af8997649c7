package org.orrery.learning.encoding;

import java.util.Objects;

/**
 * How columns become numbers.
 *
 * @param imputation what stands in for a missing number
 * @param missingFlags whether a column of 0 and 1 tells where a number was missing
 * @param maxLevels a column of text with more levels, a missing value being one of them, does not become one column per level
 * @param manyLevels what it becomes instead
 * @param selection which of the columns that are made a model does not get
 */
public record Encoding(NumericImputation imputation, boolean missingFlags, int maxLevels, TextEncoding manyLevels,
        ColumnSelection selection) {
    /** Medians, no flags, 25 levels. */
    public static final Encoding STANDARD = new Encoding(NumericImputation.MEDIAN, false, 25);

    /** All columns are kept. */
    public Encoding(NumericImputation imputation, boolean missingFlags, int maxLevels, TextEncoding manyLevels) {
        this(imputation, missingFlags, maxLevels, manyLevels, ColumnSelection.NONE);
    }

    /** Many levels become their frequency. */
    public Encoding(NumericImputation imputation, boolean missingFlags, int maxLevels) {
        this(imputation, missingFlags, maxLevels, TextEncoding.FREQUENCY);
    }

    public Encoding {
        Objects.requireNonNull(imputation, "imputation");
        Objects.requireNonNull(manyLevels, "manyLevels");
        Objects.requireNonNull(selection, "selection");
        if (maxLevels < 2) {
            throw new IllegalArgumentException("At least two levels are needed");
        }
    }
}
