package org.orrery.classification;

/**
 * A model that can be read, trained on all rows: its coefficients or nodes are rows of the run.
 *
 * @param model its id
 * @param rows how many rows trained it
 */
public record StructureOutcome(String model, long rows) implements ClassificationOutcome {
}
