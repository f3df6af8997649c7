package org.orrery.analysis.render;

import java.util.ArrayList;
import java.util.List;

import org.orrery.analysis.result.ChartSpec;
import org.orrery.analysis.result.ChartSpec.Series.Role;

/**
 * How one series of a chart is told from the others: by colour, by dash and by marker, so that a reader who cannot tell
 * the colours apart, or a print in grey, still can. The same in the workbench and in reports.
 *
 * @param rgb the colour, red in bits 16 to 23
 * @param dash how its line is broken
 * @param marker what its points look like
 */
public record SeriesStyle(int rgb, Dash dash, Marker marker) {
    /** How a line is broken. */
    public enum Dash {
        /** Not at all. */
        SOLID,
        /** Dashes. */
        DASH(8, 4),
        /** Dots. */
        DOT(2, 3),
        /** Dash and dot in turn. */
        DASH_DOT(9, 3, 2, 3),
        /** One dash, two dots. */
        DASH_DOT_DOT(9, 3, 2, 3, 2, 3);

        private final float[] lengths;

        Dash(float... lengths) {
            this.lengths = lengths;
        }

        /** Lengths of stroke and gap in turn, in pixels; empty for a solid line. */
        public float[] lengths() {
            return lengths.clone();
        }
    }

    /** What a point looks like. */
    public enum Marker {
        /** A disc. */
        CIRCLE,
        /** A filled square. */
        SQUARE,
        /** A filled triangle on its base. */
        TRIANGLE,
        /** A filled square on its tip. */
        DIAMOND,
        /** A filled triangle on its tip. */
        INVERTED_TRIANGLE,
        /** An upright cross. */
        PLUS,
        /** A slanted cross. */
        CROSS
    }

    private static final int PAPER = 0xFFFFFF;
    /** The grey of reference lines. */
    private static final int REFERENCE = 0x767676;

    /**
     * Blue, vermilion, bluish green, reddish purple, orange and sky blue of Okabe and Ito, "Color Universal Design" (2008);
     * their yellow is too pale for a line on white, and black is the colour of the text. Orange and sky blue are darkened until they
     * stand out from paper.
     */
    private static final int[] PALETTE = {0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7, 0xE69F00, 0x56B4E9};

    /**
     * The styles of the series of a chart, in their order. Six colours against five dashes: the first thirty series have
     * thirty different pairs.
     */
    public static List<SeriesStyle> of(ChartSpec chart) {
        List<SeriesStyle> styles = new ArrayList<>();
        int data = 0;
        for (ChartSpec.Series series : chart.series()) {
            if (series.role() == Role.REFERENCE) {
                styles.add(new SeriesStyle(REFERENCE, Dash.DASH, Marker.CROSS));
            } else {
                styles.add(new SeriesStyle(Contrast.readable(PALETTE[data % PALETTE.length], PAPER, Contrast.GRAPHICS), Dash.values()[data % Dash.values().length],
                        Marker.values()[data % Marker.values().length]));
                data++;
            }
        }
        return List.copyOf(styles);
    }
}
