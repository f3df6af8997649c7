package org.orrery.cli.output;

import java.util.Locale;

/** How numbers look in tables of text: the same in every locale, so that what is copied from a terminal can be read again. */
public final class Numbers {
    private static final double LARGE = 1e7;
    private static final double SMALL = 1e-3;
    private static final String NOTHING = "-";

    private Numbers() {
    }

    /** A value of a table or a figure: whole numbers as they are, others to four decimals; a dash for nothing. */
    public static String text(Object value) {
        return switch (value) {
            case null -> NOTHING;
            case Double number -> real(number);
            default -> value.toString();
        };
    }

    private static String real(double number) {
        if (Double.isNaN(number)) {
            return NOTHING;
        }
        double size = Math.abs(number);
        boolean plain = size == 0 || size >= SMALL && size < LARGE;
        return String.format(Locale.ROOT, plain ? "%.4f" : "%.4e", number);
    }

    /** How many of something there are in a unit of time: with one decimal below ten. */
    public static String rate(double perTime) {
        return String.format(Locale.ROOT, perTime < 10 ? "%.1f" : "%.0f", perTime);
    }

    /** From some seconds to some more, rounded outwards to whole ones, to minutes or to tenths of an hour. */
    public static String between(double low, double high) {
        if (high < 60) {
            return String.format(Locale.ROOT, "%.0f–%.0f s", Math.floor(low), Math.ceil(high));
        }
        return high < 3600 ? String.format(Locale.ROOT, "%.0f–%.0f min", Math.floor(low / 60), Math.ceil(high / 60))
                : String.format(Locale.ROOT, "%.1f–%.1f h", Math.floor(low / 360) / 10, Math.ceil(high / 360) / 10);
    }

    /** Seconds as people say them. */
    public static String seconds(double seconds) {
        if (Double.isNaN(seconds)) {
            return NOTHING;
        }
        if (seconds < 60) {
            return String.format(Locale.ROOT, seconds < 10 ? "%.1f s" : "%.0f s", seconds);
        }
        long whole = Math.round(seconds);
        return whole < 3600 ? String.format(Locale.ROOT, "%d min %02d s", whole / 60, whole % 60)
                : String.format(Locale.ROOT, "%d h %02d min", whole / 3600, whole / 60 % 60);
    }
}
