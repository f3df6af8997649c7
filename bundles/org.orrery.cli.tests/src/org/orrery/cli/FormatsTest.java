package org.orrery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.data.Dataset;
import org.orrery.data.Progress;
import org.orrery.data.ReadOptions;
import org.orrery.data.Table;
import org.orrery.data.TableExporter;
import org.orrery.data.TableFormat;
import org.orrery.jobs.Workspace;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

import com.google.gson.JsonObject;

/** One data set in several formats gives the same result, over the real services. */
class FormatsTest {
    @TempDir
    Path folder;
    private Services services;
    private Shell shell;
    private TableExporter exporter;

    @BeforeEach
    void findServices() throws Exception {
        services = Shell.installed();
        BundleContext context = FrameworkUtil.getBundle(CommandLine.class).getBundleContext();
        exporter = context.getService(context.getServiceReference(TableExporter.class));
        shell = new Shell(folder, services);
    }

    private Table iris() throws Exception {
        Path csv = services.samples().materialise("iris", folder);
        try (Workspace workspace = services.workspaces().open(folder.resolve("aside"))) {
            Dataset dataset = workspace.data().importFile(csv, ReadOptions.DETECT, Progress.NONE);
            return workspace.data().table(dataset, dataset.schema().names(), Progress.NONE);
        }
    }

    private Shell.Said run(String data, String... options) throws Exception {
        List<String> words = new ArrayList<>(List.of("run", "classification", "--data", data, "--set",
                "target=" + services.samples().find("iris").orElseThrow().target(), "--set", "folds=2", "--set",
                "models=most-frequent,logistic-regression", "--seed", "5", "--workspace", "w", "--json", "--quiet"));
        words.addAll(List.of(options));
        return shell.say(words.toArray(String[]::new));
    }

    private JsonObject figures(String data, String... options) throws Exception {
        Shell.Said said = run(data, options);
        assertEquals(ExitCode.COMPLETED, said.exit(), said.err());
        assertEquals(150, said.json().getAsJsonObject("dataset").get("rows").getAsInt());
        return said.json().getAsJsonObject("figures");
    }

    @Test
    void aSheetOfAWorkbookAndAParquetFileGiveTheFiguresOfTheTextFile() throws Exception {
        Table table = iris();
        exporter.write(folder.resolve("iris.xlsx"), TableFormat.XLSX, action -> action.accept(table));
        exporter.write(folder.resolve("iris.parquet"), TableFormat.PARQUET, action -> action.accept(table));
        JsonObject text = figures("iris.csv");
        assertEquals(text, figures("iris.xlsx#Data"));
        assertEquals(text, figures("iris.parquet"));
        Shell.Said unknown = run("iris.xlsx#Dat");
        assertEquals(ExitCode.BAD_INPUT, unknown.exit());
        JsonObject error = unknown.json().getAsJsonObject("error");
        assertEquals("bad-usage", error.get("code").getAsString());
        assertTrue(error.get("message").getAsString().endsWith("has no sheet \"Dat\"; it has \"Data\"."), error.toString());
    }

    @Test
    void aBadLineOfAFileOfObjectsIsNamed() throws Exception {
        Files.writeString(folder.resolve("bad.jsonl"), "{\"a\":1}\n{\"a\":\n");
        Shell.Said said = run("bad.jsonl");
        assertEquals(ExitCode.BAD_INPUT, said.exit());
        JsonObject error = said.json().getAsJsonObject("error");
        assertEquals("bad-data", error.get("code").getAsString());
        assertEquals(2, error.getAsJsonObject("where").get("line").getAsInt());
    }

    private List<String> lines() throws Exception {
        services.samples().materialise("iris", folder);
        return Files.readAllLines(folder.resolve("iris.csv"));
    }

    private void gzip(String name, String text) throws Exception {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void zip(String name, Map<String, String> parts) throws Exception {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                out.putNextEntry(new ZipEntry(part.getKey()));
                out.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static boolean isNumber(String cell) {
        return cell.matches("[0-9.]+");
    }

    private static String json(List<String> lines) {
        String[] names = lines.get(0).split(",");
        return lines.stream().skip(1).map(line -> {
            String[] cells = line.split(",");
            return IntStream.range(0, names.length).mapToObj(i -> '"' + names[i] + "\":" + (isNumber(cells[i]) ? cells[i] : '"' + cells[i] + '"'))
                    .collect(Collectors.joining(",", "{", "}"));
        }).collect(Collectors.joining("\n"));
    }

    private static String ods(List<String> lines) {
        String rows = lines.stream().map(line -> Arrays.stream(line.split(",")).map(cell -> isNumber(cell)
                ? "<table:table-cell office:value-type=\"float\" office:value=\"" + cell + "\"/>"
                : "<table:table-cell office:value-type=\"string\"><text:p>" + cell + "</text:p></table:table-cell>")
                .collect(Collectors.joining("", "<table:table-row>", "</table:table-row>"))).collect(Collectors.joining());
        return "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
                + "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\">"
                + "<office:body><office:spreadsheet><table:table table:name=\"flowers\">" + rows
                + "</table:table></office:spreadsheet></office:body></office:document-content>";
    }

    @Test
    void everyOtherFormatGivesTheFiguresOfTheTextFile() throws Exception {
        List<String> lines = lines();
        String text = String.join("\n", lines);
        JsonObject wanted = figures("iris.csv");
        Files.writeString(folder.resolve("flowers.tsv"), text.replace(',', '\t'));
        assertEquals(wanted, figures("flowers.tsv"));
        gzip("flowers.csv.gz", text);
        assertEquals(wanted, figures("flowers.csv.gz"));
        zip("flowers.zip", Map.of("flowers.csv", text));
        assertEquals(wanted, figures("flowers.zip"));
        Files.writeString(folder.resolve("flowers.jsonl"), json(lines));
        assertEquals(wanted, figures("flowers.jsonl"));
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("mimetype", "application/vnd.oasis.opendocument.spreadsheet");
        parts.put("content.xml", ods(lines));
        zip("flowers.ods", parts);
        assertEquals(wanted, figures("flowers.ods#flowers"));
        String fixed = lines.stream().map(line -> Arrays.stream(line.split(",")).map(cell -> String.format("%-20s", cell)).collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
        Files.writeString(folder.resolve("flowers.txt"), fixed);
        assertEquals(wanted, figures("flowers.txt"));
        assertEquals(wanted, figures("flowers.txt", "--widths", "20,20,20,20,20"));
    }

    @Test
    void optionsDecideHowATextFileIsRead() throws Exception {
        List<String> lines = lines();
        JsonObject wanted = figures("iris.csv");
        String rows = lines.stream().map(line -> line.replace(',', ';').replace('.', ',')).collect(Collectors.joining("\n"));
        Files.write(folder.resolve("odd.csv"), ("Flowers of G\u00FCnther\n" + rows + "\n% a note\nTotal;150\n").getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(wanted, figures("odd.csv", "--skip", "1", "--skip-end", "1", "--comment", "%", "--delimiter", ";", "--decimal", ",", "--encoding",
                "ISO-8859-1", "--quote", "none", "--header", "yes", "--grouping", "none"));
        String target = services.samples().find("iris").orElseThrow().target();
        Shell.Said misfit = run("iris.csv", "--types", target + "=integer");
        assertEquals("types", misfit.json().getAsJsonObject("error").getAsJsonObject("where").get("setting").getAsString());
        Files.writeString(folder.resolve("total.csv"), String.join("\n", lines) + "\nTotal,150\n");
        JsonObject error = run("total.csv").json().getAsJsonObject("error");
        assertTrue(error.get("message").getAsString().endsWith("(The option --skip-end may help.)"), error.toString());
        assertEquals(152, error.getAsJsonObject("where").get("line").getAsInt());
    }

    @Test
    void aColumnThatCountsRowsIsLeftOutOfTheFeaturesUnlessItIsNamed() throws Exception {
        List<String> lines = lines();
        JsonObject wanted = figures("iris.csv");
        StringBuilder text = new StringBuilder("record_id," + lines.get(0) + '\n');
        for (int i = 1; i < lines.size(); i++) {
            text.append(i * 7919).append(',').append(lines.get(i)).append('\n');
        }
        Files.writeString(folder.resolve("ids.csv"), text);
        JsonObject document = run("ids.csv").json();
        assertEquals(wanted, document.getAsJsonObject("figures"));
        assertTrue(document.getAsJsonArray("warnings").toString().contains("columns-left-out"), document.get("warnings")::toString);
    }

    @Test
    void aFileThatIsGoneIsSaidToHaveMoved() throws Exception {
        lines();
        figures("iris.csv");
        Files.move(folder.resolve("iris.csv"), folder.resolve("elsewhere.csv"));
        JsonObject error = run("iris.csv").json().getAsJsonObject("error");
        assertEquals("unreadable-file", error.get("code").getAsString());
        assertTrue(error.get("message").getAsString().contains("If it was moved, give the place where it is now"), error.toString());
        assertEquals(figures("elsewhere.csv"), figures("elsewhere.csv"));
    }
}
