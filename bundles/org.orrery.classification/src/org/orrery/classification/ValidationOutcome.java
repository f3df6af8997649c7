package org.orrery.classification;

/**
 * The best model with another value of one of its settings, in the first fold.
 *
 * @param model its id
 * @param parameter the setting, such as {@code decisionTree.maxDepth}; empty when the model has none to vary
 * @param point from 1
 * @param value of the setting
 * @param training the chosen measure on the training rows
 * @param test the chosen measure on the test rows
 */
public record ValidationOutcome(String model, String parameter, int point, String value, double training, double test)
        implements ClassificationOutcome {
}
