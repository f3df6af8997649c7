package org.orrery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.jobs.RunException.Code;
import org.orrery.jobs.RunException.Problem;
import org.orrery.jobs.RunRequest;
import org.orrery.jobs.RunState;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

class RunCommandTest {
    private static final List<String> DOCUMENT = List.of("run", "analysis", "status", "name", "started", "finished", "attempts", "resumable",
            "dataset", "seed", "settings", "units", "figures", "tables", "charts", "artifacts", "warnings", "failures", "timings", "memory");

    @TempDir
    Path folder;
    private Shell shell;
    private FakeWorkspace workspace;

    @BeforeEach
    void files() throws IOException {
        Files.writeString(folder.resolve("iris.csv"), "a,b\n1,x\n");
        Files.writeString(folder.resolve("odd=name.csv"), "a,b\n1,x\n");
        shell = new Shell(folder);
        workspace = shell.services.workspace;
        Files.createDirectories(workspace.folder());
        Files.writeString(workspace.folder().resolve("model.bin"), "abc");
    }

    private Shell.Said run(String... more) {
        String[] words = new String[4 + more.length];
        System.arraycopy(new String[] {"run", "classification", "--data", "iris.csv"}, 0, words, 0, 4);
        System.arraycopy(more, 0, words, 4, more.length);
        return shell.say(words);
    }

    @Test
    void theDocumentIsThatOfTheCommandLine() {
        Shell.Said said = run("--json", "--set", "target=b");
        assertEquals(ExitCode.COMPLETED, said.exit(), said.err());
        JsonObject document = said.json();
        assertEquals(DOCUMENT, List.copyOf(document.keySet()).subList(0, DOCUMENT.size()));
        assertEquals("COMPLETED", document.get("status").getAsString());
        assertEquals("2026-11-21T10:00:00.123Z", document.get("started").getAsString());
        assertEquals(List.of("name", "source", "rows", "columns", "sha256", "sample"), keys(document.get("dataset")));
        assertEquals(12345, document.get("seed").getAsLong());
        assertEquals("b", document.getAsJsonObject("settings").get("target").getAsString());
        assertEquals("{\"done\":11,\"total\":16,\"restored\":2,\"failed\":1}", document.get("units").toString());
        assertEquals(2.0 / 3, document.getAsJsonObject("figures").get("bestModel.accuracy").getAsDouble());
        JsonObject table = document.getAsJsonObject("tables").getAsJsonObject("leaderboard");
        assertEquals(List.of("columns", "rows", "totalRows", "path"), keys(table));
        assertTrue(table.getAsJsonArray("rows").get(1).getAsJsonArray().get(2).isJsonNull(), "NaN is null");
        assertEquals(List.of("id", "title", "kind", "path"), keys(document.getAsJsonArray("charts").get(0)));
        assertEquals(List.of("id", "path", "bytes", "sha256"), keys(document.getAsJsonArray("artifacts").get(0)));
        assertEquals(List.of("code", "message"), keys(document.getAsJsonArray("warnings").get(0)));
        assertEquals(List.of("unit", "message"), keys(document.getAsJsonArray("failures").get(0)));
        assertEquals(List.of("load", "run", "total"), keys(document.get("timings")));
        assertEquals("{\"allocatedMiB\":910.5,\"peakHeapMiB\":null,\"peakRssMiB\":480.0}", document.get("memory").toString());
    }

    private static List<String> keys(JsonElement object) {
        return List.copyOf(object.getAsJsonObject().keySet());
    }

    @Test
    void peopleReadAnAlignedLeaderboardAndWhereThingsAre() {
        Shell.Said said = run("--quiet");
        assertEquals("", said.err());
        String expected = """
                Run 1: COMPLETED, classification, Run of iris
                  data: iris, 150 rows, 2 columns, from @/iris.csv
                  11 of 16 units (2 restored), attempt 2, 3.8 s, seed 12345

                Leaderboard
                  model          status    accuracy  folds
                  Decision tree  complete    0.6667      5
                  dummy          complete         -      5
                  2 of 2 rows and 4 of 5 columns; --json shows all.

                Figures
                  bestModel           Decision tree  Best model
                  bestModel.accuracy         0.6667  Its accuracy

                Findings
                  The tree is best.

                Warnings
                  class-imbalance: One class is rare.

                Failed or skipped
                  Support vectors, fold 3: It did not converge.

                More: orrery show 1
                """;
        assertEquals(expected.replace("@", folder.toString()), said.out().replace("\r\n", "\n"));
    }

    @Test
    void progressGoesToTheStandardErrorAsPlainLinesOrOneLineThatIsWrittenOver() {
        String plain = run("--json").err();
        assertTrue(plain.contains("Reading iris.csv: 50 %"), plain);
        assertFalse(plain.contains("\r"), plain);
        assertTrue(plain.contains("  Decision tree  complete  0.6667"), plain);
        shell.terminal = true;
        String rewritten = run("--json").err();
        assertTrue(rewritten.contains("\rRun 2: 11 of 16 units, 50 %, about 12 s left (9–15 s), 30 units a minute: Tree, fold 1 (40/100 iterations)"), rewritten);
        assertTrue(rewritten.endsWith("\r\u001b[K") || rewritten.endsWith("\n"), "the line is taken away at the end");
        assertEquals("", run("--json", "--quiet").err());
    }

    @Test
    void theExitCodeSaysHowTheRunEnded() {
        Map<RunState, Integer> codes = Map.of(RunState.COMPLETED, 0, RunState.COMPLETED_PARTIAL, 1, RunState.FAILED, 1, RunState.FAILED_PARTIAL, 1,
                RunState.CANCELLED, 3, RunState.STOPPED_KEPT, 3, RunState.INTERRUPTED, 130);
        codes.forEach((state, code) -> {
            workspace.end = state;
            Shell.Said said = run("--json");
            assertEquals(code, said.exit().code(), state::name);
            assertEquals(state.name(), said.json().get("status").getAsString());
        });
    }

    @Test
    void aRunThatFailedForAnotherReasonThanItsInputSaysWhyBesideItsDocument() {
        workspace.end = RunState.FAILED;
        workspace.error = Optional.of(new Problem(Code.OUT_OF_MEMORY, "", "The heap is exhausted.", Optional.empty()));
        Shell.Said said = run("--json");
        assertEquals(ExitCode.FAILED, said.exit());
        assertEquals("FAILED", said.json().get("status").getAsString());
        assertTrue(said.err().contains("The heap is exhausted."));
    }

    @Test
    void interruptingOnceLeavesARunThatCanBeResumedAndSaysHow() {
        workspace.whileRunning = () -> {
            Thread request = new Thread(() -> shell.interruption.request());
            request.setDaemon(true);
            request.start();
            while (!workspace.calls.contains("interruptAll")) {
                Thread.onSpinWait();
            }
        };
        Shell.Said said = shell.say("run", "classification", "--data", "iris.csv", "--json", "--workspace", "my work");
        assertEquals(ExitCode.INTERRUPTED, said.exit());
        assertEquals("INTERRUPTED", said.json().get("status").getAsString());
        assertTrue(said.err().contains("orrery resume 1 --workspace 'my work'"), said.err());
        assertEquals(List.of(), shell.halts);
        assertEquals(List.of(folder.resolve("my work")), shell.services.opened);
        assertTrue(workspace.calls.contains("close"));
    }

    @Test
    void interruptingTwiceEndsTheProcessAtOnce() {
        workspace.whileRunning = () -> {
            Thread request = new Thread(() -> shell.interruption.request());
            request.setDaemon(true);
            request.start();
            while (!shell.interruption.requested()) {
                Thread.onSpinWait();
            }
            shell.interruption.request();
        };
        run("--json");
        assertEquals(List.of(130), shell.halts);
    }

    @Test
    void interruptingWhileDataAreReadEndsWithoutARun() {
        workspace.whileReading = () -> {
            Thread request = new Thread(() -> shell.interruption.request());
            request.setDaemon(true);
            request.start();
            while (!shell.interruption.requested()) {
                Thread.onSpinWait();
            }
        };
        Shell.Said said = run("--json");
        assertEquals(ExitCode.INTERRUPTED, said.exit());
        assertEquals("cancelled", said.json().getAsJsonObject("error").get("code").getAsString());
        assertEquals(Map.of(), workspace.stored);
    }

    @Test
    void dataMayBeNamedAndFileNamesMayHoldAnEqualsSign() {
        assertEquals(ExitCode.COMPLETED, shell.say("run", "classification", "--data", "odd=name.csv").exit());
        assertEquals(ExitCode.COMPLETED, shell.say("run", "classification", "--data", "data=odd=name.csv").exit());
        assertEquals(ExitCode.COMPLETED,
                shell.say("run", "pair", "--data", "training=iris.csv", "--data", "extra=iris.csv", "--data=extra=odd=name.csv").exit());
        assertEquals(2, workspace.stored.get(3L).request().inputs().get("extra").size());
        assertEquals(ExitCode.COMPLETED, shell.say("run", "simulation").exit());
        assertEquals(5, workspace.kept.size(), "every data set that was read is kept in the catalogue");
    }

    @Test
    void settingsComeFromAFileAndSingleValuesAreStronger() throws IOException {
        Files.writeString(folder.resolve("s.json"), "{\"folds\": 7, \"tree\": {\"maxDepth\": 2}, \"words\": [\"x\"]}");
        run("--settings", "s.json", "--set", "tree.maxDepth=9", "--set", "words=a,b", "--seed", "-3");
        RunRequest request = workspace.stored.get(1L).request();
        assertEquals(7L, request.settings().get("folds"));
        assertEquals("9", ((Map<?, ?>) request.settings().get("tree")).get("maxDepth"));
        assertEquals(List.of("a", "b"), request.settings().get("words"));
        assertEquals(-3, request.seed());
    }

    @Test
    void theOutFolderHoldsEverything() throws IOException {
        Shell.Said said = run("--out", "o/p", "--json");
        assertEquals(ExitCode.COMPLETED, said.exit(), said.err());
        Path out = folder.resolve("o/p");
        assertEquals(said.json(), JsonParser.parseString(Files.readString(out.resolve("run.json"))));
        assertEquals("model,status,accuracy,accuracySd,folds", Files.readAllLines(out.resolve("leaderboard.csv")).get(0));
        assertEquals("<svg>roc</svg>", Files.readString(out.resolve("roc.svg")));
        String refused = run("--out", "o/p", "--pictures", "bmp", "--json").json().getAsJsonObject("error").get("message").getAsString();
        assertEquals("There is no picture format bmp. There are: svg.", refused);
        assertEquals(out.resolve("roc.svg").toString(), said.json().getAsJsonArray("charts").get(0).getAsJsonObject().get("path").getAsString());
        assertEquals("abc", Files.readString(out.resolve("artifacts/model.tree/model.bin")));
        assertEquals(out.resolve("artifacts/model.tree/model.bin").toString(),
                said.json().getAsJsonArray("artifacts").get(0).getAsJsonObject().get("path").getAsString());
        assertTrue(Files.readString(out.resolve("log.txt")).contains("INFO tree/fold-1 Fitted."));
        assertEquals("html of 1", Files.readString(out.resolve("report.html")));
    }

    @Test
    void aRunThatWasInterruptedIsResumedAndFollowed() {
        workspace.end = RunState.INTERRUPTED;
        run();
        workspace.end = RunState.COMPLETED;
        Shell.Said said = shell.say("resume", "1", "--json");
        assertEquals(ExitCode.COMPLETED, said.exit());
        assertEquals("COMPLETED", said.json().get("status").getAsString());
        assertFalse(workspace.calls.contains("dropLate"), "what came late is taken in");
    }

    @Test
    void whatCameLateIsThrownAwayWhereTheUserSaysSo() {
        workspace.end = RunState.INTERRUPTED;
        run();
        workspace.end = RunState.COMPLETED;
        assertEquals(ExitCode.COMPLETED, shell.say("resume", "1", "--without-late").exit());
        assertTrue(workspace.calls.contains("dropLate"));
    }

    @Test
    void aRunThatIsCompleteGoesOnWithSettingsThatHaveGrown() {
        run();
        Shell.Said said = shell.say("resume", "1", "--set", "folds=7", "--json");
        assertEquals(ExitCode.COMPLETED, said.exit());
        assertEquals("7", said.json().getAsJsonObject("settings").get("folds").getAsString());
        assertEquals(ExitCode.BAD_INPUT, shell.say("resume", "1", "--set", "fold=7").exit());
    }

    @Test
    void verbsReachARunAtWorkAndLeaveAnEndedOne() {
        RunRequest request = new RunRequest("classification", "", Map.of(), Map.of(), 1, 0);
        for (String verb : List.of("cancel", "stop", "pause")) {
            workspace.store(1, RunState.RUNNING, request);
            assertEquals(ExitCode.COMPLETED, shell.say(verb, "1").exit());
            assertTrue(workspace.calls.contains(verb));
        }
        workspace.calls.clear();
        workspace.store(1, RunState.COMPLETED, request);
        Shell.Said said = shell.say("cancel", "1");
        assertEquals("Run 1 is not at work; its status is COMPLETED.", said.out().strip());
        assertEquals(List.of(), workspace.calls);
    }

    @Test
    void aRunIsShownWithSettingsLogAndFolder() {
        run("--set", "tree.maxDepth=3");
        String text = shell.say("show", "1").out();
        for (String part : List.of("Run 1: COMPLETED", "tree.maxDepth = 3", "leaderboard (2 rows)", "model.tree (3 bytes)", "INFO tree, fold 1: Fitted.",
                workspace.folder().toString())) {
            assertTrue(text.contains(part), part);
        }
        assertEquals(run("--json").json().keySet(), shell.say("show", "1", "--json").json().keySet());
    }

    @Test
    void aRunIsDeleted() {
        run();
        assertEquals("{\"run\":1,\"removed\":true}", shell.say("rm", "1", "--json").json().toString());
        assertEquals(Map.of(), workspace.stored);
    }

    @Test
    void aReportIsWrittenInTheFormatOfItsEnding() throws IOException {
        run();
        run();
        assertEquals(ExitCode.COMPLETED, shell.say("report", "2", "1", "--out", "both.md").exit());
        assertEquals("md of 2", Files.readString(folder.resolve("both.md")));
        Shell.Said said = shell.say("report", "1", "--out", "both.pdf");
        assertEquals(ExitCode.BAD_INPUT, said.exit());
        assertTrue(said.err().contains(".html, .md"), said.err());
    }

    @Test
    void theDemoReadsRunsAndReports() throws IOException {
        Shell.Said said = shell.say("demo");
        assertEquals(ExitCode.COMPLETED, said.exit(), said.err());
        Path report = workspace.folder().resolve("reports/run-1.html");
        for (String part : List.of("wa_churn, 150 rows, 2 columns", "1 real, 1 category", "b 3", "cd".repeat(32), "DuckDB", "Derby", "target churn, seed 12345",
                "Decision tree  complete    0.6667", "Report: " + report)) {
            assertTrue(said.out().contains(part), () -> part + " in " + said.out());
        }
        assertEquals("html of 1", Files.readString(report));
        assertEquals("churn", workspace.stored.get(1L).request().settings().get("target"));
    }

    @Test
    void aRunIsDoneAgainExactlyAndOtherDataAreRefusedBefore() throws IOException {
        shell.say("run", "classification", "--data", "iris.csv", "--set", "folds=7", "--seed", "99", "--json");
        Shell.Said again = shell.say("run", "--again", "1", "--json");
        assertEquals(ExitCode.COMPLETED, again.exit(), again.err());
        assertEquals(2, again.json().get("run").getAsInt());
        assertEquals(99, again.json().get("seed").getAsInt());
        assertEquals(workspace.stored.get(1L).request(), workspace.stored.get(2L).request());
        for (String[] words : new String[][] {{"run", "--again", "1", "--seed", "5"}, {"run", "classification", "--again", "1"}, {"run", "--again", "one"}, {"run", "--again", "77"},
                {"run"}}) {
            assertEquals(ExitCode.BAD_INPUT, shell.say(words).exit(), String.join(" ", words));
        }
    }
}
