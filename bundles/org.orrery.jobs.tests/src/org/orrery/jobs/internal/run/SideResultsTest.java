package org.orrery.jobs.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.orrery.analysis.AnalysisException;
import org.orrery.analysis.Input;
import org.orrery.analysis.result.Result;
import org.orrery.data.Column;
import org.orrery.data.ColumnBlocks;
import org.orrery.data.ColumnType;
import org.orrery.data.Dataset;
import org.orrery.data.Progress;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.data.TableBuilder;
import org.orrery.jobs.RunException;
import org.orrery.jobs.fixture.Bench;

class SideResultsTest extends InWorkspace {
    @Test
    void aQuestionIsAnsweredFromStoredOutcomesAndWhileTheRunGoesOn() throws Exception {
        long run = workspace.runs().submit(Bench.request(2, "units", 5));
        Bench.finish(workspace, run);
        double sum = (Double) workspace.folders().open(run).result().orElseThrow().figure("sum").orElseThrow().value();
        Result answer = workspace.sideResults().ask(run, Map.of("factor", 2));
        assertEquals(2 * sum, (Double) answer.figure("scaled").orElseThrow().value(), 1e-12);
        assertEquals("factor", workspace.sideResults().questions(Bench.SCRIPT).orElseThrow().settings().get(0).name());
        long working = workspace.runs().submit(Bench.request(1, "units", 300, "millis", 5.0));
        Bench.untilDone(workspace, working, 3);
        assertTrue((Double) workspace.sideResults().ask(working, Map.of()).figure("scaled").orElseThrow().value() > 0);
        workspace.runs().cancel(working);
        Bench.finish(workspace, working);
    }

    @Test
    void aQuestionThatCannotBeAnsweredSaysWhy() throws Exception {
        long run = workspace.runs().submit(Bench.request(2, "units", 0));
        Bench.finish(workspace, run);
        assertEquals(RunException.Code.NOT_ENOUGH_DATA,
                assertThrows(RunException.class, () -> workspace.sideResults().ask(run, Map.of())).code());
        RunException wrong = assertThrows(RunException.class, () -> workspace.sideResults().ask(run, Map.of("factor", -1)));
        assertEquals("factor", wrong.problems().get(0).setting());
        assertEquals(RunException.Code.RUN_NOT_FOUND,
                assertThrows(RunException.class, () -> workspace.sideResults().ask(9, Map.of())).code());
    }

    @Test
    void aPreviewNeedsNoRun() throws Exception {
        assertTrue(workspace.sideResults().previews(Bench.SCRIPT));
        Result result = workspace.sideResults().preview(Bench.request(1), 100);
        assertEquals(0L, result.figure("rows").orElseThrow().value());
        assertEquals("preview", result.warnings().get(0).code());
        assertEquals(List.of(), workspace.folders().list());
        assertThrows(RunException.class, () -> workspace.sideResults().preview(Bench.request(1, "units", -1), 100));
    }

    @Test
    void noMoreThanTheFirstRowsAreRead() throws Exception {
        int[] read = new int[1];
        FirstRows inputs = new FirstRows(name -> List.of(new Numbers(read)), 25);
        Table head = inputs.one("data").table(List.of("a"), Progress.NONE);
        assertEquals(25, head.rows());
        assertEquals(24L, head.value(24, 0));
        assertEquals(3, read[0], "blocks of ten rows");
        assertEquals(10, inputs.one("data").blocks(List.of("a")).next().rows());
    }

    /** Blocks of ten rows without an end. */
    private record Numbers(int[] read) implements Input {
        private static final Schema SCHEMA = Schema.of(Column.of("a", ColumnType.INTEGER));

        @Override
        public Dataset dataset() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Table table(List<String> columns, Progress progress) throws AnalysisException {
            throw new UnsupportedOperationException();
        }

        @Override
        public ColumnBlocks blocks(List<String> columns) {
            return new ColumnBlocks() {
                private long next;

                @Override
                public Schema schema() {
                    return SCHEMA;
                }

                @Override
                public Table next() {
                    read[0]++;
                    TableBuilder block = Table.builder(SCHEMA);
                    for (int i = 0; i < 10; i++) {
                        block.row(next++);
                    }
                    return block.build();
                }

                @Override
                public void close() {
                    // Holds nothing.
                }
            };
        }
    }
}
