package org.orrery.data.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orrery.data.ColumnType;
import org.orrery.data.DataException;
import org.orrery.data.DataException.Code;
import org.orrery.data.Dataset;
import org.orrery.data.Progress;
import org.orrery.data.ReadOptions;
import org.orrery.data.ReadOptions.DateOrder;

/** Exact decimals, lengths of time and instants whose day comes first are found without being asked for. */
class MoreTypesTest extends StoreFixture {
    @Test
    void numbersThatADoubleCannotHoldAreExactDecimals() throws Exception {
        Dataset dataset = read("a,b\n1234567890123456.78,1\n0.1,2\n-5,3\n");
        assertEquals(ColumnType.DECIMAL, type(dataset, "a"));
        assertArrayEquals(new Object[] {new BigDecimal("1234567890123456.78"), new BigDecimal("0.10"), new BigDecimal("-5.00")}, values(dataset, "a"));
        assertTrue(codes(dataset).contains("decimals"));
        Dataset again = store.importFile(dataset.source(), dataset.options(), Progress.NONE);
        assertArrayEquals(values(dataset, "a"), values(again, "a"));
    }

    @Test
    void aDecimalAtTheEndOfAFileMakesTheWholeColumnExact() throws Exception {
        Dataset dataset = read("a,b\n" + "12.5,1\n".repeat(300_000) + "12345678901234.675,2\n0.0001,3\n");
        assertEquals(ColumnType.DECIMAL, type(dataset, "a"));
        Object[] values = values(dataset, "a");
        assertEquals(new BigDecimal("12.5000"), values[0]);
        assertEquals(new BigDecimal("12345678901234.6750"), values[300_000]);
    }

    @Test
    void decimalCommasCount() throws Exception {
        Dataset dataset = read("a;b\n1234567890123456,78;1\n0,5;2\n");
        assertArrayEquals(new Object[] {new BigDecimal("1234567890123456.78"), new BigDecimal("0.50")}, values(dataset, "a"));
    }

    @Test
    void whatADoubleGivesBackStaysReal() throws Exception {
        Dataset dataset = read("a,b,c\n0.30000000000000004,0.10000000000000001,1.1102230246251565e-16\n1234.5678901234567,0.5,2\n");
        for (String name : dataset.schema().names()) {
            assertEquals(ColumnType.REAL, type(dataset, name), name);
        }
        assertFalse(codes(dataset).contains("digits-rounded"));
    }

    @Test
    void digitsThatNeitherHoldsAreRoundedAndThatIsTold() throws Exception {
        Dataset dataset = read("a,b\n3.14159265358979323846264338327950288,1\n2.5,2\n");
        assertArrayEquals(new Object[] {Math.PI, 2.5}, values(dataset, "a"));
        assertTrue(codes(dataset).contains("digits-rounded"));
        // The eighteen digits of the first do not leave room for those before the mark of the second.
        Dataset wide = read("a,b\n0.123456789012345678,1\n12345.5,2\n");
        assertEquals(ColumnType.REAL, type(wide, "a"));
        assertTrue(codes(wide).contains("digits-rounded"));
        Dataset late = read("a,b\n" + "12345.5,2\n".repeat(300_000) + "0.123456789012345678,1\n");
        assertEquals(ColumnType.REAL, type(late, "a"));
    }

    @Test
    void lengthsOfTimeAreDetected() throws Exception {
        Dataset dataset = read("clock,words,iso\n1:30:00,2 days,PT5M\n25:00:00.5,1 hour 30 minutes,PT1S\n");
        assertArrayEquals(new Object[] {Duration.ofMinutes(90), Duration.ofHours(25).plusMillis(500)}, values(dataset, "clock"));
        assertArrayEquals(new Object[] {Duration.ofDays(2), Duration.ofMinutes(90)}, values(dataset, "words"));
        assertArrayEquals(new Object[] {Duration.ofMinutes(5), Duration.ofSeconds(1)}, values(dataset, "iso"));
        assertTrue(codes(dataset).contains("clock-times"));
        assertFalse(codes(read("w,x\n2 days,1\n3 days,2\n")).contains("clock-times"));
        assertEquals(ColumnType.TEXT, type(read("w,x\n2 days,1\n3 m,2\nfew,3\n"), "w"));
    }

    @ParameterizedTest
    @CsvSource({"31/12/2024 13:45,2024-12-31T13:45:00Z", "31.12.2024 13:45:10.5,2024-12-31T13:45:10.5Z", "12/31/2024 1:45 PM,2024-12-31T13:45:00Z",
            "12/31/2024 12:00:01 am,2024-12-31T00:00:01Z", "31-12-2024 9:05,2024-12-31T09:05:00Z", "2024/12/31 13:45,2024-12-31T13:45:00Z",
            "2024-12-31 13:45:00 +0100,2024-12-31T12:45:00Z", "2024-12-31 13:45:00 UTC,2024-12-31T13:45:00Z", "31/12/2024 13:45:00+02:00,2024-12-31T11:45:00Z"})
    void instantsAreReadInTheFormsThatProgramsWrite(String text, Instant instant) throws Exception {
        assertArrayEquals(new Object[] {instant, null, instant}, values(read("t,x\n" + text + ",1\n,2\n" + text + ",3\n"), "t"));
        assertArrayEquals(new Object[] {instant}, values(read("t,x\n" + text + ",1\n", Map.of("t", ColumnType.TIMESTAMP)), "t"));
    }

    @ParameterizedTest
    @CsvSource({"31/12/2024 24:00", "31/12/2024 13:45 PM", "31/12/2024 0:45 AM", "32/12/2024 13:45", "31/12/2024 1345", "31/12/2024T13:45", "31/12/2024 13:4",
            "31/12/2024 13:45 CEST"})
    void whatIsNoInstantStaysText(String text) throws Exception {
        assertTrue(type(read("t,x\n" + text + ",1\n" + text + ",2\n"), "t").isText());
    }

    @Test
    void instantsWhoseDayOrMonthCouldComeFirstAreAskedAbout() throws Exception {
        String text = "t,x\n01/02/2024 10:00,1\n03/04/2024 11:00,2\n";
        Dataset unclear = read(text);
        assertTrue(type(unclear, "t").isText());
        assertTrue(codes(unclear).contains("ambiguous-date"));
        assertEquals(List.of("date-order"), store.preview(unclear.source(), ReadOptions.DETECT, Progress.NONE).questions().stream()
                .map(question -> question.option()).filter(option -> option.startsWith("date")).toList());
        Dataset day = store.importFile(unclear.source(), ReadOptions.DETECT.change().dateOrder(DateOrder.DAY_FIRST).options(), Progress.NONE);
        assertArrayEquals(new Object[] {Instant.parse("2024-02-01T10:00:00Z"), Instant.parse("2024-04-03T11:00:00Z")}, values(day, "t"));
        assertEquals(Code.BAD_DATA, assertThrows(DataException.class, () -> read(text, Map.of("t", ColumnType.TIMESTAMP))).code());
        assertArrayEquals(new Object[] {Instant.parse("2024-01-02T10:00:00Z"), Instant.parse("2024-12-31T11:00:00Z")},
                values(read("t,x\n01/02/2024 10:00,1\n12/31/2024 11:00,2\n"), "t"));
    }

    @Test
    void oneInstantAtTheEndTellsTheOrderForAll() throws Exception {
        Dataset dataset = read("t,x\n" + "01/02/2024 10:00,1\n".repeat(100_000) + "13/02/2024 10:00,2\n");
        assertEquals(Instant.parse("2024-02-01T10:00:00Z"), values(dataset, "t")[0]);
        Dataset back = store.importFile(dataset.source(), dataset.options(), Progress.NONE);
        assertEquals(Instant.parse("2024-02-01T10:00:00Z"), values(back, "t")[0]);
    }

    @Test
    void daysAskedForAsInstantsBeginAtMidnightOfTheZone() throws Exception {
        ReadOptions options = with(Map.of("t", ColumnType.TIMESTAMP)).change().zone("Europe/Berlin").options();
        Dataset dataset = store.importFile(file("zone.csv", "t,x\n31.07.2024,1\n31.07.2024 12:00,2\n"), options, Progress.NONE);
        assertArrayEquals(new Object[] {Instant.parse("2024-07-30T22:00:00Z"), Instant.parse("2024-07-31T10:00:00Z")}, values(dataset, "t"));
    }

    @Test
    void aGroupCannotBeginWithZeroNorHaveFourDigits() throws Exception {
        assertArrayEquals(new Object[] {0.143, 0.25}, values(read("a;b\n0,143;1\n0,250;2\n"), "a"));
        assertArrayEquals(new Object[] {0.143, 1.234}, values(read("a;b\n0,143;1\n1,234;2\n"), "a"));
        assertArrayEquals(new Object[] {1.2345, 1.234}, values(read("a;b\n1,2345;1\n1,234;2\n"), "a"));
        assertArrayEquals(new Object[] {-0.5, -0.143}, values(read("a;b\n-0,500;1\n-0,143;2\n"), "a"));
        assertEquals(ColumnType.TEXT, type(read("a;b\n1,234;1\n5,678;2\n"), "a"));
    }
}
