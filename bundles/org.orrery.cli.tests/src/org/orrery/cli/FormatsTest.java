package org.orrery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

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
import org.osgi.framework.Bundle;
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
        Bundle bundle = FrameworkUtil.getBundle(CommandLine.class);
        bundle.start(Bundle.START_TRANSIENT);
        BundleContext context = bundle.getBundleContext();
        services = new OsgiServices(context);
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

    private Shell.Said run(String data) throws Exception {
        return shell.say("run", "classification", "--data", data, "--set", "target=" + services.samples().find("iris").orElseThrow().target(),
                "--set", "folds=2", "--seed", "5", "--workspace", "w", "--json", "--quiet");
    }

    private JsonObject figures(String data) throws Exception {
        Shell.Said said = run(data);
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
}
