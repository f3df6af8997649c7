package org.orrery.jobs.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.data.Dataset;
import org.orrery.data.ReadOptions;
import org.orrery.data.Schema;
import org.orrery.jobs.AnalysisDescriptor.InputDescriptor;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunRequest;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.fixture.Bench;

/** No input, one, and three with their numbers of data sets: what plugin.xml says is held to before anything is stored. */
class NamedInputsTest extends InWorkspace {
    private static final Dataset DATA = new Dataset("d.csv", Path.of("d.csv"), ReadOptions.DETECT, Schema.of(Column.of("x", ColumnType.REAL)), 3, "ab", 12,
            Instant.EPOCH, List.of());
    private long submit(Map<String, List<Dataset>> inputs) throws RunException {
        return workspace.runs().submit(new RunRequest(Bench.SCRIPT, "", inputs, Map.of("units", 1), 1, 1));
    }

    private void refused(String sentence, Map<String, List<Dataset>> inputs) {
        RunException refused = assertThrows(RunException.class, () -> submit(inputs));
        assertEquals(RunException.Code.BAD_USAGE, refused.code());
        assertEquals(sentence, refused.getMessage());
        assertEquals(List.of(), workspace.folders().list());
    }

    @Test
    void anAnalysisWithoutInputsTakesNone() throws Exception {
        bench.inputs = List.of();
        refused("The analysis fixture.script takes no data.", Map.of("data", List.of(DATA)));
        assertEquals(RunState.COMPLETED, Bench.finish(workspace, submit(Map.of())).state());
    }

    @Test
    void oneInputWithOneDataSetTakesNeitherNoneNorTwo() throws Exception {
        bench.inputs = List.of(new InputDescriptor("data", "Data", 1, 1));
        refused("The analysis fixture.script needs at least 1 data set(s) as data, and 0 were given.", Map.of());
        refused("The analysis fixture.script takes at most 1 data set(s) as data, and 2 were given.", Map.of("data", List.of(DATA, DATA)));
        assertEquals(RunState.COMPLETED, Bench.finish(workspace, submit(Map.of("data", List.of(DATA)))).state());
    }

    @Test
    void threeInputsAreToldApartByTheirNames() throws Exception {
        bench.inputs = List.of(new InputDescriptor("training", "Training", 1, 1), new InputDescriptor("holidays", "Holidays", 0, 1),
                new InputDescriptor("regressors", "Regressors", 2, -1));
        refused("The analysis fixture.script has no input holiday. Did you mean holidays?",
                Map.of("training", List.of(DATA), "holiday", List.of(DATA)));
        refused("The analysis fixture.script needs at least 2 data set(s) as regressors, and 1 were given.",
                Map.of("training", List.of(DATA), "regressors", List.of(DATA)));
        assertEquals(RunState.COMPLETED,
                Bench.finish(workspace, submit(Map.of("training", List.of(DATA), "regressors", Collections.nCopies(5, DATA)))).state());
    }

    @Test
    void theLineOfARunNamesEveryDataSetThatItHolds() throws Exception {
        bench.inputs = List.of(new InputDescriptor("training", "Training", 1, 1), new InputDescriptor("regressors", "Regressors", 1, -1));
        Dataset other = new Dataset("e.csv", Path.of("e.csv"), ReadOptions.DETECT, DATA.schema(), 3, "ab", 12, Instant.EPOCH, List.of());
        Map<String, List<Dataset>> inputs = new LinkedHashMap<>();
        inputs.put("training", List.of(DATA));
        inputs.put("regressors", List.of(other, DATA));
        long run = submit(inputs);
        assertEquals(List.of("d.csv", "e.csv"), workspace.runs().await(run, Duration.ZERO).datasets());
        RunSummary end = Bench.finish(workspace, run);
        assertEquals("d.csv", end.dataset());
        assertEquals(end, workspace.folders().open(run).summary());
    }
}
