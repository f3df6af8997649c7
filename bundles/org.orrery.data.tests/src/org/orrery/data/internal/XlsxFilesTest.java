package org.orrery.data.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.orrery.data.internal.RawWorkbook.number;
import static org.orrery.data.internal.RawWorkbook.row;
import static org.orrery.data.internal.RawWorkbook.text;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.orrery.data.ColumnType;
import org.orrery.data.DataException;
import org.orrery.data.DataException.Code;
import org.orrery.data.Dataset;
import org.orrery.data.Progress;
import org.orrery.data.ReadOptions;
import org.orrery.data.Sheet;

/** Workbooks whose XML is made here: what programs seldom or never write, and what must be refused. */
class XlsxFilesTest extends StoreFixture {
    private Path book(RawWorkbook book) throws Exception {
        return book.write(folder.resolve("book.xlsx"));
    }

    private Dataset sheet(String... rows) throws Exception {
        return read(book(RawWorkbook.of(String.join("", rows))));
    }

    private DataException bad(String... rows) throws Exception {
        return refused(book(RawWorkbook.of(String.join("", rows))));
    }

    @Test
    void daysAreCountedAsSpreadsheetsDo() throws Exception {
        // The serials of Ecma Office Open XML Part 1, 18.17.4.1, and the leap day that never was between 59 and 61.
        Dataset data = sheet(row(1, text("A1", "d"), text("B1", "t")), row(2, number("A2", 1, "1"), number("B2", 2, "0.5")),
                row(3, number("A3", 1, "59"), number("B3", 2, "61.25")), row(4, number("A4", 4, "61"), number("B4", 2, "39448")),
                row(5, number("A5", 4, "2958465"), number("B5", 2, "46347.4376736111")));
        assertArrayEquals(new Object[] {LocalDate.of(1900, 1, 1), LocalDate.of(1900, 2, 28), LocalDate.of(1900, 3, 1),
                LocalDate.of(9999, 12, 31)}, values(data, "d"));
        assertArrayEquals(new Object[] {Instant.parse("1899-12-31T12:00:00Z"), Instant.parse("1900-03-01T06:00:00Z"),
                Instant.parse("2008-01-01T00:00:00Z"), Instant.parse("2026-11-21T10:30:15Z")}, values(data, "t"));
        assertTrue(bad(row(1, text("A1", "d")), row(2, number("A2", 1, "60"))).getMessage().contains("cell A2: the number 60 is shown as a date"));
        assertEquals(Code.BAD_DATA, bad(row(1, text("A1", "d")), row(2, number("A2", 1, "-1"))).code());
    }

    @Test
    void aColumnOfDaysInWhichOneHasATimeIsOneOfInstants() throws Exception {
        Dataset data = sheet(row(1, text("A1", "d")), row(2, number("A2", 1, "39448")), row(3, number("A3", 1, "39448.5")));
        assertArrayEquals(new Object[] {Instant.parse("2008-01-01T00:00:00Z"), Instant.parse("2008-01-01T12:00:00Z")}, values(data, "d"));
    }

    @Test
    void timesOfTheDayAreLengthsOfTime() throws Exception {
        Dataset data = sheet(row(1, text("A1", "t")), row(2, number("A2", 3, "0.25")), row(3, number("A3", 3, "0.500011574074074")));
        assertArrayEquals(new Object[] {Duration.ofHours(6), Duration.ofSeconds(43_201)}, values(data, "t"));
    }

    @Test
    void textsOfPiecesAreWholeWithoutTheirReadingAids() throws Exception {
        Path file = book(RawWorkbook.of(row(1, text("A1", "t")) + row(2, "<c r='A2' t='s'><v>0</v></c>") + row(3, "<c r='A3' t='s'><v>1</v></c>")
                + row(4, "<c r='A4' t='str'><f>1</f><v>a_x000A_b_x005F_x</v></c>"))
                .texts("<si><r><t>東</t></r><r><rPr/><t xml:space='preserve'> 京</t></r><rPh sb='0' eb='1'><t>トウ</t></rPh></si><si><t>a&amp;b &lt;</t></si>"));
        assertArrayEquals(new Object[] {"東 京", "a&b <", "a\nb_x"}, values(read(file), "t"));
    }

    @Test
    void cellsWithoutReferencesFollowEachOther() throws Exception {
        Dataset data = sheet("<row><c t='inlineStr'><is><t>a</t></is></c><c t='inlineStr'><is><t>b</t></is></c></row>",
                "<row><c><v>1</v></c><c/></row><row><c><v>2</v></c><c><v>3</v></c></row>");
        assertArrayEquals(new Object[] {1L, 2L}, values(data, "a"));
        assertArrayEquals(new Object[] {null, 3L}, values(data, "b"));
    }

    @Test
    void aValueFarBelowInAColumnWithoutAnythingElseIsNotLost() throws Exception {
        StringBuilder rows = new StringBuilder(row(1, text("B1", "a")));
        for (int i = 2; i < 4_000; i++) {
            rows.append(row(i, number("B" + i, 0, String.valueOf(i))));
        }
        rows.append(row(5_000, number("A5000", 0, "7"), number("B5000", 0, "8"), number("D5000", 0, "9")));
        Dataset data = sheet(rows.toString());
        assertEquals(List.of("column_1", "a", "column_3", "column_4"), data.schema().names());
        assertEquals(3_999, data.rows());
        assertEquals(7L, values(data, "column_1")[3_998]);
        assertEquals(9L, values(data, "column_4")[3_998]);
        assertTrue(codes(data).containsAll(List.of("empty-header", "blank-rows", "empty-column")), () -> codes(data).toString());
    }

    @Test
    void numbersKeepTheirDigitsAndLongOnesAreText() throws Exception {
        Dataset data = sheet(row(1, text("A1", "x"), text("B1", "id"), text("C1", "n")),
                row(2, number("A2", 0, "0.30000000000000004"), number("B2", 0, "12345678901234567"), text("C2", "1")),
                row(3, number("A3", 0, "1E-300"), number("B3", 0, "5"), number("C3", 0, "2")));
        assertArrayEquals(new Object[] {0.30000000000000004, 1e-300}, values(data, "x"));
        assertArrayEquals(new Object[] {"12345678901234567", "5"}, values(data, "id"));
        assertArrayEquals(new Object[] {1L, 2L}, values(data, "n"));
        assertTrue(codes(data).containsAll(List.of("long-digits", "stored-as-text")), () -> codes(data).toString());
    }

    @Test
    void typesAndHeaderAreTheUsersWhenGiven() throws Exception {
        Path file = book(RawWorkbook.of(row(1, number("A1", 0, "1"), text("B1", "x")) + row(2, number("A2", 0, "2.5"), text("B2", "y"))
                + row(3, text("A3", "total"))));
        ReadOptions options = ReadOptions.DETECT.change().header(false).skipEnd(1).type("column_1", ColumnType.DECIMAL).options();
        Dataset data = store.importFile(file, options, Progress.NONE);
        assertEquals(2, data.rows());
        assertEquals(ColumnType.DECIMAL, type(data, "column_1"));
        assertEquals("1.0", values(data, "column_1")[0].toString());
        Dataset skipped = store.importFile(file, ReadOptions.DETECT.change().skip(1).header(true).options(), Progress.NONE);
        assertEquals(List.of("2.5", "y"), skipped.schema().names());
        DataException misfit = assertThrows(DataException.class, () -> store.importFile(file,
                ReadOptions.DETECT.change().header(false).type("column_1", ColumnType.INTEGER).options(), Progress.NONE));
        assertTrue(misfit.getMessage().startsWith(file + ", sheet \"S\", row 2: the value"), misfit::getMessage);
    }

    @Test
    void sharedTextsComeBackWhole() throws Exception {
        StringBuilder texts = new StringBuilder();
        StringBuilder rows = new StringBuilder(row(1, text("A1", "t")));
        for (int i = 0; i < 3_000; i++) {
            texts.append("<si><t>").append("ab".repeat(i % 7 == 0 ? 900 : 200)).append(i).append("</t></si>");
            rows.append(row(i + 2, "<c r='A" + (i + 2) + "' t='s'><v>" + (i * 1_009 % 3_000) + "</v></c>"));
        }
        Dataset data = read(book(RawWorkbook.of(rows.toString()).texts(texts.toString())));
        Object[] values = values(data, "t");
        for (int i = 0; i < 3_000; i++) {
            int wanted = i * 1_009 % 3_000;
            assertEquals("ab".repeat(wanted % 7 == 0 ? 900 : 200) + wanted, values[i]);
        }
    }

    @Test
    void whatIsDamagedEndsInASentenceWithItsCell() throws Exception {
        String header = row(1, text("A1", "a"));
        assertTrue(bad(header, row(2, "<c r='A2' t='s'><v>7</v></c>")).getMessage().contains("cell A2: the workbook is damaged, there is no shared text"));
        assertTrue(bad(header, row(2, "<c r='A2' t='x'><v>7</v></c>")).getMessage().contains("cell A2: the type \"x\""));
        assertTrue(bad(header, row(2, number("A2", 1, "abc"))).getMessage().contains("cell A2: \"abc\" is not a number"));
        assertTrue(bad(header, row(3, number("A3", 0, "1")), row(2, number("A2", 0, "1"))).getMessage().contains("out of order"));
        assertTrue(bad(header, row(2, number("B2", 0, "1"), number("A2", 0, "1"))).getMessage().contains("out of order"));
        assertTrue(bad(header, "<row r='2'><c r='A2'><v>1</c></row>").getMessage().contains("not well-formed"));
        assertTrue(refused(book(RawWorkbook.of(header).without("xl/worksheets/sheet1.xml"))).getMessage().contains("is missing"));
        assertTrue(bad("").getMessage().contains("no sheet with cells"));
    }

    @Test
    void documentTypesAndTheirEntitiesAreRefused() throws Exception {
        Path secret = file("secret.txt", "secret");
        String doctype = "<!DOCTYPE worksheet [<!ENTITY x SYSTEM '" + secret.toUri() + "'>]>";
        String sheet = "<worksheet><sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>&x;</t></is></c></row></sheetData></worksheet>";
        DataException refused = refused(book(RawWorkbook.of("").with("xl/worksheets/sheet1.xml", doctype + sheet)));
        assertEquals(Code.BAD_DATA, refused.code());
        assertTrue(refused.getMessage().contains("has a document type"), refused::getMessage);
        assertEquals(Code.BAD_DATA, refused(book(RawWorkbook.of("").with("xl/worksheets/sheet1.xml", sheet))).code());
    }

    @Test
    void aPartThatUnpacksToFarTooMuchIsRefused() throws Exception {
        String blanks = " ".repeat(100 << 20);
        DataException refused = refused(book(RawWorkbook.of("").with("xl/worksheets/sheet1.xml", "<worksheet>" + blanks + "</worksheet>")));
        assertTrue(refused.getMessage().contains("unpacks to far more"), refused::getMessage);
    }

    @Test
    void everyFlippedByteIsFoundOrHarmless() throws Exception {
        StringBuilder rows = new StringBuilder(row(1, text("A1", "a"), text("B1", "b")));
        for (int i = 2; i < 300; i++) {
            rows.append(row(i, number("A" + i, 0, String.valueOf(i * 7919)), text("B" + i, "text " + i)));
        }
        Path file = book(RawWorkbook.of(rows.toString()));
        Object[] good = values(read(file), "a");
        byte[] bytes = Files.readAllBytes(file);
        int refusals = 0;
        for (int at = 10; at < bytes.length; at += 13) {
            byte[] bad = bytes.clone();
            bad[at] ^= 0x10;
            Path damaged = Files.write(folder.resolve("damaged.xlsx"), bad);
            try {
                assertArrayEquals(good, values(read(damaged), "a"), "byte " + at);
            } catch (DataException refused) {
                refusals++;
                assertTrue(Arrays.asList(Code.BAD_DATA, Code.BAD_USAGE).contains(refused.code()), refused::getMessage);
            }
        }
        assertTrue(refusals > 50, "refused " + refusals);
    }

    @Test
    void sheetsOfChartsAreNotListed() throws Exception {
        assertEquals(List.of(new Sheet("S", false)), store.sheets(book(RawWorkbook.of(row(1, text("A1", "a")))), Progress.NONE));
        assertEquals(List.of(), store.sheets(file("x.csv", "a\n1\n"), Progress.NONE));
    }

    @Test
    void rowsAboveTheTableAreLeftOutAndSaid() throws Exception {
        Path file = book(RawWorkbook.of(row(1, text("A1", "Sales of 2026")) + row(2, text("A2", "by region"))
                + row(4, text("B4", "region"), text("C4", "units"), text("D4", "price"))
                + row(5, text("B5", "north"), number("C5", 0, "3"), number("D5", 0, "1.5"))
                + row(6, text("B6", "south"), number("C6", 0, "4"), number("D6", 0, "2.5"))));
        Dataset data = read(file);
        assertEquals(List.of("region", "units", "price"), data.schema().names());
        assertArrayEquals(new Object[] {3L, 4L}, values(data, "units"));
        assertEquals(2, data.options().skip().orElseThrow());
        assertTrue(data.warnings().stream().anyMatch(warning -> warning.code().equals("rows-above") && warning.option().equals("skip")
                && warning.message().contains("Sales of 2026")));
        Dataset again = store.importFile(file, data.options(), Progress.NONE);
        assertEquals(data.schema(), again.schema());
        assertEquals(data.options(), again.options());
        Dataset all = store.importFile(file, ReadOptions.DETECT.change().skip(0).options(), Progress.NONE);
        assertEquals(List.of("Sales of 2026", "column_2", "column_3", "column_4"), all.schema().names());
    }
}
