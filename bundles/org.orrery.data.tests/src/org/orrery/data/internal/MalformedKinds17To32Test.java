package org.orrery.data.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.orrery.data.ColumnBlocks;
import org.orrery.data.ColumnType;
import org.orrery.data.DataException;
import org.orrery.data.DataException.Code;
import org.orrery.data.DataWarning;
import org.orrery.data.Dataset;
import org.orrery.data.LongVector;
import org.orrery.data.Progress;
import org.orrery.data.ReadOptions;
import org.orrery.data.ReadOptions.Escape;
import org.orrery.data.Table;

/** The kinds of malformed files about fields, rows, size and names, each by its number in the list of 48. */
class MalformedKinds17To32Test extends StoreFixture {
    private static void assertRefused(DataException refused, long line, String part) {
        assertEquals(Code.BAD_DATA, refused.code(), refused.getMessage());
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

    @Test
    void kind17TextBehindAClosingQuoteIsRefused() throws Exception {
        assertRefused(refused("a,b\n1,2\n\"x\"y,3\n"), 3, "after the closing quote");
    }

    @Test
    void kind18AQuoteInsideAFieldWithoutQuotesIsText() throws Exception {
        assertArrayEquals(new Object[] {"5\" pipe", "x\"\"y"}, values(read("a,b\n5\" pipe,1\nx\"\"y,2\n"), "a"));
    }

    @Test
    void kind19QuotesBehindABackslashAreRefusedWithAHintAndReadWhenSaid() throws Exception {
        String text = "a,b\n\"he said \\\"no\\\" twice\",1\n\"x\",2\n";
        assertRefused(refused(text), 2, "backslash");
        assertEquals(Optional.of("escape"), refused(text).where().option());
        assertEquals("he said \"no\" twice", values(read(text, ReadOptions.DETECT.change().escape(Escape.BACKSLASH)), "a")[0]);
    }

    @Test
    void kind20SingleQuotesAreDetectedAndTold() throws Exception {
        String text = "a,b\n'x, ''y''','1'\n'z','2'\n";
        Dataset detected = read(text);
        assertArrayEquals(new Object[] {"x, 'y'", "z"}, values(detected, "a"));
        assertEquals("quote", warning(detected, "single-quotes").option());
        assertEquals("'z'", values(read("a;b\n'z';'2'\n", ReadOptions.DETECT.change().quote(ReadOptions.NONE)), "a")[0]);
    }

    @Test
    void kind21AShortRowIsRefusedWithBothCounts() throws Exception {
        assertRefused(refused("a,b,c\n1,2,3\n4,5\n6,7,8\n"), 3, "2 fields where the first row has 3");
    }

    @Test
    void kind22ALongRowIsRefusedWithBothCounts() throws Exception {
        assertRefused(refused("a,b,c\n1,2,3\n4,5,6,7\n6,7,8\n"), 3, "4 fields where the first row has 3");
    }

    @Test
    void kind23ADelimiterThatEndsEachRowMakesNoColumn() throws Exception {
        for (String text : List.of("a;b;\n1;2;\n3;4;\n", "a;b\n1;2;\n3;4;\n")) {
            Dataset dataset = read(text);
            assertEquals(List.of("a", "b"), dataset.schema().names());
            assertEquals("trailing-delimiter", warning(dataset, "trailing-delimiter").option());
        }
        assertEquals(List.of("a", "b", "column_3"),
                read("a;b;\n1;2;\n3;4;\n", ReadOptions.DETECT.change().trailingDelimiter(false)).schema().names());
        String late = "a,b,\n" + "1,2,\n".repeat(300_000);
        assertRefused(refused(late + "3,4,lost\n"), 300_002, "\"lost\"");
    }

    @Test
    void kind24BlankRowsAreSkippedAndCounted() throws Exception {
        Dataset dataset = read("a,b\n\n1,2\n   \n\t\n3,4\n");
        assertEquals(2, dataset.rows());
        assertTrue(warning(dataset, "blank-rows").message().endsWith(": 3."), dataset.warnings().toString());
    }

    @Test
    void kind25MoreColumnsThanTheLimitAreRefusedAndReadWhenItIsRaised() throws Exception {
        int columns = 100_001;
        String text = IntStream.range(0, columns).mapToObj(i -> "c" + i).collect(Collectors.joining(",")) + "\n"
                + "1,".repeat(columns - 1) + "2\n";
        assertRefused(refused(text), 1, "16384");
        DataException raised = assertThrows(DataException.class, () -> read(text, ReadOptions.DETECT.change().maxColumns(100_000)));
        assertRefused(raised, 1, "100000");
        assertRefused(assertThrows(DataException.class, () -> read("a,b,c\n1,2,3\n", ReadOptions.DETECT.change().maxColumns(2))), 1, "2");
        assertEquals(3, read("a,b,c\n1,2,3\n", ReadOptions.DETECT.change().maxColumns(3)).schema().size());
    }

    private Path endless(String start, String part, int parts) throws Exception {
        Path file = folder.resolve("endless.csv.gz");
        // Packed members may stand one behind the other, so that the same one makes a gigabyte in no time.
        byte[] bytes = packed(part);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(packed(start));
            for (int i = 0; i < parts; i++) {
                out.write(bytes);
            }
        }
        return file;
    }

    private static byte[] packed(String text) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void kind26AFieldOfAGigabyteIsRefusedAtSixteenMebibytes() throws Exception {
        Path file = endless("a,b\n1,2\n3,\"", "x".repeat(1 << 20), 1 << 10);
        assertRefused(refused(file), 3, "16 MiB");
    }

    @Test
    void kind27ALineOfAGigabyteIsRefusedAtSixteenMebibytes() throws Exception {
        assertRefused(refused(endless("a,b\n1,", "x".repeat(1 << 20), 1 << 10)), 2, "16 MiB");
        assertRefused(refused(endless("", "x".repeat(1 << 20), 1 << 10)), 1, "16 MiB");
    }

    @Test
    void kind28AFileBeyondMemoryStreams() throws Exception {
        // As large as a unit test can afford: a hundred times the blocks that the reader holds. That memory stays flat at
        // 10 GB is measured by the import benchmark.
        int rows = 3_000_000;
        Path file = endless("id,word,real\n", "1234,some words,1.5\n".repeat(1_000), rows / 1_000);
        Dataset dataset = store.importFile(file, ReadOptions.DETECT, Progress.NONE);
        assertEquals(rows, dataset.rows());
        assertEquals(List.of(ColumnType.INTEGER, ColumnType.CATEGORY, ColumnType.REAL),
                dataset.schema().columns().stream().map(column -> column.type()).toList());
        long seen = 0;
        int largest = 0;
        try (ColumnBlocks blocks = store.blocks(dataset, List.of("id"))) {
            for (Table block = blocks.next(); block != null; block = blocks.next()) {
                assertEquals(1234, ((LongVector) block.column(0)).get(block.rows() - 1));
                seen += block.rows();
                largest = Math.max(largest, block.rows());
            }
        }
        assertEquals(rows, seen);
        assertTrue(largest < rows / 10, "a block of " + largest);
    }

    @Test
    void kind29DuplicateHeadersAreRenamedAndListed() throws Exception {
        Dataset dataset = read("a,a,b,a\n1,2,3,4\n");
        assertEquals(List.of("a", "a_2", "b", "a_3"), dataset.schema().names());
        assertTrue(warning(dataset, "duplicate-header").message().contains("a_2, a_3"), dataset.warnings().toString());
    }

    @Test
    void kind30NearlyEqualHeadersAreListed() throws Exception {
        Dataset dataset = read("name,Name,first name,firstname,\u00E9t\u00E9,e\u0301te\u0301\n1,2,3,4,5,6\n");
        String listed = warning(dataset, "similar-header").message();
        for (String pair : List.of("name / Name", "first name / firstname", "\u00E9t\u00E9 / e\u0301te\u0301")) {
            assertTrue(listed.contains(pair), listed);
        }
        assertEquals(6, dataset.schema().size());
    }

    @Test
    void kind31EmptyHeadersAreNumbered() throws Exception {
        Dataset dataset = read("a,b,c,d,e,f,\n1,2,3,4,5,6,7\n");
        assertEquals("column_7", dataset.schema().names().get(6));
        assertTrue(warning(dataset, "empty-header").message().contains("column_7"));
    }

    @Test
    void kind32AMissingHeaderIsDetectedAndTold() throws Exception {
        Dataset dataset = read("1,x,2.5\n2,y,3.5\n3,z,4.5\n");
        assertEquals(List.of("column_1", "column_2", "column_3"), dataset.schema().names());
        assertEquals(3, dataset.rows());
        assertEquals("header", warning(dataset, "no-header").option());
        Dataset unclear = read("red,small\nblue,large\nred,large\n");
        assertEquals(List.of("red", "small"), unclear.schema().names());
        assertEquals("header", warning(unclear, "header-assumed").option());
        assertEquals(List.of(), codes(read("red,small\nblue,large\nred,large\n", ReadOptions.DETECT.change().header(false))));
    }
}
