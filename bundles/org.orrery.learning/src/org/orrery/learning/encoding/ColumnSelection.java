package org.orrery.learning.encoding;

/**
 * Which encoded columns a model does not get, learnt from the training rows alone. A value of 1 switches a step off.
 *
 * @param mostFrequentShare a column is left out when one value stands in more than this share of the rows
 * @param correlation of two columns whose correlation is beyond this either way, the one that tells the classes apart less well is left out
 * @param keptShare this share of the columns that are left is kept, those that tell the classes apart best by the F value of a one-way
 *     analysis of variance
 */
public record ColumnSelection(double mostFrequentShare, double correlation, double keptShare) {
    /** All columns. */
    public static final ColumnSelection NONE = new ColumnSelection(1, 1, 1);

    public ColumnSelection {
        if (!(mostFrequentShare > 0 && mostFrequentShare <= 1 && correlation > 0 && correlation <= 1 && keptShare > 0 && keptShare <= 1)) {
            throw new IllegalArgumentException("Shares and correlations are above 0 and at most 1");
        }
    }

    /** Whether all columns are kept. */
    public boolean isNone() {
        return mostFrequentShare == 1 && correlation == 1 && keptShare == 1;
    }
}
