package org.orrery.jobs.internal.workspace;

import java.util.List;
import java.util.Optional;

import org.orrery.analysis.result.Result;
import org.orrery.jobs.BaselineVerdict;
import org.orrery.jobs.RunSummary;
import org.orrery.math.StudentT;

/** Measures a run by its headline figure, for analyses whose results hold no folds to compare. */
final class HeadlineVerdict {
    /** Of fewer runs nobody knows how much they differ from each other. */
    private static final int FEWEST = 3;

    private HeadlineVerdict() {
    }

    /**
     * How it stands against them.
     *
     * @param baselines of the same analysis and data set, the newest first; those with another headline figure do not count
     * @param better which values of its headline figure are better
     * @return empty where its result does not say which values are better, or none of them has the figure
     */
    static Optional<BaselineVerdict> of(List<RunSummary> baselines, RunSummary run, Result.Better better) {
        int direction = better.direction();
        String measure = run.bestName();
        double value = run.bestValue();
        List<RunSummary> same = baselines.stream().filter(each -> each.bestName().equals(measure) && Double.isFinite(each.bestValue())).toList();
        if (direction == 0 || same.isEmpty() || !Double.isFinite(value)) {
            return Optional.empty();
        }
        double[] values = same.stream().mapToDouble(RunSummary::bestValue).toArray();
        double mean = mean(values);
        double p = values.length < FEWEST ? Double.NaN : p(values, mean, value);
        boolean worse = p < BaselineVerdict.LEVEL && direction * (value - mean) < 0;
        return Optional.of(new BaselineVerdict(same.get(0).id(), measure, value, mean, p, false, values.length, worse));
    }

    private static double mean(double[] values) {
        double mean = 0;
        for (int i = 0; i < values.length; i++) {
            // Step by step: that of equal values is that value.
            mean += (values[i] - mean) / (i + 1);
        }
        return mean;
    }

    /** That one more of them would lie so far away. */
    private static double p(double[] values, double mean, double value) {
        double squares = 0;
        for (double each : values) {
            squares += (each - mean) * (each - mean);
        }
        double sd = Math.sqrt(squares / (values.length - 1));
        if (sd == 0) {
            return value == mean ? 1 : 0;
        }
        return StudentT.twoSided((value - mean) / (sd * Math.sqrt(1 + 1.0 / values.length)), values.length - 1);
    }
}
