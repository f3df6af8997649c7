package org.orrery.report.chart;

import org.orrery.analysis.render.SeriesStyle.Marker;

/** The corners of markers, as shares of their radius. A circle has none and is drawn as such. */
final class MarkerOutline {
    private static final double ARM = 0.38;

    private MarkerOutline() {
    }

    /** x and y in turn, for a closed polygon; empty for a circle. */
    static double[] of(Marker marker) {
        return switch (marker) {
            case CIRCLE -> new double[0];
            case SQUARE -> new double[] {-0.9, -0.9, 0.9, -0.9, 0.9, 0.9, -0.9, 0.9};
            case TRIANGLE -> new double[] {0, -1.2, 1.1, 0.8, -1.1, 0.8};
            case DIAMOND -> new double[] {0, -1.25, 1.25, 0, 0, 1.25, -1.25, 0};
            case INVERTED_TRIANGLE -> new double[] {0, 1.2, 1.1, -0.8, -1.1, -0.8};
            case PLUS -> plus();
            case CROSS -> turned(plus());
        };
    }

    private static double[] plus() {
        return new double[] {-ARM, -1.2, ARM, -1.2, ARM, -ARM, 1.2, -ARM, 1.2, ARM, ARM, ARM, ARM, 1.2, -ARM, 1.2, -ARM, ARM, -1.2, ARM,
                -1.2, -ARM, -ARM, -ARM};
    }

    private static double[] turned(double[] corners) {
        double share = Math.sqrt(0.5);
        double[] turned = new double[corners.length];
        for (int i = 0; i < corners.length; i += 2) {
            turned[i] = share * (corners[i] - corners[i + 1]);
            turned[i + 1] = share * (corners[i] + corners[i + 1]);
        }
        return turned;
    }
}
