package org.orrery.jobs.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.Runs;
import org.orrery.jobs.UnitCounts;

/** What tags of runs say about models that have a name. */
class ModelRegistryTest {
    private final Map<Long, RunSummary> stored = new TreeMap<>();
    private int writes;
    /** As if the process ended before it. */
    private int lastWrite = Integer.MAX_VALUE;
    private final Runs runs = (Runs) Proxy.newProxyInstance(Runs.class.getClassLoader(), new Class<?>[] {Runs.class}, (proxy, method, arguments) -> {
        if (!method.getName().equals("tag")) {
            throw new UnsupportedOperationException(method.getName());
        }
        if (writes++ >= lastWrite) {
            throw new RunException(RunException.Code.OUT_OF_DISK, "The disk is full.");
        }
        @SuppressWarnings("unchecked")
        List<String> tags = (List<String>) arguments[1];
        stored.computeIfPresent((Long) arguments[0], (id, before) -> run(id, before.state(), tags));
        return null;
    });

    private static RunSummary run(long id, RunState state, List<String> tags) {
        return new RunSummary(id, "classification", "run", state, Instant.EPOCH, Optional.empty(), Optional.empty(), "iris", "bestModel.accuracy", 0.9,
                new UnitCounts(1, 1, 0, 0, 0), false, tags);
    }

    private RunSummary store(long id, String... tags) {
        stored.put(id, run(id, RunState.COMPLETED, List.of(tags)));
        return stored.get(id);
    }

    private ModelRegistry registry() {
        return new ModelRegistry(stored.values());
    }

    private String refused(String reference) {
        return assertThrows(RunException.class, () -> registry().find(reference)).getMessage();
    }

    @Test
    void aRunBecomesAVersionAndThatIsFoundByNumberStageAndLatest() throws Exception {
        registry().add(runs, store(3, "mine"), "churn", Optional.empty(), Optional.empty());
        registry().add(runs, store(12), "Churn", Optional.of("model.decision-tree"), Optional.empty());
        assertEquals(List.of("mine", "model:churn"), stored.get(3L).tags());
        assertEquals(List.of("model:churn/model.decision-tree"), stored.get(12L).tags(), "a name is written one way");
        assertEquals(List.of("churn@12", "churn@3"), registry().versions().stream().map(ModelVersion::reference).toList());
        registry().promote(runs, registry().find("churn@3"), "production");
        assertEquals(3, registry().find("CHURN@Production").version());
        assertEquals(12, registry().find("churn@latest").version());
        assertEquals("model.decision-tree", registry().find("churn@12").artifact());
        assertTrue(refused("churn").startsWith("The model churn has the versions 12, 3."), refused("churn"));
        assertTrue(refused("churn@4").startsWith("The model churn has no version 4."));
        assertTrue(refused("churn@staging").startsWith("No version of the model churn holds the stage staging."));
        assertEquals("There is no model risk.", refused("risk@production"));
        assertTrue(refused("@production").contains("names no model"));
        assertTrue(refused("churn@").contains("names no model"));
    }

    @Test
    void aStageGoesFromOneVersionToTheOther() throws Exception {
        store(1, "model:churn", "model:churn@production", "model:churn@old");
        store(2, "model:churn");
        store(3, "model:risk@production");
        registry().promote(runs, registry().find("churn@2"), "production");
        assertEquals(2, registry().find("churn@production").version());
        assertEquals(List.of("model:churn", "model:churn@old"), stored.get(1L).tags());
        assertEquals(List.of("model:risk@production"), stored.get(3L).tags(), "of another name");
        registry().demote(runs, registry().find("churn@2"), "Production");
        assertEquals(List.of("model:churn"), stored.get(2L).tags());
        registry().add(runs, store(4), "churn", Optional.empty(), Optional.of("old"));
        assertEquals(List.of("model:churn", "model:churn@old"), stored.get(4L).tags());
        assertEquals(List.of("model:churn"), stored.get(1L).tags());
        registry().demote(runs, registry().find("risk"), "production");
        assertEquals(List.of("model:risk"), stored.get(3L).tags(), "the version stays without its last stage");
    }

    @Test
    void aCrashBetweenTheHalvesOfAPromotionLeavesTwoHoldersAndNoGuess() throws Exception {
        store(1, "model:churn", "model:churn@production");
        store(2, "model:churn");
        lastWrite = 1;
        assertThrows(RunException.class, () -> registry().promote(runs, registry().find("churn@2"), "production"));
        assertTrue(refused("churn@production").startsWith("The versions 2, 1 of the model churn all hold the stage production."), refused("churn@production"));
        lastWrite = Integer.MAX_VALUE;
        registry().promote(runs, registry().find("churn@2"), "production");
        assertEquals(2, registry().find("churn@production").version());
    }

    @Test
    void aVersionThatIsTakenOutLosesNameAndStagesAndNothingElse() throws Exception {
        store(1, "mine", "model:churn/model.forest", "model:churn@production", "model:risk", "model:churning");
        assertEquals(List.of("churn@production"), ModelRegistry.heldBy(stored.get(1L)));
        registry().remove(runs, registry().find("churn@1"));
        assertEquals(List.of("mine", "model:risk", "model:churning"), stored.get(1L).tags());
        assertEquals(List.of(), ModelRegistry.heldBy(stored.get(1L)));
        assertEquals(2, registry().versions().size());
    }

    @Test
    void whatIsNoNameOrStageIsRefusedInASentence() throws Exception {
        RunSummary run = store(1, "model:churn");
        for (String name : List.of("", "a b", "a@b", "-a", "a/b", "a".repeat(41), "a,b")) {
            assertThrows(RunException.class, () -> registry().add(runs, run, name, Optional.empty(), Optional.empty()), name);
        }
        for (String stage : List.of("", "7", "latest", "a b", "a@b", "a,b", "s".repeat(41))) {
            assertThrows(RunException.class, () -> registry().promote(runs, registry().find("churn"), stage), stage);
        }
        RunSummary atWork = run(5, RunState.RUNNING, List.of());
        assertEquals("Run 5 has not ended: its model can have a name when it has.",
                assertThrows(RunException.class, () -> registry().add(runs, atWork, "x", Optional.empty(), Optional.empty())).getMessage());
        assertEquals(0, writes);
        assertEquals(1, registry().versions().size());
    }
}
