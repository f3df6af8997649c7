package org.orrery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonObject;

class QueueCommandTest {
    @TempDir
    Path folder;
    private Shell shell;
    private List<String> calls;

    @BeforeEach
    void files() throws IOException {
        Files.writeString(folder.resolve("iris.csv"), "a,b\n1,x\n");
        shell = new Shell(folder);
        Files.createDirectories(shell.services.workspace.folder());
        Files.writeString(shell.services.workspace.folder().resolve("model.bin"), "abc");
        calls = shell.services.workspace.calls;
    }

    @Test
    void theDocumentSaysWhatWaitsAndWhy() {
        Shell.Said said = shell.say("queue", "--json");
        assertEquals(ExitCode.COMPLETED, said.exit(), said.err());
        JsonObject queue = said.json().getAsJsonObject("queue");
        assertEquals("{\"compute\":2,\"io\":2,\"external\":1}", queue.get("slots").toString());
        JsonObject waiting = queue.getAsJsonArray("waiting").get(0).getAsJsonObject();
        assertEquals(7, waiting.get("run").getAsInt());
        assertEquals("high", waiting.get("priority").getAsString());
        assertEquals(3, waiting.get("after").getAsInt());
        assertEquals(FakeQueue.WHY, waiting.get("why").getAsString());
        assertTrue(waiting.get("expectedSeconds").isJsonNull());
        assertTrue(shell.say("queue").out().contains(FakeQueue.WHY));
    }

    @Test
    void theWordsChangeTheQueue() {
        shell.say("queue", "move", "7", "1");
        shell.say("queue", "priority", "7", "low");
        shell.say("queue", "after", "7", "3");
        shell.say("queue", "after", "7", "0");
        shell.say("queue", "slots", "external", "4");
        shell.say("queue", "pause");
        shell.say("queue", "proceed");
        assertEquals(List.of("move 7 0", "priority 7 LOW", "after 7 3", "after 7 0", "slots EXTERNAL 4", "pause queue", "proceed queue"),
                calls.stream().filter(call -> !call.equals("close") && !call.equals("retire")).toList());
    }

    @Test
    void whatItDoesNotUnderstandItSays() {
        for (String[] words : new String[][] {{"queue", "mve", "7", "1"}, {"queue", "move", "7"}, {"queue", "move", "7", "x"},
                {"queue", "priority", "7", "hgh"}, {"queue", "pause", "7"}}) {
            Shell.Said said = shell.say(words);
            assertEquals(ExitCode.BAD_INPUT, said.exit(), String.join(" ", words));
        }
        assertTrue(shell.say("queue", "priority", "7", "hgh").err().contains("high"));
    }

    @Test
    void aRunIsExportedAndImported() {
        shell.say("run", "classification", "--data", "iris.csv");
        Shell.Said out = shell.say("export", "1", "one.orun", "--json");
        assertEquals(ExitCode.COMPLETED, out.exit(), out.err());
        assertTrue(out.json().get("out").getAsString().endsWith("one.orun"));
        Shell.Said in = shell.say("import", "one.orun", "--json");
        assertEquals(ExitCode.COMPLETED, in.exit(), in.err());
        assertEquals(2, in.json().get("run").getAsInt());
        assertTrue(calls.contains("export 1 one.orun") && calls.contains("add one.orun"), calls.toString());
        assertEquals(ExitCode.BAD_INPUT, shell.say("export", "9", "one.orun").exit());
    }

    @Test
    void aRunTakesItsPlace() {
        shell.say("run", "classification", "--data", "iris.csv", "--priority", "high", "--after", "3", "--held");
        assertTrue(calls.contains("submit 1 Place[priority=HIGH, held=true, after=3]"), calls.toString());
    }
}
