package org.orrery.report.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

import org.orrery.analysis.result.Figure;

/** Numbers for readers: four significant digits, and never fewer than the whole number. Full precision is in the files. */
public final class Numbers {
    /** What stands for a value that is missing or not defined. */
    public static final String NONE = "–";
    private static final int SIGNIFICANT = 4;
    private static final int MOST_PLACES = 6;
    private static final double LARGE = 1e15;

    private Numbers() {
    }

    /** How many decimal places show four significant digits of a number of that size: 0 to 6. */
    public static int places(double size) {
        if (size == 0 || !Double.isFinite(size)) {
            return 0;
        }
        return Math.clamp((long) (SIGNIFICANT - 1 - Math.floor(Math.log10(Math.abs(size)))), 0, MOST_PLACES);
    }

    /** The number with that many places; with an exponent when it is huge, or so small that only zeros would be left. */
    public static String fixed(double value, int places) {
        if (Double.isNaN(value)) {
            return NONE;
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        boolean lost = value != 0 && Math.abs(value) < 0.5 * Math.pow(10, -places);
        if (lost || Math.abs(value) >= LARGE) {
            return String.format(Locale.ROOT, "%.3e", value).replace('-', '−');
        }
        return BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_EVEN).toPlainString().replace('-', '−');
    }

    /** A number that stands alone. */
    public static String single(double value) {
        return value == Math.rint(value) && Math.abs(value) < LARGE ? fixed(value, 0) : fixed(value, places(value));
    }

    /** A count, in groups of three. */
    public static String count(long value) {
        return String.format(Locale.ENGLISH, "%,d", value);
    }

    /** The value of a figure as its format asks. */
    public static String figure(Figure figure) {
        if (!(figure.value() instanceof Number number)) {
            return figure.value().toString();
        }
        double value = number.doubleValue();
        if (Double.isNaN(value)) {
            return NONE;
        }
        return switch (figure.format()) {
            case PLAIN -> number instanceof Long ? number.toString().replace('-', '−') : single(value);
            case SHARE -> fixed(value * 100, 2) + " %";
            case SECONDS -> single(value) + " s";
            case MEBIBYTES -> single(value) + " MiB";
        };
    }
}
