package org.orrery.data.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.orrery.data.ColumnType;
import org.orrery.data.DataException;
import org.orrery.data.DataException.Code;
import org.orrery.data.DataWarning;
import org.orrery.data.Dataset;
import org.orrery.data.Progress;
import org.orrery.data.ReadOptions;

/** The kinds of malformed files about bytes, line ends and quotes, each by its number in the list of 48. */
class MalformedKinds01To16Test extends StoreFixture {
    private static void assertRefused(DataException refused, long line, String part) {
        assertEquals(Code.BAD_DATA, refused.code(), refused.getMessage());
        assertEquals(line == 0 ? OptionalLong.empty() : OptionalLong.of(line), refused.where().line(), refused.getMessage());
        assertTrue(refused.getMessage().contains(part), refused.getMessage());
    }

    private static DataWarning warning(Dataset dataset, String code) {
        return dataset.warnings().stream().filter(warning -> warning.code().equals(code)).findFirst()
                .orElseThrow(() -> new AssertionError(dataset.warnings().toString()));
    }

    private Path bytes(String name, Object... parts) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Object part : parts) {
            if (part instanceof String text) {
                bytes.write(text.getBytes(StandardCharsets.UTF_8));
            } else {
                bytes.write((Integer) part);
            }
        }
        return Files.write(folder.resolve(name), bytes.toByteArray());
    }

    @Test
    void kind01AByteOrderMarkIsStrippedFromTheFirstName() throws Exception {
        Dataset dataset = read("\uFEFFid,name\n1,x\n2,y\n");
        assertEquals(List.of("id", "name"), dataset.schema().names());
        assertEquals(List.of(), codes(dataset));
        assertEquals(List.of("id", "name"), read("\uFEFF\"id\",name\n1,x\n").schema().names());
    }

    @Test
    void kind02Utf16WithItsMarkIsDetected() throws Exception {
        for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            Dataset dataset = read(file("m.csv", "\uFEFFid,name\n1,\u00FCber\n2,\u4E2D\n", charset));
            assertArrayEquals(new Object[] {"\u00FCber", "\u4E2D"}, values(dataset, "name"));
            assertEquals(Optional.of(charset.name()), dataset.options().encoding());
        }
    }

    @Test
    void kind03Utf16WithoutItsMarkIsDetectedInAnyScript() throws Exception {
        for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            assertEquals(List.of("id", "name"), read(file("n.csv", "id,name\n1,x\n2,y\n", charset)).schema().names());
            Dataset chinese = read(file("c.csv", "\u59D3\u540D,\u57CE\u5E02\n\u738B\u5C0F\u660E\u5927\u4E2D,\u5317\u4EAC\u5E02\u4E1C\u57CE\u533A\n".repeat(1)
                    + "\u674E\u56DB\u4E94\u516D\u4E03,\u4E0A\u6D77\u5E02\u9EC4\u6D66\u533A\n", charset));
            assertEquals(List.of("\u59D3\u540D", "\u57CE\u5E02"), chinese.schema().names());
        }
    }

    @Test
    void kind04Utf32IsRefusedByName() throws Exception {
        assertRefused(refused(file("u.csv", "id,name\n1,x\n", Charset.forName("UTF-32LE"))), 0, "UTF-32");
        assertRefused(refused(file("v.csv", "\uFEFFid,name\n1,x\n", Charset.forName("UTF-32BE"))), 0, "UTF-32");
    }

    @Test
    void kind05Windows1252WithSmartQuotesIsDetectedAndShown() throws Exception {
        Dataset dataset = read(file("w.csv", "id,said\n1,\u201Cna\u00EFve\u201D \u2013 caf\u00E9\n2,it\u2019s\n", Charset.forName("windows-1252")));
        assertEquals("\u201Cna\u00EFve\u201D \u2013 caf\u00E9", values(dataset, "said")[0]);
        DataWarning shown = warning(dataset, "encoding-guessed");
        assertTrue(shown.message().contains("windows-1252") && shown.message().contains("line 2"), shown.message());
        assertEquals("encoding", shown.option());
    }

    @Test
    void kind06EastAsianAndCyrillicEncodingsAreToldApartAndCanBeChosen() throws Exception {
        String japanese = "\u540D\u524D,\u4F4F\u6240,\u5E74\n\u7530\u4E2D\u3055\u3093,\u6771\u4EAC\u90FD\u306E\u897F\u306B\u3042\u308B\u3053\u3068,30\n"
                + "\u9234\u6728\u304F\u3093,\u5927\u962A\u3067\u3059\u304B\u3089,41\n";
        String chinese = "\u59D3\u540D,\u57CE\u5E02,\u5E74\n\u738B\u5C0F\u660E,\u6211\u4EEC\u90FD\u5728\u5317\u4EAC\u5DE5\u4F5C,30\n"
                + "\u674E\u56DB,\u8FD9\u662F\u4E00\u4E2A\u5F88\u5927\u7684\u57CE\u5E02,41\n";
        String russian = "\u0438\u043C\u044F,\u0433\u043E\u0440\u043E\u0434,\u043B\u0435\u0442\n\u0418\u0432\u0430\u043D,\u041C\u043E\u0441\u043A\u0432\u0430 \u2014 \u0441\u0442\u043E\u043B\u0438\u0446\u0430,30\n"
                .replace(" \u2014 ", " - ") + "\u041E\u043B\u044C\u0433\u0430,\u0421\u0430\u043D\u043A\u0442-\u041F\u0435\u0442\u0435\u0440\u0431\u0443\u0440\u0433,41\n";
        for (List<String> kind : List.of(List.of("Shift_JIS", japanese), List.of("EUC-JP", japanese), List.of("GB18030", chinese),
                List.of("KOI8-R", russian), List.of("windows-1251", russian))) {
            String text = kind.get(1);
            Path file = file("e.csv", text, Charset.forName(kind.get(0)));
            Dataset guessed = read(file);
            assertEquals(Optional.of(kind.get(0)), guessed.options().encoding(), warning(guessed, "encoding-guessed").message());
            assertEquals("encoding", warning(guessed, "encoding-guessed").option());
            Dataset chosen = store.importFile(file, ReadOptions.DETECT.change().encoding(kind.get(0)).options(), Progress.NONE);
            assertEquals(text.lines().skip(1).findFirst().orElseThrow().split(",")[1], values(chosen, chosen.schema().names().get(1))[0]);
            assertEquals(List.of(), codes(chosen));
        }
    }

    @Test
    void kind07AnInvalidByteIsReportedWithItsOffsetAndNotReplaced() throws Exception {
        assertRefused(refused(bytes("i.csv", "a,b\n1,\u00E9\u00E8\n2,x", 0xFF, "y\n")), 3, "offset 14");
    }

    @Test
    void kind08OverlongFormsAndLoneSurrogatesAreInvalidBytes() throws Exception {
        assertRefused(refused(bytes("o.csv", "a,b\n1,\u00E9\n2,", 0xC0, 0xAF, "\n")), 3, "offset 11");
        assertRefused(refused(bytes("s.csv", "a,b\n1,\u00E9\n2,", 0xED, 0xA0, 0x80, "\n")), 3, "offset 11");
    }

    @Test
    void kind09TwoEncodingsInOneFileAreAnInvalidByte() throws Exception {
        assertRefused(refused(bytes("m.csv", "a,b\nM\u00FCller,1\nM", 0xFC, "ller,2\nJos\u00E9,3\n")), 3, "offset 15");
    }

    @Test
    void kind10CarriageReturnsAloneEndLines() throws Exception {
        assertArrayEquals(new Object[] {2L, 4L}, values(read("a,b\r1,2\r3,4\r"), "b"));
    }

    @Test
    void kind11MixedLineEndsAreAccepted() throws Exception {
        assertArrayEquals(new Object[] {2L, 4L, 6L}, values(read("a,b\r\n1,2\n3,4\r5,6"), "b"));
    }

    @Test
    void kind12OtherSeparatorsOfLinesAreText() throws Exception {
        assertArrayEquals(new Object[] {"x\u0085y", "x\u2028y", "x\u2029y"}, values(read("a,b\nx\u0085y,1\nx\u2028y,2\nx\u2029y,3\n"), "a"));
    }

    @Test
    void kind13AMissingFinalNewlineIsAccepted() throws Exception {
        assertArrayEquals(new Object[] {"x", "z"}, values(read("a,b\n1,x\n3,z"), "b"));
        assertArrayEquals(new Object[] {"x", "z"}, values(read("a,b\n1,x\n3,\"z\""), "b"));
    }

    @Test
    void kind14NulBytesAreRefused() throws Exception {
        assertRefused(refused("a,b\n1,2\n3,\u00004\n"), 3, "NUL byte at offset 10");
        assertRefused(refused("a,b\n" + "1,2\n".repeat(100_000) + "\u0000,4\n"), 100_002, "NUL");
    }

    @Test
    void kind15AnUnbalancedQuoteAtTheStartNamesItsLine() throws Exception {
        assertRefused(refused("\"a,b\n" + "1,2\n".repeat(1_000)), 1, "never closed");
        assertRefused(refused("a,b\n\"1,2\n" + "1,2\n".repeat(1_000)), 2, "never closed");
    }

    @Test
    void kind16AnUnbalancedQuoteLateInAGiantFileIsFoundSoonBehindIt() throws Exception {
        // The rest of the file is never read, so that its size does not matter: the error comes within 16 MiB of the quote.
        long[] furthest = new long[1];
        Progress watched = new Progress() {
            @Override
            public void worked(long done, long total) {
                furthest[0] = Math.max(furthest[0], done);
            }

            @Override
            public void checkCancelled() {
                // Never cancelled.
            }
        };
        Path file = folder.resolve("giant.csv");
        try (var out = new java.io.BufferedOutputStream(Files.newOutputStream(file))) {
            byte[] rows = "1,2,x\n".repeat(10_000).getBytes(StandardCharsets.UTF_8);
            out.write("a,b,c\n".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 20; i++) {
                out.write(rows);
            }
            out.write("3,\"4,y\n".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 1_000; i++) {
                out.write(rows);
            }
        }
        DataException refused = org.junit.jupiter.api.Assertions.assertThrows(DataException.class,
                () -> store.importFile(file, ReadOptions.DETECT.change().delimiter(",").options(), watched));
        assertRefused(refused, 200_002, "16 MiB");
        assertTrue(furthest[0] < 40_000_000, "read up to " + furthest[0]);
        assertEquals(ColumnType.INTEGER, type(read("a,b\n1,2\n"), "a"));
    }
}
