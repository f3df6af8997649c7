package org.orrery.classification;

import org.orrery.learning.evaluation.ClassificationMeasures;
import org.orrery.learning.evaluation.Confusion;

/**
 * The best model, trained on all rows that were not set aside, on those that were.
 *
 * @param model its id
 * @param trainRows rows that trained it
 * @param testRows rows that were set aside
 * @param measures of those
 * @param confusion of those
 */
public record FinalTestOutcome(String model, long trainRows, long testRows, ClassificationMeasures measures, Confusion confusion)
        implements ClassificationOutcome {
}
