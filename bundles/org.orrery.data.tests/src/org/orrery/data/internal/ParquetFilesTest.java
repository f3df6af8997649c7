package org.orrery.data.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.junit.jupiter.api.Test;
import org.orrery.data.ColumnType;
import org.orrery.data.DataException;
import org.orrery.data.DataException.Code;
import org.orrery.data.Dataset;
import org.orrery.data.Progress;
import org.orrery.data.ReadOptions;

/** Parquet files that DuckDB writes, read with the types that they declare. */
class ParquetFilesTest extends StoreFixture {
    private Path parquet(String select) throws SQLException {
        Path file = folder.resolve("data.parquet");
        try (DuckDBConnection connection = (DuckDBConnection) new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (" + select + ") TO '" + file + "' (FORMAT parquet)");
        }
        return file;
    }

    private Dataset parquet(String name, String... values) throws Exception {
        return read(parquet("SELECT unnest([" + String.join(", ", values) + "]) AS \"" + name + "\""));
    }

    @Test
    void wholeNumbersOfEveryWidthAreIntegers() throws Exception {
        for (String type : new String[] {"TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT"}) {
            Dataset data = parquet("x", "1::" + type, "NULL", "127::" + type);
            assertEquals(ColumnType.INTEGER, type(data, "x"), type);
            assertArrayEquals(new Object[] {1L, null, 127L}, values(data, "x"), type);
        }
        assertArrayEquals(new Object[] {Long.MIN_VALUE, Long.MAX_VALUE}, 
                values(parquet("x", "(" + Long.MIN_VALUE + ")::BIGINT", Long.MAX_VALUE + "::BIGINT"), "x"));
    }

    @Test
    void unsignedNumbersBeyondSixtyThreeBitsAreKeptAsText() throws Exception {
        Dataset data = parquet("x", "1::UBIGINT", "18446744073709551615::UBIGINT");
        assertArrayEquals(new Object[] {"1", "18446744073709551615"}, values(data, "x"));
        assertTrue(codes(data).contains("kept-as-text"));
    }

    @Test
    void realNumbersAreTheSameToTheBit() throws Exception {
        Dataset data = parquet("x", "0.1::DOUBLE", "5e-324::DOUBLE", "'nan'::DOUBLE", "'-inf'::DOUBLE", "'-0.0'::DOUBLE");
        assertArrayEquals(new Object[] {0.1, Double.MIN_VALUE, Double.NaN, Double.NEGATIVE_INFINITY, -0.0}, values(data, "x"));
        assertTrue(codes(data).contains("not-finite-values"));
        assertArrayEquals(new Object[] {(double) 0.1f}, values(parquet("x", "0.1::FLOAT"), "x"));
    }

    @Test
    void decimalsKeepTheirScaleAndThoseOfTooManyDigitsAreText() throws Exception {
        assertArrayEquals(new Object[] {new BigDecimal("1.20"), new BigDecimal("-123.45")},
                values(parquet("x", "1.20::DECIMAL(10,2)", "(-123.45)::DECIMAL(10,2)"), "x"));
        assertEquals(ColumnType.DECIMAL, type(parquet("x", "1.5::DECIMAL(38,5)"), "x"));
        Dataset large = parquet("x", "12345678901234567.12345::DECIMAL(38,5)");
        assertArrayEquals(new Object[] {"12345678901234567.12345"}, values(large, "x"));
        assertTrue(codes(large).contains("kept-as-text"));
    }

    @Test
    void daysAndInstantsAreExactAndThoseWithoutAZoneAreTakenInTheOneOfTheOptions() throws Exception {
        assertArrayEquals(new Object[] {LocalDate.of(2026, 11, 21), LocalDate.of(1, 1, 1)}, values(parquet("x", "DATE '2026-11-21'", "DATE '0001-01-01'"), "x"));
        Dataset zoned = parquet("x", "TIMESTAMPTZ '2026-11-21 10:00:00.123456+01'");
        assertArrayEquals(new Object[] {Instant.parse("2026-11-21T09:00:00.123456Z")}, values(zoned, "x"));
        assertTrue(!codes(zoned).contains("zone-assumed"));
        Dataset local = parquet("x", "TIMESTAMP '2026-11-21 10:00:00.123456'");
        assertArrayEquals(new Object[] {Instant.parse("2026-11-21T10:00:00.123456Z")}, values(local, "x"));
        assertTrue(codes(local).contains("zone-assumed"));
        Dataset berlin = store.importFile(local.source(), ReadOptions.DETECT.change().zone("Europe/Berlin").options(), Progress.NONE);
        assertArrayEquals(new Object[] {Instant.parse("2026-11-21T09:00:00.123456Z")}, values(berlin, "x"));
        assertEquals(ColumnType.TIMESTAMP, type(parquet("x", "TIMESTAMP_NS '2026-11-21 10:00:00.123456000'"), "x"));
        assertArrayEquals(new Object[] {"2026-11-21 10:00:00.123456789"}, values(parquet("x", "TIMESTAMP_NS '2026-11-21 10:00:00.123456789'"), "x"));
        assertArrayEquals(new Object[] {Duration.ofMinutes(90)}, values(parquet("x", "TIME '01:30:00'"), "x"));
    }

    @Test
    void textsStayTextsWhateverTheySay() throws Exception {
        Dataset data = parquet("x", "'1'", "'NA'", "'2026-11-21'", "NULL");
        assertEquals(ColumnType.TEXT, type(data, "x"));
        assertArrayEquals(new Object[] {"1", "NA", "2026-11-21", null}, values(data, "x"));
        Dataset levels = read(parquet("SELECT CASE WHEN range % 2 = 0 THEN 'a' ELSE 'b' END AS x, range % 2 = 0 AS b FROM range(100)"));
        assertEquals(ColumnType.CATEGORY, type(levels, "x"));
        assertEquals(ColumnType.BOOLEAN, type(levels, "b"));
    }

    @Test
    void anotherTypeCanBeAskedFor() throws Exception {
        Path file = parquet("SELECT '1' AS x, 2 AS y");
        ReadOptions options = ReadOptions.DETECT.change().type("x", ColumnType.INTEGER).type("y", ColumnType.TEXT).options();
        Dataset data = store.importFile(file, options, Progress.NONE);
        assertArrayEquals(new Object[] {1L}, values(data, "x"));
        assertArrayEquals(new Object[] {"2"}, values(data, "y"));
    }

    @Test
    void columnsOfListsAndStructuresAreRefusedUnlessLeftOut() throws Exception {
        Path file = parquet("SELECT [1, 2] AS \"a list\", {'k': 1} AS s, 'ab'::BLOB AS b, 1 AS x");
        DataException refused = refused(file);
        assertEquals(Code.BAD_DATA, refused.code());
        assertEquals("a list", refused.where().column().orElseThrow());
        Dataset data = store.importFile(file, ReadOptions.DETECT.change().ignore("a list").ignore("s").ignore("b").options(), Progress.NONE);
        assertArrayEquals(new Object[] {1L}, values(data, "x"));
        assertEquals(1, data.schema().size());
    }

    @Test
    void manyRowsComeInTheirOrder() throws Exception {
        Dataset data = read(parquet("SELECT range AS i, range / 7.0 AS \"odd \"\"name\" FROM range(300000)"));
        Object[] values = values(data, "i");
        for (int i = 0; i < values.length; i++) {
            assertEquals((long) i, values[i]);
        }
        assertEquals(300_000, data.rows());
        assertTrue(column(data, "i").idLike());
    }

    @Test
    void readingWithTheResolvedOptionsGivesTheSameDatasetWhateverTheFileIsCalled() throws Exception {
        Path file = Files.move(parquet("SELECT 'a' AS t, 1.5 AS d, TIMESTAMP '2026-11-21 10:00:00' AS s"), folder.resolve("data.csv"));
        Dataset first = read(file);
        Dataset again = store.importFile(file, first.options(), Progress.NONE);
        assertEquals(first.schema(), again.schema());
        assertEquals(first.options(), again.options());
        assertTrue(store.isCurrent(first, Progress.NONE));
    }

    @Test
    void damagedAndEmptyFilesEndInASentence() throws Exception {
        Path file = parquet("SELECT range AS i, 'text ' || range AS t FROM range(1000)");
        byte[] bytes = Files.readAllBytes(file);
        assertEquals(Code.BAD_DATA, refused(Files.write(folder.resolve("cut.parquet"), Arrays.copyOf(bytes, bytes.length / 2))).code());
        byte[] bad = bytes.clone();
        Arrays.fill(bad, bytes.length - 200, bytes.length - 20, (byte) 0x5A);
        assertEquals(Code.BAD_DATA, refused(Files.write(folder.resolve("bad.parquet"), bad)).code());
        assertTrue(refused(parquet("SELECT 1 AS x WHERE false")).getMessage().contains("no rows"));
    }

    @Test
    void aTypeThatDoesNotFitNamesRowAndColumn() throws Exception {
        Path file = parquet("SELECT unnest(['1', 'x']) AS t");
        DataException refused = assertThrows(DataException.class,
                () -> store.importFile(file, ReadOptions.DETECT.change().type("t", ColumnType.INTEGER).options(), Progress.NONE));
        assertTrue(refused.getMessage().startsWith(file + ", row 2: the value \"x\""), refused::getMessage);
    }
}
