package org.orrery.data.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.orrery.data.ColumnType;
import org.orrery.data.DataException;
import org.orrery.data.Dataset;
import org.orrery.data.Progress;
import org.orrery.data.ReadOptions;

/** Text whose fields have fixed widths, said or seen. */
class FixedWidthTest extends StoreFixture {
    private static final String ALIGNED = """
            name     city           n      x
            Anna     New York      12   1.50
            Böhm     Los Angeles    7  10.25
            Çelik                 100     NA
            Drăgan   São Paulo      3  -0.75
            """;

    private Dataset read(Path file, Integer... widths) throws DataException {
        return store.importFile(file, ReadOptions.DETECT.change().widths(List.of(widths)).options(), Progress.NONE);
    }

    @Test
    void widthsThatAreSaidCutTheLinesWhetherFieldsTouchOrNot() throws Exception {
        Dataset data = read(file("f.txt", "id code\n001ABC 12\n002DEFG 3\n003 X\n"), 3, 4, 3);
        assertEquals(List.of("id", "code", "column_3"), data.schema().names());
        assertArrayEquals(new Object[] {"001", "002", "003"}, values(data, "id"));
        assertArrayEquals(new Object[] {"ABC", "DEFG", "X"}, values(data, "code"));
        assertArrayEquals(new Object[] {12L, 3L, null}, values(data, "column_3"));
        assertEquals(List.of(3, 4, 3), data.options().widths());
    }

    @Test
    void aLayoutIsSeenInTheGapsOfAllLinesAndSaid() throws Exception {
        Dataset data = read(file("f.csv", ALIGNED));
        assertEquals(List.of("name", "city", "n", "x"), data.schema().names());
        assertArrayEquals(new Object[] {"New York", "Los Angeles", null, "São Paulo"}, values(data, "city"));
        assertArrayEquals(new Object[] {12L, 7L, 100L, 3L}, values(data, "n"));
        assertEquals(ColumnType.REAL, type(data, "x"));
        assertTrue(codes(data).contains("fixed-width"), () -> codes(data).toString());
        assertTrue(data.warnings().stream().anyMatch(warning -> warning.option().equals("widths") && warning.message().contains("1–")));
    }

    @Test
    void readingWithTheResolvedOptionsGivesTheSameDataset() throws Exception {
        Dataset first = read(file("f.txt", ALIGNED));
        Dataset again = store.importFile(first.source(), first.options(), Progress.NONE);
        assertEquals(first.schema(), again.schema());
        assertEquals(first.options(), again.options());
        assertArrayEquals(values(first, "city"), values(again, "city"));
    }

    @Test
    void aLineFarBelowThatBreaksTheSeenLayoutIsRefusedWithItsNumber() throws Exception {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            text.append(String.format("%-8s%6d%n", "ab" + i % 50, i));
        }
        Path file = file("f.txt", text + "abcdefghijklmn\n");
        DataException refused = refused(file);
        assertEquals(100_001, refused.where().line().orElseThrow());
        assertTrue(refused.getMessage().contains("say the widths"), refused::getMessage);
    }

    @Test
    void textBehindTheLastFieldIsRefused() throws Exception {
        Path file = file("f.txt", "a  b  \n1  2  \n3  4  5\n");
        DataException refused = assertThrows(DataException.class, () -> read(file, 3, 3));
        assertEquals(3, refused.where().line().orElseThrow());
    }

    @Test
    void charactersOutsideTheFirstPlaneCountAsOne() throws Exception {
        Dataset data = read(file("f.txt", "a    b\n\uD83D\uDE00\uD83D\uDE00   1\nxy   2\n"), 4, 2);
        assertArrayEquals(new Object[] {"\uD83D\uDE00\uD83D\uDE00", "xy"}, values(data, "a"));
        assertArrayEquals(new Object[] {1L, 2L}, values(data, "b"));
    }

    @Test
    void packedFilesAndSkippedLinesWorkAsForOtherText() throws Exception {
        Path file = folder.resolve("f.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("a report\r\na  b\r\n1  2\r\n\r\n3  4\r\ntotal 6\r\n".getBytes(StandardCharsets.UTF_8));
        }
        ReadOptions options = ReadOptions.DETECT.change().widths(List.of(3, 3)).skip(1).skipEnd(1).options();
        Dataset data = store.importFile(file, options, Progress.NONE);
        assertArrayEquals(new Object[] {1L, 3L}, values(data, "a"));
        assertTrue(codes(data).contains("blank-rows"));
    }

    @Test
    void proseAndOtherDelimitersAreNotTakenForFixedWidths() throws Exception {
        assertFalse(codes(read("title\nNew York\nLos Angeles\nSan  Francisco\nRome\n")).contains("fixed-width"));
        assertFalse(codes(read("a,  b\n1,  2\n3,  4\n5,  6\n")).contains("fixed-width"));
        assertFalse(codes(read("x\n1\n2\n3\n4\n")).contains("fixed-width"));
    }
}
