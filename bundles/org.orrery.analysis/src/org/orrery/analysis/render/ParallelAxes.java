package org.orrery.analysis.render;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.orrery.analysis.render.Ticks.Tick;
import org.orrery.analysis.result.ChartSpec;
import org.orrery.analysis.result.ChartSpec.Axis;
import org.orrery.analysis.result.ChartSpec.Series;

/**
 * Where the lines of parallel coordinates run (Inselberg, "The plane with parallel coordinates", The Visual Computer 1, 1985): axes stand side by side, each
 * from its least to its largest value, and a case is a line through its values. Thread-safe.
 */
public final class ParallelAxes {
    private final ChartSpec chart;
    private final List<Scale> scales;

    /** @throws IllegalArgumentException when the chart is none of parallel coordinates */
    public ParallelAxes(ChartSpec chart) {
        if (chart.kind() != ChartSpec.Kind.PARALLEL) {
            throw new IllegalArgumentException(chart.id() + " has no parallel axes");
        }
        this.chart = chart;
        this.scales = IntStream.range(0, chart.scales().size()).mapToObj(axis -> Scale.of(chart.scales().get(axis),
                chart.series().stream().mapToDouble(series -> value(series, axis)).toArray(), 0, 1)).toList();
    }

    /** How many axes there are. */
    public int count() {
        return scales.size();
    }

    /** The name of an axis. */
    public String name(int axis) {
        return chart.x().categories().get(axis);
    }

    /** From the values of an axis to shares of its height, from below. */
    public Scale scale(int axis) {
        return scales.get(axis);
    }

    /** Marks of an axis: its names, or as many numbers as fit; every how-manieth name when not all do. */
    public List<Tick> ticks(int axis, int most) {
        List<String> names = chart.scales().get(axis).categories();
        if (names.isEmpty()) {
            return scales.get(axis).ticks(most);
        }
        List<Tick> ticks = new ArrayList<>();
        int every = Math.max(1, (int) Math.ceil(names.size() / (double) Math.max(1, most)));
        for (int i = 0; i < names.size(); i += every) {
            ticks.add(new Tick(i, names.get(i)));
        }
        return ticks;
    }

    /** The value of a case on an axis; NaN when it has none. */
    public static double value(Series series, int axis) {
        for (int i = 0; i < series.x().length; i++) {
            if (series.x()[i] == axis) {
                return series.y()[i];
            }
        }
        return Double.NaN;
    }

    /** The heights of a case on all axes, as shares from below; NaN where it has no value. */
    public double[] shares(Series series) {
        return IntStream.range(0, count()).mapToDouble(axis -> scales.get(axis).at(value(series, axis))).toArray();
    }

    /** The colour of a case, by what came of it: its value on the last axis. */
    public int colour(Series series) {
        return ColourRamp.at(scales.getLast().at(value(series, count() - 1)));
    }

    /** The value of a case on an axis as its reader knows it; a dash for none. */
    public String text(Series series, int axis) {
        return text(axis, value(series, axis));
    }

    /** A value of an axis as its reader knows it. */
    public String text(int axis, double value) {
        Axis of = chart.scales().get(axis);
        if (Double.isNaN(value)) {
            return "–";
        }
        int name = (int) Math.round(value);
        return name >= 0 && name < of.categories().size() ? of.categories().get(name) : Ticks.plain(value);
    }
}
