package org.orrery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.jobs.RunRequest;
import org.orrery.jobs.RunState;

/** "Skip this model", "two more minutes" from the command line. */
class GroupCommandTest {
    @TempDir
    Path folder;
    private Shell shell;

    @BeforeEach
    void open() throws IOException {
        shell = new Shell(folder);
        Files.createDirectories(shell.services.workspace.folder());
        shell.services.workspace.store(1, RunState.RUNNING, new RunRequest("classification", "", Map.of(), Map.of(), 1, 1));
    }

    private List<String> calls() {
        return shell.services.workspace.calls.stream().filter(call -> call.matches("(skip|budget|grant) .*")).toList();
    }

    @Test
    void aPartIsSkippedLimitedAndGivenMoreTime() {
        for (String[] words : new String[][] {{"skip", "1", "forest"}, {"budget", "1", "tree", "90"}, {"budget", "1", "tree", "1h"},
                {"budget", "1", "tree", "+2m"}}) {
            Shell.Said said = shell.say(words);
            assertEquals(ExitCode.COMPLETED, said.exit(), said.err());
            assertTrue(said.out().contains(words[2]), said.out());
        }
        assertEquals(List.of("skip forest", "budget tree PT1M30S", "budget tree PT1H", "grant tree PT2M"), calls());
    }

    @Test
    void withoutAPartItIsSaidWhichThereAre() {
        assertTrue(shell.say("skip", "1").out().contains("forest, tree"));
        assertEquals("[\"forest\",\"tree\"]", shell.say("budget", "1", "--json").json().get("parts").toString());
        assertEquals(List.of(), calls());
    }

    @Test
    void whatIsNoTimeIsRefusedAndSoIsARunThatHasEnded() {
        for (String time : List.of("0", "-3", "+", "two", "5d", "99999999s")) {
            Shell.Said said = shell.say("budget", "1", "tree", time);
            assertEquals(ExitCode.BAD_INPUT, said.exit(), time + said.err());
        }
        assertEquals(ExitCode.BAD_INPUT, shell.say("budget", "1", "tree").exit());
        shell.services.workspace.store(2, RunState.COMPLETED, new RunRequest("classification", "", Map.of(), Map.of(), 1, 1));
        assertTrue(shell.say("skip", "2", "tree").err().contains("Run 2 has ended"));
        assertEquals(List.of(), calls());
    }
}
