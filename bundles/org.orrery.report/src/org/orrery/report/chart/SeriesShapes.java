package org.orrery.report.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.orrery.analysis.render.Decimation;
import org.orrery.analysis.render.Scale;
import org.orrery.analysis.render.SeriesStyle;
import org.orrery.analysis.result.ChartSpec.Kind;
import org.orrery.analysis.result.ChartSpec.Series.Role;
import org.orrery.analysis.result.ChartSpec.Series;
import org.orrery.analysis.result.ChartSpec;
import org.orrery.report.chart.Shape.Box;
import org.orrery.report.chart.Shape.Markers;
import org.orrery.report.chart.Shape.Path;

/** The shapes of the data. */
final class SeriesShapes {
    /** Up to so many points of a line get a marker each; more would hide the line. */
    private static final int MARKED = 30;
    private static final double LINE = 2;
    private static final double REFERENCE = 1.2;
    private static final double RADIUS = 3.2;
    /** Of a scatter with many points, so that fewer hide each other. */
    private static final double SMALL = 2;
    private static final int MANY = 500;
    private static final double BAR_SHARE = 0.8;

    private final ChartSpec chart;
    private final List<SeriesStyle> styles;
    private final Scale across;
    private final Scale down;

    SeriesShapes(ChartSpec chart, List<SeriesStyle> styles, Scale across, Scale down) {
        this.chart = chart;
        this.styles = styles;
        this.across = across;
        this.down = down;
    }

    /** All series, reference lines below the data. */
    List<Shape> all() {
        List<Shape> shapes = new ArrayList<>();
        for (Role role : new Role[] {Role.REFERENCE, Role.DATA}) {
            for (int i = 0; i < chart.series().size(); i++) {
                Series series = chart.series().get(i);
                if (series.role() == role) {
                    shapes.addAll(one(i, series, styles.get(i)));
                }
            }
        }
        return shapes;
    }

    private List<Shape> one(int index, Series series, SeriesStyle style) {
        if (series.role() == Role.REFERENCE) {
            return List.of(path(series, style, REFERENCE, false));
        }
        return switch (chart.kind()) {
            case LINE, PARALLEL -> line(series, style, false);
            case STEP -> line(series, style, true);
            case SCATTER, CONTOUR -> scatter(series, style);
            case BAR -> bars(index, series, style);
        };
    }

    private List<Shape> line(Series series, SeriesStyle style, boolean steps) {
        Path path = path(series, style, LINE, steps);
        List<Shape> shapes = new ArrayList<>(List.of(path));
        int[] marked = series.x().length <= MARKED ? indices(series.x().length) : alone(series);
        Markers markers = markers(series, marked, style);
        if (markers.x().length > 0) {
            shapes.add(markers);
        }
        return shapes;
    }

    /** Points between two gaps, which a line would not show. */
    private int[] alone(Series series) {
        int[] found = new int[series.x().length];
        int size = 0;
        for (int i = 0; i < series.x().length; i++) {
            if (drawn(series, i) && !drawn(series, i - 1) && !drawn(series, i + 1)) {
                found[size++] = i;
            }
        }
        return Arrays.copyOf(found, size);
    }

    private boolean drawn(Series series, int i) {
        return i >= 0 && i < series.x().length && !Double.isNaN(across.at(series.x()[i])) && !Double.isNaN(down.at(series.y()[i]));
    }

    private static int[] indices(int length) {
        int[] all = new int[length];
        Arrays.setAll(all, i -> i);
        return all;
    }

    private Path path(Series series, SeriesStyle style, double width, boolean steps) {
        double[] shown = Arrays.stream(series.y()).map(y -> Double.isNaN(down.at(y)) ? Double.NaN : y).toArray();
        int[] kept = Decimation.line(series.x(), shown, across::at);
        double[] x = new double[steps ? kept.length * 2 : kept.length];
        double[] y = new double[x.length];
        int size = 0;
        for (int index : kept) {
            double right = across.at(series.x()[index]);
            double height = down.at(shown[index]);
            if (steps && size > 0 && !Double.isNaN(y[size - 1]) && !Double.isNaN(height)) {
                // A value holds until the next one.
                x[size] = right;
                y[size++] = y[size - 2];
            }
            x[size] = right;
            y[size++] = Double.isNaN(right) ? Double.NaN : height;
        }
        return new Path(Arrays.copyOf(x, size), Arrays.copyOf(y, size), ink(series.role(), style), width, style.dash());
    }

    private List<Shape> scatter(Series series, SeriesStyle style) {
        return List.of(markers(series, Decimation.points(series.x(), series.y(), across::at, down::at), style));
    }

    private Markers markers(Series series, int[] indices, SeriesStyle style) {
        int[] shown = Arrays.stream(indices).filter(i -> drawn(series, i)).toArray();
        return new Markers(Arrays.stream(shown).mapToDouble(i -> across.at(series.x()[i])).toArray(),
                Arrays.stream(shown).mapToDouble(i -> down.at(series.y()[i])).toArray(), style.marker(), shown.length > MANY ? SMALL : RADIUS,
                Ink.series(style.rgb()));
    }

    private List<Shape> bars(int index, Series series, SeriesStyle style) {
        List<Series> data = chart.series().stream().filter(other -> other.role() == Role.DATA).toList();
        int position = (int) chart.series().subList(0, index).stream().filter(other -> other.role() == Role.DATA).count();
        double slot = BarSlots.width(chart);
        double group = slot * (data.size() == 1 && chart.x().categories().isEmpty() ? 0.96 : BAR_SHARE);
        double one = group / data.size();
        double base = down.logarithmic() ? down.from() : down.at(Math.clamp(0, down.low(), down.high()));
        List<Shape> shapes = new ArrayList<>();
        for (int i = 0; i < series.x().length; i++) {
            double left = across.at(series.x()[i] - group / 2 + position * one);
            double right = across.at(series.x()[i] - group / 2 + (position + 1) * one);
            double end = down.at(series.y()[i]);
            if (!Double.isNaN(left) && !Double.isNaN(right) && !Double.isNaN(end)) {
                shapes.add(new Box(left, Math.min(base, end), Math.max(0.5, right - left), Math.abs(end - base), Ink.series(style.rgb())));
            }
        }
        return shapes;
    }

    private static Ink ink(Role role, SeriesStyle style) {
        return role == Role.REFERENCE ? Ink.MUTED : Ink.series(style.rgb());
    }

    /** What the legend shows of a series, 22 pixels wide. */
    static List<Shape> sample(ChartSpec chart, int index, SeriesStyle style, double left, double middle) {
        Series series = chart.series().get(index);
        Ink ink = ink(series.role(), style);
        if (series.role() == Role.DATA && chart.kind() == Kind.BAR) {
            return List.of(new Box(left + 5, middle - 6, 12, 12, ink));
        }
        List<Shape> shapes = new ArrayList<>();
        if (series.role() == Role.REFERENCE || chart.kind() != Kind.SCATTER) {
            shapes.add(new Path(new double[] {left, left + 22}, new double[] {middle, middle}, ink,
                    series.role() == Role.REFERENCE ? REFERENCE : LINE, style.dash()));
        }
        boolean marked = chart.kind() == Kind.SCATTER || series.x().length <= MARKED;
        if (series.role() == Role.DATA && marked) {
            shapes.add(new Markers(new double[] {left + 11}, new double[] {middle}, style.marker(), RADIUS, ink));
        }
        return shapes;
    }
}
