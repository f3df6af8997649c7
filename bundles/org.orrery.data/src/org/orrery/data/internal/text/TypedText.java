package org.orrery.data.internal.text;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.orrery.data.ColumnType;

/** Writes values as the rules for cells read them. */
final class TypedText {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS");
    private static final long SECOND = 1_000_000;

    private TypedText() {
    }

    /** The text of a value as {@link RecordParser.Sink#typed} takes it. */
    static String of(ColumnType type, long value) {
        return switch (type) {
            case INTEGER -> Long.toString(value);
            case REAL -> Double.toString(Double.longBitsToDouble(value));
            case BOOLEAN -> Boolean.toString(value != 0);
            case DATE -> LocalDate.ofEpochDay(value).toString();
            case TIMESTAMP -> ofLocal(value) + 'Z';
            case DURATION -> Duration.of(value, ChronoUnit.MICROS).toString();
            default -> throw new IllegalArgumentException(type.id());
        };
    }

    /** The text of microseconds since 1970-01-01 without a zone. */
    static String ofLocal(long micros) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(Math.floorDiv(micros, SECOND), (int) Math.floorMod(micros, SECOND) * 1_000, ZoneOffset.UTC);
        return LOCAL.format(time);
    }
}
