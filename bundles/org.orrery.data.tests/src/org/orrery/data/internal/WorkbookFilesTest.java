package org.orrery.data.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orrery.data.ColumnType;
import org.orrery.data.DataException;
import org.orrery.data.DataException.Code;
import org.orrery.data.Dataset;
import org.orrery.data.Progress;
import org.orrery.data.ReadOptions;
import org.orrery.data.Sheet;

/**
 * One table in workbooks that other programs wrote: openpyxl 3.0.9, XlsxWriter 3.0.2 (also counting days from 1904) and
 * LibreOffice 7.4.7, the last from what openpyxl wrote.
 */
class WorkbookFilesTest extends StoreFixture {
    private Path workbook(String name) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream stream = WorkbookFilesTest.class.getResourceAsStream("workbooks/" + name)) {
            return Files.write(file, stream.readAllBytes()).toAbsolutePath();
        }
    }

    private Dataset read(Path file, String sheet) throws DataException {
        return store.importFile(file, ReadOptions.DETECT.change().sheet(sheet).options(), Progress.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"libreoffice.xlsx", "libreoffice.ods", "xlsxwriter.xlsx"})
    void everyKindOfCellHasItsTypeAndValue(String name) throws Exception {
        Dataset data = read(workbook(name), "Data");
        assertEquals("Ünïcode, \"quoted\"", values(data, "name")[0]);
        assertEquals("two\nlines", values(data, "name")[1]);
        assertNull(values(data, "name")[2]);
        assertEquals(ColumnType.INTEGER, type(data, "count"));
        assertEquals(List.of(1L, 2L, -3L), Arrays.asList(values(data, "count")).subList(0, 3));
        assertEquals(List.of(0.1, 2.5, 1e-9), Arrays.asList(values(data, "ratio")).subList(0, 3));
        assertEquals(ColumnType.DATE, type(data, "day"));
        assertEquals(List.of(LocalDate.of(2026, 11, 21), LocalDate.of(1999, 12, 31), LocalDate.of(1900, 3, 1)),
                Arrays.asList(values(data, "day")).subList(0, 3));
        assertEquals(ColumnType.TIMESTAMP, type(data, "moment"));
        assertEquals(List.of(Instant.parse("2026-11-21T10:30:15Z"), Instant.parse("2000-02-29T00:00:00Z"),
                Instant.parse("2026-01-01T23:59:59.500Z")), Arrays.asList(values(data, "moment")).subList(0, 3));
        assertEquals(ColumnType.DURATION, type(data, "length"));
        assertEquals(List.of(Duration.ofMinutes(30 * 60 + 15), Duration.ofSeconds(1), Duration.ZERO),
                Arrays.asList(values(data, "length")).subList(0, 3));
        assertEquals(List.of(2L, 4L, -6L), Arrays.asList(values(data, "twice")).subList(0, 3));
        assertEquals(List.of("007", "012", "100"), Arrays.asList(values(data, "code")).subList(0, 3));
    }

    @Test
    void truthValuesAreTruthValues() throws Exception {
        assertEquals(ColumnType.BOOLEAN, type(read(workbook("libreoffice.xlsx"), "Data"), "ok"));
        assertEquals(List.of(true, false, true), Arrays.asList(values(read(workbook("xlsxwriter.xlsx"), "Data"), "ok")).subList(0, 3));
    }

    @Test
    void daysCountedFrom1904AreTheSameDays() throws Exception {
        Dataset data = read(workbook("xlsxwriter1904.xlsx"), "Data");
        assertArrayEquals(new Object[] {LocalDate.of(2026, 11, 21), LocalDate.of(1999, 12, 31), null, null, null}, values(data, "day"));
        assertEquals(Instant.parse("2026-11-21T10:30:15Z"), values(data, "moment")[0]);
        assertEquals(Duration.ofMinutes(30 * 60 + 15), values(data, "length")[0]);
    }

    @Test
    void whatTheSheetHidesMergesOrFailedToComputeIsSaid() throws Exception {
        Dataset data = read(workbook("xlsxwriter.xlsx"), "Data");
        assertEquals(5, data.rows());
        assertNull(values(data, "count")[3]);
        assertTrue(codes(data).containsAll(List.of("error-cells", "hidden-rows", "hidden-columns", "merged-cells", "table-offset")),
                () -> codes(data).toString());
        assertEquals("Cells that hold an error were read as missing: 1, the first is #DIV/0! in C6.", message(data, "error-cells"));
        assertEquals("The sheet hides rows, which were read too: 1, the first is 4.", message(data, "hidden-rows"));
        assertEquals("Merged cells have a value in their first cell only: 1, the first range is B7:C7.", message(data, "merged-cells"));
    }

    private static String message(Dataset data, String code) {
        return data.warnings().stream().filter(warning -> warning.code().equals(code)).findFirst().orElseThrow().message();
    }

    @ParameterizedTest
    @ValueSource(strings = {"openpyxl.xlsx", "libreoffice.xlsx", "libreoffice.ods"})
    void sheetsAreListedAndChosenByName(String name) throws Exception {
        Path file = workbook(name);
        assertEquals(List.of(new Sheet("Data", false), new Sheet("Other", false), new Sheet("Secret", true)),
                store.sheets(file, Progress.NONE));
        Dataset other = read(file, "Other");
        assertEquals(List.of("x", "y"), other.schema().names());
        assertArrayEquals(new Object[] {1L, 2L}, values(other, "x"));
        assertTrue(codes(read(file, "Secret")).contains("hidden-sheet"));
        assertEquals(1, read(file, "Secret").rows());
    }

    @Test
    void withoutAChoiceTheFirstSheetIsReadAndTheOthersAreNamed() throws Exception {
        Dataset data = read(workbook("libreoffice.ods"));
        assertEquals("The sheet \"Data\" was read; the others are \"Other\", \"Secret\".", message(data, "sheet-chosen"));
        assertEquals("sheet", data.warnings().stream().filter(w -> w.code().equals("sheet-chosen")).findFirst().orElseThrow().option());
        assertEquals("Data", data.options().sheet().orElseThrow());
    }

    @Test
    void anUnknownSheetIsRefusedWithTheNamesOfTheSheets() throws Exception {
        Path file = workbook("openpyxl.xlsx");
        DataException refused = assertThrows(DataException.class, () -> read(file, "Dat"));
        assertEquals(Code.BAD_USAGE, refused.code());
        assertEquals(file + " has no sheet \"Dat\"; it has \"Data\", \"Other\", \"Secret\".", refused.getMessage());
    }

    @Test
    void aFormulaThatWasNeverCalculatedIsRefusedWithItsCellUnlessTheColumnIsLeftOut() throws Exception {
        Path file = workbook("openpyxl.xlsx");
        DataException refused = refused(file);
        assertEquals(Code.BAD_DATA, refused.code());
        assertTrue(refused.getMessage().startsWith(file + ", sheet \"Data\", cell H2: the formula has no stored value"), refused::getMessage);
        assertEquals(2, refused.where().line().orElseThrow());
        assertEquals("twice", refused.where().column().orElseThrow());
        Dataset data = store.importFile(file, ReadOptions.DETECT.change().ignore("twice").options(), Progress.NONE);
        assertEquals(8, data.schema().size());
        assertEquals(3, data.rows());
    }

    @ParameterizedTest
    @ValueSource(strings = {"libreoffice.xlsx", "libreoffice.ods"})
    void theNameOfTheFileMeansNothing(String name) throws Exception {
        Path file = Files.move(workbook(name), folder.resolve("renamed.csv"));
        assertEquals(9, read(file).schema().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"libreoffice.xlsx", "libreoffice.ods"})
    void readingWithTheResolvedOptionsGivesTheSameDataset(String name) throws Exception {
        Dataset first = read(workbook(name));
        Dataset again = store.importFile(first.source(), first.options(), Progress.NONE);
        assertEquals(first.schema(), again.schema());
        assertEquals(first.options(), again.options());
        assertEquals(first.sha256(), again.sha256());
        assertTrue(store.isCurrent(first, Progress.NONE));
    }
}
