package org.orrery.data;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The two ways between a boxed value and the primitive form in a vector. */
final class Cells {
    private Cells() {
    }

    static Object box(ColumnType type, ColumnVector vector, int row) {
        if (vector.isMissing(row)) {
            return null;
        }
        return switch (vector) {
            case DoubleVector doubles -> doubles.get(row);
            case TextVector texts -> texts.get(row);
            case LongVector longs -> switch (type) {
                case BOOLEAN -> longs.get(row) != 0;
                case DATE -> LocalDate.ofEpochDay(longs.get(row));
                case TIMESTAMP -> Instant.EPOCH.plus(longs.get(row), ChronoUnit.MICROS);
                case DURATION -> Duration.of(longs.get(row), ChronoUnit.MICROS);
                case DECIMAL -> BigDecimal.valueOf(longs.get(row), longs.scale());
                default -> longs.get(row);
            };
        };
    }

    static long unbox(ColumnType type, Object value) {
        return switch (type) {
            case BOOLEAN -> ((Boolean) value) ? 1 : 0;
            case DATE -> ((LocalDate) value).toEpochDay();
            case TIMESTAMP -> ChronoUnit.MICROS.between(Instant.EPOCH, (Instant) value);
            case DURATION -> ((Duration) value).toNanos() / 1_000;
            default -> ((Number) value).longValue();
        };
    }
}
