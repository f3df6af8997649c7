package org.orrery.analysis.render;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the lines of an axis stand: at multiples of 1, 2, 2.5 or 5 times a power of ten, which readers can divide in their
 * head (Heckbert, "Nice numbers for graph labels", Graphics Gems, 1990, with 2.5 added).
 */
public final class Ticks {
    /**
     * A marked position.
     *
     * @param value where it is
     * @param label what stands there
     */
    public record Tick(double value, String label) {
    }

    private static final double[] NICE = {1, 2, 2.5, 5, 10};
    /** What rounding may move a multiple by, in steps. */
    private static final double SLACK = 1e-9;
    private static final MathContext DIGITS = new MathContext(5);

    private Ticks() {
    }

    /** The smallest nice step that divides the range into at most {@code intervals} parts. */
    public static double step(double low, double high, int intervals) {
        // Divided before the subtraction, so that a range of all doubles does not overflow.
        double rough = high / intervals - low / intervals;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        for (double nice : NICE) {
            if (nice * power >= rough * (1 - SLACK)) {
                return nice * power;
            }
        }
        return 10 * power;
    }

    /** The multiples of a nice step within the range, at most {@code most}; at least one unless {@code most} is 0. */
    public static List<Tick> linear(double low, double high, int most) {
        List<Tick> ticks = new ArrayList<>();
        if (most <= 0 || !(high > low)) {
            return ticks;
        }
        double step = step(low, high, Math.max(1, most - 1));
        BigDecimal exact = BigDecimal.valueOf(step).round(new MathContext(3));
        double first = Math.ceil(low / step - SLACK);
        double last = Math.floor(high / step + SLACK);
        if (last < first) {
            // No multiple lies within a range that is narrow and far from zero: mark its ends.
            return List.of(new Tick(low, Double.toString(low)), new Tick(high, Double.toString(high)));
        }
        for (double i = first; i <= last && ticks.size() < most; i++) {
            BigDecimal value = exact.multiply(BigDecimal.valueOf(i));
            ticks.add(new Tick(value.doubleValue(), label(value, exact)));
        }
        return ticks;
    }

    /** Powers of ten within the range, thinned to at most {@code most}; with 2 and 5 between them where there is room. */
    public static List<Tick> logarithmic(double low, double high, int most) {
        int first = (int) Math.ceil(Math.log10(low) - SLACK);
        int last = (int) Math.floor(Math.log10(high) + SLACK);
        int decades = last - first + 1;
        if (decades < 2) {
            return linear(low, high, most);
        }
        List<Tick> ticks = new ArrayList<>();
        int every = Math.max(1, (int) Math.ceil(decades / (double) Math.max(1, most)));
        boolean between = decades * 3 <= most;
        for (int decade = between ? first - 1 : first; decade <= last; decade += every) {
            for (int digit : between ? new int[] {1, 2, 5} : new int[] {1}) {
                BigDecimal value = BigDecimal.valueOf(digit).scaleByPowerOfTen(decade);
                double position = value.doubleValue();
                if (position >= low * (1 - SLACK) && position <= high * (1 + SLACK)) {
                    ticks.add(new Tick(position, label(value, value)));
                }
            }
        }
        return ticks;
    }

    /** A value in up to five digits, with an exponent when it would be long. */
    public static String plain(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        BigDecimal rounded = BigDecimal.valueOf(value).round(DIGITS);
        boolean plain = value == 0 || Math.abs(value) >= 1e-4 && Math.abs(value) < 1e9;
        return plain ? rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString() : rounded.toString();
    }

    /** The value with as many places as the step needs; with an exponent when it would be long. */
    private static String label(BigDecimal value, BigDecimal step) {
        if (value.signum() == 0) {
            return "0";
        }
        double size = value.abs().doubleValue();
        String text;
        if (size >= 1e6 || size < 1e-4) {
            BigDecimal plain = value.stripTrailingZeros();
            int exponent = plain.precision() - plain.scale() - 1;
            text = plain.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent;
        } else {
            int places = Math.max(0, step.stripTrailingZeros().scale());
            text = value.setScale(places, RoundingMode.HALF_EVEN).toPlainString();
        }
        return text.replace('-', '−');
    }
}
