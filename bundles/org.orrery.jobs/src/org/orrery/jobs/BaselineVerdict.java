package org.orrery.jobs;

import java.util.Locale;
import java.util.Objects;

import org.eclipse.osgi.util.NLS;

/**
 * How a run stands against the baseline of its analysis and data set: the newest run that has the tag {@link RunTags#BASELINE}. The headline
 * measure of the baseline is compared over the folds of both cross-validations, by the paired corrected t test where both divided the same
 * rows in the same way, else by Welch's test (see {@code org.orrery.analysis.compare.RunComparison}).
 *
 * @param baseline the number of the baseline
 * @param measure what was compared
 * @param value its mean in the run
 * @param baselineValue its mean in the baseline
 * @param p how probable so large a difference is when there is none; NaN when it cannot be told
 * @param paired whether the folds were the same
 * @param worse whether the run is worse, with p below {@value #LEVEL}
 */
public record BaselineVerdict(long baseline, String measure, double value, double baselineValue, double p, boolean paired, boolean worse) {
    /** A difference as large as this happens by chance once in twenty times. */
    public static final double LEVEL = 0.05;

    public BaselineVerdict {
        Objects.requireNonNull(measure, "measure");
    }

    /** What a worse run is told to be, in a sentence. */
    public String sentence() {
        return NLS.bind(Messages.Baselines_worse, new Object[] {Long.toString(baseline), measure, number(value), number(baselineValue), number(p),
                paired ? Messages.Baselines_paired : Messages.Baselines_unpaired});
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }
}
