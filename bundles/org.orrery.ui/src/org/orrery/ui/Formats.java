package org.orrery.ui;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

import org.eclipse.osgi.util.NLS;
import org.orrery.analysis.result.Figure;

/** How values are written for the reader, in the reader's locale. Of use on the user interface thread only. */
public final class Formats {
    private static final String NONE = "–"; //$NON-NLS-1$
    private static final String MINUS = "−"; //$NON-NLS-1$

    private Formats() {
    }

    /** A cell of a table; an empty text when there is no value. */
    public static String cell(Object value) {
        return switch (value) {
            case null -> ""; //$NON-NLS-1$
            case Double number -> number(number);
            case Long number -> count(number);
            case Integer number -> count(number);
            case BigDecimal number -> number.toPlainString();
            case Boolean yes -> yes ? Messages.Formats_yes : Messages.Formats_no;
            case LocalDate day -> day.toString();
            case Instant instant -> instant(instant);
            case Duration duration -> duration(duration);
            default -> value.toString();
        };
    }

    /** A value of a data set: a number as it stood in the file, neither rounded nor filled up. */
    public static String datum(Object value) {
        return value instanceof Double number ? shortest(number) : value instanceof Long number ? Long.toString(number) : cell(value);
    }

    private static String shortest(double number) {
        String text = Double.toString(number);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text; //$NON-NLS-1$
    }

    /** A figure with its unit. */
    public static String figure(Figure figure) {
        if (figure.value() instanceof Double number) {
            return switch (figure.format()) {
                case SHARE -> share(number);
                case SECONDS -> seconds(number);
                case MEBIBYTES -> NLS.bind(Messages.Formats_mebibytes, number(number));
                case PLAIN -> number(number);
            };
        }
        return cell(figure.value());
    }

    /** How much a figure of that format is above or below another: with its sign, shares in percentage points, zero as a bare 0. */
    public static String difference(Figure.Format format, double difference) {
        double size = Math.abs(difference);
        if (Double.isNaN(size) || size == 0) {
            return Double.isNaN(size) ? NONE : "0"; //$NON-NLS-1$
        }
        String amount = switch (format) {
            case SHARE -> NLS.bind(Messages.Formats_points, String.format(Locale.getDefault(), "%.2f", size * 100)); //$NON-NLS-1$
            case SECONDS -> seconds(size);
            case MEBIBYTES -> NLS.bind(Messages.Formats_mebibytes, number(size));
            case PLAIN -> number(size);
        };
        return (difference > 0 ? "+" : MINUS) + amount; //$NON-NLS-1$
    }

    /** Four digits after the point for usual sizes, more compact beyond. */
    public static String number(double value) {
        if (Double.isNaN(value)) {
            return NONE;
        }
        double size = Math.abs(value);
        if (value == Math.rint(value) && size >= 1000 && size < 1e9) {
            return count((long) value);
        }
        if (size >= 1e9 || size < 1e-4 && size > 0) {
            return String.format(Locale.getDefault(), "%.4g", value); //$NON-NLS-1$
        }
        int digits = size >= 1000 ? 1 : size >= 100 ? 2 : size >= 10 ? 3 : 4;
        return String.format(Locale.getDefault(), "%,." + digits + "f", value); //$NON-NLS-1$ //$NON-NLS-2$
    }

    /** A whole number with its thousands set apart; years and codes of four digits stay as they are. */
    public static String count(long value) {
        return Math.abs(value) < 10_000 ? Long.toString(value) : NumberFormat.getIntegerInstance().format(value);
    }

    /** A share of 1 as a percentage. */
    public static String share(double value) {
        return Double.isNaN(value) ? NONE : String.format(Locale.getDefault(), "%.1f %%", value * 100); //$NON-NLS-1$
    }

    /** Seconds in the unit that fits. */
    public static String seconds(double seconds) {
        if (Double.isNaN(seconds)) {
            return NONE;
        }
        if (seconds < 0.9995) {
            return NLS.bind(Messages.Formats_milliseconds, Math.round(seconds * 1000));
        }
        if (seconds < 59.95) {
            return NLS.bind(Messages.Formats_seconds, String.format(Locale.getDefault(), "%.1f", seconds)); //$NON-NLS-1$
        }
        long whole = Math.round(seconds);
        if (whole < 3600) {
            return NLS.bind(Messages.Formats_minutes, whole / 60, String.format("%02d", whole % 60)); //$NON-NLS-1$
        }
        return NLS.bind(Messages.Formats_hours, whole / 3600, String.format("%02d", whole % 3600 / 60)); //$NON-NLS-1$
    }

    /** From some seconds to some more, rounded outwards to whole ones, to minutes or to tenths of an hour. */
    public static String between(double low, double high) {
        if (high < 60) {
            return NLS.bind(Messages.Formats_betweenSeconds, count((long) Math.floor(low)), count((long) Math.ceil(high)));
        }
        if (high < 3600) {
            return NLS.bind(Messages.Formats_betweenMinutes, count((long) Math.floor(low / 60)), count((long) Math.ceil(high / 60)));
        }
        return NLS.bind(Messages.Formats_betweenHours, String.format(Locale.getDefault(), "%.1f", Math.floor(low / 360) / 10), //$NON-NLS-1$
                String.format(Locale.getDefault(), "%.1f", Math.ceil(high / 360) / 10)); //$NON-NLS-1$
    }

    /** A length of time. */
    public static String duration(Duration duration) {
        return seconds(duration.toNanos() / 1e9);
    }

    /** A number of bytes in the unit that fits. */
    public static String bytes(long bytes) {
        if (bytes < 1024) {
            return NLS.bind(Messages.Formats_bytes, bytes);
        }
        if (bytes < 1024 * 1024) {
            return NLS.bind(Messages.Formats_kibibytes, String.format(Locale.getDefault(), "%.1f", bytes / 1024.0)); //$NON-NLS-1$
        }
        if (bytes < 1024L * 1024 * 1024) {
            return NLS.bind(Messages.Formats_mebibytes, String.format(Locale.getDefault(), "%.1f", bytes / 1048576.0)); //$NON-NLS-1$
        }
        return NLS.bind(Messages.Formats_gibibytes, String.format(Locale.getDefault(), "%.2f", bytes / 1073741824.0)); //$NON-NLS-1$
    }

    /** An instant in the reader's zone. */
    public static String instant(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM).format(instant.atZone(ZoneId.systemDefault()));
    }

    /** The time of day of an instant in the reader's zone, with milliseconds. */
    public static String time(Instant instant) {
        return DateTimeFormatter.ofPattern("HH:mm:ss.SSS").format(instant.atZone(ZoneId.systemDefault())); //$NON-NLS-1$
    }
}
