package org.orrery.jobs.search;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.orrery.jobs.RunException;
import org.orrery.jobs.RunException.Code;

/** Reads the values of a search. */
final class Values {
    private static final double PERCENT = 100;
    private static final Pattern NUMBER = Pattern.compile("([-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?)(%?)");
    private static final Pattern SPAN = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)(ms|s|min|m|h|d|w)?");

    /** A stretch of time: a day, a month, or a single instant. The end does not belong to it. */
    record Stretch(Instant from, Instant to) {
        /** −1, 0 or 1 for an instant before, in or after it. */
        int compare(Instant instant) {
            return instant.isBefore(from) ? -1 : instant.isBefore(to) || instant.equals(from) ? 0 : 1;
        }
    }

    private Values() {
    }

    static RunException refused(int column, String sentence) {
        return new RunException(Code.BAD_USAGE, Messages.bind(Messages.Values_column, column, sentence));
    }

    static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** A number, or a percentage as a share of 1. */
    static OptionalDouble number(String text) {
        Matcher matcher = NUMBER.matcher(text);
        if (!matcher.matches()) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(matcher.group(1));
        return OptionalDouble.of(matcher.group(2).isEmpty() ? value : value / PERCENT);
    }

    /** Seconds, or a number with a unit. */
    static double seconds(Token token) throws RunException {
        Matcher matcher = SPAN.matcher(folded(token.text()));
        if (!matcher.matches()) {
            throw refused(token.column(), Messages.bind(Messages.Values_span, token.text()));
        }
        double count = Double.parseDouble(matcher.group(1));
        return switch (matcher.group(2) == null ? "s" : matcher.group(2)) {
            case "ms" -> count / 1e3;
            case "min", "m" -> count * 60;
            case "h" -> count * 3_600;
            case "d" -> count * 86_400;
            case "w" -> count * 604_800;
            default -> count;
        };
    }

    /** A day, a month, a minute of the day, today, yesterday, or so long ago. */
    static Stretch time(Token token, ZonedDateTime now) throws RunException {
        String text = folded(token.text());
        try {
            if (text.startsWith("-")) {
                Instant then = now.toInstant().minus(Duration.ofMillis(Math.round(seconds(new Token(token.kind(), text.substring(1), token.column())) * 1e3)));
                return new Stretch(then, then);
            }
            return switch (text) {
                case "today" -> days(now.toLocalDate(), now);
                case "yesterday" -> days(now.toLocalDate().minusDays(1), now);
                default -> written(text.toUpperCase(Locale.ROOT), now);
            };
        } catch (DateTimeException | ArithmeticException e) {
            throw refused(token.column(), Messages.bind(Messages.Values_time, token.text()));
        }
    }

    private static Stretch written(String text, ZonedDateTime now) {
        if (text.matches("\\d{4}-\\d{2}")) {
            LocalDate first = YearMonth.parse(text).atDay(1);
            return new Stretch(first.atStartOfDay(now.getZone()).toInstant(), first.plusMonths(1).atStartOfDay(now.getZone()).toInstant());
        }
        if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return days(LocalDate.parse(text), now);
        }
        if (text.endsWith("Z")) {
            Instant instant = Instant.parse(text);
            return new Stretch(instant, instant);
        }
        ZonedDateTime from = LocalDateTime.parse(text).atZone(now.getZone());
        return new Stretch(from.toInstant(), text.matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}") ? from.plusMinutes(1).toInstant() : from.toInstant());
    }

    private static Stretch days(LocalDate day, ZonedDateTime now) {
        return new Stretch(day.atStartOfDay(now.getZone()).toInstant(), day.plusDays(1).atStartOfDay(now.getZone()).toInstant());
    }
}
