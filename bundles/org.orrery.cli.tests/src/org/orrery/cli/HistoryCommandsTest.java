package org.orrery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.data.Dataset;
import org.orrery.jobs.RunRequest;
import org.orrery.jobs.RunState;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

class HistoryCommandsTest {
    @TempDir
    Path folder;
    private Shell shell;
    private FakeWorkspace workspace;

    @BeforeEach
    void fill() throws IOException {
        shell = new Shell(folder);
        workspace = shell.services.workspace;
        Files.createDirectories(workspace.folder());
        Files.writeString(workspace.folder().resolve("model.bin"), "abc");
        RunRequest request = new RunRequest("classification", "", Map.of(), Map.of("folds", 5L), 1, 1);
        workspace.store(1, RunState.COMPLETED, request);
        workspace.store(2, RunState.FAILED, request);
        workspace.store(3, RunState.COMPLETED, new RunRequest("classification", "", Map.of(), Map.of("folds", 10L), 1, 1));
    }

    @Test
    void runsAreSearchedByFieldsFiguresAndSettings() {
        assertEquals(List.of(2), numbers("runs", "--search", "status:failed", "--json"));
        assertEquals(List.of(3, 1), numbers("runs", "--search", "accuracy > 0.6", "--json"));
        assertEquals(List.of(3), numbers("runs", "--search", "set.folds=10", "--json"));
        assertEquals(List.of(1), numbers("runs", "--search", "set.folds=5", "--status", "completed", "--json"));
        Shell.Said none = shell.say("runs", "--search", "accuracy > 99%");
        assertTrue(none.out().contains("no such runs"), none.out());
    }

    @Test
    void aSearchThatCannotBeReadIsBadUsageWithItsColumn() {
        Shell.Said said = shell.say("runs", "--search", "status:compleet", "--json");
        assertEquals(ExitCode.BAD_INPUT, said.exit());
        JsonObject error = said.json().getAsJsonObject("error");
        assertEquals("bad-usage", error.get("code").getAsString());
        assertTrue(error.get("message").getAsString().startsWith("Column 8: "), error::toString);
    }

    @Test
    void whatWasPutAwayIsListedOnWishOnly() {
        shell.say("archive", "1", "2");
        assertEquals(List.of("tag [tagged, archived]", "tag [tagged, archived]"), tagCalls());
        assertEquals(List.of(3), numbers("runs", "--json"));
        assertEquals(List.of(2, 1), numbers("runs", "--archived", "--json"));
        assertEquals(List.of(3, 2, 1), numbers("runs", "--all", "--json"));
        JsonObject restored = shell.say("restore", "--search", "status:failed", "--json").json().getAsJsonArray("runs").get(0).getAsJsonObject();
        assertEquals(2, restored.get("run").getAsInt());
        assertEquals("[\"tagged\"]", restored.get("tags").toString());
        assertEquals(List.of(3, 2), numbers("runs", "--json"));
    }

    @Test
    void tagsAndNotesAreChangedInBulk() {
        shell.say("tag", "--search", "status:completed", "--add", "baseline", "--remove", "TAGGED", "--note", "kept");
        assertEquals(List.of("tag [baseline]", "note kept", "tag [baseline]", "note kept"), tagCalls());
        assertEquals(List.of(3, 1), numbers("runs", "--search", "tag=baseline", "--json"));
        assertEquals(ExitCode.BAD_INPUT, shell.say("tag", "1").exit());
        assertEquals(ExitCode.BAD_INPUT, shell.say("tag", "--add", "x").exit());
        assertEquals(ExitCode.BAD_INPUT, shell.say("archive", "77").exit());
    }

    @Test
    void manyAreRemovedAndADryRunRemovesNone() {
        JsonObject dry = shell.say("rm", "--search", "status:completed", "--dry-run", "--json").json();
        assertEquals("[{\"run\":3,\"removed\":false},{\"run\":1,\"removed\":false}]", dry.get("runs").toString());
        assertEquals(3, workspace.stored.size());
        assertEquals("{\"run\":2,\"removed\":true}", shell.say("rm", "2", "--json").json().toString());
        assertEquals(ExitCode.COMPLETED, shell.say("rm", "1", "3").exit());
        assertTrue(workspace.stored.isEmpty());
        assertEquals(ExitCode.BAD_INPUT, shell.say("rm").exit());
        assertEquals("{\"runs\":[]}", shell.say("rm", "--search", "x", "--json").json().toString());
    }

    @Test
    void aDataSetIsListedAndRenamed() throws IOException {
        assertTrue(shell.say("datasets").out().contains("No data set is kept in"));
        Path file = folder.resolve("export_17.csv");
        workspace.put(FakeWorkspace.dataset(file));
        JsonObject listed = shell.say("datasets", "--json").json().getAsJsonArray("datasets").get(0).getAsJsonObject();
        Dataset kept = workspace.kept.get(0);
        assertEquals(List.of("export_17", file.toString(), Boolean.toString(Files.exists(file)), Long.toString(kept.rows()), kept.sha256()),
                List.of("name", "source", "found", "rows", "sha256").stream().map(key -> listed.get(key).getAsString()).toList());
        assertTrue(shell.say("datasets").out().contains("export_17"));
        JsonObject document = shell.say("rename", "export_17", "sales 2026", "--json").json();
        assertEquals("sales 2026", document.get("dataset").getAsString());
        assertEquals("export_17", document.get("before").getAsString());
        assertEquals(List.of("sales 2026"), workspace.kept.stream().map(Dataset::name).toList());
        assertTrue(shell.say("rename", "sales 2026", "sales").out().contains("is called sales now"));
        assertEquals(ExitCode.BAD_INPUT, shell.say("rename", "absent", "other").exit());
        assertEquals(ExitCode.BAD_INPUT, shell.say("rename", "sales").exit());
    }

    @Test
    void withoutRulesThoseOfTheWorkbenchCount() throws Exception {
        workspace.stored.replaceAll((id, run) -> run.tagged(List.of("kept")));
        Path preferences = Files.createDirectories(folder.resolve("w/.metadata/.plugins/org.eclipse.core.runtime/.settings"));
        Files.writeString(preferences.resolve("org.orrery.ui.prefs"), "eclipse.preferences.version=1\nretention.count=1\nretention.resumable=true\n");
        Files.writeString(preferences.resolve("org.orrery.jobs.prefs"), "eclipse.preferences.version=1\nworkerHeapMiB=512\n");
        Shell.Said said = shell.say("prune", "--workspace", "w", "--dry-run", "--json");
        assertTrue(said.err().contains("set in the workbench"), said.err());
        assertEquals(shell.say("prune", "--keep", "1", "--resumable", "--dry-run", "--json").json(), said.json(), "as an earlier version has kept them");
        Files.writeString(preferences.resolve("org.orrery.jobs.prefs"), "eclipse.preferences.version=1\nretention.count=2\n");
        assertEquals(shell.say("prune", "--keep", "2", "--dry-run", "--json").json(), shell.say("prune", "--workspace", "w", "--dry-run", "--json").json(),
                "what the workbench has set since counts alone");
        assertEquals(ExitCode.BAD_INPUT, shell.say("prune", "--workspace", "elsewhere", "--dry-run").exit());
    }

    @Test
    void runsArePrunedByRulesAndWhatIsKeptIsSaid() {
        workspace.stored.replaceAll((id, run) -> run.tagged(id == 1 ? List.of("baseline") : List.of()));
        JsonObject dry = shell.say("prune", "--keep", "1", "--dry-run", "--json").json();
        assertEquals("[]", dry.get("runs").toString());
        assertEquals("[{\"run\":1,\"rule\":\"count\",\"why\":\"tagged\"},{\"run\":2,\"rule\":\"count\",\"why\":\"resumable\"}]", dry.get("kept").toString());
        assertTrue(shell.say("prune", "--keep", "1", "--dry-run").out().contains("--resumable"));
        JsonObject done = shell.say("prune", "--keep", "1", "--resumable", "--json").json();
        assertEquals("[{\"run\":2,\"rule\":\"count\",\"bytes\":0}]", done.get("runs").toString());
        assertTrue(done.get("removed").getAsBoolean());
        assertEquals(Set.of(1L, 3L), workspace.stored.keySet());
        assertEquals(ExitCode.COMPLETED, shell.say("prune", "--older", "12w", "--quota", "10GiB").exit());
        for (String[] words : new String[][] {{"prune"}, {"prune", "--resumable"}, {"prune", "--older", "soon"}, {"prune", "--keep", "0"}, {"prune", "--quota", "10X"}}) {
            assertEquals(ExitCode.BAD_INPUT, shell.say(words).exit(), String.join(" ", words));
        }
    }

    @Test
    void whatTwoRunsDifferInIsRanked() {
        JsonObject document = shell.say("compare", "1", "3", "--json").json();
        assertEquals("bestModel.accuracy", document.get("figure").getAsString());
        JsonArray differences = document.getAsJsonArray("differences");
        assertEquals(1, differences.size(), document::toString);
        assertEquals("{\"name\":\"set.folds\",\"first\":\"5\",\"second\":\"10\",\"effect\":0.0,\"firstRuns\":1,\"secondRuns\":1}", differences.get(0).toString());
        assertTrue(shell.say("compare", "1", "3").out().contains("set.folds"));
        assertEquals(ExitCode.BAD_INPUT, shell.say("compare", "1", "2").exit(), "it has failed");
        assertEquals(ExitCode.BAD_INPUT, shell.say("compare", "1").exit());
        assertEquals(ExitCode.BAD_INPUT, shell.say("compare", "1", "3", "--figure", "rmse").exit());
    }

    @Test
    void settingsOfThreeRunsAreDrawnAgainstTheFigure() {
        workspace.store(4, RunState.COMPLETED, new RunRequest("classification", "", Map.of(), Map.of("folds", 20L), 1, 1));
        JsonObject document = shell.say("compare", "1", "3", "4", "--out", folder.resolve("charts").toString(), "--json").json();
        assertEquals(3, document.getAsJsonArray("values").size());
        assertEquals(List.of(3, 4), StreamSupport.stream(document.getAsJsonArray("differences").spliterator(), false).map(one -> one.getAsJsonObject().get("run").getAsInt()).toList());
        JsonArray charts = document.getAsJsonArray("charts");
        assertEquals(List.of("parallel settings", "scatter settings-setfolds"), StreamSupport.stream(charts.spliterator(), false).map(one -> one.getAsJsonObject())
                .map(one -> one.get("kind").getAsString() + " " + one.get("id").getAsString()).toList());
        assertTrue(Files.exists(Path.of(charts.get(0).getAsJsonObject().get("path").getAsString())), document::toString);
        assertTrue(shell.say("compare", "1", "3", "4").out().contains("RUN 4"));
    }

    private List<String> tagCalls() {
        return workspace.calls.stream().filter(call -> call.startsWith("tag") || call.startsWith("note")).toList();
    }

    private List<Integer> numbers(String... words) {
        Shell.Said said = shell.say(words);
        assertEquals(ExitCode.COMPLETED, said.exit(), said.err());
        JsonArray runs = said.json().getAsJsonArray("runs");
        return StreamSupport.stream(runs.spliterator(), false).map(run -> run.getAsJsonObject().get("run").getAsInt()).toList();
    }
}
