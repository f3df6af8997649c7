package org.orrery.report.chart;

import java.util.Arrays;

import org.orrery.analysis.result.ChartSpec;

/** How wide bars are. */
final class BarSlots {
    private BarSlots() {
    }

    /** What the bars of all series at one position take together, in units of the axis: the least distance of positions. */
    static double width(ChartSpec chart) {
        if (!chart.x().categories().isEmpty()) {
            return 1;
        }
        double[] positions = chart.series().stream().flatMapToDouble(series -> Arrays.stream(series.x()))
                .filter(Double::isFinite).sorted().distinct().toArray();
        double least = Double.POSITIVE_INFINITY;
        for (int i = 1; i < positions.length; i++) {
            least = Math.min(least, positions[i] - positions[i - 1]);
        }
        return Double.isFinite(least) ? least : 1;
    }
}
