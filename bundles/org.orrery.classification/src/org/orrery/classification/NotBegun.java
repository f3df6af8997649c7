package org.orrery.classification;

/**
 * A unit that was left out because the time of the whole comparison was used up.
 *
 * @param budget that time, in seconds of work
 */
public record NotBegun(double budget) implements ClassificationOutcome {
}
