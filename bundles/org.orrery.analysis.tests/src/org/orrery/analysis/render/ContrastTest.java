package org.orrery.analysis.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.orrery.analysis.result.ChartSpec;
import org.orrery.analysis.result.ChartSpec.Axis;
import org.orrery.analysis.result.ChartSpec.Kind;
import org.orrery.analysis.result.ChartSpec.Series;
import org.orrery.analysis.result.ChartSpec.Series.Role;

/** The ratios are those that the guidelines and their common checkers give: #767676 is the lightest grey for text on white. */
class ContrastTest {
    private static final int WHITE = 0xFFFFFF;
    private static final int DARK = 0x2F2F2F;

    @Test
    void theRatioIsThatOfTheGuidelines() {
        assertEquals(21, Contrast.ratio(0, WHITE), 1e-9);
        assertEquals(1, Contrast.ratio(0x123456, 0x123456), 1e-9);
        assertEquals(4.54, Contrast.ratio(0x767676, WHITE), 0.005);
        assertEquals(4.48, Contrast.ratio(WHITE, 0x777777), 0.005);
        assertEquals(3.998, Contrast.ratio(0xFF0000, WHITE), 0.005);
    }

    @Test
    void aColourThatStandsOutIsLeftAlone() {
        assertEquals(0x0072B2, Contrast.readable(0x0072B2, WHITE, Contrast.GRAPHICS));
        assertTrue(Contrast.ratio(Contrast.readable(0xFFFF00, WHITE, Contrast.TEXT), WHITE) >= Contrast.TEXT);
        assertTrue(Contrast.ratio(Contrast.readable(0x0000FF, 0x000000, Contrast.TEXT), 0x000000) >= Contrast.TEXT);
    }

    @Test
    void everySeriesStandsOutOnPaperAndOnADarkWindow() {
        List<Series> series = IntStream.range(0, 12).mapToObj(i -> new Series("s" + i, new double[] {0}, new double[] {0}, Role.DATA)).toList();
        for (SeriesStyle style : SeriesStyle.of(new ChartSpec("c", "", Kind.LINE, Axis.linear("x"), Axis.linear("y"), series, ""))) {
            assertTrue(Contrast.ratio(style.rgb(), WHITE) >= Contrast.GRAPHICS, Integer.toHexString(style.rgb()));
            assertTrue(Contrast.ratio(Contrast.readable(style.rgb(), DARK, Contrast.GRAPHICS), DARK) >= Contrast.GRAPHICS);
        }
        assertEquals(6, SeriesStyle.of(new ChartSpec("c", "", Kind.LINE, Axis.linear("x"), Axis.linear("y"), series.subList(0, 6), "")).stream().mapToInt(SeriesStyle::rgb).distinct().count());
    }
}
