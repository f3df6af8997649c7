package org.orrery.jobs.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.fixture.Bench;
import org.orrery.jobs.models.ModelRegistry;

class LabelsTest extends InWorkspace {
    @Test
    void anEndedRunTakesTagsAndANoteAndKeepsThemInItsFolder() throws Exception {
        long run = workspace.runs().submit(Bench.request(1, "units", 2));
        Bench.finish(workspace, run);
        workspace.runs().tag(run, List.of(" first ", "churn", "churn"));
        workspace.runs().note(run, "Looks right.\nSee the second fold.");
        RunSummary stored = bench.read(folder).list().get(0);
        assertEquals(List.of("first", "churn"), stored.tags());
        assertEquals("Looks right.\nSee the second fold.", stored.note());
        assertEquals(RunState.COMPLETED, stored.state());
        Files.delete(folder.resolve("runs/" + run + "/summary.json"));
        assertEquals(stored, bench.read(folder).list().get(0), "the journal alone tells the same");
        workspace.runs().tag(run, List.of());
        workspace.runs().note(run, "");
        assertEquals(List.of(), bench.read(folder).open(run).summary().tags());
        assertEquals("", bench.read(folder).open(run).summary().note());
    }

    @Test
    void aRunTakesThemWhileItWaitsAndWhileItWorksAndKeepsThemWhenItIsResumed() throws Exception {
        long first = workspace.runs().submit(Bench.request(1, "units", 1, "millis", 30_000.0));
        long second = workspace.runs().submit(Bench.request(1, "units", 400, "millis", 5.0));
        long third = workspace.runs().submit(Bench.request(1, "units", 2));
        workspace.runs().tag(third, List.of("waits"));
        Bench.untilDone(workspace, second, 2);
        workspace.runs().tag(second, List.of("works"));
        workspace.runs().note(second, "goes on");
        workspace.runs().interruptAll(java.time.Duration.ofSeconds(5));
        assertEquals(List.of("works"), bench.read(folder).open(second).summary().tags());
        workspace.runs().resume(second);
        workspace.runs().stop(second);
        assertEquals("goes on", Bench.finish(workspace, second).note());
        workspace.runs().resume(third);
        assertEquals(List.of("waits"), Bench.finish(workspace, third).tags());
        assertEquals(List.of(), bench.read(folder).open(first).summary().tags());
    }

    @Test
    void aModelInUseIsFoundWithoutIndexAndShortcutAndDoesNotGoWithItsRun() throws Exception {
        long run = workspace.runs().submit(Bench.request(1, "units", 1));
        Bench.finish(workspace, run);
        new ModelRegistry(workspace.folders().list()).add(workspace.runs(), workspace.folders().list().get(0), "churn", Optional.empty(), Optional.empty());
        ModelRegistry registry = new ModelRegistry(workspace.folders().list());
        registry.promote(workspace.runs(), registry.find("churn"), "production");
        RunException refused = assertThrows(RunException.class, () -> workspace.runs().delete(run));
        assertEquals("Run 1 keeps a model in use: churn@production. Take the stage from it first, or give it to another version.", refused.getMessage());
        Files.delete(folder.resolve("runs/" + run + "/summary.json"));
        assertEquals(run, new ModelRegistry(bench.read(folder).list()).find("churn@production").version(), "the journal tells");
        registry = new ModelRegistry(workspace.folders().list());
        registry.demote(workspace.runs(), registry.find("churn"), "production");
        workspace.runs().delete(run);
        assertEquals(List.of(), new ModelRegistry(workspace.folders().list()).versions());
    }

    @Test
    void whatIsTooLongOrOfARunThatIsNotThereIsRefused() throws Exception {
        long run = workspace.runs().submit(Bench.request(1, "units", 1));
        Bench.finish(workspace, run);
        for (String tag : List.of("", "  ", "x".repeat(101), "two\nlines")) {
            assertEquals(RunException.Code.BAD_USAGE,
                    assertThrows(RunException.class, () -> workspace.runs().tag(run, List.of(tag))).code());
        }
        assertEquals(RunException.Code.BAD_USAGE,
                assertThrows(RunException.class, () -> workspace.runs().note(run, "x".repeat(4_001))).code());
        assertEquals(RunException.Code.RUN_NOT_FOUND,
                assertThrows(RunException.class, () -> workspace.runs().tag(99, List.of("x"))).code());
    }
}
