package org.orrery.data.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.orrery.data.ColumnType;
import org.orrery.data.DataException;
import org.orrery.data.DataException.Code;
import org.orrery.data.Dataset;
import org.orrery.data.Progress;
import org.orrery.data.ReadOptions;

/** JSON objects, one in each line or in an array. */
class JsonFilesTest extends StoreFixture {
    private Dataset json(String content) throws Exception {
        return read(file("data.jsonl", content));
    }

    private DataException bad(String content) throws Exception {
        return refused(file("bad.jsonl", content));
    }

    @Test
    void typesComeFromTheValuesOfAllLines() throws Exception {
        Dataset data = json("""
                {"i":1,"r":0.5,"t":"a","b":true,"d":"2026-11-21","s":"2026-11-21T10:00:00Z"}
                {"i":-2,"r":3,"t":"b","b":false,"d":"2026-11-22","s":"2026-11-21T12:00:00+01:00"}
                """);
        assertEquals(List.of("i", "r", "t", "b", "d", "s"), data.schema().names());
        assertEquals(ColumnType.INTEGER, type(data, "i"));
        assertArrayEquals(new Object[] {0.5, 3.0}, values(data, "r"));
        assertArrayEquals(new Object[] {true, false}, values(data, "b"));
        assertArrayEquals(new Object[] {LocalDate.of(2026, 11, 21), LocalDate.of(2026, 11, 22)}, values(data, "d"));
        assertArrayEquals(new Object[] {Instant.parse("2026-11-21T10:00:00Z"), Instant.parse("2026-11-21T11:00:00Z")}, values(data, "s"));
    }

    @Test
    void objectsInsideBecomeColumnsJoinedByDotsAndAbsentKeysAreMissing() throws Exception {
        Dataset data = json("""
                {"a":{"x":1,"y":{"z":"q"}},"b":1}
                {"b":2,"a":{}}
                {"a":null,"b":3,"late":"k"}
                """);
        assertEquals(List.of("a.x", "a.y.z", "b", "a", "late"), data.schema().names());
        assertArrayEquals(new Object[] {1L, null, null}, values(data, "a.x"));
        assertArrayEquals(new Object[] {null, null, "k"}, values(data, "late"));
        assertEquals(3, data.rows());
    }

    @Test
    void aKeyThatFirstComesAfterThousandsOfLinesIsAColumn() throws Exception {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            text.append("{\"a\":").append(i).append("}\n");
        }
        Dataset data = json(text.append("{\"a\":0,\"b\":\"x\"}\n").toString());
        assertEquals(List.of("a", "b"), data.schema().names());
        assertEquals(5_000, column(data, "b").missing());
        assertEquals(5_001, data.rows());
    }

    @Test
    void arraysAreKeptAsTheirTextWithAWarning() throws Exception {
        Dataset data = json("{\"a\":[1, 2.50, {\"b\": null}],\"n\":1}\n{\"a\":[],\"n\":2}\n");
        assertArrayEquals(new Object[] {"[1,2.50,{\"b\":null}]", "[]"}, values(data, "a"));
        assertTrue(codes(data).contains("arrays-as-text"));
    }

    @Test
    void numbersKeepEveryDigit() throws Exception {
        Dataset data = json("{\"id\":12345678901234567890,\"x\":0.1}\n{\"id\":1,\"x\":1e-300}\n");
        assertArrayEquals(new Object[] {"12345678901234567890", "1"}, values(data, "id"));
        assertArrayEquals(new Object[] {0.1, 1e-300}, values(data, "x"));
    }

    @Test
    void textsThatLookLikeNumbersAreReadAsThoseAndSaidToBe() throws Exception {
        Dataset data = json("{\"n\":\"1\",\"zip\":\"01234\"}\n{\"n\":\"2\",\"zip\":\"99999\"}\n");
        assertEquals(ColumnType.INTEGER, type(data, "n"));
        assertEquals(ColumnType.TEXT, type(data, "zip"));
        assertTrue(codes(data).contains("stored-as-text"));
        Dataset text = store.importFile(data.source(), with(Map.of("n", ColumnType.TEXT)), Progress.NONE);
        assertArrayEquals(new Object[] {"1", "2"}, values(text, "n"));
    }

    @Test
    void anArrayOfObjectsIsReadToo() throws Exception {
        Dataset data = json("[\n {\"a\": 1,\n  \"b\": \"x\"},\n {\"a\": 2}\n]\n");
        assertArrayEquals(new Object[] {1L, 2L}, values(data, "a"));
        assertArrayEquals(new Object[] {"x", null}, values(data, "b"));
    }

    @Test
    void packedFilesAndOtherEncodingsAreRecognised() throws Exception {
        Path gz = folder.resolve("data.csv");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gz))) {
            out.write("{\"a\":\"ä\"}\n".getBytes(StandardCharsets.UTF_8));
        }
        assertArrayEquals(new Object[] {"ä"}, values(read(gz), "a"));
        assertArrayEquals(new Object[] {"ä"}, values(read(file("bom.json", "\uFEFF{\"a\":\"ä\"}\n")), "a"));
    }

    @Test
    void readingWithTheResolvedOptionsGivesTheSameDataset() throws Exception {
        Dataset first = json("{\"a\":1}\n\n{\"a\":2}\n");
        Dataset again = store.importFile(first.source(), first.options(), Progress.NONE);
        assertEquals(first.schema(), again.schema());
        assertEquals(first.options(), again.options());
        assertTrue(codes(first).contains("blank-rows"));
    }

    @Test
    void aLineThatIsNoWholeObjectIsRefusedWithItsNumber() throws Exception {
        DataException refused = bad("{\"a\":1}\n{\"a\":2\n{\"a\":3}\n");
        assertEquals(Code.BAD_DATA, refused.code());
        assertEquals(2, refused.where().line().orElseThrow());
        assertTrue(refused.getMessage().contains("line 2: this is not well-formed JSON"), refused::getMessage);
        assertEquals(3, bad("{\"a\":1}\n\n[1]\n").where().line().orElseThrow());
        assertEquals(1, bad("{\"a\":1} {\"a\":2}\n").where().line().orElseThrow());
        assertEquals(2, bad("{\"a\":1}\n{'a':2}\n").where().line().orElseThrow());
        assertEquals(2, bad("{\"a\":1}\n{\"a\":NaN}\n").where().line().orElseThrow());
    }

    @Test
    void aKeyThatComesTwiceIsRefused() throws Exception {
        DataException refused = bad("{\"a\":1}\n{\"a\":1,\"b\":{\"c\":1,\"c\":2}}\n");
        assertEquals(2, refused.where().line().orElseThrow());
        assertEquals("b.c", refused.where().column().orElseThrow());
    }

    @Test
    void halfACharacterIsRefused() throws Exception {
        DataException refused = bad("{\"a\":\"x\"}\n{\"a\":\"\\ud800\"}\n");
        assertEquals(2, refused.where().line().orElseThrow());
        assertEquals(2, bad("{\"a\":\"x\"}\n{\"a\":\"\\u0000\"}\n").where().line().orElseThrow());
    }

    @Test
    void aByteThatIsNoTextIsRefusedAndNotReplaced() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write("{\"a\":\"".getBytes(StandardCharsets.UTF_8));
        bytes.write(0xFF);
        bytes.write("\"}\n".getBytes(StandardCharsets.UTF_8));
        DataException refused = refused(Files.write(folder.resolve("bad.json"), bytes.toByteArray()));
        assertEquals(Code.BAD_DATA, refused.code());
        assertTrue(refused.getMessage().contains("no text in UTF-8"), refused::getMessage);
    }

    @Test
    void deepAndWideObjectsEndInASentence() throws Exception {
        assertEquals(Code.BAD_DATA, bad("{\"a\":".repeat(500) + "1" + "}".repeat(500)).code());
        StringBuilder wide = new StringBuilder("{\"k\":0");
        for (int i = 0; i < 20_000; i++) {
            wide.append(",\"k").append(i).append("\":1");
        }
        assertTrue(bad(wide.append("}\n").toString()).getMessage().contains("more than 16"));
    }

    @Test
    void aMisfitNamesLineAndColumn() throws Exception {
        Path file = file("data.jsonl", "{\"a\":1}\n{\"a\":\"x\"}\n");
        DataException refused = org.junit.jupiter.api.Assertions.assertThrows(DataException.class,
                () -> store.importFile(file, ReadOptions.DETECT.change().type("a", ColumnType.INTEGER).options(), Progress.NONE));
        assertEquals(2, refused.where().line().orElseThrow());
        assertEquals("a", refused.where().column().orElseThrow());
    }
}
