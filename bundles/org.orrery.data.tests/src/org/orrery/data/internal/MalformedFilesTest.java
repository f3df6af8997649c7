package org.orrery.data.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.orrery.data.ColumnType;
import org.orrery.data.DataException;
import org.orrery.data.DataException.Code;
import org.orrery.data.Dataset;
import org.orrery.data.Progress;
import org.orrery.data.ReadOptions;

/** Every file that is not as it should be is refused with one sentence and its line, or accepted with a warning. */
class MalformedFilesTest extends StoreFixture {
    private static void assertRefused(DataException refused, Code code, long line, String part) {
        assertEquals(code, refused.code(), refused.getMessage());
        assertEquals(line == 0 ? OptionalLong.empty() : OptionalLong.of(line), refused.where().line(), refused.getMessage());
        assertTrue(refused.getMessage().contains(part), refused.getMessage());
        assertFalse(refused.getMessage().contains("No message"), refused.getMessage());
    }

    @Test
    void aMissingFileIsRefused() {
        assertRefused(refused(folder.resolve("nothing.csv")), Code.UNREADABLE_FILE, 0, "There is no file");
    }

    @Test
    void aFolderIsRefused() {
        assertRefused(refused(folder), Code.UNREADABLE_FILE, 0, "folder");
    }

    @Test
    void anEmptyFileIsRefused() throws Exception {
        assertRefused(refused(""), Code.BAD_DATA, 0, "empty");
        assertRefused(refused("\n\n  \n"), Code.BAD_DATA, 0, "empty");
        assertRefused(refused("\uFEFF"), Code.BAD_DATA, 0, "empty");
    }

    @Test
    void aHeaderWithoutRowsIsRefused() throws Exception {
        assertRefused(refused("\na,b\n"), Code.BAD_DATA, 2, "no rows");
    }

    @Test
    void anInvalidByteIsRefusedWithOffsetAndLine() throws Exception {
        byte[] bytes = "a,b\n1,\u00E9\n2,x\n".getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 2] = (byte) 0xFF;
        Path file = Files.write(folder.resolve("bad.csv"), bytes);
        assertRefused(refused(file), Code.BAD_DATA, 3, "offset 11");
    }

    @Test
    void overlongAndSurrogateSequencesAreRefused() throws Exception {
        byte[] overlong = {'a', ',', 'b', '\n', '1', ',', (byte) 0xC0, (byte) 0xAF, '\n'};
        assertRefused(refused(Files.write(folder.resolve("o.csv"), overlong)), Code.BAD_DATA, 2, "offset 6");
        byte[] surrogate = {'a', ',', 'b', '\r', '1', ',', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '\r'};
        assertRefused(refused(Files.write(folder.resolve("s.csv"), surrogate)), Code.BAD_DATA, 2, "offset 6");
    }

    @Test
    void windows1252IsReadWithAWarning() throws Exception {
        Dataset dataset = read(file("w.csv", "a,b\n1,\u201Ccaf\u00E9\u201D\n2,x\n", Charset.forName("windows-1252")));
        assertEquals(List.of("encoding-guessed"), codes(dataset));
        assertEquals("\u201Ccaf\u00E9\u201D", values(dataset, "b")[0]);
        assertEquals(Optional.of("windows-1252"), dataset.options().encoding());
    }

    @Test
    void utf32IsRefused() throws Exception {
        assertRefused(refused(file("u.csv", "abc,b\n1,2\n", Charset.forName("UTF-32LE"))), Code.BAD_DATA, 0, "UTF-32");
        assertRefused(refused(file("v.csv", "\uFEFFabc,b\n1,2\n", Charset.forName("UTF-32BE"))), Code.BAD_DATA, 0, "UTF-32");
    }

    @Test
    void aNulIsRefused() throws Exception {
        assertRefused(refused("a,b\n1,2\n3,\u00004\n"), Code.BAD_DATA, 3, "offset 10");
    }

    @Test
    void anUnbalancedQuoteNamesTheLineThatOpensIt() throws Exception {
        assertRefused(refused("a,b\n1,2\n3,\"x\n5,6\n"), Code.BAD_DATA, 3, "never closed");
        assertRefused(refused("a,b,c\n1,2,3\n\"x\ny\",4,\"z\n5,6,7\n"), Code.BAD_DATA, 4, "never closed");
    }

    @Test
    void textAfterAClosingQuoteIsRefused() throws Exception {
        assertRefused(refused("a,b\n1,2\n\"x\"y,3\n"), Code.BAD_DATA, 3, "after the closing quote");
    }

    @Test
    void aQuoteInsideAFieldWithoutQuotesIsText() throws Exception {
        assertEquals("5\" pipe", values(read("a,b\n5\" pipe,1\nx,2\n"), "a")[0]);
    }

    @Test
    void raggedRowsAreRefusedWithBothCounts() throws Exception {
        assertRefused(refused("a,b,c\n1,2,3\n4,5\n"), Code.BAD_DATA, 3, "2 fields where the first row has 3");
        assertRefused(refused("a,b,c\n1,2,3\n\n4,5,6,7\n"), Code.BAD_DATA, 4, "4 fields where the first row has 3");
    }

    @Test
    void tooManyColumnsAreRefused() throws Exception {
        assertRefused(refused(",x".repeat(20_000) + "\n" + ",1".repeat(20_000) + "\n"), Code.BAD_DATA, 1, "16384");
    }

    @Test
    void aFieldBeyondTheLimitIsRefusedAtItsLine() throws Exception {
        Path file = folder.resolve("long.csv");
        byte[] much = new byte[1 << 20];
        Arrays.fill(much, (byte) 'x');
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write("a,b\n1,2\n3,\"".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 40; i++) {
                out.write(much);
            }
        }
        assertRefused(refused(file), Code.BAD_DATA, 3, "16 MiB");
    }

    @Test
    void otherFormatsAreToldByTheirContent() throws Exception {
        assertRefused(refused(file("o.csv", "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1", StandardCharsets.ISO_8859_1)), Code.BAD_DATA, 0,
                "an old Excel workbook");
        assertRefused(refused(file("d.csv", "%PDF-1.7\n")), Code.BAD_DATA, 0, "a PDF document");
        assertRefused(refused(file("b.csv", "BZh91AY")), Code.BAD_DATA, 0, "a packed archive");
    }

    @Test
    void aGzipFileIsUnpackedAndACutOneRefused() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write("a,b\n1,2\n3,4\n".repeat(1).getBytes(StandardCharsets.UTF_8));
        }
        Dataset dataset = read(Files.write(folder.resolve("d.csv.gz"), bytes.toByteArray()));
        assertEquals(2, dataset.rows());
        assertEquals("d", dataset.name());
        assertEquals(bytes.size(), dataset.bytes());
        byte[] cut = Arrays.copyOf(bytes.toByteArray(), bytes.size() - 9);
        assertRefused(refused(Files.write(folder.resolve("c.csv.gz"), cut)), Code.BAD_DATA, 0, "gzip");
    }

    @Test
    void aValueThatDoesNotFitTheTypeAskedForIsNamed() throws Exception {
        DataException refused = assertThrows(DataException.class, () -> read("a,b\n1,2\n\"x\ny\",z\n3,4\n", Map.of("b", ColumnType.INTEGER)));
        assertRefused(refused, Code.BAD_DATA, 3, "\"z\"");
        assertEquals(Optional.of("b"), refused.where().column());
        assertThrows(DataException.class, () -> read("a\n1e400\n", Map.of("a", ColumnType.REAL)));
        assertThrows(DataException.class, () -> read("a\n9223372036854775808\n", Map.of("a", ColumnType.INTEGER)));
    }

    @Test
    void aTypeForAnUnknownColumnIsRefused() {
        DataException refused = assertThrows(DataException.class, () -> read("a,b\n1,2\n", Map.of("c", ColumnType.INTEGER)));
        assertRefused(refused, Code.MISSING_COLUMN, 0, "\"c\"");
    }

    @Test
    void badOptionsAreRefused() throws Exception {
        Path file = file("data.csv", "a,b\n1,2\n");
        ReadOptions zone = ReadOptions.DETECT.change().zone("Mars/Olympus").options();
        assertEquals(Code.BAD_USAGE, assertThrows(DataException.class, () -> store.importFile(file, zone, Progress.NONE)).code());
        ReadOptions encoding = ReadOptions.DETECT.change().encoding("klingon").options();
        assertEquals(Code.BAD_USAGE, assertThrows(DataException.class, () -> store.importFile(file, encoding, Progress.NONE)).code());
    }

    @Test
    void aFileThatChangesWhileItIsReadIsRefused() throws Exception {
        Path file = file("grow.csv", "a,b\n" + "1,2\n".repeat(100_000));
        Progress meddler = new Progress() {
            private boolean done;

            @Override
            public void worked(long read, long total) {
                if (!done && read > 100_000) {
                    done = true;
                    try {
                        Files.writeString(file, "3,4\n", java.nio.file.StandardOpenOption.APPEND);
                    } catch (java.io.IOException cause) {
                        throw new java.io.UncheckedIOException(cause);
                    }
                }
            }

            @Override
            public void checkCancelled() {
                // Never cancelled.
            }
        };
        DataException refused = assertThrows(DataException.class, () -> store.importFile(file, ReadOptions.DETECT, meddler));
        assertRefused(refused, Code.UNREADABLE_FILE, 0, "changed while");
    }

    @Test
    void aCancelledImportLeavesNothingBehind() throws Exception {
        Path file = file("big.csv", "a,b\n" + "1,2\n".repeat(200_000));
        Progress cancelled = new Progress() {
            private long seen;

            @Override
            public void worked(long read, long total) {
                seen = read;
            }

            @Override
            public void checkCancelled() {
                if (seen > 300_000) {
                    throw new CancellationException();
                }
            }
        };
        assertThrows(CancellationException.class, () -> store.importFile(file, ReadOptions.DETECT, cancelled));
        try (var entries = Files.list(folder.resolve("cache"))) {
            assertTrue(entries.allMatch(entry -> entry.getFileName().toString().startsWith("new-spill-")));
        }
    }
}
