package org.orrery.data.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.data.DataException;
import org.orrery.data.DataException.Code;
import org.orrery.data.Dataset;
import org.orrery.data.Progress;
import org.orrery.data.ReadOptions;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.data.TableBuilder;
import org.orrery.data.TableFormat;
import org.orrery.data.internal.export.FileTableExporter;

/** Tables that are written and read again are the same. */
class TableExportTest extends StoreFixture {
    private static final Schema ALL = Schema.of(Column.of("whole", ColumnType.INTEGER), Column.of("real", ColumnType.REAL),
            Column.of("decimal", ColumnType.DECIMAL), Column.of("text", ColumnType.TEXT), Column.of("truth", ColumnType.BOOLEAN),
            Column.of("day", ColumnType.DATE), Column.of("instant", ColumnType.TIMESTAMP), Column.of("length", ColumnType.DURATION));

    private Path write(TableFormat format, Table... blocks) throws DataException {
        Path file = folder.resolve("out." + format.id());
        new FileTableExporter().write(file, format, action -> List.of(blocks).forEach(action));
        return file;
    }

    private static Table random(int rows, long step) {
        Random random = new Random(11);
        TableBuilder builder = Table.builder(ALL);
        for (int i = 0; i < rows; i++) {
            builder.row(missing(random, (long) random.nextInt()), missing(random, random.nextGaussian() * Math.pow(10, random.nextInt(20) - 10)),
                    missing(random, BigDecimal.valueOf(random.nextInt(), 3)), missing(random, "t <&> \"ü\" 'x', " + random.nextInt()),
                    missing(random, random.nextBoolean()), missing(random, LocalDate.ofEpochDay(random.nextInt(40_000) - 20_000)),
                    missing(random, Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000) / step * step * 1_000L)),
                    missing(random, Duration.ofSeconds(random.nextInt(10_000_000), random.nextInt(1_000_000) / step * step * 1_000L)));
        }
        return builder.build();
    }

    private static Object missing(Random random, Object value) {
        return random.nextInt(10) == 0 ? null : value;
    }

    private void assertSame(Table written, Path file, ReadOptions options) throws DataException {
        Dataset data = store.importFile(file, options, Progress.NONE);
        Table read = values(data);
        assertEquals(written.rows(), read.rows());
        for (int column = 0; column < ALL.size(); column++) {
            assertEquals(ALL.columns().get(column).name(), data.schema().columns().get(column).name());
            for (int row = 0; row < read.rows(); row++) {
                assertEquals(written.value(row, column), read.value(row, column), ALL.columns().get(column).name() + " of row " + row);
            }
        }
    }

    @Test
    void aParquetFileGivesEveryValueAndTypeBack() throws Exception {
        Table table = random(3_000, 1);
        Path file = write(TableFormat.PARQUET, table);
        assertSame(table, file, ReadOptions.DETECT);
        Dataset data = read(file);
        for (Column column : ALL.columns()) {
            assertEquals(column.type(), type(data, column.name()), column.name());
        }
    }

    @Test
    void aWorkbookGivesEveryValueBack() throws Exception {
        Table table = random(2_000, 1_000);
        assertSame(table, write(TableFormat.XLSX, table), ReadOptions.DETECT.change().type("decimal", ColumnType.DECIMAL).options());
    }

    @ParameterizedTest
    @EnumSource(value = TableFormat.class, names = {"CSV", "TSV"})
    void aTextFileGivesEveryValueBack(TableFormat format) throws Exception {
        Table table = random(2_000, 1);
        assertSame(table, write(format, table), ReadOptions.DETECT.change().type("decimal", ColumnType.DECIMAL).options());
    }

    @Test
    void aTableForLatexKeepsEveryCharacterFromMeaningSomethingThere() throws Exception {
        Schema schema = Schema.of(Column.of("100 % & more_or#less", ColumnType.TEXT), Column.of("x", ColumnType.REAL), Column.of("n", ColumnType.INTEGER));
        Table table = Table.builder(schema).row("a\\b{c}$^~", 0.5, 7L).row(null, null, -1L).build();
        assertEquals("""
                \\begin{tabular}{lrr}
                \\hline
                100 \\% \\& more\\_or\\#less & x & n \\\\
                \\hline
                a\\textbackslash{}b\\{c\\}\\$\\textasciicircum{}\\textasciitilde{} & 0.5 & 7 \\\\
                 &  & -1 \\\\
                \\hline
                \\end{tabular}
                """, Files.readString(write(TableFormat.LATEX, table)));
    }

    @ParameterizedTest
    @EnumSource(value = TableFormat.class, mode = EnumSource.Mode.EXCLUDE, names = "LATEX")
    void blocksBecomeOneFile(TableFormat format) throws Exception {
        Schema schema = Schema.of(Column.of("x", ColumnType.INTEGER));
        Table first = Table.builder(schema).row(1L).row(2L).build();
        Table second = Table.builder(schema).row(3L).build();
        assertArrayEquals(new Object[] {1L, 2L, 3L}, values(read(write(format, first, second)), "x"));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(0, files.filter(file -> file.toString().endsWith(".new")).count());
        }
    }

    @Test
    void whatAWorkbookCannotHoldAsANumberIsAText() throws Exception {
        Schema schema = Schema.of(Column.of("whole", ColumnType.INTEGER), Column.of("real", ColumnType.REAL), Column.of("day", ColumnType.DATE),
                Column.of("instant", ColumnType.TIMESTAMP), Column.of("decimal", ColumnType.DECIMAL));
        Table table = Table.builder(schema).row(Long.MAX_VALUE, Double.POSITIVE_INFINITY, LocalDate.of(1850, 1, 1),
                Instant.parse("2026-11-21T10:00:00.123456Z"), new BigDecimal("1234567890123456.78")).build();
        Dataset data = read(write(TableFormat.XLSX, table));
        assertEquals("9223372036854775807", values(data, "whole")[0]);
        assertEquals(Double.POSITIVE_INFINITY, values(data, "real")[0]);
        assertEquals(LocalDate.of(1850, 1, 1), values(data, "day")[0]);
        assertEquals(Instant.parse("2026-11-21T10:00:00.123456Z"), values(data, "instant")[0]);
        Dataset decimal = store.importFile(data.source(), ReadOptions.DETECT.change().type("decimal", ColumnType.DECIMAL).options(), Progress.NONE);
        assertEquals(new BigDecimal("1234567890123456.78"), values(decimal, "decimal")[0]);
    }

    @Test
    void textsThatLookLikeFormulasAreTexts() throws Exception {
        Schema schema = Schema.of(Column.of("t", ColumnType.TEXT));
        TableBuilder builder = Table.builder(schema);
        List<String> texts = List.of("=1+1", "+1", "-1+2", "@SUM(A1)", "\tx", "\rx", "\nx", "\uFF1D1", "a\u0001b\r\n_x0041_\uFFFF", " x ");
        texts.forEach(text -> builder.row(text));
        Table table = builder.build();
        Path workbook = write(TableFormat.XLSX, table);
        assertArrayEquals(texts.toArray(), values(store.importFile(workbook, with(java.util.Map.of("t", ColumnType.TEXT)), Progress.NONE), "t"));
        assertTrue(Files.size(workbook) > 0);
        String csv = Files.readString(write(TableFormat.CSV, table));
        assertTrue(csv.contains("\n'=1+1\n") && csv.contains("\n'@SUM(A1)\n") && csv.contains("'\uFF1D1"), csv);
        assertArrayEquals(texts.toArray(), values(store.importFile(write(TableFormat.PARQUET, table), with(java.util.Map.of("t", ColumnType.TEXT)), Progress.NONE), "t"));
    }

    @Test
    void aTextThatNoCellHoldsIsRefusedAndTheOldFileStays() throws Exception {
        Schema schema = Schema.of(Column.of("t", ColumnType.TEXT));
        Path file = write(TableFormat.XLSX, Table.builder(schema).row("old").build());
        Table table = Table.builder(schema).row("x".repeat(40_000)).build();
        DataException refused = assertThrows(DataException.class, () -> write(TableFormat.XLSX, table));
        assertEquals(Code.BAD_DATA, refused.code());
        assertArrayEquals(new Object[] {"old"}, values(read(file), "t"));
    }

    @Test
    void columnsThatDifferOnlyInCaseAreRefusedInAParquetFile() {
        Table table = Table.builder(Schema.of(Column.of("a", ColumnType.REAL), Column.of("A", ColumnType.REAL))).row(1.0, 2.0).build();
        assertEquals(Code.BAD_DATA, assertThrows(DataException.class, () -> write(TableFormat.PARQUET, table)).code());
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        Table table = Table.builder(Schema.of(Column.of("a", ColumnType.REAL))).row(1.0).build();
        for (TableFormat format : TableFormat.values()) {
            DataException refused = assertThrows(DataException.class, () -> new FileTableExporter().write(folder.resolve("no/where." + format.id()), format,
                    action -> action.accept(table)));
            assertEquals(Code.UNREADABLE_FILE, refused.code());
            assertTrue(refused.getMessage().contains("cannot be written"), refused::getMessage);
        }
    }

    @Test
    void theSameTableGivesTheSameWorkbook() throws Exception {
        byte[] first = Files.readAllBytes(write(TableFormat.XLSX, random(50, 1)));
        assertArrayEquals(first, Files.readAllBytes(write(TableFormat.XLSX, random(50, 1))));
    }
}
