package org.orrery.ui.charts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

import org.orrery.analysis.render.Decimation;
import org.orrery.analysis.result.ChartSpec;
import org.orrery.analysis.result.ChartSpec.Kind;
import org.orrery.analysis.result.ChartSpec.Series;
import org.orrery.analysis.result.ChartSpec.Series.Role;

/**
 * The points of a series that are worth drawing, in pieces without gaps: the control below knows neither gaps nor steps nor
 * how to leave points out.
 *
 * @param x positions of one piece
 * @param y as many
 */
record ShownSeries(double[] x, double[] y) {
    /**
     * The pieces of a series.
     *
     * @param column the horizontal position of an x value in pixels, NaN for none
     * @param row the vertical position of a y value in pixels, NaN for none
     */
    static List<ShownSeries> pieces(ChartSpec chart, Series series, DoubleUnaryOperator column, DoubleUnaryOperator row) {
        if ((chart.kind() == Kind.SCATTER || chart.kind() == Kind.CONTOUR) && series.role() == Role.DATA) {
            int[] kept = Decimation.points(series.x(), series.y(), column, row);
            return kept.length == 0 ? List.of() : List.of(new ShownSeries(pick(series.x(), kept), pick(series.y(), kept)));
        }
        double[] shown = Arrays.stream(series.y()).map(y -> Double.isFinite(y) && !Double.isNaN(row.applyAsDouble(y)) ? y : Double.NaN).toArray();
        int[] kept = Decimation.line(series.x(), shown, column);
        List<ShownSeries> pieces = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= kept.length; i++) {
            boolean gap = i == kept.length || Double.isNaN(shown[kept[i]]) || Double.isNaN(column.applyAsDouble(series.x()[kept[i]]));
            if (gap) {
                if (i > start) {
                    int[] piece = Arrays.copyOfRange(kept, start, i);
                    ShownSeries points = new ShownSeries(pick(series.x(), piece), pick(shown, piece));
                    pieces.add(chart.kind() == Kind.STEP && series.role() == Role.DATA ? points.steps() : points);
                }
                start = i + 1;
            }
        }
        return pieces;
    }

    /** A value holds until the next point. */
    private ShownSeries steps() {
        double[] across = new double[x.length * 2 - 1];
        double[] up = new double[across.length];
        for (int i = 0; i < x.length; i++) {
            across[2 * i] = x[i];
            up[2 * i] = y[i];
            if (i + 1 < x.length) {
                across[2 * i + 1] = x[i + 1];
                up[2 * i + 1] = y[i];
            }
        }
        return new ShownSeries(across, up);
    }

    private static double[] pick(double[] values, int[] indices) {
        return Arrays.stream(indices).mapToDouble(i -> values[i]).toArray();
    }
}
