package org.orrery.data.internal.text;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.orrery.data.ReadOptions;

/**
 * Reads a number out of characters without making an object. The result of a double is bit for bit what
 * {@link Double#parseDouble} gives: up to 2<sup>53</sup> times or over a power of ten that a double holds exactly, one
 * multiplication or division rounds once (Clinger, How to read floating point numbers accurately, PLDI 1990); the rest
 * goes to the JDK. Not thread-safe: one instance per pass.
 */
final class NumberCell {
    /** More digits than this, without a decimal mark, are an identifier and not a quantity. */
    static final int MOST_DIGITS = 16;

    private static final double[] POWERS = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
            1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    private static final long EXACT = 1L << 53;
    private static final int MANTISSA_DIGITS = 18;
    /** So many digits any double gives back. */
    private static final int DOUBLE_DIGITS = 15;
    private static final int EXPONENT_LIMIT = 100_000;

    private final char grouping;
    private char[] scratch = new char[32];
    private char[] text;
    private int start;
    private int end;
    private boolean negative;
    private boolean signed;
    private boolean infinite;
    private boolean notANumber;
    private long mantissa;
    private int significant;
    private int wholeDigits;
    private int fractionDigits;
    private boolean leadingZero;
    private char mark;
    private boolean exponentGiven;
    private int exponent;

    /** Without groups of thousands. */
    NumberCell() {
        this(ReadOptions.NONE);
    }

    /** @param grouping the mark between groups of three digits; {@link ReadOptions#NONE} for none */
    NumberCell(char grouping) {
        this.grouping = grouping;
    }

    /** Reads the shape of a number; false when the characters are none. */
    boolean read(char[] buffer, int from, int to) {
        if (grouping != ReadOptions.NONE) {
            int length = ungrouped(buffer, from, to);
            if (length >= 0) {
                return readPlain(scratch, 0, length);
            }
        }
        return readPlain(buffer, from, to);
    }

    /** Copies a number without the marks between its groups; −1 when it has none, or its groups are not of three digits. */
    private int ungrouped(char[] buffer, int from, int to) {
        if (scratch.length < to - from) {
            scratch = new char[2 * (to - from)];
        }
        int length = 0;
        int i = from;
        if (i < to && (buffer[i] == '-' || buffer[i] == '+')) {
            scratch[length++] = buffer[i++];
        }
        int groups = 0;
        int digits = 0;
        boolean zero = i < to && buffer[i] == '0';
        for (; i < to && (buffer[i] >= '0' && buffer[i] <= '9' || buffer[i] == grouping); i++) {
            if (buffer[i] == grouping) {
                if (digits == 0 || digits > 3 || groups > 0 && digits != 3) {
                    return -1;
                }
                groups++;
                digits = 0;
            } else {
                scratch[length++] = buffer[i];
                digits++;
            }
        }
        if (groups == 0 || digits != 3 || zero) {
            return -1;
        }
        System.arraycopy(buffer, i, scratch, length, to - i);
        return length + to - i;
    }

    private boolean readPlain(char[] buffer, int from, int to) {
        reset(buffer, from, to);
        int i = from;
        if (i < to && (buffer[i] == '-' || buffer[i] == '+')) {
            negative = buffer[i] == '-';
            signed = buffer[i] == '+';
            i++;
        }
        int first = i;
        i = digits(i, false);
        wholeDigits = i - first;
        leadingZero = wholeDigits > 1 && buffer[first] == '0';
        if (i < to && (buffer[i] == '.' || buffer[i] == ',')) {
            mark = buffer[i];
            int fraction = ++i;
            i = digits(i, true);
            fractionDigits = i - fraction;
        }
        if (wholeDigits + fractionDigits == 0) {
            return word(first);
        }
        if (i < to && (buffer[i] == 'e' || buffer[i] == 'E')) {
            i = exponent(i + 1);
        }
        return i == to;
    }

    private void reset(char[] buffer, int from, int to) {
        text = buffer;
        start = from;
        end = to;
        negative = false;
        signed = false;
        infinite = false;
        notANumber = false;
        mantissa = 0;
        significant = 0;
        wholeDigits = 0;
        fractionDigits = 0;
        leadingZero = false;
        mark = 0;
        exponentGiven = false;
        exponent = 0;
    }

    private int digits(int from, boolean fraction) {
        int i = from;
        for (; i < end; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9) {
                break;
            }
            if (significant > 0 || digit != 0) {
                significant++;
            }
            if (significant <= MANTISSA_DIGITS) {
                mantissa = mantissa * 10 + digit;
            }
        }
        return i;
    }

    private int exponent(int from) {
        int i = from;
        boolean down = false;
        if (i < end && (text[i] == '-' || text[i] == '+')) {
            down = text[i] == '-';
            i++;
        }
        int first = i;
        for (; i < end && text[i] >= '0' && text[i] <= '9'; i++) {
            exponent = Math.min(EXPONENT_LIMIT, exponent * 10 + text[i] - '0');
        }
        exponent = down ? -exponent : exponent;
        exponentGiven = true;
        return i > first ? i : -1;
    }

    private boolean word(int from) {
        if (mark != 0) {
            return false;
        }
        infinite = matches(from, "infinity") || matches(from, "inf");
        notANumber = !negative && !signed && matches(from, "nan");
        return infinite || notANumber;
    }

    private boolean matches(int from, String word) {
        if (end - from != word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if ((text[from + i] | 0x20) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /**
     * What the number read last could be, by rules that lose nothing: leading zeros, a leading plus sign, more than
     * {@value #MOST_DIGITS} digits without a mark, and numbers beyond the range of a double are text.
     */
    int kinds() {
        if (leadingZero || signed) {
            return Kinds.TEXT;
        }
        if (infinite || notANumber) {
            return Kinds.REAL;
        }
        if (mark == 0 && !exponentGiven) {
            if (wholeDigits > MOST_DIGITS) {
                return Kinds.TEXT;
            }
            return negative && mantissa == 0 ? Kinds.REAL : Kinds.NUMBER;
        }
        if (beyondRange()) {
            return Kinds.TEXT;
        }
        return mark == 0 ? Kinds.REAL : mark == '.' ? Kinds.REAL_POINT : Kinds.REAL_COMMA;
    }

    /** Ten to that power, from 0 to 22: a double holds it exactly. */
    static double power(int exponent) {
        return POWERS[exponent];
    }

    /** Whether the number read last is a decimal fraction that one division gives exactly: {@link #unscaled} over {@link #scale}. */
    boolean isFraction() {
        return !exponentGiven && !infinite && !notANumber && significant <= MANTISSA_DIGITS && mantissa < EXACT
                && fractionDigits < POWERS.length && !(negative && mantissa == 0);
    }

    /** Whether the number is too large for a double, or not zero but too small for one. */
    boolean beyondRange() {
        if (infinite || notANumber || mantissa == 0) {
            return false;
        }
        long magnitude = (long) wholeDigits + exponent;
        if (Math.abs(magnitude) < 280 && fractionDigits < 280) {
            return false;
        }
        double value = real();
        return Double.isInfinite(value) || value == 0;
    }

    boolean hasLeadingZero() {
        return leadingZero;
    }

    boolean isLongIdentifier() {
        return mark == 0 && !exponentGiven && wholeDigits > MOST_DIGITS;
    }

    boolean isNotFinite() {
        return infinite || notANumber;
    }

    /** The decimal mark; 0 when there is none. */
    char mark() {
        return mark;
    }

    /** Whether this could be a whole number with a mark between groups of thousands: 1,234, but not 0,234. */
    boolean looksGrouped() {
        return mark != 0 && fractionDigits == 3 && wholeDigits >= 1 && wholeDigits <= 3 && !exponentGiven
                && text[negative || signed ? start + 1 : start] != '0';
    }

    /** Whether the nearest double, written with as many decimals, would be another number. */
    boolean losesDigits() {
        if (significant <= DOUBLE_DIGITS || infinite || notANumber) {
            return false;
        }
        String digits = new String(text, start, end - start).replace(',', '.');
        double value = Double.parseDouble(digits);
        if (Double.isInfinite(value) || digits.equals(Double.toString(value))) {
            return false;
        }
        BigDecimal written = new BigDecimal(digits);
        return new BigDecimal(value).setScale(written.scale(), RoundingMode.HALF_EVEN).compareTo(written) != 0;
    }

    int wholeDigits() {
        return wholeDigits;
    }

    boolean hasExponent() {
        return exponentGiven;
    }

    /** Whether there is neither mark nor exponent, and the value fits 64 bits. */
    boolean isWhole() {
        if (mark != 0 || exponentGiven || infinite || notANumber || significant > MANTISSA_DIGITS + 1) {
            return false;
        }
        if (significant <= MANTISSA_DIGITS) {
            return true;
        }
        BigInteger exact = new BigInteger(new String(text, start, end - start));
        if (exact.bitLength() > 63) {
            return false;
        }
        mantissa = Math.abs(exact.longValue());
        return true;
    }

    /** The value of a whole number. */
    long whole() {
        return negative ? -mantissa : mantissa;
    }

    /** Decimal places; for a number without exponent. */
    int scale() {
        return fractionDigits;
    }

    /** Whether this is a plain decimal number of at most 18 digits. */
    boolean isDecimal() {
        return !exponentGiven && !infinite && !notANumber && significant <= MANTISSA_DIGITS;
    }

    /** All digits as one whole number: the unscaled value of a decimal. */
    long unscaled() {
        return whole();
    }

    /** The value as {@link Double#parseDouble} would give it. */
    double real() {
        if (infinite) {
            return negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        if (notANumber) {
            return Double.NaN;
        }
        int power = exponent - fractionDigits;
        if (significant <= MANTISSA_DIGITS && mantissa <= EXACT && power >= -22 && power <= 22) {
            double value = power < 0 ? mantissa / POWERS[-power] : mantissa * POWERS[power];
            return negative ? -value : value;
        }
        return Double.parseDouble(new String(text, start, end - start).replace(',', '.'));
    }
}
