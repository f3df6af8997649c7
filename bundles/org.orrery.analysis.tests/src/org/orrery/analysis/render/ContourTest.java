package org.orrery.analysis.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.orrery.analysis.render.Ticks.Tick;
import org.orrery.analysis.result.ChartSpec;
import org.orrery.analysis.result.ChartSpec.Axis;
import org.orrery.analysis.result.ChartSpec.Kind;
import org.orrery.analysis.result.ChartSpec.Series;
import org.orrery.analysis.result.ChartSpec.Series.Role;

/**
 * Heights by numpy 1.24.2: d = (x - px)**2 + (y - py)**2; (z / d).sum() / (1 / d).sum(), with x and y counted from 0 to 1: 10 to 20 in equal steps, 1 to 100 in
 * equal ratios.
 */
class ContourTest {
    private static final double NONE = Double.NaN;
    private static final Axis LOG = new Axis("rate", NONE, NONE, true, List.of());
    private final Contour contour = new Contour(chart(new double[] {10, 20, 10, 20, 15}, new double[] {1, 1, 100, 100, Math.sqrt(10)}, 1, 2, 3, 4, 10));

    private static ChartSpec chart(double[] x, double[] y, double... values) {
        List<Series> trials = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            trials.add(new Series("trial " + i, new double[] {x[i]}, new double[] {y[i]}, Role.DATA, new double[] {values[i]}));
        }
        return new ChartSpec("c", "C", Kind.CONTOUR, Axis.linear("depth"), LOG, trials, "", List.of(Axis.linear("accuracy")));
    }

    @Test
    void heightsAreThoseOfShepard() {
        assertEquals(1.9366147558311604, contour.height(11, Math.pow(10, 0.2)), 1e-12);
        assertEquals(9.11668107173725, contour.height(15, Math.pow(10, 0.75)), 1e-12);
        assertEquals(3.041376018856867, contour.height(10.5, Math.pow(10, 1.9)), 1e-12);
    }

    @Test
    void theSurfaceGoesThroughItsPointsAndSaysNothingFarFromThem() {
        assertEquals(10, contour.height(15, Math.sqrt(10)), 1e-9);
        assertEquals(4, contour.height(20, 100), 0);
        assertTrue(Double.isNaN(contour.height(15, 100)), "0.5 from the nearest");
        assertTrue(Double.isNaN(contour.height(15, -1)), "no place on a logarithmic axis");
        Contour twice = new Contour(chart(new double[] {1, 1, 2}, new double[] {1, 1, 10}, 3, 5, 9));
        assertEquals(4, twice.height(1, 1), 0, "of two at one place the mean");
    }

    @Test
    void noPlaceIsHigherThanThePointsOrLower() {
        Scale right = new Scale(10, 20, false, 0, 1);
        Scale top = new Scale(1, 100, true, 0, 1);
        for (double[] row : contour.grid(right, top, 20, 20)) {
            assertTrue(Arrays.stream(row).filter(height -> !Double.isNaN(height)).allMatch(height -> height >= 1 && height <= 10));
        }
        double[][] grid = contour.grid(right, top, 2, 2);
        assertArrayEquals(new double[] {1, 2}, new double[] {grid[0][0], grid[0][2]}, 0);
        assertArrayEquals(new double[] {3, 4}, new double[] {grid[2][0], grid[2][2]}, 0);
        assertEquals(List.of("2", "4", "6", "8"), contour.levels().stream().map(Tick::label).toList());
    }

    @Test
    void neighboursOfOneShadeAreOneArea() {
        double[][] heights = {{1, 1, 10, NONE}, {1, 1, 10, 10}};
        assertEquals(List.of(new Contour.Area(0, 1, 0, 0.25), new Contour.Area(1, 2, 0, 0.75)), contour.areas(heights, 2), "1 to 10: a mean of 1 is low, of 5.5 high");
        assertArrayEquals(new double[] {2, 4}, contour.points(new Scale(10, 20, false, 0, 1), new Scale(1, 100, true, 0, 1), 2, 4).get(3), 1e-9);
    }

    /** Heights are the column: the line of 1.25 is upright a quarter into the second cell. */
    @Test
    void aLineRunsWhereItsHeightIs() {
        double[][] slope = {{0, 1, 2}, {0, 1, 2}, {0, 1, 2}};
        List<double[]> pieces = Contour.line(slope, 1.25);
        assertEquals(2, pieces.size());
        for (double[] piece : pieces) {
            assertEquals(1.25, piece[0], 1e-12);
            assertEquals(1.25, piece[2], 1e-12);
        }
        assertEquals(List.of(), Contour.line(slope, 3));
        assertEquals(1, Contour.line(new double[][] {{0, 1, NONE}, {0, 1, 2}}, 0.5).size(), "not where a corner says nothing");
        assertArrayEquals(new double[] {1.25, 0.5}, Contour.label(pieces, List.of(), List.of(), 2, 2), 1e-12);
        assertArrayEquals(new double[] {1.25, 1.5}, Contour.label(pieces, List.of(), List.of(new double[] {1.25, 0.5}), 2, 2), 1e-12, "not over a point");
        assertEquals(0, Contour.label(pieces, List.of(new double[] {1.25, 0.5}, new double[] {1.25, 1.5}), List.of(), 2, 2).length);
    }

    /** Corners 1, 0, 1, 0 with a middle of 1/2: above it the lines cut off the low corners, of 0.6 the high ones. */
    @Test
    void aSaddleIsDividedByItsMiddle() {
        double[][] saddle = {{1, 0}, {0, 1}};
        for (double[] piece : Contour.line(saddle, 0.4)) {
            assertEquals(1, Math.abs(corner(piece, 1, 0) - corner(piece, 0, 1)), 1e-12);
        }
        for (double[] piece : Contour.line(saddle, 0.6)) {
            assertEquals(1, Math.abs(corner(piece, 0, 0) - corner(piece, 1, 1)), 1e-12);
        }
        assertEquals(2, Contour.line(saddle, 0.4).size());
    }

    /** 1 when both ends of the piece lie on sides of that corner, else 0. */
    private static double corner(double[] piece, double x, double y) {
        boolean across = piece[1] == y || piece[3] == y;
        boolean up = piece[0] == x || piece[2] == x;
        return across && up ? 1 : 0;
    }
}
