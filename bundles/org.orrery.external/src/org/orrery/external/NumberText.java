package org.orrery.external;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Numbers as programs print them: with sign and exponent, NaN and infinity among them, without marks between thousands. */
final class NumberText {
    /** A number in a regular expression. */
    static final String FORM = "[-+]?(?:(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?|(?i:nan|inf(?:inity)?))";
    private static final Pattern WHOLE = Pattern.compile(FORM);

    private NumberText() {
    }

    static OptionalDouble parse(String text) {
        String stripped = text.strip();
        if (!WHOLE.matcher(stripped).matches()) {
            return OptionalDouble.empty();
        }
        boolean negative = stripped.startsWith("-");
        String plain = stripped.replaceFirst("^[-+]", "").toLowerCase(Locale.ROOT);
        if (plain.startsWith("n")) {
            return OptionalDouble.of(Double.NaN);
        }
        double value = plain.startsWith("i") ? Double.POSITIVE_INFINITY : Double.parseDouble(plain);
        return OptionalDouble.of(negative ? -value : value);
    }
}
