package org.orrery.data.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.orrery.data.DataException;
import org.orrery.data.DataException.Code;
import org.orrery.data.DataStore;
import org.orrery.data.FileRows;
import org.orrery.data.FileRows.Place;
import org.orrery.data.FileRows.Reach;
import org.orrery.data.Progress;
import org.orrery.data.ReadOptions;
import org.orrery.data.Table;

/** Rows of files that are not imported stand where they are looked for, and what is damaged is told as the import tells it. */
class FileRowsTest extends StoreFixture {
    private static final String[] PIECES = {"a", "12", "", "x y", "é", "王 \"quoted\"", "comma, inside", "two\nlines", "CR\r\nLF", " spaces ", "\"", "3.5"};

    private FileRows look(Path file) throws DataException {
        return store.look(file, ReadOptions.DETECT, Progress.NONE);
    }

    private static List<List<String>> random(int rows, int columns, Random random) {
        List<List<String>> cells = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            List<String> record = new ArrayList<>();
            record.add("row " + row);
            for (int i = 1; i < columns; i++) {
                record.add(PIECES[random.nextInt(PIECES.length)]);
            }
            cells.add(record);
        }
        return cells;
    }

    private static String csv(List<List<String>> rows, char delimiter, String lineEnd) {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                String cell = row.get(i);
                boolean quoted = cell.indexOf(delimiter) >= 0 || cell.contains("\"") || cell.contains("\n");
                text.append(i == 0 ? "" : delimiter).append(quoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
            }
            text.append(lineEnd);
        }
        return text.toString();
    }

    private static List<List<String>> cells(Table table) {
        List<List<String>> cells = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            List<String> record = new ArrayList<>();
            for (int column = 0; column < table.schema().size(); column++) {
                record.add((String) table.value(row, column));
            }
            cells.add(record);
        }
        return cells;
    }

    @Test
    void anyRowsOfARandomFileAreThoseThatWereWritten() throws Exception {
        for (int seed = 0; seed < 4; seed++) {
            Random random = new Random(seed);
            List<List<String>> rows = random(40_000, 4, random);
            char delimiter = ",;\t".charAt(seed % 3);
            Path file = file("random.csv", "name" + delimiter + "a" + delimiter + "b" + delimiter + "c\n"
                    + csv(rows, delimiter, seed % 2 == 0 ? "\n" : "\r\n"));
            FileRows look = look(file);
            look.index(Progress.NONE);
            assertEquals(Reach.ALL, look.extent().reach());
            assertEquals(rows.size(), look.extent().rows());
            for (int i = 0; i < 40; i++) {
                int first = random.nextInt(rows.size());
                int count = random.nextInt(1 + random.nextInt(2_000));
                List<List<String>> expected = rows.subList(first, Math.min(rows.size(), first + count));
                assertEquals(expected, cells(look.window(List.of("name", "a", "b", "c"), first, count)), "seed " + seed + " from " + first);
            }
        }
    }

    @Test
    void theBeginningIsThereAtOnceAndAllOfItAfterTheIndex() throws Exception {
        List<List<String>> rows = random(200_000, 2, new Random(1));
        FileRows look = look(file("long.csv", "name,a\n" + csv(rows, ',', "\n")));
        assertEquals(Reach.BEGINNING, look.extent().reach());
        assertTrue(look.extent().rows() > 5_000 && look.extent().rows() < 200_000, "rows " + look.extent().rows());
        assertEquals("row 0", look.window(List.of("name"), 0, 1).value(0, 0));
        assertEquals(List.of("name", "a"), look.names());
        look.index(Progress.NONE);
        assertEquals("row 199999", look.window(List.of("name"), 199_999, 10).value(0, 0));
    }

    @Test
    void anIndexIsKeptForTheNextStoreAndNotTakenForAnotherContent() throws Exception {
        Path file = file("kept.csv", "name,a\n" + csv(random(200_000, 2, new Random(2)), ',', "\n"));
        look(file).index(Progress.NONE);
        try (DataStore other = new DuckDataStores().open(folder.resolve("cache"))) {
            assertEquals(Reach.ALL, other.look(file, ReadOptions.DETECT, Progress.NONE).extent().reach());
            FileTime time = Files.getLastModifiedTime(file);
            Files.writeString(file, "one,more\n", StandardOpenOption.APPEND);
            Files.setLastModifiedTime(file, time);
            assertEquals(Reach.BEGINNING, other.look(file, ReadOptions.DETECT, Progress.NONE).extent().reach());
        }
    }

    @Test
    void aDamagedIndexIsMadeAnew() throws Exception {
        Path file = file("kept.csv", "name,a\n" + csv(random(200_000, 2, new Random(2)), ',', "\n"));
        look(file).index(Progress.NONE);
        try (var kept = Files.list(folder.resolve("cache").resolve("rows"))) {
            Path index = kept.findFirst().orElseThrow();
            byte[] bytes = Files.readAllBytes(index);
            bytes[bytes.length / 2] ^= 1;
            Files.write(index, bytes);
        }
        FileRows again = look(file);
        assertEquals(Reach.BEGINNING, again.extent().reach());
        again.index(Progress.NONE);
        assertEquals(200_000, again.extent().rows());
    }

    @Test
    void aCancelledIndexKeepsWhatItKnowsAndGoesOn() throws Exception {
        List<List<String>> rows = random(300_000, 2, new Random(3));
        FileRows look = look(file("long.csv", "name,a\n" + csv(rows, ',', "\n")));
        long before = look.extent().rows();
        assertThrows(CancellationException.class, () -> look.index(new Progress() {
            private int calls;

            @Override
            public void worked(long done, long total) {
                calls++;
            }

            @Override
            public void checkCancelled() {
                if (calls == 1) {
                    throw new CancellationException();
                }
            }
        }));
        assertTrue(look.extent().rows() > before);
        assertEquals(Reach.BEGINNING, look.extent().reach());
        look.index(Progress.NONE);
        assertEquals(rows.subList(299_990, 300_000), cells(look.window(List.of("name", "a"), 299_990, 20)));
    }

    @Test
    void whatIsDamagedIsToldAsTheImportTellsIt() throws Exception {
        String good = csv(random(100_000, 3, new Random(4)), ',', "\n");
        List<byte[]> damages = List.of("one,two\n".getBytes(StandardCharsets.UTF_8), "a,\"b\"c,d\n".getBytes(StandardCharsets.UTF_8),
                "a,\"never closed,d\n".getBytes(StandardCharsets.UTF_8), new byte[] {'a', ',', 0, ',', 'b', '\n'});
        for (byte[] damage : damages) {
            Path file = folder.resolve("damaged.csv");
            try (OutputStream out = Files.newOutputStream(file)) {
                out.write("name,a,b\n".getBytes(StandardCharsets.UTF_8));
                out.write(good.getBytes(StandardCharsets.UTF_8));
                out.write(damage);
            }
            FileRows look = look(file);
            look.index(Progress.NONE);
            DataException refused = assertThrows(DataException.class, () -> read(file));
            assertEquals(Reach.DAMAGED, look.extent().reach());
            // The import may add which option would help.
            String told = look.extent().damage().orElseThrow().getMessage();
            assertTrue(refused.getMessage().startsWith(told), told);
            assertEquals(refused.where().line(), look.extent().damage().orElseThrow().where().line());
            assertEquals(100_000, look.extent().rows());
            assertEquals("row 99999", look.window(List.of("name"), 99_999, 1).value(0, 0));
        }
    }

    @Test
    void findGivesEachCellThatHoldsTheTextInOrderAndBackAgain() throws Exception {
        List<List<String>> rows = random(60_000, 4, new Random(5));
        rows.get(59_998).set(2, "Needle in \"hay\"");
        rows.get(31_000).set(3, "NEEDLE");
        rows.get(5).set(1, "needless");
        FileRows look = look(file("hay.csv", "name,a,b,c\n" + csv(rows, ',', "\n")));
        look.index(Progress.NONE);
        for (String wanted : List.of("needle", "王", "row 4321", "\"", "é")) {
            List<Place> expected = places(rows, wanted);
            Place at = new Place(0, -1);
            for (int i = 0; i < Math.min(60, expected.size()); i++) {
                at = look.find(wanted, at, true, Progress.NONE).orElseThrow();
                assertEquals(expected.get(i), at);
            }
            at = new Place(rows.size() - 1, 4);
            for (int i = 0; i < Math.min(60, expected.size()); i++) {
                at = look.find(wanted, at, false, Progress.NONE).orElseThrow();
                assertEquals(expected.get(expected.size() - 1 - i), at);
            }
        }
        assertEquals(Optional.empty(), look.find("not there at all", new Place(0, -1), true, Progress.NONE));
    }

    private static List<Place> places(List<List<String>> rows, String wanted) {
        List<Place> places = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).size(); column++) {
                if (rows.get(row).get(column).toLowerCase(Locale.ROOT).contains(wanted)) {
                    places.add(new Place(row, column));
                }
            }
        }
        return places;
    }

    @Test
    void lettersThatBecomeAsciiWhenSmallAreFound() throws Exception {
        FileRows look = look(file("kelvin.csv", "name,unit\ntemperature,\u212A\nother,x\n"));
        assertEquals(Optional.of(new Place(0, 1)), look.find("k", new Place(0, -1), true, Progress.NONE));
    }

    @Test
    void aFileWithoutHeaderInAnotherEncodingShowsItsLettersAndAllItsRows() throws IOException, DataException {
        Path file = file("latin.csv", "1;Müller;2,5\n2;Größe;3,5\n\n3;\"x;y\";4,5\n", Charset.forName("windows-1252"));
        FileRows look = look(file);
        look.index(Progress.NONE);
        assertEquals(List.of("column_1", "column_2", "column_3"), look.names());
        assertEquals(List.of(List.of("1", "Müller", "2,5"), List.of("2", "Größe", "3,5"), List.of("3", "x;y", "4,5")),
                cells(look.window(look.names(), 0, 10)));
    }

    @Test
    void ofAPackedFileAndOfOneWithCommentsTheBeginningIsShown() throws Exception {
        Path packed = folder.resolve("packed.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write("a,b\n1,2\n3,4\n".getBytes(StandardCharsets.UTF_8));
        }
        for (Path file : List.of(packed, file("comments.csv", "# a note\na,b\n1,2\n3,4\n"))) {
            FileRows look = look(file);
            look.index(Progress.NONE);
            assertEquals(Reach.BEGINNING_ONLY, look.extent().reach());
            assertEquals(List.of(List.of("1", "2"), List.of("3", "4")), cells(look.window(List.of("a", "b"), 0, 10)));
            assertEquals(Optional.of(new Place(1, 0)), look.find("3", new Place(0, -1), true, Progress.NONE));
        }
    }

    @Test
    void aFileThatHasChangedSinceItWasOpenedIsNotRead() throws Exception {
        Path file = file("changing.csv", "a,b\n1,2\n3,4\n");
        FileRows look = look(file);
        Files.writeString(file, "a,b\n1,2\n3,4\n5,6\n");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(5)));
        assertEquals(Code.UNREADABLE_FILE, assertThrows(DataException.class, () -> look.window(List.of("a"), 0, 2)).code());
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        DataException refused = assertThrows(DataException.class, () -> look(folder.resolve("nowhere.csv")));
        assertTrue(refused.getMessage().contains("nowhere.csv"), refused.getMessage());
    }
}
