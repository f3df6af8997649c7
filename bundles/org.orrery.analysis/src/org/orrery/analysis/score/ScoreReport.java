package org.orrery.analysis.score;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.orrery.analysis.result.Warning;

/**
 * What came of predictions.
 *
 * @param rows how many rows were written
 * @param out the file
 * @param unseenLevels how many different levels there were that training did not know
 * @param drift for each feature how its distribution differs from training
 * @param warnings what to know before trusting the predictions
 * @param overridden what the gate would have refused; empty for none
 * @param measures by name, when the data hold the target too; empty otherwise
 */
public record ScoreReport(long rows, Path out, long unseenLevels, List<Drift> drift, List<Warning> warnings, List<GateProblem> overridden,
        Map<String, Double> measures) {
    /**
     * How a feature differs from training.
     *
     * @param feature its name
     * @param psi the population stability index; below 0.1 is commonly called stable, from 0.25 a large change
     * @param p of the same distribution as in training: Pearson's test of homogeneity over intervals or levels
     * @param unseenLevels levels that training did not know
     * @param unseenRows rows with such a level
     * @param missingShare the share of rows without a value
     */
    public record Drift(String feature, double psi, double p, long unseenLevels, long unseenRows, double missingShare) {
    }

    public ScoreReport {
        drift = List.copyOf(drift);
        warnings = List.copyOf(warnings);
        overridden = List.copyOf(overridden);
        measures = Map.copyOf(measures);
    }
}
