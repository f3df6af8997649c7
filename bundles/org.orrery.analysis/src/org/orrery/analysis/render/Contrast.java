package org.orrery.analysis.render;

/**
 * How well a colour is told from what lies behind it: the contrast ratio of the Web Content Accessibility Guidelines 2.1, from 1 for the
 * same colour to 21 for black on white. Colours are red in bits 16 to 23, green, blue.
 */
public final class Contrast {
    /** What text needs at least (success criterion 1.4.3). */
    public static final double TEXT = 4.5;
    /** What lines and symbols need at least (success criterion 1.4.11). */
    public static final double GRAPHICS = 3;
    private static final int STEPS = 64;
    private static final int WHITE = 0xFFFFFF;

    private Contrast() {
    }

    /** The contrast ratio of two colours, in either order. */
    public static double ratio(int rgb, int other) {
        double a = luminance(rgb);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /** That colour, made darker or lighter by as little as gives it that contrast; as it is when it has it already. */
    public static int readable(int rgb, int ground, double least) {
        int towards = ratio(0, ground) > ratio(WHITE, ground) ? 0 : WHITE;
        for (int step = 0; step < STEPS; step++) {
            int mixed = mixed(rgb, towards, (double) step / STEPS);
            if (ratio(mixed, ground) >= least) {
                return mixed;
            }
        }
        return towards;
    }

    static int mixed(int from, int to, double share) {
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int a = from >> shift & 0xFF;
            int b = to >> shift & 0xFF;
            mixed |= (int) Math.round(a + share * (b - a)) << shift;
        }
        return mixed;
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 0xFF) + 0.7152 * linear(rgb >> 8 & 0xFF) + 0.0722 * linear(rgb & 0xFF);
    }

    private static double linear(int part) {
        double share = part / 255.0;
        return share <= 0.03928 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
