package org.orrery.analysis.render;

/**
 * Colours for values from low to high: from blue over grey to vermilion, of Okabe and Ito, "Color Universal Design" (2008), which readers who do not tell
 * red from green tell apart. A colour is never alone: the values stand on an axis or at a line. Colours are red in bits 16 to 23, green, blue.
 */
public final class ColourRamp {
    private static final int[] STOPS = {0x0072B2, 0x767676, 0xD55E00};

    private ColourRamp() {
    }

    /** The colour of that share of the way from low to high; grey for NaN. */
    public static int at(double share) {
        if (Double.isNaN(share)) {
            return STOPS[1];
        }
        double place = Math.clamp(share, 0, 1) * (STOPS.length - 1);
        int below = Math.min((int) place, STOPS.length - 2);
        return Contrast.mixed(STOPS[below], STOPS[below + 1], place - below);
    }

    /** The same for an area that text and lines stand on: mostly its ground. */
    public static int area(double share, int ground) {
        return Contrast.mixed(ground, at(share), 0.45);
    }
}
