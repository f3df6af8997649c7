package org.orrery.analysis.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.orrery.analysis.render.Ticks.Tick;
import org.orrery.analysis.result.ChartSpec;
import org.orrery.analysis.result.ChartSpec.Axis;
import org.orrery.analysis.result.ChartSpec.Series;

/**
 * A surface over scattered points that goes through all of them and never beyond the least and the largest: the inverse square distance weighting of
 * Shepard, "A two-dimensional interpolation function for irregularly-spaced data", Proceedings of the 23rd ACM National Conference (1968), with both axes
 * counted from the least to the largest value of the points. Where no point is near it says nothing. Thread-safe.
 */
public final class Contour {
    /** So far from the nearest point, in lengths of an axis, nothing is said. */
    public static final double REACH = 0.25;
    private static final double SAME = 1e-18;
    private static final int MOST_LEVELS = 7;

    private final Scale across;
    private final Scale up;
    private final Scale values;
    private final double[] x;
    private final double[] y;
    private final double[] z;

    /** @throws IllegalArgumentException when the chart is none of a surface */
    public Contour(ChartSpec chart) {
        if (chart.kind() != ChartSpec.Kind.CONTOUR) {
            throw new IllegalArgumentException(chart.id() + " has no surface");
        }
        across = Scale.of(chart.x(), all(chart, Series::x), 0, 1);
        up = Scale.of(chart.y(), all(chart, Series::y), 0, 1);
        Axis of = chart.scales().getFirst();
        values = Scale.of(of, all(chart, Series::values), 0, 1);
        List<double[]> points = new ArrayList<>();
        for (Series series : chart.series()) {
            for (int i = 0; i < series.values().length; i++) {
                double[] point = {across.at(series.x()[i]), up.at(series.y()[i]), series.values()[i]};
                if (Arrays.stream(point).allMatch(Double::isFinite)) {
                    points.add(point);
                }
            }
        }
        x = points.stream().mapToDouble(point -> point[0]).toArray();
        y = points.stream().mapToDouble(point -> point[1]).toArray();
        z = points.stream().mapToDouble(point -> point[2]).toArray();
    }

    private static double[] all(ChartSpec chart, java.util.function.Function<Series, double[]> part) {
        return chart.series().stream().filter(series -> series.values().length > 0).flatMapToDouble(series -> Arrays.stream(part.apply(series))).toArray();
    }

    /** From values to shares from the least to the largest. */
    public Scale values() {
        return values;
    }

    /** The height at a place, in values of the axes; NaN when no point is near. Points at that very place count alone, by their mean. */
    public double height(double atX, double atY) {
        double right = across.at(atX);
        double above = up.at(atY);
        double nearest = Double.POSITIVE_INFINITY;
        double sum = 0;
        double weights = 0;
        double here = 0;
        int count = 0;
        for (int i = 0; i < z.length; i++) {
            double square = (x[i] - right) * (x[i] - right) + (y[i] - above) * (y[i] - above);
            nearest = Math.min(nearest, square);
            if (square < SAME) {
                here += z[i];
                count++;
            } else {
                sum += z[i] / square;
                weights += 1 / square;
            }
        }
        return !(nearest <= REACH * REACH) ? Double.NaN : count > 0 ? here / count : sum / weights;
    }

    /**
     * The heights at the corners of a grid.
     *
     * @param right the part of the horizontal axis that is shown
     * @param top that of the vertical one
     * @param columns how many cells across
     * @param rows how many upwards
     * @return by row from below and column, one more each than cells
     */
    public double[][] grid(Scale right, Scale top, int columns, int rows) {
        double[][] heights = new double[rows + 1][columns + 1];
        for (int row = 0; row <= rows; row++) {
            double atY = top.value(top.from() + (top.to() - top.from()) * row / rows);
            for (int column = 0; column <= columns; column++) {
                heights[row][column] = height(right.value(right.from() + (right.to() - right.from()) * column / columns), atY);
            }
        }
        return heights;
    }

    /** The heights at which lines are drawn: round ones between the least and the largest. */
    public List<Tick> levels() {
        return values.ticks(MOST_LEVELS).stream().filter(tick -> tick.value() > values.low() && tick.value() < values.high()).toList();
    }

    /**
     * The line of a height through a grid, in pieces each within a cell: marching squares (Lorensen and Cline, "Marching cubes", Computer Graphics 21, 1987,
     * in two dimensions), a saddle divided by the mean of its corners.
     *
     * @param heights as {@link #grid} gives them
     * @return of each piece x, y, x, y in cells from the lower left corner
     */
    public static List<double[]> line(double[][] heights, double level) {
        List<double[]> pieces = new ArrayList<>();
        for (int row = 0; row + 1 < heights.length; row++) {
            for (int column = 0; column + 1 < heights[row].length; column++) {
                cell(heights, column, row, level, pieces);
            }
        }
        return pieces;
    }

    private static void cell(double[][] heights, int column, int row, double level, List<double[]> pieces) {
        // Counter-clockwise from the lower left.
        double[] corner = {heights[row][column], heights[row][column + 1], heights[row + 1][column + 1], heights[row + 1][column]};
        if (Arrays.stream(corner).anyMatch(Double::isNaN)) {
            return;
        }
        List<double[]> crossings = new ArrayList<>();
        for (int side = 0; side < 4; side++) {
            double from = corner[side];
            double to = corner[(side + 1) % 4];
            if (from >= level != to >= level) {
                double share = (level - from) / (to - from);
                crossings.add(switch (side) {
                    case 0 -> new double[] {column + share, row};
                    case 1 -> new double[] {column + 1, row + share};
                    case 2 -> new double[] {column + 1 - share, row + 1};
                    default -> new double[] {column, row + 1 - share};
                });
            }
        }
        if (crossings.size() == 2) {
            pieces.add(piece(crossings.get(0), crossings.get(1)));
        } else if (crossings.size() == 4) {
            // The lines go around the corners that lie on the other side than the middle.
            boolean middle = Arrays.stream(corner).average().orElseThrow() >= level;
            int first = middle == corner[0] >= level ? 0 : 3;
            pieces.add(piece(crossings.get(first), crossings.get((first + 1) % 4)));
            pieces.add(piece(crossings.get((first + 2) % 4), crossings.get((first + 3) % 4)));
        }
    }

    private static double[] piece(double[] from, double[] to) {
        return new double[] {from[0], from[1], to[0], to[1]};
    }

    /**
     * Where on its line the label of a height stands: as far as may be from those of others, and not on the border.
     *
     * @param pieces the line
     * @param taken where labels stand already, in cells
     * @param points what no label covers, in cells
     * @param columns cells across
     * @param rows cells upwards
     * @return empty when the line has no room for one
     */
    public static double[] label(List<double[]> pieces, List<double[]> taken, List<double[]> points, int columns, int rows) {
        double[] best = {};
        double farthest = 0;
        for (double[] piece : pieces) {
            double right = (piece[0] + piece[2]) / 2 / columns;
            double above = (piece[1] + piece[3]) / 2 / rows;
            double border = Math.min(Math.min(right, 1 - right), Math.min(above, 1 - above));
            double free = nearest(taken, right * columns, above * rows, columns, rows);
            double room = Math.min(free, 2 * border);
            if (border > 0.05 && free > 0.08 && room > farthest && nearest(points, right * columns, above * rows, columns, rows) > 0.04) {
                farthest = room;
                best = new double[] {right * columns, above * rows};
            }
        }
        return best;
    }

    private static double nearest(List<double[]> places, double column, double row, int columns, int rows) {
        return places.stream().mapToDouble(other -> Math.hypot((other[0] - column) / columns, (other[1] - row) / rows)).min().orElse(1);
    }

    /**
     * A part of the surface of one shade.
     *
     * @param left its first column
     * @param right the column behind its last
     * @param row from below
     * @param share of the way from the least height to the largest
     */
    public record Area(int left, int right, int row, double share) {
    }

    /** The cells of a grid by their mean height, neighbours of one shade as one; cells without a height are left out. */
    public List<Area> areas(double[][] heights, int shades) {
        List<Area> areas = new ArrayList<>();
        for (int row = 0; row + 1 < heights.length; row++) {
            int columns = heights[row].length - 1;
            int from = 0;
            for (int column = 1; column <= columns; column++) {
                int shade = shade(heights, row, from, shades);
                if (column == columns || shade(heights, row, column, shades) != shade) {
                    if (shade >= 0) {
                        areas.add(new Area(from, column, row, (shade + 0.5) / shades));
                    }
                    from = column;
                }
            }
        }
        return areas;
    }

    private int shade(double[][] heights, int row, int column, int shades) {
        double mean = (heights[row][column] + heights[row][column + 1] + heights[row + 1][column] + heights[row + 1][column + 1]) / 4;
        return Double.isNaN(mean) ? -1 : (int) Math.clamp(values.at(mean) * shades, 0, shades - 1);
    }

    /** Where the points are on a grid over these parts of the axes, in cells. */
    public List<double[]> points(Scale right, Scale top, int columns, int rows) {
        List<double[]> places = new ArrayList<>();
        for (int i = 0; i < z.length; i++) {
            places.add(new double[] {(right.at(across.value(x[i])) - right.from()) / (right.to() - right.from()) * columns,
                (top.at(up.value(y[i])) - top.from()) / (top.to() - top.from()) * rows});
        }
        return places;
    }
}
