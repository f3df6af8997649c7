package org.orrery.analysis.result;

import java.util.List;
import java.util.Objects;

/**
 * A chart, described: what is shown, not how it is drawn.
 *
 * @param id stable, lowerCamelCase or kebab-case
 * @param title what the user reads
 * @param kind how the series are joined
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param series the series, in the order of the legend
 * @param tableId the table of the same result that holds the same data; empty for none
 * @param scales of {@link Kind#PARALLEL} the upright axes, one for each category of the horizontal one; of {@link Kind#CONTOUR} one, for the values; else none
 */
public record ChartSpec(String id, String title, Kind kind, Axis x, Axis y, List<Series> series, String tableId, List<Axis> scales) {
    /** How the points of a series are joined. */
    public enum Kind {
        /** By straight lines. */
        LINE,
        /** By steps. */
        STEP,
        /** Not at all. */
        SCATTER,
        /** Bars over the categories of the horizontal axis. */
        BAR,
        /**
         * By lines across upright axes, each with a scale of its own: a series is one case, with the number of an axis as x and its value there as y. The
         * last axis is what came of the others.
         */
        PARALLEL,
        /** Not at all, over a surface that the values of the points span. A series is one case, or several. */
        CONTOUR;

        /** The stable lower-case word. */
        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * An axis.
     *
     * @param label what the user reads, with the unit
     * @param min the lower end; NaN: from the data
     * @param max the upper end; NaN: from the data
     * @param logarithmic whether the scale is logarithmic
     * @param categories names at 0, 1, 2 …; empty for a numeric axis
     */
    public record Axis(String label, double min, double max, boolean logarithmic, List<String> categories) {
        public Axis {
            Objects.requireNonNull(label, "label");
            categories = List.copyOf(categories);
        }

        /** A linear axis scaled by the data. */
        public static Axis linear(String label) {
            return new Axis(label, Double.NaN, Double.NaN, false, List.of());
        }

        /** A linear axis with fixed ends. */
        public static Axis linear(String label, double min, double max) {
            return new Axis(label, min, max, false, List.of());
        }

        /** An axis of names. */
        public static Axis categories(String label, List<String> names) {
            return new Axis(label, Double.NaN, Double.NaN, false, names);
        }
    }

    /**
     * One series.
     *
     * @param name what the legend says
     * @param x the horizontal positions; not changed after construction
     * @param y the vertical positions, as many; NaN leaves a gap
     * @param role how it stands out
     * @param values of {@link Kind#CONTOUR} the value of each point; else none
     */
    public record Series(String name, double[] x, double[] y, Role role, double[] values) {
        /** How a series stands out. */
        public enum Role {
            /** Data. */
            DATA,
            /** A line to compare with: the diagonal, a base line. */
            REFERENCE
        }

        public Series {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(role, "role");
            if (x.length != y.length) {
                throw new IllegalArgumentException(name + ": " + x.length + " x values, but " + y.length + " y values");
            }
            // Results that were stored before there were such charts have none.
            values = values == null ? new double[0] : values;
            if (values.length > 0 && values.length != x.length) {
                throw new IllegalArgumentException(name + ": " + x.length + " points, but " + values.length + " values");
            }
        }

        /** Points without values. */
        public Series(String name, double[] x, double[] y, Role role) {
            this(name, x, y, role, new double[0]);
        }
    }

    public ChartSpec {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(x, "x");
        Objects.requireNonNull(y, "y");
        Objects.requireNonNull(tableId, "tableId");
        series = List.copyOf(series);
        // Results that were stored before there were such charts have none.
        scales = scales == null ? List.of() : List.copyOf(scales);
        int needed = kind == Kind.PARALLEL ? x.categories().size() : kind == Kind.CONTOUR ? 1 : 0;
        if (scales.size() != needed) {
            throw new IllegalArgumentException(id + ": " + needed + " scales are needed, not " + scales.size());
        }
    }

    /** A chart on two axes. */
    public ChartSpec(String id, String title, Kind kind, Axis x, Axis y, List<Series> series, String tableId) {
        this(id, title, kind, x, y, series, tableId, List.of());
    }
}
