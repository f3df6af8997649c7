package org.orrery.data.internal.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The reference is {@link Double#parseDouble}, bit by bit. */
class NumberCellTest {
    private final NumberCell cell = new NumberCell();

    private void assertSame(String text) {
        assertTrue(cell.read(text.toCharArray(), 0, text.length()), text);
        assertEquals(Double.doubleToRawLongBits(Double.parseDouble(text)), Double.doubleToRawLongBits(cell.real()), text);
    }

    @Test
    void hardNumbersAreReadAsTheJdkReadsThem() {
        for (String text : List.of("0", "-0", "-0.0", "1e22", "1e23", "9007199254740993", "9007199254740992", "0.1", "2.2250738585072011e-308",
                "2.2250738585072014e-308", "4.9e-324", "2.4703282292062328e-324", "1.7976931348623157e308", "123456789012345678", "1234567890123456789",
                "12345678901234567890", ".5", "5.", "1E5", "1e+5", "0.000000000000000000000000001", "100000000000000000000.000001", "8.5e-23",
                "0.30000000000000004", "179769313486231580793e289", "3.14159265358979323846264338327950288")) {
            assertSame(text);
        }
    }

    @Test
    void randomNumbersInManyFormsAreReadAsTheJdkReadsThem() {
        Random random = new Random(20261121);
        for (int i = 0; i < 300_000; i++) {
            double any = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(any)) {
                assertSame(Double.toString(any));
            }
            assertSame(Double.toString(random.nextGaussian() * 1000));
            assertSame(Float.toString(random.nextFloat()));
            assertSame(random.nextInt(1_000_000) + "." + random.nextInt(1_000_000));
            assertSame(random.nextLong() + "e" + (random.nextInt(60) - 30));
        }
    }

    @Test
    void whatIsNoNumberIsRefused() {
        for (String text : List.of("", "-", ".", "1.2.3", "1,2,3", "1e", "e5", "1e+", "0x10", "1_000", "1 000", "--1", "1-", "infinit", "\u0661")) {
            assertFalse(cell.read(text.toCharArray(), 0, text.length()), text);
        }
    }
}
