package org.orrery.jobs.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.UnitCounts;
import org.orrery.jobs.fixture.Bench;

class ExtensionTest extends InWorkspace {
    @Test
    void anExtendedRunKeepsItsOutcomesAndEndsWithTheDocumentOfALargerOne() throws Exception {
        Object[] rest = {"rows", 3, "artifact", true, "closing", true};
        long large = finish("units", 9, rest[0], rest[1], rest[2], rest[3], rest[4], rest[5]).id();
        long small = finish("units", 4, rest[0], rest[1], rest[2], rest[3], rest[4], rest[5]).id();
        workspace.runs().extend(small, Map.of("units", 9));
        RunSummary end = Bench.finish(workspace, small);
        assertEquals(RunState.COMPLETED, end.state());
        assertEquals(new UnitCounts(10, 10, 4, 0, 0), end.units(), "the closing unit is done again, the others are kept");
        assertEquals(9L, workspace.folders().open(small).request().settings().get("units"));
        assertEquals(Bench.comparable(workspace.folders(), large), Bench.comparable(workspace.folders(), small));
        assertEquals(end, workspace.folders().open(small).summary());
    }

    @Test
    void aChainGoesOnFromItsLastState() throws Exception {
        long large = finish("units", 8, "chain", true).id();
        long small = finish("units", 3, "chain", true).id();
        workspace.runs().extend(small, Map.of("units", "8"));
        assertEquals(new UnitCounts(8, 8, 3, 0, 0), Bench.finish(workspace, small).units());
        assertEquals(Bench.comparable(workspace.folders(), large), Bench.comparable(workspace.folders(), small));
    }

    @Test
    void anExtensionSurvivesAnInterruptionAndAnotherOne() throws Exception {
        long run = finish("units", 2, "millis", 5.0).id();
        workspace.runs().extend(run, Map.of("units", 200));
        Bench.untilDone(workspace, run, 5);
        workspace.close();
        workspace = bench.open(folder);
        assertEquals(RunState.INTERRUPTED, workspace.folders().open(run).summary().state());
        assertEquals(200L, workspace.folders().open(run).request().settings().get("units"));
        workspace.runs().extend(run, Map.of("units", 210));
        assertEquals(210, Bench.finish(workspace, run).units().done());
    }

    @Test
    void whatIsFrozenOrShrinksIsRefusedWithItsSetting() throws Exception {
        long run = finish("units", 3, "failing", List.of("x")).id();
        for (Map<String, Object> changes : List.<Map<String, Object>>of(Map.of("units", 2), Map.of("rows", 1), Map.of("failing", List.of("y", "x")),
                Map.of("units", -1))) {
            RunException refused = assertThrows(RunException.class, () -> workspace.runs().extend(run, changes));
            assertEquals(RunException.Code.BAD_SETTING, refused.code());
            assertEquals(changes.keySet().iterator().next(), refused.problems().get(0).setting());
        }
        RunException nothing = assertThrows(RunException.class, () -> workspace.runs().extend(run, Map.of("units", 3)));
        assertEquals(RunException.Code.NOT_RESUMABLE, nothing.code());
        assertEquals(RunState.COMPLETED, workspace.folders().open(run).summary().state());
        workspace.runs().extend(run, Map.of("failing", List.of("x", "y")));
        assertEquals(new UnitCounts(3, 3, 3, 0, 0), Bench.finish(workspace, run).units());
    }

    @Test
    void theClosingUnitOfAStoppedRunIsDoneAgainWhenItIsResumed() throws Exception {
        long run = workspace.runs().submit(Bench.request(1, "units", 60, "millis", 5.0, "closing", true));
        Bench.untilDone(workspace, run, 3);
        workspace.runs().stop(run);
        RunSummary stopped = Bench.finish(workspace, run);
        assertEquals(RunState.STOPPED_KEPT, stopped.state());
        workspace.runs().resume(run);
        RunSummary end = Bench.finish(workspace, run);
        assertEquals(new UnitCounts(61, 61, stopped.units().done() - 1, 0, 0), end.units());
        assertTrue(workspace.folders().open(run).log().stream().anyMatch(line -> line.message().startsWith("Unit closing is done again")));
    }
}
