package org.orrery.classification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.orrery.analysis.AnalysisException;
import org.orrery.analysis.InputSchemas;
import org.orrery.analysis.result.Result;
import org.orrery.analysis.result.ResultTable;
import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.data.TableBuilder;

/** Runs on a part of the rows. */
class RowSampleRunTest {
    private static final int ROWS = 2_000;

    /** Every tenth row is positive; five rows have no target. */
    private static Table visits() {
        TableBuilder builder = Table.builder(Schema.of(Column.of("amount", ColumnType.REAL), Column.of("day", ColumnType.INTEGER),
                Column.of("bought", ColumnType.CATEGORY)));
        for (int i = 0; i < ROWS; i++) {
            builder.row(i % 10 + i * 37 % 100 / 20.0, (long) (i * 7 % ROWS), i % 400 == 399 ? null : i % 10 == 0 ? "yes" : "no");
        }
        return builder.build();
    }

    private static MemoryRun run(Map<String, ?> values, long seed) throws Exception {
        Map<String, Object> all = new LinkedHashMap<>(Map.of("target", "bought", "models", List.of("gaussian-naive-bayes"), "folds", 4));
        all.putAll(values);
        return new MemoryRun(MemoryRun.settings(all), visits(), 2, seed).check().prepare();
    }

    /** The rows that test in some fold, from 0. */
    private static Set<Integer> tested(MemoryRun run) throws Exception {
        Set<Integer> rows = new TreeSet<>();
        for (var unit : run.units()) {
            if (FoldNumber.isFold(unit.id()) && unit.group().equals("gaussian-naive-bayes")) {
                run.execute(unit);
            }
        }
        run.rows("predictions").forEachBlock(block -> {
            for (int i = 0; i < block.rows(); i++) {
                rows.add((int) (long) (Long) block.value(i, 0) - 1);
            }
        });
        return rows;
    }

    @Test
    void eachClassKeepsItsShareAndTheSeedDecides() throws Exception {
        Map<String, ?> sample = Map.of("sample", Map.of("rows", 400));
        Set<Integer> rows = tested(run(sample, 3));
        // 200 of 1,995 rows are positive.
        assertEquals(400, rows.size());
        assertEquals(40, rows.stream().filter(row -> row % 10 == 0).count());
        assertEquals(rows, tested(run(sample, 3)));
        assertTrue(!rows.equals(tested(run(sample, 4))));
    }

    @Test
    void ofTheOtherRowsOnlyTargetAndKeysAreReadAndTheResultIsThatOfAFileOfItsRowsAlone() throws Exception {
        Map<String, Object> settings = Map.of("target", "bought", "folds", 4, "models", List.of("decision-tree", "gaussian-naive-bayes"));
        Map<String, Object> sampled = new LinkedHashMap<>(settings);
        sampled.put("sample", Map.of("rows", 400));
        assertEquals(400, rowsOfARunLikeOneOnThemAlone(sampled, settings, List.of("bought")).size());
    }

    @Test
    void conditionsChooseRowsAndTheResultIsThatOfAFileOfThemAlone() throws Exception {
        Map<String, Object> settings = Map.of("target", "bought", "folds", 4, "models", List.of("decision-tree", "gaussian-naive-bayes"));
        Map<String, Object> filtered = new LinkedHashMap<>(settings);
        filtered.put("filter", List.of(Map.of("column", "day", "is", "at-least", "value", "800"), Map.of("column", "amount", "is", "less", "value", "9.5"),
                Map.of("column", "bought", "is", "present")));
        Table all = visits();
        List<Integer> expected = IntStream.range(0, ROWS).filter(row -> (Long) all.value(row, 1) >= 800 && (Double) all.value(row, 0) < 9.5 && all.value(row, 2) != null)
                .mapToObj(row -> row + 1).toList();
        assertEquals(expected, rowsOfARunLikeOneOnThemAlone(filtered, settings, List.of("day", "amount", "bought")));
        MemoryRun run = new MemoryRun(MemoryRun.settings(filtered), all, 2, 3).check().prepare();
        assertTrue(run.warnings.contains("filter: " + expected.size() + " of 2000 rows fulfil the conditions of the filter; the others are not used."), run.warnings.toString());
        filtered.put("sample", Map.of("rows", 300));
        List<Integer> both = rowsOfARunLikeOneOnThemAlone(filtered, settings, List.of("day", "amount", "bought"));
        assertTrue(both.size() == 300 && expected.containsAll(both), both::toString);
    }

    @Test
    void conditionsThatCannotBeAskedAreRefusedWithTheirPlace() {
        assertEquals("missing-column filter[0].column: sample has no column dya. Did you mean day?", refused(Map.of("column", "dya", "is", "missing")));
        assertEquals("bad-setting filter[0].value: Say what the values of day are compared with.", refused(Map.of("column", "day", "is", "less")));
        assertTrue(refused(Map.of("column", "day", "is", "less", "value", "ten")).startsWith("bad-setting filter[0].value: day is integer: ten cannot be"));
        assertTrue(refused(Map.of("column", "bought", "is", "less", "value", "no")).startsWith("bad-setting filter[0].is: bought is category: whether it is more"));
        AnalysisException none = assertThrows(AnalysisException.class, () -> run(Map.of("filter", List.of(Map.of("column", "day", "is", "less", "value", "-1"))), 1));
        assertEquals("filter", none.setting().orElseThrow());
        assertTrue(none.getMessage().startsWith("None of the 2000 rows of "), none.getMessage());
    }

    private static String refused(Map<String, String> condition) {
        return new MemoryRun(MemoryRun.settings(Map.of("target", "bought", "filter", List.of(condition))), visits(), 1, 1).check().errors.get(0);
    }

    /** The rows of that run, from 1, after it was compared with one on a table of them alone. */
    private static List<Integer> rowsOfARunLikeOneOnThemAlone(Map<String, ?> part, Map<String, ?> settings, List<String> heldWhole) throws Exception {
        MemoryRun run = new MemoryRun(MemoryRun.settings(part), visits(), 2, 3).check().prepare();
        assertEquals(heldWhole, run.heldWhole);
        run.execute();
        List<Integer> rows = lines(run, "predictions", row -> row).stream().map(line -> Integer.valueOf(line.split(",")[0])).distinct().sorted().toList();
        TableBuilder alone = Table.builder(visits().schema());
        Table all = visits();
        rows.forEach(row -> alone.row(all.value(row - 1, 0), all.value(row - 1, 1), all.value(row - 1, 2)));
        MemoryRun same = new MemoryRun(MemoryRun.settings(settings), alone.build(), 2, 3).check().prepare().execute();
        assertEquals(List.of("amount", "day", "bought"), same.heldWhole);
        // Rows are called by their place in the data, whatever is held of them.
        for (String table : List.of("predictions", "errors", "individualExpectation")) {
            assertEquals(lines(same, table, row -> rows.get(row - 1)), lines(run, table, row -> row), table);
        }
        for (String table : List.of("slices", "leaderboard")) {
            Schema schema = run.summarise().table(table).orElseThrow().rows().schema();
            List<Integer> columns = IntStream.range(0, schema.size()).filter(c -> !schema.names().get(c).matches(".*(Seconds|MiB)")).boxed().toList();
            assertEquals(text(same.summarise(), table, columns), text(run.summarise(), table, columns), table);
        }
        return rows;
    }

    /** The lines of stored rows, the number of the row first. */
    private static List<String> lines(MemoryRun run, String name, IntUnaryOperator place) {
        List<String> lines = new ArrayList<>();
        run.rows(name).forEachBlock(block -> {
            int row = block.schema().indexOf("row");
            for (int i = 0; i < block.rows(); i++) {
                StringBuilder line = new StringBuilder().append(place.applyAsInt((int) (long) (Long) block.value(i, row)));
                for (int c = 0; c < block.schema().size(); c++) {
                    line.append(c == row ? "" : "," + block.value(i, c));
                }
                lines.add(line.toString());
            }
        });
        return lines;
    }

    private static String text(Result result, String id, List<Integer> columns) {
        Table table = ((ResultTable.InMemory) result.table(id).orElseThrow().rows()).table();
        return IntStream.range(0, table.rows()).mapToObj(row -> columns.stream().map(c -> String.valueOf(table.value(row, c))).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void theResultSaysOfHowManyRowsItIsASample() throws Exception {
        MemoryRun run = run(Map.of("sample", Map.of("rows", 400)), 3).execute();
        assertTrue(run.warnings.contains("sample: These figures are those of a sample: 400 of 1995 rows, seed 3."), run.warnings.toString());
        Result result = run.summarise();
        Map<String, Object> figures = new HashMap<>();
        result.figures().forEach(figure -> figures.put(figure.name(), figure.value()));
        assertEquals(400L, figures.get("rows"));
        assertEquals(1995L, figures.get("sampledFrom"));
        MemoryRun whole = run(Map.of("sample", Map.of("rows", 5_000)), 3);
        assertTrue(whole.warnings.stream().noneMatch(warning -> warning.startsWith("sample")), "all rows are no sample");
    }

    @Test
    void theLatestRowsAreThoseOfTheLastDays() throws Exception {
        Map<String, ?> latest = Map.of("sample", Map.of("rows", 500, "method", "latest"), "validation", "time-ordered", "time", "day");
        Table table = visits();
        Set<Integer> rows = tested(run(latest, 3));
        assertTrue(rows.stream().allMatch(row -> (Long) table.value(row, 1) >= ROWS - 505), "days " + rows.size());
        MemoryRun without = new MemoryRun(MemoryRun.settings(Map.of("target", "bought", "sample", Map.of("rows", 500, "method", "latest"))), table, 1, 3)
                .check();
        assertTrue(without.errors.get(0).startsWith("bad-setting sample.method: The latest rows are known only"), without.errors.toString());
    }

    @Test
    void aSampleWithoutEnoughRowsOfAClassIsRefused() {
        AnalysisException refused = assertThrows(AnalysisException.class,
                () -> run(Map.of("sample", Map.of("rows", 100, "method", "random"), "folds", 50), 3));
        assertTrue(refused.getMessage().startsWith("A sample of 100 rows has "), refused.getMessage());
    }

    @Test
    void aSampleIsExpectedToCostWhatItsRowsCost() throws Exception {
        var dataset = SampleTables.dataset("visits", visits());
        InputSchemas inputs = new InputSchemas(Map.of("data", List.of(dataset)));
        ClassificationAnalysis analysis = new ClassificationAnalysis();
        var whole = analysis.estimate(MemoryRun.settings(Map.of("target", "bought")), inputs);
        var part = analysis.estimate(MemoryRun.settings(Map.of("target", "bought", "sample", Map.of("rows", 200))), inputs);
        assertEquals(whole.seconds() / 10, part.seconds(), whole.seconds() * 1e-9);
        assertTrue(part.heapBytes() < whole.heapBytes());
    }
}
