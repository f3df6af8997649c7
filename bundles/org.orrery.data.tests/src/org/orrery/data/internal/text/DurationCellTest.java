package org.orrery.data.internal.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationCellTest {
    private final DurationCell cell = new DurationCell();

    private boolean read(String text) {
        return cell.read(text.toCharArray(), 0, text.length());
    }

    private boolean readAsked(String text) {
        return cell.readAsked(text.toCharArray(), 0, text.length());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"PT1H30M|PT1H30M", "P2DT3H|P2DT3H", "-PT0.5S|-PT0.5S", "1:30:00|PT1H30M", "100:00:00.25|PT100H0.25S", "-0:00:01|-PT1S",
            "2 days|P2D", "1 day|P1D", "-3 hours|-PT3H", "1.5 hours|PT1H30M", "1 hour 30 minutes|PT1H30M", "2 weeks, 1 day|P15D",
            "2 days 03:04:05|P2DT3H4M5S", "1 day, 0:00:01.5|P1DT1.5S", "-1 days +23:59:59|-PT1S", "-1 days -02:00:00|-PT26H", "90 Seconds|PT90S",
            "0 days 00:00:00|PT0S", "0.25 milliseconds|PT0.00025S"})
    void lengthsAreReadInTheFormsThatProgramsWrite(String text, Duration length) {
        assertTrue(read(text), text);
        assertEquals(length.toNanos() / 1000, cell.micros(), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1:30", "1:3:00", "1:60:00", "1:30:61", "1:00:00.1234567", "2 d", "5 m", "2days", "2 day s", "1 minute 2 hours", "2", "-", "P", "PT",
            "1 hour 1 hour", "-1 hour 30 minutes", "2 days of rain", "1:30:00 h", "12 Main Street", "1..5 hours", "1. hours", "1e3 hours",
            "0.0000001 seconds", "99999999999999999 weeks", "999999999999999 weeks", "1 day 24:00:00", "::", "1 days 1 day"})
    void whatCouldBeSomethingElseIsNone(String text) {
        assertFalse(read(text), text);
    }

    @ParameterizedTest
    @CsvSource({"1:30,PT1H30M", "1h30m,PT1H30M", "1h 30min,PT1H30M", "90 s,PT90S", "250ms,PT0.25S", "2d,P2D", "3 hrs,PT3H", "2days,P2D"})
    void shortFormsAreReadWhenALengthIsAskedFor(String text, Duration length) {
        assertFalse(read(text), text);
        assertTrue(readAsked(text), text);
        assertEquals(length.toNanos() / 1000, cell.micros(), text);
    }

    @Test
    void whatCouldBeATimeOfTheDayIsTold() {
        assertTrue(read("14:05:09") && cell.isClock());
        assertTrue(read("24:05:09") && !cell.isClock());
        assertTrue(read("2 days") && !cell.isClock());
    }

    @Test
    void anyLengthComesBackFromItsIsoFormAndFromDaysBeforeAClock() {
        Random random = new Random(5);
        for (int i = 0; i < 2_000; i++) {
            long micros = random.nextLong(1L << 1 + random.nextInt(50));
            assertTrue(read(Duration.of(micros, ChronoUnit.MICROS).toString()));
            assertEquals(micros, cell.micros());
            long second = micros / 1_000_000;
            String text = String.format(java.util.Locale.ROOT, "%d days %02d:%02d:%02d.%06d", second / 86_400, second / 3600 % 24, second / 60 % 60, second % 60,
                    micros % 1_000_000);
            assertTrue(read(text), text);
            assertEquals(micros, cell.micros(), text);
        }
    }

    @Test
    void nothingThatCharactersSayMakesItFail() {
        Random random = new Random(7);
        String[] pieces = {"1", "30", ":", " ", "day", "s", "hours", "-", "+", ".", ",", "P", "T", "9999999999", "ms", "0"};
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int k = random.nextInt(8); k >= 0; k--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            if (read(text.toString())) {
                long plain = cell.micros();
                assertTrue(readAsked(text.toString()), text.toString());
                assertEquals(plain, cell.micros(), text.toString());
            }
        }
    }
}
