package org.orrery.data.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orrery.data.ColumnType;
import org.orrery.data.DataException;
import org.orrery.data.DataException.Code;
import org.orrery.data.Dataset;
import org.orrery.data.Progress;
import org.orrery.data.ReadOptions;

class DetectionTest extends StoreFixture {
    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|", "||", "\u0001"})
    void delimitersAreDetected(String delimiter) throws Exception {
        Dataset dataset = read("a,b,c\n1,x y,2.5\n2,z,3.5\n".replace(",", delimiter));
        assertEquals(Optional.of(delimiter), dataset.options().delimiter());
        assertEquals(List.of("a", "b", "c"), dataset.schema().names());
        assertArrayEquals(new Object[] {2.5, 3.5}, values(dataset, "c"));
    }

    @Test
    void aDelimiterThatOnlyTheSampleAllowsGivesWayToOneThatTheWholeFileAllows() throws Exception {
        String start = "a;b,c\n" + "1;x,y\n".repeat(200_000);
        Dataset dataset = read(start + "2;no comma\n3;one, two, three\n");
        assertEquals(Optional.of(";"), dataset.options().delimiter());
        assertEquals(200_002, dataset.rows());
    }

    @Test
    void everyLineEndAndAMissingLastOneAreAccepted() throws Exception {
        for (String text : List.of("a,b\r1,2\r3,4", "a,b\r\n1,2\r\n3,4\r\n", "a,b\n1,2\r\n3,4\r", "\uFEFFa,b\n1,2\n3,4")) {
            Dataset dataset = read(text);
            assertEquals(List.of("a", "b"), dataset.schema().names());
            assertArrayEquals(new Object[] {2L, 4L}, values(dataset, "b"));
        }
        assertEquals("x\u2028y\u0085z", values(read("a,b\n1,x\u2028y\u0085z\n2,v\n"), "b")[0]);
    }

    @Test
    void utf16IsDetectedWithAndWithoutItsMark() throws Exception {
        String text = "name,b\nM\u00FCller,2\n\u4E2D\u6587,4\n";
        for (Path file : List.of(file("a.csv", "\uFEFF" + text, StandardCharsets.UTF_16LE), file("b.csv", "\uFEFF" + text, StandardCharsets.UTF_16BE),
                file("c.csv", text, StandardCharsets.UTF_16LE), file("d.csv", text, StandardCharsets.UTF_16BE))) {
            Dataset dataset = read(file);
            assertEquals(List.of("name", "b"), dataset.schema().names());
            assertArrayEquals(new Object[] {"M\u00FCller", "\u4E2D\u6587"}, values(dataset, "name"));
        }
    }

    @Test
    void typesAreThoseThatEveryCellFits() throws Exception {
        Dataset dataset = read("""
                i,r,t,b,d,ts,du,big,neg
                1,1.5,x,true,2024-02-29,2024-01-01T10:00:00Z,PT1H,123456789012345,-0
                0,-2e3,y,FALSE,1969-12-31,2024-01-01 10:00:00.123456+02:00,PT0.5S,1,1
                """);
        assertArrayEquals(new Object[] {1L, 0L}, values(dataset, "i"));
        assertArrayEquals(new Object[] {1.5, -2000.0}, values(dataset, "r"));
        assertEquals(ColumnType.TEXT, type(dataset, "t"));
        assertArrayEquals(new Object[] {true, false}, values(dataset, "b"));
        assertArrayEquals(new Object[] {LocalDate.of(2024, 2, 29), LocalDate.of(1969, 12, 31)}, values(dataset, "d"));
        assertArrayEquals(new Object[] {Instant.parse("2024-01-01T10:00:00Z"), Instant.parse("2024-01-01T08:00:00.123456Z")}, values(dataset, "ts"));
        assertArrayEquals(new Object[] {Duration.ofHours(1), Duration.ofMillis(500)}, values(dataset, "du"));
        assertEquals(ColumnType.INTEGER, type(dataset, "big"));
        assertArrayEquals(new Object[] {-0.0, 1.0}, values(dataset, "neg"));
    }

    @Test
    void whatWouldLoseSomethingStaysText() throws Exception {
        Dataset dataset = read("""
                zip,card,phone,huge,nano,day
                01234,1234567890123456789,+49301234,1e400,2024-01-01T10:00:00.123456789Z,2023-02-29
                12345,1,1,1,2024-01-01T10:00:00Z,2024-02-29
                """);
        for (String name : dataset.schema().names()) {
            assertEquals(ColumnType.TEXT, type(dataset, name), name);
        }
        assertEquals("01234", values(dataset, "zip")[0]);
        assertTrue(codes(dataset).containsAll(List.of("leading-zeros", "long-digits")));
    }

    @Test
    void oneCellAtTheEndCountsAsMuchAsTheFirst() throws Exception {
        Dataset real = read("a,b\n" + "1,2\n".repeat(400_000) + "1.5,x\n");
        assertEquals(ColumnType.REAL, type(real, "a"));
        assertEquals(1.5, values(real, "a")[400_000]);
        assertEquals(ColumnType.CATEGORY, type(real, "b"));
        assertEquals("2", values(real, "b")[7]);
        assertTrue(codes(real).contains("late-type-change"));
        assertTrue(real.warnings().get(0).message().contains("line 400002"), real.warnings().toString());
    }

    @Test
    void aColumnThatStartsEmptyGetsTheTypeOfItsLateValues() throws Exception {
        Dataset dataset = read("a,b\n" + "1,\n".repeat(400_000) + "2,2024-01-01\n");
        assertEquals(ColumnType.DATE, type(dataset, "b"));
        assertEquals(400_000, column(dataset, "b").missing());
        assertEquals(LocalDate.of(2024, 1, 1), values(dataset, "b")[400_000]);
    }

    @Test
    void theDecimalCommaIsDetectedAndGroupsOfThousandsAreNotGuessed() throws Exception {
        Dataset comma = read("a;b\n1,5;2\n-0,25;3\n");
        assertArrayEquals(new Object[] {1.5, -0.25}, values(comma, "a"));
        assertEquals(Optional.of(','), comma.options().decimal());
        assertTrue(codes(comma).contains("decimal-comma"));
        Dataset unclear = read("a;b\n1,234;2\n5,678;3\n");
        assertEquals(ColumnType.TEXT, type(unclear, "a"));
        assertTrue(codes(unclear).contains("ambiguous-number"));
        ReadOptions asked = ReadOptions.DETECT.change().decimal(',').options();
        Dataset told = store.importFile(unclear.source(), asked, Progress.NONE);
        assertArrayEquals(new Object[] {1.234, 5.678}, values(told, "a"));
    }

    @Test
    void dayAndMonthAreToldApartByTheWholeFileOrNotAtAll() throws Exception {
        assertArrayEquals(new Object[] {LocalDate.of(2024, 2, 1), LocalDate.of(2024, 2, 13)}, values(read("d,x\n01/02/2024,1\n13/02/2024,2\n"), "d"));
        assertArrayEquals(new Object[] {LocalDate.of(2024, 1, 2), LocalDate.of(2024, 2, 13)}, values(read("d,x\n01/02/2024,1\n02/13/2024,2\n"), "d"));
        assertArrayEquals(new Object[] {LocalDate.of(2024, 2, 1)}, values(read("d,x\n01.02.2024,1\n"), "d"));
        Dataset unclear = read("d,x\n01/02/2024,1\n03/04/2024,2\n");
        assertEquals(ColumnType.TEXT, type(unclear, "d"));
        assertTrue(codes(unclear).contains("ambiguous-date"));
        assertEquals(Code.BAD_DATA, assertThrows(DataException.class, () -> read("d,x\n01/02/2024,1\n", Map.of("d", ColumnType.DATE))).code());
    }

    @Test
    void missingMarkersAreNamedAndCanBeReplaced() throws Exception {
        Dataset dataset = read("a,b\n1,x\nNA,\n  ,null\n4,y\n");
        assertArrayEquals(new Object[] {1L, null, null, 4L}, values(dataset, "a"));
        assertArrayEquals(new Object[] {"x", null, null, "y"}, values(dataset, "b"));
        assertTrue(dataset.warnings().get(0).message().contains("NA (1), null (1)"));
        ReadOptions dash = ReadOptions.DETECT.change().missing(List.of("-")).options();
        Dataset other = store.importFile(file("dash.csv", "a,b\n1,NA\n-,x\n"), dash, Progress.NONE);
        assertArrayEquals(new Object[] {1L, null}, values(other, "a"));
        assertArrayEquals(new Object[] {"NA", "x"}, values(other, "b"));
    }

    @Test
    void aNaNInTheDataIsNotAMissingValueWhenItIsNoMarker() throws Exception {
        ReadOptions dash = ReadOptions.DETECT.change().missing(List.of("-")).options();
        Dataset dataset = store.importFile(file("nan.csv", "a,b\n1.5,1\nNaN,2\n-Infinity,3\n-,4\n"), dash, Progress.NONE);
        assertArrayEquals(new Object[] {1.5, Double.NaN, Double.NEGATIVE_INFINITY, null}, values(dataset, "a"));
        assertTrue(codes(dataset).contains("not-finite-values"));
    }

    @Test
    void namesAreMadeUniqueAndEmptyOnesNumbered() throws Exception {
        Dataset dataset = read("a,a_2,a,,A\n1,2,3,4,5\n");
        assertEquals(List.of("a", "a_2", "a_3", "column_4", "A"), dataset.schema().names());
        assertEquals(List.of("empty-header", "duplicate-header", "similar-header"), codes(dataset));
        assertArrayEquals(new Object[] {5L}, values(dataset, "A"));
    }

    @Test
    void aFirstRowThatReadsLikeDataIsNoHeader() throws Exception {
        Dataset dataset = read("1,x\n2,y\n3,z\n");
        assertEquals(List.of("column_1", "column_2"), dataset.schema().names());
        assertEquals(3, dataset.rows());
        assertTrue(codes(dataset).contains("no-header"));
        ReadOptions yes = ReadOptions.DETECT.change().header(true).options();
        assertEquals(List.of("1", "x"), store.importFile(dataset.source(), yes, Progress.NONE).schema().names());
    }

    @Test
    void blankRowsAreSkippedAndCounted() throws Exception {
        Dataset dataset = read("\na,b\n1,2\n\n   \n3,4\n");
        assertEquals(2, dataset.rows());
        assertTrue(dataset.warnings().get(0).message().endsWith(": 3."), dataset.warnings().toString());
    }

    @Test
    void quotedFieldsKeepLineBreaksDelimitersAndDoubledQuotes() throws Exception {
        Dataset dataset = read("a,b\n\"x\r\ny, \"\"z\"\"\",1\n\"\",2\n");
        assertArrayEquals(new Object[] {"x\r\ny, \"z\"", null}, values(dataset, "a"));
        assertArrayEquals(new Object[] {"it's", "a,b"}, values(read("a,b\n'it''s','1'\n'a,b','2'\n"), "a"));
    }

    @Test
    void typesThatAreAskedForAreUsed() throws Exception {
        Dataset dataset = read("a,b,c,d,e,f,g\n1,1.5,yes,007,1:30:00,2024-01-01,7\n2,2.25,N,8,0:00:01.5,2024-01-01T12:00,8\n",
                Map.of("a", ColumnType.CATEGORY, "b", ColumnType.DECIMAL, "c", ColumnType.BOOLEAN, "d", ColumnType.INTEGER, "e", ColumnType.DURATION,
                        "f", ColumnType.TIMESTAMP, "g", ColumnType.REAL));
        assertArrayEquals(new Object[] {"1", "2"}, values(dataset, "a"));
        assertArrayEquals(new Object[] {new BigDecimal("1.50"), new BigDecimal("2.25")}, values(dataset, "b"));
        assertArrayEquals(new Object[] {true, false}, values(dataset, "c"));
        assertArrayEquals(new Object[] {7L, 8L}, values(dataset, "d"));
        assertArrayEquals(new Object[] {Duration.ofMinutes(90), Duration.ofMillis(1500)}, values(dataset, "e"));
        assertArrayEquals(new Object[] {Instant.parse("2024-01-01T00:00:00Z"), Instant.parse("2024-01-01T12:00:00Z")}, values(dataset, "f"));
        assertArrayEquals(new Object[] {7.0, 8.0}, values(dataset, "g"));
        assertTrue(codes(dataset).contains("zone-assumed"));
    }

    @Test
    void aZoneIsAppliedToTimestampsWithoutOneAndColumnsCanBeLeftOut() throws Exception {
        ReadOptions options = ReadOptions.DETECT.change().ignored(List.of("x")).zone("Europe/Berlin").options();
        Dataset dataset = store.importFile(file("z.csv", "x,t,u\n1,2024-07-01 12:00,2024-07-01 12:00:30.25\n"), options, Progress.NONE);
        assertEquals(List.of("t", "u"), dataset.schema().names());
        assertArrayEquals(new Object[] {Instant.parse("2024-07-01T10:00:00Z")}, values(dataset, "t"));
        assertArrayEquals(new Object[] {Instant.parse("2024-07-01T10:00:30.25Z")}, values(dataset, "u"));
    }

    @Test
    void identifiersAreMarkedAndFeaturesAreNot() throws Exception {
        StringBuilder text = new StringBuilder("row,code,user_id,height,note,paid\n");
        for (int i = 0; i < 50; i++) {
            text.append(i).append(",c-").append(i * 7919).append(',').append(i * i % 97 + 100 * i).append(',').append(150 + i * 37 % 50)
                    .append(",a note ").append(i).append(',').append(i % 2).append('\n');
        }
        Dataset dataset = read(text.toString());
        assertTrue(column(dataset, "row").idLike());
        assertTrue(column(dataset, "code").idLike());
        assertTrue(column(dataset, "user_id").idLike());
        assertFalse(column(dataset, "height").idLike());
        assertFalse(column(dataset, "note").idLike());
        assertFalse(column(dataset, "paid").idLike());
    }
}
