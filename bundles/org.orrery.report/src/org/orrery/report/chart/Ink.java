package org.orrery.report.chart;

/**
 * A colour with the part it plays, so that a page with a dark scheme can replace all but the colours of the series.
 *
 * @param part a word for style sheets
 * @param rgb the colour on white, red in bits 16 to 23
 */
record Ink(String part, int rgb) {
    static final Ink TEXT = new Ink("text", 0x1F2328);
    static final Ink MUTED = new Ink("muted", 0x59636E);
    static final Ink GRID = new Ink("grid", 0xE1E4E8);
    static final Ink AXIS = new Ink("axis", 0x8C959F);

    /** What lies behind everything. */
    static final Ink GROUND = new Ink("ground", 0xFFFFFF);

    static Ink series(int rgb) {
        return new Ink("series", rgb);
    }
}
