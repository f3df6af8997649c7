package org.orrery.report.chart;

/**
 * How wide a text is at most, without asking a font: a layout must be the same on every machine, and the reader of an SVG
 * has other fonts than its writer. The shares of the font size are those of wide sans-serif faces, so that a text in a
 * narrower face leaves room.
 */
final class TextWidth {
    private static final String NARROW = "iljI.,:;'|!()[]{} tfr/\\`";
    private static final String WIDE = "mwMW@%—…";

    private TextWidth() {
    }

    static double of(String text, double size) {
        return text.codePoints().mapToDouble(TextWidth::share).sum() * size;
    }

    private static double share(int point) {
        if (NARROW.indexOf(point) >= 0) {
            return 0.38;
        }
        if (WIDE.indexOf(point) >= 0) {
            return 1.0;
        }
        if (point >= 0x1100) {
            return 1.05;
        }
        return Character.isUpperCase(point) ? 0.72 : 0.63;
    }

    /** The text, or as much of its beginning as fits, with an ellipsis. */
    static String fit(String text, double size, double width) {
        if (of(text, size) <= width) {
            return text;
        }
        int[] points = text.codePoints().toArray();
        int length = points.length;
        while (length > 0 && of(new String(points, 0, length) + "…", size) > width) {
            length--;
        }
        return new String(points, 0, length).stripTrailing() + "…";
    }
}
