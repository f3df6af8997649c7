package org.orrery.external;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.analysis.AnalysisException;
import org.orrery.analysis.program.ProgramSpec;
import org.orrery.analysis.program.Programs;
import org.orrery.analysis.result.Result;
import org.orrery.analysis.result.ResultTable;
import org.orrery.analysis.settings.SettingsSchema;
import org.orrery.data.Table;

class ExternalProgramsTest {
    private final ExternalPrograms programs = new ExternalPrograms();
    @TempDir
    Path folder;

    @Test
    void everyPresetIsAWholeDescriptionWhoseParametersAreAllUsed() throws Exception {
        for (String name : programs.presets()) {
            ProgramSpec spec = programs.preset(name);
            ExternalSettings settings = SettingsSchema.of(ExternalSettings.class).bind(spec.settings(), (path, message) -> {
                throw new AssertionError(name + ": " + path + ": " + message);
            }).orElseThrow();
            assertEquals(Optional.empty(), new CommandTemplate(settings.command(), settings.parameters()).unknown(true, false), name);
            String words = String.join(" ", settings.command());
            settings.parameters().forEach(parameter -> assertTrue(words.contains(":" + parameter.name() + "}"), name + ": " + parameter.name()));
            for (MetricSource source : settings.metrics()) {
                assertEquals(Optional.empty(), MetricCheck.of(source, "metrics"), name);
            }
        }
    }

    @Test
    void theCommandOfRaveLeavesOutWhatIsNotGivenAndRepeatsConfigurations() throws Exception {
        Map<String, Object> settings = SettingsSchema.copy(programs.preset("rave").settings());
        ((List<Map<String, Object>>) (List<?>) settings.get("parameters")).stream().filter(each -> each.get("name").equals("config")).findFirst()
                .orElseThrow().put("value", "v2,noise");
        ExternalSettings bound = SettingsSchema.of(ExternalSettings.class).bind(settings, (path, message) -> { }).orElseThrow();
        List<String> words = new CommandTemplate(bound.command(), bound.parameters()).filled(Optional.empty(), Optional.empty());
        assertTrue(words.containsAll(List.of("--config=v2", "--config=noise", "--batch=8", "--max_steps=6000000")), words.toString());
        assertTrue(words.stream().noneMatch(word -> word.startsWith("--gpu") || word.startsWith("--override")), words.toString());
        assertEquals(6_000_000, bound.steps());
    }

    /** The form of the bar: the format of the description is in the trainer of CTGAN, around it is what tqdm writes. */
    @Test
    void theBarOfCtganGivesBothLossesByEpoch() throws Exception {
        List<Programs.Line> log = List.of(new Programs.Line(0.1, "Gen. (0.00) | Discrim. (0.00):   0%|          | 0/300 [00:00<?, ?it/s]"),
                new Programs.Line(1, "Gen. (-1.37) | Discrim. (0.05):  33%|███▎      | 100/300 [00:41<01:22,  2.43it/s]"),
                new Programs.Line(2, "Gen. (nan) | Discrim. (-0.21): 100%|██████████| 300/300 [02:04<00:00,  2.41it/s]"));
        Result result = programs.parse(log, programs.preset("ctgan").settings());
        assertEquals(List.of("generatorLoss 0.0 0.0", "discriminatorLoss 0.0 0.0", "generatorLoss 100.0 -1.37", "discriminatorLoss 100.0 0.05",
                "generatorLoss 300.0 null", "discriminatorLoss 300.0 -0.21"), rows(result));
        assertEquals("metric-not-finite", result.warnings().get(0).code());
    }

    private static List<String> rows(Result result) {
        Table table = ((ResultTable.InMemory) result.tables().get(0).rows()).table();
        return IntStream.range(0, table.rows()).mapToObj(row -> table.value(row, 0) + " " + table.value(row, 1) + " " + table.value(row, 3)).toList();
    }

    @Test
    void aDescriptionThatIsWrittenIsReadAgainTheSame() throws Exception {
        for (String name : programs.presets()) {
            ProgramSpec spec = programs.preset(name);
            Path file = folder.resolve(name + ".json");
            programs.write(spec, file);
            ProgramSpec again = programs.read(file);
            assertEquals(spec.name(), again.name());
            assertEquals(spec.settings(), again.settings());
        }
    }

    @Test
    void pathsAreRelativeToTheFile() throws Exception {
        Path file = Files.writeString(folder.resolve("x.json"),
                "{\"command\": [\"a\"], \"workingDirectory\": \"sub\", \"data\": \"d.csv\", \"standardInput\": \"${dataset}\"}");
        ProgramSpec spec = programs.read(file);
        assertEquals(folder.resolve("sub").toString(), spec.settings().get("workingDirectory"));
        assertEquals(Optional.of(folder.resolve("d.csv")), spec.data());
        assertEquals("${dataset}", spec.settings().get("standardInput"));
    }

    @Test
    void aPatternWithoutAnEndIsGivenUpAndNamed() throws Exception {
        Map<String, Object> settings = Map.of("metrics", List.of(Map.of("pattern", "(?<a>(x+x+)+y)"), Map.of("format", "key-value")));
        Result result = programs.parse(List.of(new Programs.Line(0, "x".repeat(5_000) + " loss=1"), new Programs.Line(1, "loss=2")), settings);
        assertEquals(List.of("loss 1.0 1.0", "loss 2.0 2.0"), rows(result));
        assertEquals("pattern-too-slow", result.warnings().get(0).code());
    }

    @Test
    void aProgramThatGivesEachNumberANameOfItsOwnFillsNoMemory() throws Exception {
        List<Programs.Line> log = IntStream.range(0, 5_000).mapToObj(i -> new Programs.Line(i, "id" + i + "=1")).toList();
        Result result = programs.parse(log, Map.of("metrics", List.of(Map.of("format", "key-value"))));
        assertEquals(MetricBoard.MOST_NAMES, rows(result).size());
    }

    @Test
    void filesAreFoundByPatternsAndWhatIsNoFileIsNot() throws Exception {
        Files.createDirectories(folder.resolve("a/b"));
        Files.writeString(folder.resolve("a/b/x.ckpt"), "1");
        Files.writeString(folder.resolve("y.ckpt"), "1");
        Files.createSymbolicLink(folder.resolve("a/away.ckpt"), Path.of("/etc/hostname"));
        Files.createSymbolicLink(folder.resolve("loop"), folder);
        FoundFiles found = new FoundFiles(folder);
        assertEquals(List.of(folder.resolve("a/b/x.ckpt"), folder.resolve("y.ckpt")), found.matching(List.of("**.ckpt")));
        assertEquals(List.of(folder.resolve("y.ckpt")), found.matching(List.of("*.ckpt", "nothing")));
        assertEquals(List.of(), new FoundFiles(folder.resolve("gone")).matching(List.of("**")));
    }

    @Test
    void whatCannotBeAPatternIsRefusedWithItsPlace() {
        AnalysisException refused = assertThrows(AnalysisException.class,
                () -> programs.parse(List.of(), Map.of("metrics", List.of(Map.of("pattern", "loss")))));
        assertEquals(Optional.of("metrics[0].pattern"), refused.setting());
    }

    @Test
    void capturesStandWhereTheNumbersAre() throws Exception {
        LineReader reader = new LineReader(ExternalPrograms.sources(Map.of("metrics", List.of(Map.of("pattern", "iter (?<step>\\d+) value (?<loss>\\S+)"),
                Map.of("format", "key-value")))));
        assertEquals(List.of(new Capture("step", 5, 6), new Capture("loss", 13, 18)), reader.read("iter 7 value -1e-3").orElseThrow().captures());
        LineReader.Found found = reader.read("\u001B[32mepoch 2/9 lr=0.1\u001B[0m").orElseThrow();
        assertEquals(1, found.source());
        assertEquals(List.of(new Capture("epoch", 6, 7), new Capture("lr", 13, 16)), found.captures());
        assertTrue(reader.read("nothing here").isEmpty());
    }
}
