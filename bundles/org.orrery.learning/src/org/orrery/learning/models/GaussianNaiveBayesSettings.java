package org.orrery.learning.models;

import org.orrery.analysis.settings.Advanced;
import org.orrery.analysis.settings.Default;
import org.orrery.analysis.settings.Range;

/**
 * Settings of Gaussian naive Bayes.
 *
 * @param varianceSmoothing the share of the largest variance of all columns that is added to every variance
 */
public record GaussianNaiveBayesSettings(@Default("1e-9") @Range(min = 0, max = 1) @Advanced double varianceSmoothing) {
    /** The defaults. */
    public static final GaussianNaiveBayesSettings STANDARD = new GaussianNaiveBayesSettings(1e-9);
}
