package org.orrery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.orrery.jobs.Connection;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunException.Code;
import org.orrery.jobs.RunRequest;
import org.orrery.jobs.RunState;

/** Commands while another process owns the workspace, or counts on this one. */
class OwnerTest {
    @TempDir
    Path folder;
    private Shell shell;
    private FakeWorkspace workspace;

    @BeforeEach
    void files() throws IOException {
        Files.writeString(folder.resolve("iris.csv"), "a,b\n1,x\n");
        shell = new Shell(folder);
        workspace = shell.services.workspace;
        shell.services.owner = Optional.of(new Connection.Owner(4321, "ann", "lab"));
    }

    private Shell.Said run(String... more) {
        String[] words = new String[4 + more.length];
        System.arraycopy(new String[] {"run", "classification", "--data", "iris.csv"}, 0, words, 0, 4);
        System.arraycopy(more, 0, words, 4, more.length);
        return shell.say(words);
    }

    @Test
    void aRunThatIsHandedOverIsFollowedToTheSameDocumentAndExitCode() {
        Shell.Said handed = run("--json");
        assertTrue(handed.err().contains("Handed to process 4321 of ann on lab"), handed.err());
        shell.services.owner = Optional.empty();
        Shell.Said own = run("--json");
        assertEquals(own.exit(), handed.exit());
        assertEquals(own.out().replace("\"run\": 2", "\"run\": 1").replace("show 2", "show 1"), handed.out());
        workspace.end = RunState.STOPPED_KEPT;
        assertEquals(ExitCode.ENDED_EARLY, run().exit());
    }

    @Test
    void anOwnerThatDiesIsToldWithTheCommandThatGoesOn() {
        workspace.lost = Optional.of(new RunException(Code.WORKSPACE_LOCKED, "Process 4321 is gone."));
        Shell.Said said = run("--json");
        assertEquals(ExitCode.WORKSPACE, said.exit());
        assertEquals("workspace-locked", said.json().getAsJsonObject("error").get("code").getAsString());
        assertTrue(said.err().contains("Process 4321 is gone.") && said.err().contains("orrery resume 1"), said.err());
    }

    @Test
    void anOrderThatTakesLongCanBeLeftToTheOwner() {
        workspace.store(1, RunState.RUNNING, new RunRequest("classification", "", Map.of(), Map.of(), 1, 0));
        workspace.whileRunning = () -> {
            workspace.end = RunState.RUNNING;
            Thread request = new Thread(() -> shell.interruption.request());
            request.setDaemon(true);
            request.start();
            while (!shell.interruption.requested()) {
                Thread.onSpinWait();
            }
        };
        Shell.Said said = shell.say("stop", "1");
        assertEquals(ExitCode.INTERRUPTED, said.exit());
        assertTrue(said.err().contains("Run 1 has the order"), said.err());
        assertTrue(workspace.calls.contains("stop"));
    }

    @Test
    void aProcessThatOthersCountOnEndsAfterTheirWork() {
        shell.services.owner = Optional.empty();
        workspace.others = 3;
        Shell.Said said = run();
        assertEquals(ExitCode.COMPLETED, said.exit());
        assertTrue(said.err().contains("Other processes have handed work to this one"), said.err());
        assertEquals(List.of("retire", "retire", "retire", "retire", "close"), workspace.calls);
    }

    @Test
    void aDetachedRunIsLeftToTheOwner() {
        Shell.Said said = run("--detach", "--json");
        assertEquals(ExitCode.COMPLETED, said.exit());
        assertEquals("QUEUED", said.json().get("status").getAsString());
        assertTrue(run("--detach").out().contains("Run 2 goes on in process 4321."));
        assertEquals(List.of("close", "close"), workspace.calls);
    }

    @Test
    void withoutAnOwnerADetachedRunGetsAProcessOfItsOwnWhichLetsTheFirstOneGo() {
        shell.services.owner = Optional.empty();
        assertEquals(ExitCode.COMPLETED, run("--detach").exit());
        assertEquals(List.of("close", "start"), workspace.calls);
        assertEquals(Map.of(), workspace.stored);
        workspace.calls.clear();
        shell.services.inBackground = true;
        assertEquals(ExitCode.COMPLETED, run("--detach").exit());
        assertEquals(List.of("settled", "retire", "close"), workspace.calls);
        assertEquals(RunState.COMPLETED, workspace.stored.get(1L).state());
        assertEquals(ExitCode.BAD_INPUT, run("--detach", "--out", "o").exit());
    }
}
