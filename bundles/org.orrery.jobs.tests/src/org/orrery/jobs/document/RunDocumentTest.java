package org.orrery.jobs.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.data.TableCsv;
import org.orrery.jobs.Workspace;
import org.orrery.jobs.fixture.Bench;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;

class RunDocumentTest {
    @TempDir
    Path folder;
    private final Bench bench = new Bench();

    private static JsonObject parse(String document) {
        JsonReader reader = new JsonReader(new StringReader(document));
        reader.setStrictness(Strictness.STRICT);
        return JsonParser.parseReader(reader).getAsJsonObject();
    }

    @Test
    void theDocumentHasTheFieldsOfTheCommandLineInOrderAndIsStrictJson() throws Exception {
        try (Workspace workspace = bench.open(folder)) {
            Bench.finish(workspace, workspace.runs().submit(Bench.request(1, "units", 3, "failing", List.of("r0/u1"), "artifact", true)));
            JsonObject document = parse(Bench.document(workspace.folders(), 1));
            assertEquals(List.of("run", "analysis", "status", "name", "started", "finished", "attempts", "resumable", "dataset", "seed",
                    "settings", "units", "figures", "tables", "charts", "artifacts", "warnings", "failures", "timings", "memory"),
                    List.copyOf(document.keySet()));
            assertEquals("COMPLETED_PARTIAL", document.get("status").getAsString());
            assertTrue(document.get("resumable").getAsBoolean());
            assertTrue(document.get("dataset").isJsonNull());
            assertEquals(12345, document.get("seed").getAsLong());
            assertEquals("{\"done\":2,\"total\":3,\"restored\":0,\"failed\":1}", document.get("units").toString());
            assertTrue(document.getAsJsonObject("figures").get("undefined").isJsonNull());
            assertEquals("line", document.getAsJsonArray("charts").get(0).getAsJsonObject().get("kind").getAsString());
            assertEquals("r0/u1", document.getAsJsonArray("failures").get(0).getAsJsonObject().get("unit").getAsString());
            assertEquals(64, document.getAsJsonArray("artifacts").get(0).getAsJsonObject().get("sha256").getAsString().length());
            assertTrue(document.getAsJsonObject("memory").get("peakHeapMiB").isJsonNull());
            assertTrue(document.getAsJsonObject("memory").get("allocatedMiB").getAsDouble() > 0);
            assertEquals("{\"columns\":[{\"name\":\"unit\",\"type\":\"text\"},{\"name\":\"value\",\"type\":\"real\"},"
                    + "{\"name\":\"chained\",\"type\":\"integer\"},{\"name\":\"fitSeconds\",\"type\":\"real\"}],",
                    document.getAsJsonObject("tables").get("units").toString().split("\"rows\"")[0]);
        }
    }

    @Test
    void whatEndedTheWholeRunStandsFirstAmongTheFailuresAndNamesNoUnit() throws Exception {
        try (Workspace workspace = bench.open(folder)) {
            Bench.finish(workspace, workspace.runs().submit(Bench.request(1, "trouble", "prepare")));
            Bench.finish(workspace, workspace.runs().submit(Bench.request(1, "units", 2, "failing", List.of("r0/u0", "r0/u1"))));
            assertEquals("[{\"unit\":\"\",\"message\":\"There are too few rows.\"}]",
                    parse(Bench.document(workspace.folders(), 1)).getAsJsonArray("failures").toString());
            JsonObject first = parse(Bench.document(workspace.folders(), 2)).getAsJsonArray("failures").get(0).getAsJsonObject();
            assertEquals("r0/u0", first.get("unit").getAsString(), "the reason of the run is that of its unit, which stands there once");
        }
    }

    @Test
    void aLongTableIsCutInTheDocumentAndLiesWholeInTheRunFolder() throws Exception {
        try (Workspace workspace = bench.open(folder)) {
            Bench.finish(workspace, workspace.runs().submit(Bench.request(2, "units", 4, "rows", 3_000)));
            JsonObject table = parse(Bench.document(workspace.folders(), 1)).getAsJsonObject("tables").getAsJsonObject("values");
            assertEquals(10_000, table.getAsJsonArray("rows").size());
            assertEquals(12_000, table.get("totalRows").getAsLong());
            List<String> lines = Files.readAllLines(Path.of(table.get("path").getAsString()));
            assertEquals(12_001, lines.size());
            assertEquals("unit,row,value", lines.get(0));
            assertTrue(lines.get(12_000).startsWith("r0/u3,2999,"));
        }
    }

    @Test
    void theListOfRunsIsStrictJsonNewestFirst() throws Exception {
        try (Workspace workspace = bench.open(folder)) {
            for (int i = 0; i < 2; i++) {
                Bench.finish(workspace, workspace.runs().submit(Bench.request(1, "units", 1)));
            }
            StringWriter out = new StringWriter();
            RunDocument.writeList(workspace.folders().list(), out);
            JsonObject first = parse(out.toString()).getAsJsonArray("runs").get(0).getAsJsonObject();
            assertEquals(2, first.get("run").getAsLong());
            assertEquals("sum", first.getAsJsonObject("bestFigure").get("name").getAsString());
            assertFalse(first.get("resumable").getAsBoolean());
            assertTrue(first.get("dataset").isJsonNull());
        }
    }

    @Test
    void textThatASpreadsheetWouldRunIsMadeHarmlessAndNumbersStay() throws Exception {
        Table table = Table.builder(Schema.of(Column.of("=t", ColumnType.TEXT), Column.of("n", ColumnType.REAL)))
                .row("=1+1", -1.5).row("@x", null).row("\uff1dy", 1e-300).row("a,\"b\"\nc", 0.1).row("", 2.0).row(null, 3.0).row("-5", -5.0).build();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TableCsv.write(out, action -> action.accept(table));
        assertEquals("'=t,n\n'=1+1,-1.5\n'@x,\n'\uff1dy,1.0E-300\n\"a,\"\"b\"\"\nc\",0.1\n\"\",2.0\n,3.0\n'-5,-5.0\n",
                out.toString(StandardCharsets.UTF_8));
    }
}
