package org.orrery.ui.charts;

import org.eclipse.jface.resource.ColorDescriptor;
import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.orrery.analysis.render.ColourRamp;
import org.orrery.analysis.render.Contrast;

/**
 * The colours of a chart but those of its series, made from two that the theme gives: so a chart is dark in a dark
 * workbench without knowing of themes.
 *
 * @param ground behind everything
 * @param text titles and labels
 * @param axis lines of the axes and their numbers
 * @param grid lines across the plot
 */
record ChartColours(Color ground, Color text, Color axis, Color grid) {
    static ChartColours of(Color ground, Color text, ResourceManager resources) {
        return new ChartColours(colour(ground.getRGB(), resources), colour(text.getRGB(), resources),
                colour(mixed(ground.getRGB(), text.getRGB(), 0.65), resources), colour(mixed(ground.getRGB(), text.getRGB(), 0.15), resources));
    }

    /** The colour of a series, lighter where the ground is dark. */
    static Color series(int given, RGB ground, ResourceManager resources) {
        int rgb = Contrast.readable(given, ground.red << 16 | ground.green << 8 | ground.blue, Contrast.GRAPHICS);
        return colour(new RGB(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF), resources);
    }

    /** The colour of an area of that height, from low at 0 to high at 1. */
    static Color area(double share, RGB ground, ResourceManager resources) {
        int rgb = ColourRamp.area(share, ground.red << 16 | ground.green << 8 | ground.blue);
        return colour(new RGB(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF), resources);
    }

    private static Color colour(RGB rgb, ResourceManager resources) {
        return resources.create(ColorDescriptor.createFrom(rgb));
    }

    private static RGB mixed(RGB from, RGB to, double share) {
        return new RGB(mixed(from.red, to.red, share), mixed(from.green, to.green, share), mixed(from.blue, to.blue, share));
    }

    private static int mixed(int from, int to, double share) {
        return (int) Math.round(from + share * (to - from));
    }
}
