package org.orrery.classification;

import java.util.List;

/**
 * Intervals from drawing out-of-fold predictions anew.
 *
 * @param replicates how often
 * @param intervals of each model and measure
 * @param differences of each pair of models in the chosen measure
 */
public record IntervalsOutcome(int replicates, List<Interval> intervals, List<Difference> differences) implements ClassificationOutcome {
    /**
     * An interval that holds 95 % of the replicates.
     *
     * @param model the model
     * @param measure the name of the measure
     * @param estimate of all out-of-fold predictions together
     * @param lower the 2.5 % quantile
     * @param upper the 97.5 % quantile
     */
    public record Interval(String model, String measure, double estimate, double lower, double upper) {
    }

    /**
     * How much the first model exceeds the other, on the same rows.
     *
     * @param model the first model
     * @param other the other one
     * @param estimate of all out-of-fold predictions together
     * @param lower the 2.5 % quantile
     * @param upper the 97.5 % quantile
     * @param p twice the smaller share of replicates on one side of 0
     */
    public record Difference(String model, String other, double estimate, double lower, double upper, double p) {
    }
}
