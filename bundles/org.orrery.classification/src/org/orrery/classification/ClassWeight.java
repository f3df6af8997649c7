package org.orrery.classification;

import org.orrery.analysis.settings.Default;
import org.orrery.analysis.settings.Range;

/**
 * How much the rows of one class count in training.
 *
 * @param name the class
 * @param weight how much one of its rows counts
 */
public record ClassWeight(String name, @Default("1") @Range(min = 1e-6, max = 1e6) double weight) {
}
