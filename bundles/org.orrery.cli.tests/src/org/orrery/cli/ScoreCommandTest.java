package org.orrery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/** What {@code score} says about single rows, and why, on the penguins of Palmer Station; {@code export} of the same model. */
class ScoreCommandTest {
    private static final Map<String, String> ROW = row();
    private static final String MODEL = "model.logistic-regression";

    @TempDir
    Path folder;
    private Shell shell;
    private JsonObject run;

    private static Map<String, String> row() {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("island", "Dream");
        row.put("bill_length_mm", "45.5");
        row.put("bill_depth_mm", "17.8");
        row.put("flipper_length_mm", "196");
        row.put("body_mass_g", "3700");
        row.put("sex", "female");
        row.put("year", "2008");
        return row;
    }

    @BeforeEach
    void keepAModel() throws Exception {
        Services services = Shell.installed();
        shell = new Shell(folder, services);
        Path penguins = services.samples().materialise("penguins", folder);
        Shell.Said said = shell.say("run", "classification", "--data", penguins.toString(), "--set", "target=species", "--set", "folds=2", "--set",
                "models=logistic-regression", "--set", "baselines=false", "--set", "diagnostics.learningCurveFolds=0", "--workspace", "w", "--json", "--quiet");
        assertEquals(ExitCode.COMPLETED, said.exit(), said.err());
        run = said.json();
    }

    private Shell.Said ask(Map<String, String> row, String... more) throws IOException {
        List<String> words = new ArrayList<>(List.of("score", "1", "--workspace", "w", "--json"));
        row.forEach((name, value) -> words.addAll(List.of("--row", name + "=" + value)));
        words.addAll(List.of(more));
        return shell.say(words.toArray(String[]::new));
    }

    @Test
    void aRowMadeUpByHandHasTheProbabilitiesOfTheCoefficientsThatTheRunShows() throws Exception {
        JsonObject probabilities = ask(ROW).json().getAsJsonObject("probabilities");
        Map<String, Double> scores = new LinkedHashMap<>();
        JsonObject table = run.getAsJsonObject("tables").getAsJsonObject("coefficients");
        for (var each : table.getAsJsonArray("rows")) {
            JsonArray line = each.getAsJsonArray();
            scores.merge(line.get(1).getAsString(), line.get(3).getAsDouble() * value(line.get(2).getAsString()), Double::sum);
        }
        double sum = scores.values().stream().mapToDouble(Math::exp).sum();
        assertEquals(3, scores.size());
        scores.forEach((label, score) -> assertEquals(Math.exp(score) / sum, probabilities.get(label).getAsDouble(), 1e-9, label));
    }

    /** What a term is multiplied by: 1, the number, or 1 for the level that the row has. */
    private static double value(String term) {
        if (term.equals("(intercept)")) {
            return 1;
        }
        int equals = term.indexOf('=');
        if (equals > 0) {
            return term.substring(equals + 1).equals(ROW.get(term.substring(0, equals))) ? 1 : 0;
        }
        return Double.parseDouble(ROW.get(term));
    }

    @Test
    void whatMovedAPredictionAddsUpAndIsTheSameForARowOfAFile() throws Exception {
        JsonObject said = ask(ROW).json();
        JsonObject contributions = said.getAsJsonObject("contributions");
        String explained = said.get("explained").getAsString();
        double moved = contributions.entrySet().stream().mapToDouble(each -> each.getValue().getAsDouble()).sum();
        assertEquals(said.getAsJsonObject("probabilities").get(explained).getAsDouble(), said.get("base").getAsDouble() + moved, 1e-9);
        assertEquals(ROW.keySet(), contributions.keySet());
        Files.writeString(folder.resolve("one.csv"), String.join(",", ROW.keySet()) + "\n" + String.join(",", ROW.values()) + "\n");
        Shell.Said scored = shell.say("score", "1", "--data", "one.csv", "--out", "why.csv", "--explain", "3", "--workspace", "w", "--json");
        assertEquals(ExitCode.COMPLETED, scored.exit(), scored.err());
        List<String> lines = Files.readAllLines(folder.resolve("why.csv"));
        List<String> names = List.of(lines.get(0).split(","));
        List<String> values = List.of(lines.get(1).split(","));
        List<String> order = contributions.entrySet().stream().sorted(Comparator.comparingDouble(each -> -Math.abs(each.getValue().getAsDouble())))
                .map(Map.Entry::getKey).toList();
        for (int rank = 1; rank <= 3; rank++) {
            String feature = values.get(names.indexOf("reason." + rank));
            assertEquals(order.get(rank - 1), feature);
            assertEquals(contributions.get(feature).getAsDouble(), Double.parseDouble(values.get(names.indexOf("contribution." + rank))), 1e-12);
        }
        assertEquals(-1, names.indexOf("reason.4"));
        assertTrue(values.contains(said.get("predicted").getAsString()), lines.toString());
    }

    @Test
    void whatIsNotThereCountsAsMissingAndNonsenseIsRefusedInASentence() throws Exception {
        assertEquals(ExitCode.COMPLETED, ask(Map.of("bill_length_mm", "39")).exit());
        refused("bad-setting", ask(Map.of("bill_lenght_mm", "39")));
        for (String value : new String[] {"heavy", "NaN", "-Infinity", "1,5"}) {
            refused("bad-setting", ask(Map.of("body_mass_g", value)));
            refused("bad-setting", ask(Map.of("bill_length_mm", value)));
        }
        refused("bad-usage", shell.say("score", "1", "--row", "39", "--workspace", "w", "--json"));
        refused("bad-usage", shell.say("score", "1", "--row", "body_mass_g=1", "--model", "tree", "--workspace", "w", "--json"));
        for (String many : new String[] {"0", "-1", "x", "1e3", "99999"}) {
            refused("bad-usage", shell.say("score", "1", "--data", "penguins.csv", "--out", "o.csv", "--explain", many, "--workspace", "w", "--json"));
        }
        refused("run-not-found", shell.say("score", "7", "--row", "body_mass_g=1", "--workspace", "w", "--json"));
    }

    @Test
    void theModelIsWrittenForOtherPrograms() throws Exception {
        Shell.Said said = shell.say("export", "1", "out/penguins.onnx", "--workspace", "w", "--json");
        assertEquals(ExitCode.COMPLETED, said.exit(), said.err());
        assertEquals(MODEL, said.json().get("model").getAsString());
        String bytes = Files.readString(folder.resolve("out/penguins.onnx"), StandardCharsets.ISO_8859_1);
        for (String word : new String[] {"flipper_length_mm", "Gentoo", "LabelEncoder", "Softmax", "probabilities"}) {
            assertTrue(bytes.contains(word), word);
        }
        refused("bad-usage", shell.say("export", "1", "p.onnx", "--model", "model.forest", "--workspace", "w", "--json"));
    }

    @Test
    void aModelWithANameIsListedPromotedAndAppliedByItsStage() throws Exception {
        Shell.Said added = shell.say("model", "add", "1", "penguin", "--stage", "production", "--workspace", "w", "--json");
        assertEquals(ExitCode.COMPLETED, added.exit(), added.err());
        JsonObject line = shell.say("models", "--workspace", "w", "--json").json().getAsJsonArray("models").get(0).getAsJsonObject();
        assertEquals(added.json().getAsJsonArray("models").get(0), line);
        JsonObject artifact = run.getAsJsonArray("artifacts").asList().stream().map(each -> each.getAsJsonObject())
                .filter(each -> each.get("id").getAsString().equals(MODEL)).findFirst().orElseThrow();
        assertEquals("penguin 1 [\"production\"] " + MODEL, line.get("name").getAsString() + ' ' + line.get("version") + ' ' + line.get("stages") + ' ' + line.get("model").getAsString());
        assertEquals(artifact.get("sha256"), line.get("sha256"));
        assertEquals(artifact.get("bytes"), line.get("bytes"));
        JsonObject figure = line.getAsJsonObject("bestFigure");
        assertEquals(run.getAsJsonObject("figures").get(figure.get("name").getAsString()), figure.get("value"));
        Shell.Said by = shell.say("score", "--model", "penguin@production", "--data", "penguins.csv", "--out", "by.csv", "--workspace", "w", "--json");
        assertEquals(ExitCode.COMPLETED, by.exit(), by.err());
        assertEquals(1, by.json().get("run").getAsInt());
        shell.say("score", "1", "--data", "penguins.csv", "--out", "of.csv", "--workspace", "w");
        assertEquals(Files.readString(folder.resolve("of.csv")), Files.readString(folder.resolve("by.csv")));
        assertEquals(ExitCode.COMPLETED, shell.say("export", "p.onnx", "--model", "penguin", "--workspace", "w").exit());
        assertTrue(shell.say("models", "--workspace", "w").out().contains("logistic-regression"));
        refused("bad-usage", shell.say("rm", "1", "--workspace", "w", "--json"));
        assertEquals(ExitCode.COMPLETED, shell.say("model", "demote", "penguin@production", "--workspace", "w").exit());
        refused("bad-usage", shell.say("score", "--model", "penguin@production", "--data", "penguins.csv", "--out", "by.csv", "--workspace", "w", "--json"));
        assertEquals(ExitCode.COMPLETED, shell.say("model", "promote", "penguin@latest", "staging", "--workspace", "w").exit());
        assertEquals(ExitCode.COMPLETED, shell.say("score", "--model", "PENGUIN@Staging", "--row", "bill_length_mm=40", "--workspace", "w").exit());
        assertEquals("{\"models\":[]}", shell.say("model", "remove", "penguin@1", "--workspace", "w", "--json").json().toString());
        for (String words : List.of("model", "model fly", "model add 1", "model add 1 a@b", "model add 99 x", "model promote penguin@1 x", "model demote penguin",
                "models penguin", "score --data a.csv --out b.csv", "score 1 --model penguin@x --row a=1")) {
            Shell.Said said = shell.say(Stream.concat(Arrays.stream(words.split(" ")), Stream.of("--workspace", "w", "--json")).toArray(String[]::new));
            assertEquals(ExitCode.BAD_INPUT, said.exit(), words);
            String message = said.json().getAsJsonObject("error").get("message").getAsString();
            assertTrue(message.endsWith(".") || message.endsWith("?"), message);
        }
    }

    private static void refused(String code, Shell.Said said) {
        assertEquals(ExitCode.BAD_INPUT, said.exit(), said.err());
        JsonObject error = said.json().getAsJsonObject("error");
        assertEquals(code, error.get("code").getAsString(), said.out());
        assertTrue(error.get("message").getAsString().endsWith(".") || error.get("message").getAsString().endsWith("?"), said.out());
    }
}
