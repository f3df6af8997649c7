package org.orrery.data.internal.xlsx;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.orrery.data.internal.sheet.SheetCells.Kind;

/**
 * Days and times as workbooks count them: in days since 1899-12-31, with a 29 February 1900 that never was, or since
 * 1904-01-01. A value within ten microseconds of a whole millisecond means that millisecond, since most programs write
 * no more digits than that.
 */
final class Serial {
    private static final long DAY = 86_400_000_000L;
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
    private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 31);
    private static final int LEAP_DAY = 60;
    private static final int LAST_1900 = 2_958_465;
    private static final double LONGEST = 1e8;

    /**
     * A day or time in ISO form.
     *
     * @param kind day, instant or length of time
     * @param text how it is written
     */
    record Written(Kind kind, String text) {
    }

    private Serial() {
    }

    /** What a number means as that; empty when no such day exists. */
    static Optional<Written> write(double serial, NumberFormats.Meaning meaning, boolean from1904) {
        if (meaning == NumberFormats.Meaning.TIME) {
            return Math.abs(serial) > LONGEST ? Optional.empty()
                    : Optional.of(new Written(Kind.DURATION, Duration.of(micros(serial), ChronoUnit.MICROS).toString()));
        }
        if (!(serial >= 0) || serial >= LAST_1900 + 1.0) {
            return Optional.empty();
        }
        long micros = micros(serial);
        long days = Math.floorDiv(micros, DAY);
        long rest = Math.floorMod(micros, DAY);
        if (!from1904 && days == LEAP_DAY) {
            return Optional.empty();
        }
        LocalDate day = from1904 ? EPOCH_1904.plusDays(days) : EPOCH_1900.plusDays(days > LEAP_DAY ? days - 1 : days);
        if (meaning == NumberFormats.Meaning.DATE && rest == 0) {
            return Optional.of(new Written(Kind.DATE, day.toString()));
        }
        LocalDateTime time = day.atStartOfDay().plus(rest, ChronoUnit.MICROS);
        return Optional.of(new Written(Kind.TIMESTAMP, time.toString()));
    }

    private static long micros(double serial) {
        long micros = Math.round(serial * DAY);
        long millis = Math.round(micros / 1_000.0) * 1_000;
        return Math.abs(micros - millis) <= 10 ? millis : micros;
    }
}
