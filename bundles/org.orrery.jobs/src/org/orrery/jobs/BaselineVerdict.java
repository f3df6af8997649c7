package org.orrery.jobs;

import java.util.Locale;
import java.util.Objects;

import org.eclipse.osgi.util.NLS;

/**
 * How a run stands against the baseline of its analysis and data set: the newest run that has the tag {@link RunTags#BASELINE}. The headline
 * measure of the baseline is compared over the folds of both cross-validations, by the paired corrected t test where both divided the same
 * rows in the same way, else by Welch's test (see {@code org.orrery.analysis.compare.RunComparison}). A result without folds is compared by its
 * headline figure with all runs that have the tag: whether it lies outside of the interval in which one more of them would be, by Student's
 * distribution (G. Hahn, Journal of the American Statistical Association 64, 1969). That takes three of them: of fewer nobody knows by how much they
 * differ from each other, so that p is not known and nothing counts as worse.
 *
 * @param baseline the number of the baseline, the newest of several
 * @param measure what was compared
 * @param value its mean in the run
 * @param baselineValue its mean in the baseline, or over all of them
 * @param p how probable so large a difference is when there is none; NaN when it cannot be told
 * @param paired whether the folds were the same
 * @param of how many runs with the tag it was compared with by its headline figure; 0 when folds were compared
 * @param worse whether the run is worse, with p below {@value #LEVEL}
 */
public record BaselineVerdict(long baseline, String measure, double value, double baselineValue, double p, boolean paired, int of, boolean worse) {
    /** A difference as large as this happens by chance once in twenty times. */
    public static final double LEVEL = 0.05;

    public BaselineVerdict {
        Objects.requireNonNull(measure, "measure");
    }

    /** A verdict from folds. */
    public BaselineVerdict(long baseline, String measure, double value, double baselineValue, double p, boolean paired, boolean worse) {
        this(baseline, measure, value, baselineValue, p, paired, 0, worse);
    }

    /** What a worse run is told to be, in a sentence. */
    public String sentence() {
        return NLS.bind(Messages.Baselines_worse, new Object[] {Long.toString(baseline), measure, number(value), number(baselineValue), number(p),
                of > 0 ? NLS.bind(Messages.Baselines_several, of) : paired ? Messages.Baselines_paired : Messages.Baselines_unpaired});
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }
}
