package org.orrery.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/** What can be asked of values, of every type; the last row has none. */
class ValueTestTest {
    private static final Schema SCHEMA = Schema.of(Column.of("whole", ColumnType.INTEGER), Column.of("real", ColumnType.REAL),
            Column.of("text", ColumnType.CATEGORY), Column.of("truth", ColumnType.BOOLEAN), Column.of("day", ColumnType.DATE),
            Column.of("time", ColumnType.TIMESTAMP), Column.of("length", ColumnType.DURATION), Column.of("price", ColumnType.DECIMAL));
    private static final Table TABLE = Table.builder(SCHEMA)
            .row(3L, 3.0, "Lima", true, LocalDate.of(2026, 11, 21), Instant.parse("2026-11-21T23:30:00Z"), Duration.ofMinutes(89), new BigDecimal("1.50"))
            .row(4L, Double.POSITIVE_INFINITY, "Malmö", false, LocalDate.of(2026, 11, 22), Instant.parse("2026-11-22T00:30:00Z"), Duration.ofMinutes(90), new BigDecimal("0.10"))
            .row(null, null, null, null, null, null, null, null).build();

    private static List<Integer> rows(String column, ValueOperator operator, String value) {
        int position = SCHEMA.indexOf(column);
        ValueTest.Answer answer = new ValueTest(SCHEMA.columns().get(position), operator, value).at(position);
        return IntStream.range(0, TABLE.rows()).filter(row -> answer.keeps(TABLE, row)).boxed().toList();
    }

    @Test
    void numbersOfAllKindsCompareAsTheirValues() {
        assertEquals(List.of(0), rows("whole", ValueOperator.EQUALS, "3.0"));
        assertEquals(List.of(1), rows("whole", ValueOperator.DIFFERS, "3"));
        assertEquals(List.of(0), rows("real", ValueOperator.AT_MOST, "3"));
        assertEquals(List.of(1), rows("real", ValueOperator.GREATER, "1e300"));
        assertEquals(List.of(0), rows("price", ValueOperator.EQUALS, "1.5"));
        assertEquals(List.of(1), rows("price", ValueOperator.LESS, "1.5"));
    }

    @Test
    void timesAreEarlierAndLater() {
        assertEquals(List.of(1), rows("day", ValueOperator.AT_LEAST, "2026-11-22"));
        assertEquals(List.of(0), rows("time", ValueOperator.LESS, "2026-11-22"));
        assertEquals(List.of(1), rows("time", ValueOperator.EQUALS, "2026-11-22 00:30"));
        assertEquals(List.of(1), rows("time", ValueOperator.EQUALS, "2026-11-22T00:30:00Z"));
        assertEquals(List.of(1), rows("length", ValueOperator.AT_LEAST, "PT1H30M"));
    }

    @Test
    void textIsItselfOrHasAPart() {
        assertEquals(List.of(0), rows("text", ValueOperator.EQUALS, "Lima"));
        assertEquals(List.of(), rows("text", ValueOperator.EQUALS, "lima"));
        assertEquals(List.of(0, 1), rows("text", ValueOperator.CONTAINS, "M"));
        assertEquals(List.of(0), rows("truth", ValueOperator.EQUALS, "TRUE"));
        assertEquals(List.of(1), rows("whole", ValueOperator.CONTAINS, "4"));
    }

    @Test
    void whatIsMissingFulfilsOnlyThatItIsMissing() {
        for (Column column : SCHEMA.columns()) {
            assertEquals(List.of(2), rows(column.name(), ValueOperator.MISSING, ""), column.name());
            assertEquals(List.of(0, 1), rows(column.name(), ValueOperator.PRESENT, ""), column.name());
        }
        assertEquals(List.of(1), rows("text", ValueOperator.DIFFERS, "Lima"));
    }

    @Test
    void whatCannotBeComparedIsKnownBefore() {
        assertFalse(new ValueTest(Column.of("a", ColumnType.INTEGER), ValueOperator.LESS, "ten").isReadable());
        assertFalse(new ValueTest(Column.of("a", ColumnType.TEXT), ValueOperator.LESS, "ten").isReadable());
        assertFalse(new ValueTest(Column.of("a", ColumnType.DATE), ValueOperator.EQUALS, "22.11.2026").isReadable());
        assertFalse(new ValueTest(Column.of("a", ColumnType.BOOLEAN), ValueOperator.EQUALS, "1").isReadable());
        assertTrue(new ValueTest(Column.of("a", ColumnType.INTEGER), ValueOperator.MISSING, "ten").isReadable());
        ValueTest wrong = new ValueTest(Column.of("a", ColumnType.DURATION), ValueOperator.LESS, "an hour");
        assertThrows(IllegalArgumentException.class, () -> wrong.at(0));
    }
}
