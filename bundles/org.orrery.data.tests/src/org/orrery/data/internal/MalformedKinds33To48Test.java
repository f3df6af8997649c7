package org.orrery.data.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.orrery.data.ColumnType;
import org.orrery.data.DataException;
import org.orrery.data.DataException.Code;
import org.orrery.data.DataWarning;
import org.orrery.data.Dataset;
import org.orrery.data.DisplayText;
import org.orrery.data.Progress;
import org.orrery.data.ReadOptions;
import org.orrery.data.ReadOptions.DateOrder;

/** The kinds of malformed files about headers, values and the file itself, each by its number in the list of 48. */
class MalformedKinds33To48Test extends StoreFixture {
    private static void assertRefused(DataException refused, Code code, long line, String part) {
        assertEquals(code, refused.code(), refused.getMessage());
        assertEquals(line == 0 ? OptionalLong.empty() : OptionalLong.of(line), refused.where().line(), refused.getMessage());
        assertTrue(refused.getMessage().contains(part), refused.getMessage());
    }

    private static DataWarning warning(Dataset dataset, String code) {
        return dataset.warnings().stream().filter(warning -> warning.code().equals(code)).findFirst()
                .orElseThrow(() -> new AssertionError(dataset.warnings().toString()));
    }

    private Dataset read(String text, ReadOptions.Change said) throws Exception {
        return store.importFile(file("said.csv", text), said.options(), Progress.NONE);
    }

    private static ReadOptions.Change said() {
        return ReadOptions.DETECT.change();
    }

    @Test
    void kind33ARowOfUnitsIsJoinedToTheNamesAndTold() throws Exception {
        String text = "when,height,weight\n,cm,kg\n2024-01-01,180,75.5\n2024-01-02,170,65\n2024-01-03,160,60\n";
        Dataset dataset = read(text);
        assertEquals(List.of("when", "height cm", "weight kg"), dataset.schema().names());
        assertEquals(ColumnType.INTEGER, type(dataset, "height cm"));
        assertEquals("header", warning(dataset, "second-header").option());
        Dataset one = read(text, said().headerRows(1));
        assertEquals(ColumnType.TEXT, type(one, "height"));
        assertEquals(4, one.rows());
        assertEquals(4, read("name,age\nBob,unknown\nAl,3\nCy,4\nDi,5\n").rows());
    }

    @Test
    void kind34AHeaderOfTwoHundredKilobytesIsKeptWholeAndShownShort() throws Exception {
        String longName = "n".repeat(200_000);
        Dataset dataset = read("a," + longName + ",b\n1,2,3\n4,5,6\n");
        assertEquals(longName, dataset.schema().names().get(1));
        assertArrayEquals(new Object[] {2L, 5L}, values(dataset, longName));
        assertTrue(DisplayText.of(longName).length() < 100);
    }

    @Test
    void kind35InvisibleCharactersInAHeaderAreShownEscapedAndTold() throws Exception {
        String name = "a\u202Eb\u200B\u0007";
        Dataset dataset = read(name + ",c\n1,2\n");
        assertEquals(name, dataset.schema().names().get(0));
        assertEquals("a\\u202Eb\\u200B\\u0007", DisplayText.of(name));
        String told = warning(dataset, "invisible-characters").message();
        assertTrue(told.contains("a\\u202Eb\\u200B\\u0007"), told);
    }

    @Test
    void kind36CommentLinesAreSkippedAndToldOrAsked() throws Exception {
        Dataset dataset = read("# made by hand\na,b\n1,2\n# half way\n3,4\n");
        assertEquals(2, dataset.rows());
        assertEquals("comment", warning(dataset, "comments").option());
        Dataset unclear = read("a,b\n1,2\n#3,4\n#5,6\n7,8\n");
        assertEquals(4, unclear.rows());
        assertEquals("comment", warning(unclear, "comments-unclear").option());
        assertEquals(2, read("a,b\n1,2\n#3,4\n#5,6\n7,8\n", said().comment('#')).rows());
        assertRefused(assertThrows(DataException.class, () -> read("# x\na,b\n1,2\n", said().comment(ReadOptions.NONE))), Code.BAD_DATA, 2, "fields");
        assertEquals(List.of("#id", "b"), read("#id,b\n1,2\n3,4\n").schema().names());
    }

    @Test
    void kind37LinesBeforeAndBehindTheTableAreRefusedWithTheNumberToSkip() throws Exception {
        String table = "a,b,c\n1,2,3\n4,5,6\n7,8,9\n";
        assertRefused(refused("Sales report\nfor 2024\n\n" + table), Code.BAD_DATA, 4, "3 of them can be skipped");
        assertRefused(refused(table + "Total: 12\n"), Code.BAD_DATA, 5, "1 of them can be skipped");
        Dataset dataset = read("Sales report\nfor 2024\n\n" + table + "Total: 12\n", said().skip(3).skipEnd(1));
        assertEquals(List.of("a", "b", "c"), dataset.schema().names());
        assertEquals(3, dataset.rows());
    }

    @Test
    void kind38ADecimalCommaWithSemicolonsIsDetected() throws Exception {
        Dataset dataset = read("a;b\n1,5;x\n-0,25;y\n");
        assertArrayEquals(new Object[] {1.5, -0.25}, values(dataset, "a"));
        assertEquals("decimal", warning(dataset, "decimal-comma").option());
    }

    @Test
    void kind39MarksInNumbersAreDetectedOrAsked() throws Exception {
        Dataset german = read("a;b\n1.234,5;1.000.000\n12,25;7\n");
        assertArrayEquals(new Object[] {1234.5, 12.25}, values(german, "a"));
        assertArrayEquals(new Object[] {1_000_000L, 7L}, values(german, "b"));
        assertEquals("grouping", warning(german, "grouped-numbers").option());
        assertArrayEquals(new Object[] {1234.5, 12.25}, values(read("a;b\n1,234.5;x\n12.25;y\n"), "a"));
        Dataset comma = read("a;b\n1,234;x\n5,678;y\n");
        assertEquals(ColumnType.TEXT, type(comma, "a"));
        assertFalse(warning(comma, "ambiguous-number").option().isEmpty());
        assertArrayEquals(new Object[] {1234L, 5678L}, values(read("a;b\n1,234;x\n5,678;y\n", said().grouping(',')), "a"));
        assertArrayEquals(new Object[] {1.234, 5.678}, values(read("a;b\n1,234;x\n5,678;y\n", said().decimal(',')), "a"));
        Dataset point = read("a,b\n1.234,x\n5.678,y\n");
        assertArrayEquals(new Object[] {1.234, 5.678}, values(point, "a"));
        assertEquals("grouping", warning(point, "ambiguous-number").option());
        Dataset both = read("a;b\n1.234,5;x\n1,234.5;y\n");
        assertEquals(ColumnType.TEXT, type(both, "a"));
    }

    @Test
    void kind40DatesWithDayOrMonthFirstAreAsked() throws Exception {
        String text = "d,x\n01/02/2024,1\n03/04/2024,2\n";
        Dataset unclear = read(text);
        assertEquals(ColumnType.TEXT, type(unclear, "d"));
        assertEquals("date-order", warning(unclear, "ambiguous-date").option());
        assertArrayEquals(new Object[] {LocalDate.of(2024, 2, 1), LocalDate.of(2024, 4, 3)}, values(read(text, said().dateOrder(DateOrder.DAY_FIRST)), "d"));
        assertArrayEquals(new Object[] {LocalDate.of(2024, 1, 2), LocalDate.of(2024, 3, 4)},
                values(read(text, said().dateOrder(DateOrder.MONTH_FIRST).types(Map.of("d", ColumnType.DATE))), "d"));
        assertEquals(LocalDate.of(2024, 12, 31), values(read("d,x\n12/31/2024,1\n", said().dateOrder(DateOrder.DAY_FIRST)), "d")[0]);
    }

    @Test
    void kind41MissingValuesAreListedWithTheirCounts() throws Exception {
        Dataset dataset = read("n,word\n1,x\nNaN,-\nNA,y\nnull,z\n-,-\n#N/A,v\n,w\n8,\n");
        assertEquals(ColumnType.INTEGER, type(dataset, "n"));
        assertEquals(6, column(dataset, "n").missing());
        assertEquals("-", values(dataset, "word")[1]);
        String shown = warning(dataset, "missing-markers").message();
        for (String marker : List.of("NaN (1)", "NA (1)", "null (1)", "- (1)", "#N/A (1)")) {
            assertTrue(shown.contains(marker), shown);
        }
        assertArrayEquals(values(dataset, "n"), values(store.importFile(dataset.source(), dataset.options(), Progress.NONE), "n"));
        Dataset other = read("a,b\n1,x\n?,y\n3,z\n");
        assertEquals(ColumnType.TEXT, type(other, "a"));
        assertEquals("missing", warning(other, "possible-missing").option());
        assertTrue(type(read("a,b\n-,1\n-,2\n"), "a").isText());
        assertEquals(ColumnType.INTEGER, type(read("a,b\n" + "-,1\n".repeat(400_000) + "7,2\n"), "a"));
        assertTrue(type(read("a,b\n" + "7,1\n".repeat(200_000) + "-,2\nx,3\n"), "a").isText());
    }

    @Test
    void kind42NumbersBeyondTheRangeAreFlaggedAndNotClipped() throws Exception {
        Dataset dataset = read("limit,big,digits\n1.5,1,1\nInfinity,1e400," + "9".repeat(400) + "\n");
        assertArrayEquals(new Object[] {1.5, Double.POSITIVE_INFINITY}, values(dataset, "limit"));
        assertEquals("1e400", values(dataset, "big")[1]);
        assertEquals("9".repeat(400), values(dataset, "digits")[1]);
        assertTrue(codes(dataset).containsAll(List.of("not-finite-values", "beyond-range", "long-digits")), codes(dataset).toString());
    }

    @Test
    void kind43LeadingZerosAndLongIdentifiersStayText() throws Exception {
        Dataset dataset = read("zip,card\n01234,12345678901234567\n12345,12345678901234568\n");
        assertArrayEquals(new Object[] {"01234", "12345"}, values(dataset, "zip"));
        assertArrayEquals(new Object[] {"12345678901234567", "12345678901234568"}, values(dataset, "card"));
        assertTrue(codes(dataset).containsAll(List.of("leading-zeros", "long-digits")));
    }

    @Test
    void kind44CellsThatASpreadsheetWouldRunAreText() throws Exception {
        Dataset dataset = read("a,b\n=1+2,x\n+cmd|' /C calc'!A0,y\n-2+3,z\n@SUM(A1),v\n\"\t=1\",w\n\"\r=2\",u\n");
        assertArrayEquals(new Object[] {"=1+2", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=2"}, values(dataset, "a"));
    }

    @Test
    void kind45ATypeThatChangesLateIsReportedWithItsLine() throws Exception {
        Dataset dataset = read("a,b\n" + "1,2\n".repeat(1_000_000) + "x,3\n");
        assertTrue(type(dataset, "a").isText());
        String told = warning(dataset, "late-type-change").message();
        assertTrue(told.contains("1000002") && told.contains("\"x\""), told);
    }

    @Test
    void kind46UnusualDelimitersAreDetected() throws Exception {
        for (String delimiter : List.of("\t", "|", "\u0001", "||", "::", "~|~", "|#|", "^", "~")) {
            Dataset dataset = read("a,b,c\n1,x y,2.5\n2,z,3.5\n".replace(",", delimiter));
            assertEquals(Optional.of(delimiter), dataset.options().delimiter());
            assertEquals(List.of("a", "b", "c"), dataset.schema().names());
        }
        assertEquals(List.of("a", "b", "c"), read("a,b,c\n1,,\n,,2\n,3,\n").schema().names());
    }

    @Test
    void kind47PackedFilesAreToldByTheirBytes() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write("a,b\n1,2\n3,4\n".getBytes(StandardCharsets.UTF_8));
        }
        assertArrayEquals(new Object[] {2L, 4L}, values(read(Files.write(folder.resolve("g.csv"), bytes.toByteArray())), "b"));
        assertRefused(refused(file("z.csv", "7z\u00BC\u00AF\u0027\u001C....", StandardCharsets.ISO_8859_1)), Code.BAD_DATA, 0, "archive");
    }

    private Progress meddling(long after, Runnable meddle) {
        return new Progress() {
            private boolean done;

            @Override
            public void worked(long read, long total) {
                if (!done && read > after) {
                    done = true;
                    meddle.run();
                }
            }

            @Override
            public void checkCancelled() {
                // Never cancelled.
            }
        };
    }

    private interface Change {
        void on(Path file) throws java.io.IOException;
    }

    @Test
    void kind48AFileThatGrowsShrinksChangesOrVanishesWhileItIsReadIsRefused() throws Exception {
        List<Change> changes = List.of(file -> Files.writeString(file, "3,4\n", StandardOpenOption.APPEND),
                file -> Files.write(file, new byte[0]),
                file -> Files.writeString(file, "a,b\n" + "7,8\n".repeat(400_000)),
                Files::delete);
        for (Change change : changes) {
            Path file = file("moving.csv", "a,b\n" + "1,2\n".repeat(400_000));
            Progress progress = meddling(200_000, () -> {
                try {
                    change.on(file);
                } catch (java.io.IOException cause) {
                    throw new java.io.UncheckedIOException(cause);
                }
            });
            DataException refused = assertThrows(DataException.class, () -> store.importFile(file, ReadOptions.DETECT, progress));
            assertEquals(Code.UNREADABLE_FILE, refused.code(), refused.getMessage());
        }
    }
}
