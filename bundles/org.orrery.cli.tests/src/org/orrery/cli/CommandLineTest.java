package org.orrery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunException.Code;
import org.orrery.jobs.RunException.Problem;
import org.orrery.jobs.RunRequest;
import org.orrery.jobs.RunState;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

class CommandLineTest {
    @TempDir
    Path folder;
    private Shell shell;

    @BeforeEach
    void files() throws IOException {
        Files.writeString(folder.resolve("iris.csv"), "a,b\n1,x\n");
        Files.writeString(folder.resolve("ragged.csv"), "a,b\n1\n");
        shell = new Shell(folder);
    }

    private void assertError(Shell.Said said, String code, ExitCode exit) {
        assertEquals(exit, said.exit(), said.err());
        JsonObject error = said.json().getAsJsonObject("error");
        assertEquals(code, error.get("code").getAsString());
        assertFalse(error.get("message").getAsString().isBlank());
        assertEquals(List.of("file", "line", "column", "setting"), List.copyOf(error.getAsJsonObject("where").keySet()));
        assertFalse(said.err().contains("\tat "), said.err());
    }

    @Test
    void helpNamesTheWordsOfThisVersionAndNoOthers() {
        String help = shell.say("--help").out();
        assertTrue(help.lines().allMatch(line -> line.length() <= 111) && help.lines().count() < 80, help);
        for (String word : List.of("demo", "list", "describe", "run", "resume", "cancel", "stop", "pause", "rm", "runs", "show", "report")) {
            assertTrue(help.contains("\n  " + word + " "), word);
        }
        for (String word : List.of("profile", "score", "export", "import ", "external", "serve", "detach")) {
            assertFalse(help.contains(word + " FILE"), word);
        }
        for (String option : List.of("--json", "--workspace DIR", "--quiet", "--verbose", "--help", "--version")) {
            assertTrue(help.contains(option), option);
        }
    }

    @Test
    void everyCommandHasItsOwnHelp() {
        Shell.Said said = shell.say("run", "--help");
        assertEquals(ExitCode.COMPLETED, said.exit());
        for (String option : List.of("--data [NAME=]FILE", "--set NAME=VALUE", "--settings FILE.json", "--seed N", "--out DIR", "--delimiter",
                "--quote", "--escape", "--comment", "--skip", "--skip-end", "--trailing-delimiter", "--widths", "--max-columns", "--encoding",
                "--header", "--decimal", "--grouping", "--missing", "--types", "--date-order", "--zone")) {
            assertTrue(said.out().contains(option), option);
        }
    }

    @Test
    void helpAndVersionAreDocumentsToo() {
        assertTrue(shell.say("--help", "--json").json().get("help").getAsString().startsWith("Usage"));
        assertEquals("9.8.7", shell.say("--version", "--json").json().get("version").getAsString());
        assertEquals("Orrery 9.8.7", shell.say("list", "--version").out().strip());
    }

    @Test
    void badUsageIsToldInASentenceWithTheNearestWord() {
        Shell.Said said = shell.say("rnu");
        assertEquals(ExitCode.BAD_INPUT, said.exit());
        assertEquals("", said.out());
        assertTrue(said.err().contains("Did you mean run?"), said.err());
        shell.services.workspace.store(1, RunState.COMPLETED, request());
        for (String[] words : new String[][] {{}, {"profile", "x.csv"}, {"serve", "x"}, {"show"}, {"show", "x"}, {"show", "1", "2"}, {"show", "0"},
                {"list", "--jsno"}, {"run", "classification"}, {"run", "pair", "--data", "iris.csv"}, {"run", "simulation", "--data", "iris.csv"},
                {"run", "classification", "--data"}, {"run", "classification", "--data", "iris.csv", "--seed", "x"},
                {"run", "classification", "--data", "iris.csv", "--header", "maybe"},
                {"run", "classification", "--data", "iris.csv", "--set", "folds"}, {"run", "classification", "--data", "iris.csv", "--out", "iris.csv"},
                {"runs", "--status", "DONE"}, {"report", "1"}, {"report", "1", "--out", ""}}) {
            String[] withJson = List.of(words).toArray(new String[words.length + 1]);
            withJson[words.length] = "--json";
            assertError(shell.say(withJson), "bad-usage", ExitCode.BAD_INPUT);
        }
    }

    @Test
    void anUnknownAnalysisIsToldWithTheNearest() {
        assertError(shell.say("run", "clasification", "--data", "iris.csv", "--json"), "unknown-analysis", ExitCode.BAD_INPUT);
        assertError(shell.say("describe", "nothing", "--json"), "unknown-analysis", ExitCode.BAD_INPUT);
    }

    @Test
    void aBadSettingIsToldWithItsName() {
        Shell.Said said = shell.say("run", "classification", "--data", "iris.csv", "--set", "fold=3", "--json");
        assertError(said, "bad-setting", ExitCode.BAD_INPUT);
        assertEquals("fold", said.json().getAsJsonObject("error").getAsJsonObject("where").get("setting").getAsString());
    }

    @Test
    void aMissingColumnIsToldAsTheRunManagementTellsIt() {
        shell.services.workspace.refusal = Optional.of(new RunException(List.of(
                new Problem(Code.MISSING_COLUMN, "target", "There is no column x; did you mean a?", Optional.empty())), null));
        assertError(shell.say("run", "classification", "--data", "iris.csv", "--set", "target=x", "--json"), "missing-column",
                ExitCode.BAD_INPUT);
    }

    @Test
    void notEnoughDataFoundWhileRunningIsBadInputToo() {
        shell.services.workspace.end = RunState.FAILED;
        shell.services.workspace.error = Optional.of(new Problem(Code.NOT_ENOUGH_DATA, "folds", "Class b has 2 rows for 5 folds.", Optional.empty()));
        assertError(shell.say("run", "classification", "--data", "iris.csv", "--json"), "not-enough-data", ExitCode.BAD_INPUT);
    }

    @Test
    void anUnreadableFileIsToldWithItsPath() {
        Shell.Said said = shell.say("run", "classification", "--data", "nowhere.csv", "--json");
        assertError(said, "unreadable-file", ExitCode.BAD_INPUT);
        assertEquals(folder.resolve("nowhere.csv").toString(),
                said.json().getAsJsonObject("error").getAsJsonObject("where").get("file").getAsString());
    }

    @Test
    void badDataAreToldWithTheirLine() {
        Shell.Said said = shell.say("run", "classification", "--data", "ragged.csv", "--json");
        assertError(said, "bad-data", ExitCode.BAD_INPUT);
        assertEquals(3, said.json().getAsJsonObject("error").getAsJsonObject("where").get("line").getAsInt());
        assertTrue(shell.services.workspace.calls.contains("close"));
    }

    @Test
    void anUnknownRunIsTold() {
        for (String word : List.of("show", "resume", "cancel", "stop", "pause", "rm")) {
            assertError(shell.say(word, "99", "--json"), "run-not-found", ExitCode.BAD_INPUT);
        }
        assertError(shell.say("report", "99", "--out", "r.html", "--json"), "run-not-found", ExitCode.BAD_INPUT);
    }

    @Test
    void aCompleteRunCannotBeResumed() {
        shell.services.workspace.store(1, RunState.COMPLETED, request());
        assertError(shell.say("resume", "1", "--json"), "not-resumable", ExitCode.BAD_INPUT);
    }

    @Test
    void aWorkspaceOfAnotherProcessIsReadButNotChanged() {
        shell.services.locked = Optional.of(new RunException(Code.WORKSPACE_LOCKED, "Process 42 of user u on host h has it."));
        shell.services.workspace.store(1, RunState.RUNNING, request());
        assertError(shell.say("run", "classification", "--data", "iris.csv", "--json"), "workspace-locked", ExitCode.WORKSPACE);
        for (String word : List.of("resume", "cancel", "stop", "pause", "rm")) {
            assertError(shell.say(word, "1", "--json"), "workspace-locked", ExitCode.WORKSPACE);
        }
        for (String[] words : new String[][] {{"list"}, {"describe", "classification"}, {"runs"}, {"show", "1"},
                {"report", "1", "--out", "r.html"}}) {
            assertEquals(ExitCode.COMPLETED, shell.say(words).exit(), words[0]);
        }
    }

    @Test
    void anErrorOfTheProgramIsOneSentenceUnlessMoreIsWanted() {
        shell.services.workspace.whileRunning = () -> {
            throw new IllegalStateException("broken");
        };
        Shell.Said said = shell.say("run", "classification", "--data", "iris.csv", "--json");
        assertError(said, "internal", ExitCode.FAILED);
        assertTrue(shell.say("run", "classification", "--data", "iris.csv", "--verbose").err().contains("\tat "));
    }

    @Test
    void exhaustedMemoryHasItsOwnCode() {
        shell.services.workspace.whileRunning = () -> {
            throw new OutOfMemoryError("Java heap space");
        };
        assertError(shell.say("run", "classification", "--data", "iris.csv", "--json"), "out-of-memory", ExitCode.FAILED);
    }

    @Test
    void theListHoldsEveryAnalysis() {
        JsonArray analyses = shell.say("list", "--json").json().getAsJsonArray("analyses");
        assertEquals(3, analyses.size());
        assertEquals(List.of("id", "name", "category", "description", "bundle", "version"),
                List.copyOf(analyses.get(0).getAsJsonObject().keySet()));
        assertTrue(shell.say("list").out().contains("classification  Tests     Fake classification"));
    }

    @Test
    void aDescriptionHoldsEverySettingWithItsLimits() {
        JsonObject document = shell.say("describe", "classification", "--json").json();
        assertEquals("classification", document.get("id").getAsString());
        JsonArray settings = document.getAsJsonArray("settings");
        JsonObject folds = settings.get(1).getAsJsonObject();
        assertTrue(folds.keySet().containsAll(
                List.of("name", "type", "default", "min", "max", "choices", "role", "label", "help", "advanced")));
        assertEquals("integer", folds.get("type").getAsString());
        assertEquals("5", folds.get("default").toString());
        assertEquals("2", folds.get("min").toString());
        assertEquals("100", folds.get("max").toString());
        assertTrue(folds.get("choices").isJsonNull());
        assertEquals("target", settings.get(0).getAsJsonObject().get("role").getAsString());
        assertEquals("[\"small\",\"very-large\"]", settings.get(2).getAsJsonObject().get("choices").toString());
        assertTrue(settings.get(3).getAsJsonObject().get("advanced").getAsBoolean());
        assertEquals("maxDepth", settings.get(5).getAsJsonObject().getAsJsonArray("settings").get(0).getAsJsonObject().get("name").getAsString());
        assertEquals("leaderboard", document.getAsJsonArray("tables").get(0).getAsJsonObject().get("name").getAsString());
        String text = shell.say("describe", "classification").out();
        assertTrue(text.contains("folds (integer, at least 2, at most 100, default 5)"), text);
        assertTrue(text.contains("tree.maxDepth"), text);
    }

    @Test
    void theListOfRunsIsFilteredAndNewestFirst() {
        shell.services.workspace.store(1, RunState.COMPLETED, request());
        shell.services.workspace.store(2, RunState.INTERRUPTED, request());
        JsonArray runs = shell.say("runs", "--json").json().getAsJsonArray("runs");
        assertEquals(2, runs.get(0).getAsJsonObject().get("run").getAsInt());
        assertEquals(List.of("run", "analysis", "name", "status", "started", "finished", "dataset", "bestFigure", "resumable", "tags"),
                List.copyOf(runs.get(0).getAsJsonObject().keySet()));
        assertEquals(1, shell.say("runs", "--status", "completed", "--json").json().getAsJsonArray("runs").size());
        assertEquals(0, shell.say("runs", "--analysis", "other", "--json").json().getAsJsonArray("runs").size());
        assertTrue(shell.say("runs").out().contains("INTERRUPTED"));
    }

    private RunRequest request() {
        return new RunRequest("classification", "", FakeRun.inputs(FakeWorkspace.dataset(folder.resolve("iris.csv"))), java.util.Map.of(),
                12345, 0);
    }
}
