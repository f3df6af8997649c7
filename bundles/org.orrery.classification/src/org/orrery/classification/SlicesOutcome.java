package org.orrery.classification;

import java.util.List;

/**
 * Where the best model is worse than elsewhere.
 *
 * @param model its id
 * @param tested how many slices were looked at
 * @param slices by falling evidence, the worst first
 */
public record SlicesOutcome(String model, long tested, List<Slice> slices) implements ClassificationOutcome {
    /**
     * The rows with a level, or an interval, of a feature.
     *
     * @param feature its name
     * @param slice the level or interval, as users read it
     * @param rows how many there are
     * @param accuracy the share predicted right among them
     * @param elsewhere the share predicted right among all other rows
     * @param logLoss the mean log-loss among them
     * @param p of the accuracies being equal: two-sided test of two proportions
     * @param pHolm the same, adjusted for all slices that were looked at, also those that are not worse
     */
    public record Slice(String feature, String slice, long rows, double accuracy, double elsewhere, double logLoss, double p, double pHolm) {
    }
}
