package org.orrery.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class CounterRandomTest {
    /** The vectors are those of the file kat_vectors of Random123 1.14, lines "philox4x32 10". */
    @Test
    void philoxGivesTheKnownAnswersOfItsAuthors() {
        assertArrayEquals(new int[] {0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}, philox(new int[4], 0, 0));
        assertArrayEquals(new int[] {0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}, philox(new int[] {-1, -1, -1, -1}, -1, -1));
        assertArrayEquals(new int[] {0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1},
                philox(new int[] {0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, 0xa4093822, 0x299f31d0));
    }

    @Test
    void theSameNamesGiveTheSameStream() {
        CounterRandom one = CounterRandom.of(12345, "tree/fold-1", "bootstrap");
        CounterRandom other = CounterRandom.of(12345, "tree/fold-1", "bootstrap");
        for (int i = 0; i < 1_000; i++) {
            assertEquals(one.nextLong(), other.nextLong());
        }
    }

    @Test
    void anotherSeedUnitOrStreamGivesAnotherStream() {
        long first = CounterRandom.of(1, "a", "b").nextLong();
        assertNotEquals(first, CounterRandom.of(2, "a", "b").nextLong());
        assertNotEquals(first, CounterRandom.of(1, "ab", "").nextLong());
        assertNotEquals(first, CounterRandom.of(1, "a", "c").nextLong());
    }

    /** Stored runs depend on these bits: they must never change. */
    @Test
    void theBitsOfAStreamStayWhatTheyAre() {
        assertEquals(5910248732976989334L, CounterRandom.of(12345, "unit", "stream").nextLong());
    }

    @Test
    void uniformNumbersHaveTheRightMeanAndVariance() {
        CounterRandom random = CounterRandom.of(7, "unit", "uniform");
        double[] values = new double[200_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextDouble();
        }
        Spread spread = Spread.of(values);
        // Four standard errors: 4 · √(1/12/n).
        assertEquals(0.5, spread.mean(), 4 * Math.sqrt(1.0 / 12 / values.length));
        assertEquals(1.0 / 12, spread.sd() * spread.sd(), 0.001);
    }

    private static int[] philox(int[] counter, int key0, int key1) {
        Philox.scramble(counter, key0, key1);
        return counter;
    }
}
