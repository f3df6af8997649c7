package org.orrery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleException;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/**
 * The presets as a person uses them, with programs in the place of the real trainers: they take the same words, train something small, and
 * print and write what the real ones do.
 */
class PresetProgramsTest {
    @TempDir
    Path folder;
    private Shell shell;

    @BeforeEach
    void findServices() throws BundleException {
        shell = new Shell(folder, Shell.installed());
    }

    private void program(String name, String as) throws IOException {
        try (InputStream in = PresetProgramsTest.class.getResourceAsStream("programs/" + name)) {
            Files.copy(in, folder.resolve(as));
        }
    }

    private JsonObject preset(String name) {
        JsonObject spec = shell.say("external", "presets", name, "--json").json();
        spec.addProperty("workingDirectory", ".");
        return spec;
    }

    private Shell.Said run(JsonObject spec, String... words) throws IOException {
        Files.writeString(folder.resolve("spec.json"), spec.toString());
        List<String> all = new ArrayList<>(List.of("external", "spec.json", "--workspace", "w", "--json", "--quiet"));
        all.addAll(List.of(words));
        return shell.say(all.toArray(String[]::new));
    }

    /** The lines of a file as {@code step,value}, with the value of that column. */
    private List<String> own(String file, int column, int heads) throws IOException {
        return Files.readAllLines(folder.resolve(file)).stream().skip(heads).map(line -> line.split(","))
                .map(cells -> Long.parseLong(cells[0]) + "," + Double.parseDouble(cells[column])).toList();
    }

    @Test
    void ctganShowsBothLossesOfItsBarAndLeavesThemWhole() throws Exception {
        program("ctgan.py", "ctgan.py");
        program("pandas.py", "pandas.py");
        Files.writeString(folder.resolve("d.csv"), "x,y\n3,1\n4,2\n5,1\n");
        JsonObject spec = preset("ctgan");
        JsonObject environment = new JsonObject();
        environment.addProperty("PYTHONPATH", folder.toString());
        spec.add("environment", environment);
        Shell.Said said = run(spec, "--data", "d.csv", "--param", "epochs=25", "--param", "num_rows=2");
        assertEquals(ExitCode.COMPLETED, said.exit(), () -> said.out() + said.err());
        JsonObject document = said.json();
        assertEquals(own("own.csv", 1, 0), ExternalCommandTest.captured(document, "generatorLoss"));
        assertEquals(own("own.csv", 2, 0), ExternalCommandTest.captured(document, "discriminatorLoss"));
        assertEquals(own("losses.csv", 1, 1), ExternalCommandTest.captured(document, "Generator Loss"), "as the trainer keeps them, not rounded");
        String kept = document.getAsJsonObject("tables").getAsJsonObject("artifacts").getAsJsonArray("rows").toString();
        assertTrue(kept.contains("ctgan.pkl") && kept.contains("synthetic.csv") && kept.contains("losses.csv"), kept);
        assertEquals(3, Files.readAllLines(folder.resolve("synthetic.csv")).size());
    }

    @Test
    void raveIsReadFromItsEventFilesStepByStep() throws Exception {
        program("rave.py", "rave.py");
        JsonObject spec = preset("rave");
        JsonArray command = new JsonArray();
        command.add("python3");
        command.add("rave.py");
        spec.getAsJsonArray("command").asList().stream().skip(1).forEach(command::add);
        spec.add("command", command);
        Shell.Said said = run(spec, "--param", "db_path=db", "--param", "max_steps=120", "--param", "config=v2,noise");
        assertEquals(ExitCode.COMPLETED, said.exit(), () -> said.out() + said.err());
        JsonObject document = said.json();
        assertEquals(own("own.csv", 1, 0), ExternalCommandTest.captured(document, "fullband_spectral_distance"));
        assertEquals("v2\nnoise", Files.readString(folder.resolve("runs/model_0a1b2c3d4e/config.gin")));
        assertEquals(12, ExternalCommandTest.captured(document, "stepsPerSecond").size(), "one for each epoch of the bar");
        String kept = document.getAsJsonObject("tables").getAsJsonObject("artifacts").getAsJsonArray("rows").toString();
        assertTrue(kept.contains("config.gin") && kept.contains("best.ckpt"), kept);
    }
}
