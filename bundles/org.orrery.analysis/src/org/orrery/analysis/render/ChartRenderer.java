package org.orrery.analysis.render;

import java.io.IOException;
import java.io.OutputStream;

import org.orrery.analysis.result.ChartSpec;

/**
 * Draws a described chart as a picture of one format, without a display. A service, one for each format; thread-safe.
 */
public interface ChartRenderer {
    /**
     * How large a picture is, in CSS pixels.
     *
     * @param width from 160 to 8,000
     * @param height from 120 to 8,000
     */
    record Size(int width, int height) {
        /** What fits a page: 720 by 440. */
        public static final Size PAGE = new Size(720, 440);

        public Size {
            if (width < 160 || width > 8_000 || height < 120 || height > 8_000) {
                throw new IllegalArgumentException("A picture of " + width + " by " + height + " pixels cannot be drawn");
            }
        }
    }

    /** The ending of such files without the dot, in lower case: {@code svg}, {@code png}. */
    String format();

    /**
     * Draws the chart and leaves the stream open.
     *
     * @throws IOException when the stream cannot be written
     */
    void render(ChartSpec chart, Size size, OutputStream out) throws IOException;
}
