package org.orrery.analysis.render;

import java.util.Arrays;
import java.util.List;

import org.orrery.analysis.render.Ticks.Tick;
import org.orrery.analysis.result.ChartSpec.Axis;

/**
 * From the values of an axis to pixels.
 *
 * @param low the value at {@code from}; positive when logarithmic
 * @param high the value at {@code to}, larger than {@code low}
 * @param logarithmic whether equal ratios are equally far apart
 * @param from a position in pixels, or a share
 * @param to another
 */
public record Scale(double low, double high, boolean logarithmic, double from, double to) {
    /** The position of that value; NaN for a value that has none. */
    public double at(double value) {
        if (!Double.isFinite(value) || logarithmic && value <= 0) {
            return Double.NaN;
        }
        double share = logarithmic
                ? (Math.log10(value) - Math.log10(low)) / (Math.log10(high) - Math.log10(low))
                // Halved, so that a range of all doubles does not overflow.
                : (value / 2 - low / 2) / (high / 2 - low / 2);
        return from + share * (to - from);
    }

    /** The value at that position. */
    public double value(double position) {
        double share = (position - from) / (to - from);
        return logarithmic ? Math.pow(10, Math.log10(low) + share * (Math.log10(high) - Math.log10(low))) : low + share * (high - low);
    }

    /** Marks for readers, at most so many. */
    public List<Tick> ticks(int most) {
        return logarithmic ? Ticks.logarithmic(low, high, most) : Ticks.linear(low, high, most);
    }

    /**
     * From the least to the largest of these values, or to the ends that the axis gives; names stand at 0, 1, 2 …
     *
     * @param values those that are not finite, or have no place on the axis, are left aside
     */
    public static Scale of(Axis axis, double[] values, double from, double to) {
        if (!axis.categories().isEmpty()) {
            int last = axis.categories().size() - 1;
            return last == 0 ? new Scale(-0.5, 0.5, false, from, to) : new Scale(0, last, false, from, to);
        }
        double[] placed = Arrays.stream(values).filter(value -> Double.isFinite(value) && (!axis.logarithmic() || value > 0)).toArray();
        double low = Double.isNaN(axis.min()) ? Arrays.stream(placed).min().orElse(axis.logarithmic() ? 1 : 0) : axis.min();
        double high = Double.isNaN(axis.max()) ? Arrays.stream(placed).max().orElse(axis.logarithmic() ? 10 : 1) : axis.max();
        if (!(high > low)) {
            // A single value stands in the middle.
            double room = low == 0 ? 1 : Math.abs(low) * 0.05;
            return axis.logarithmic() ? new Scale(low / 2, low * 2, true, from, to) : new Scale(low - room, low + room, false, from, to);
        }
        return new Scale(low, high, axis.logarithmic(), from, to);
    }
}
