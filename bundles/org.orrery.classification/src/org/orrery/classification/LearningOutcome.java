package org.orrery.classification;

/**
 * A model trained on a part of the training rows of a fold.
 *
 * @param model its id
 * @param fold from 1
 * @param percent which part
 * @param trainRows how many rows that is
 * @param training the chosen measure on those rows
 * @param test the chosen measure on the test rows of the fold
 */
public record LearningOutcome(String model, int fold, int percent, long trainRows, double training, double test)
        implements ClassificationOutcome {
}
