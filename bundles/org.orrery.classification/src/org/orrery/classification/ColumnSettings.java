package org.orrery.classification;

import java.util.Optional;

import org.orrery.analysis.settings.Range;
import org.orrery.learning.encoding.ColumnSelection;

/**
 * Which columns a model does not get, found anew in every fold among its training rows. All off by default: models that choose for
 * themselves lose by it.
 *
 * @param mostFrequentShare columns are left out in which one value stands in more than this share of the rows
 * @param correlation of two columns with a correlation beyond this the one that tells less is left out; 0.9 is common
 * @param keptShare this share of the columns is kept, those that tell the classes apart best; 0.2 is common
 * @param componentShare the columns that are left are replaced by principal components that hold more than this share of their variance
 */
public record ColumnSettings(@Range(min = 0.01, max = 1) Optional<Double> mostFrequentShare, @Range(min = 0.01, max = 1) Optional<Double> correlation,
        @Range(min = 0.001, max = 1) Optional<Double> keptShare,
        @Range(min = 0.01, max = 1) Optional<Double> componentShare) {
    ColumnSelection selection() {
        return new ColumnSelection(mostFrequentShare.orElse(1.0), correlation.orElse(1.0), keptShare.orElse(1.0));
    }
}
