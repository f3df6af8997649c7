package org.orrery.classification;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.orrery.analysis.AnalysisException;
import org.orrery.analysis.Unit;
import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.data.TableBuilder;

class ValidationTest {
    private static final int ROWS = 120;

    /** A column that predicts, a customer with several rows, a day, a fold that someone made. */
    private static Table visits() {
        TableBuilder builder = Table.builder(Schema.of(Column.of("amount", ColumnType.REAL), Column.of("customer", ColumnType.CATEGORY),
                Column.of("day", ColumnType.INTEGER), Column.of("made", ColumnType.INTEGER), Column.of("bought", ColumnType.CATEGORY)));
        for (int i = 0; i < ROWS; i++) {
            String bought = i % 3 == 0 ? "yes" : "no";
            builder.row(i % 3 + i * 37 % 100 / 60.0, i % 17 == 5 ? null : "c" + i % 20, (long) (i * 7 % ROWS), i % 4 + 1L, bought);
        }
        return builder.build();
    }

    private static MemoryRun run(Map<String, ?> values) throws Exception {
        Map<String, Object> all = new LinkedHashMap<>(Map.of("target", "bought", "models", List.of("decision-tree", "most-frequent")));
        all.putAll(values);
        return new MemoryRun(MemoryRun.settings(all), visits(), 2, 3).check().prepare();
    }

    /** By fold, the test rows of one model, from 0. */
    private static Map<Integer, Set<Integer>> tests(MemoryRun run) throws Exception {
        Map<Integer, Set<Integer>> tests = new HashMap<>();
        for (var unit : run.units()) {
            if (FoldNumber.isFold(unit.id()) && unit.group().equals("decision-tree")) {
                run.execute(unit);
                Set<Integer> rows = new HashSet<>();
                run.rows("predictions").forEachBlock(block -> {
                    for (int i = 0; i < block.rows(); i++) {
                        rows.add((int) (long) (Long) block.value(i, 0) - 1);
                    }
                });
                tests.values().forEach(rows::removeAll);
                tests.put(FoldNumber.of(unit.id()).fold(), rows);
            }
        }
        return tests;
    }

    @Test
    void rowsOfAGroupAreNeverDivided() throws Exception {
        MemoryRun run = run(Map.of("validation", "grouped", "group", "customer", "folds", 4));
        Map<Integer, Set<Integer>> tests = tests(run);
        Map<Object, Integer> foldOf = new HashMap<>();
        Table table = visits();
        tests.forEach((fold, rows) -> rows.forEach(row -> assertEquals(fold, foldOf.computeIfAbsent(table.value(row, 1), key -> fold))));
        assertEquals(4, tests.size());
        long grouped = ROWS - table.column("customer").missing();
        assertEquals(grouped, tests.values().stream().mapToInt(Set::size).sum());
        assertTrue(run.warnings.stream().anyMatch(warning -> warning.startsWith("missing-group: 7 rows without a value of customer")), run.warnings.toString());
    }

    @Test
    void laterRowsArePredictedFromEarlierOnes() throws Exception {
        MemoryRun run = run(Map.of("validation", "time-ordered", "time", "day", "folds", 3));
        Map<Integer, Set<Integer>> tests = tests(run);
        Table table = visits();
        for (int fold = 1; fold <= 3; fold++) {
            int from = 30 * fold;
            assertEquals(30, tests.get(fold).size());
            assertTrue(tests.get(fold).stream().allMatch(row -> (Long) table.value(row, 2) >= from && (Long) table.value(row, 2) < from + 30));
            assertEquals(from, ((FoldOutcome) run.get("decision-tree/fold-" + fold).orElseThrow()).trainRows());
        }
    }

    @Test
    void foldsOfAColumnAreTaken() throws Exception {
        MemoryRun run = run(Map.of("validation", "fold-column", "group", "made"));
        Map<Integer, Set<Integer>> tests = tests(run);
        assertEquals(4, tests.size());
        tests.forEach((fold, rows) -> assertTrue(rows.stream().allMatch(row -> row % 4 + 1 == fold)));
    }

    @Test
    void aHoldOutTestsOneShareOnceForEachRepetition() throws Exception {
        MemoryRun run = run(Map.of("validation", "hold-out", "testShare", 0.25, "repeats", 3)).execute();
        assertEquals(3, run.units().stream().filter(unit -> FoldNumber.isFold(unit.id()) && unit.group().equals("decision-tree")).count());
        FoldOutcome outcome = (FoldOutcome) run.get("decision-tree/repeat-2/fold-1").orElseThrow();
        assertEquals(30, outcome.testRows());
        assertEquals(90, outcome.trainRows());
        assertEquals(10, outcome.confusion().actual(1));
        assertEquals("complete", ResultText.value(ResultText.table(run.summarise(), "leaderboard"), "decision-tree", "status"));
    }

    @Test
    void moreFoldsAreFurtherDivisionsOfTheSameKind() throws Exception {
        assertEquals("5 x 2", grown(Map.of(), Map.of("folds", 10)));
        assertEquals("5 x 3", grown(Map.of("repeats", 2), Map.of("folds", 15)));
        assertEquals("5 x 4", grown(Map.of(), Map.of("repeats", 4)));
        assertEquals("3 x 2", grown(Map.of("folds", 3, "validation", "grouped", "group", "customer"), Map.of("folds", 6)));
        assertEquals("5 x 8", grown(Map.of("validation", "hold-out"), Map.of("folds", 8)), "each repetition of a hold-out is one division");
        assertTrue(grown(Map.of(), Map.of("folds", 7)).startsWith("bad-setting folds: 7 folds are no multiple of 5"));
        assertTrue(grown(Map.of(), Map.of("folds", 10, "repeats", 2)).startsWith("bad-setting folds: Either folds or repeats"));
        assertTrue(grown(Map.of("repeats", 3), Map.of("folds", 10)).startsWith("bad-setting folds: The run already has 15 folds"));
        assertTrue(grown(Map.of("validation", "time-ordered", "time", "day"), Map.of("folds", 10)).startsWith("bad-setting folds:"));
    }

    /** Folds and repetitions of a run that was to grow, or what was said against it. */
    private static String grown(Map<String, ?> before, Map<String, ?> wish) {
        Map<String, Object> first = new LinkedHashMap<>(Map.of("target", "bought"));
        first.putAll(before);
        Map<String, Object> then = new LinkedHashMap<>(first);
        then.putAll(wish);
        List<String> problems = new ArrayList<>();
        ClassificationSettings grown = new ClassificationAnalysis().grow(MemoryRun.settings(first), MemoryRun.settings(then), MemoryRun.problems(problems));
        return problems.isEmpty() ? grown.folds() + " x " + grown.repeats() : problems.get(0);
    }

    @Test
    void theFoldsOfAnEarlierDivisionStayWhenOthersFollow() throws Exception {
        MemoryRun small = run(Map.of("folds", 3)).execute();
        MemoryRun large = run(Map.of("folds", 3, "repeats", 2)).execute();
        for (int fold = 1; fold <= 3; fold++) {
            FoldOutcome before = (FoldOutcome) small.get("decision-tree/fold-" + fold).orElseThrow();
            FoldOutcome after = (FoldOutcome) large.get("decision-tree/fold-" + fold).orElseThrow();
            assertEquals(before.measures(), after.measures());
            assertArrayEquals(before.confusion().counts(), after.confusion().counts());
        }
        assertFalse(((FoldOutcome) large.get("decision-tree/repeat-2/fold-1").orElseThrow()).measures()
                .equals(((FoldOutcome) large.get("decision-tree/fold-1").orElseThrow()).measures()), "shuffled anew");
    }

    @Test
    void columnsThatDivideRowsDoNotExplain() throws Exception {
        assertEquals(4L, run(Map.of()).execute().summarise().figure("features").orElseThrow().value());
        assertEquals(3L, run(Map.of("validation", "grouped", "group", "customer")).execute().summarise().figure("features").orElseThrow().value());
    }

    @Test
    void whatAValidationNeedsIsAskedFor() throws Exception {
        assertTrue(errors(Map.of("validation", "grouped")).get(0).startsWith("bad-setting group:"));
        assertTrue(errors(Map.of("validation", "time-ordered")).get(0).startsWith("bad-setting time:"));
        assertTrue(errors(Map.of("validation", "grouped", "group", "custmer")).get(0).startsWith("missing-column group:"));
        assertTrue(errors(Map.of("validation", "fold-column", "group", "made", "repeats", 2)).get(0).startsWith("bad-setting repeats:"));
        assertTrue(errors(Map.of("validation", "fold-column", "group", "bought")).get(0).startsWith("bad-setting group:"));
        assertFalse(errors(Map.of("group", "customer")).stream().anyMatch(error -> error.contains("group")));
        AnalysisException few = assertThrows(AnalysisException.class, () -> run(Map.of("validation", "grouped", "group", "made", "folds", 5)));
        assertEquals("folds", few.setting().orElseThrow());
        assertThrows(AnalysisException.class, () -> run(Map.of("validation", "time-ordered", "time", "customer")));
        assertThrows(AnalysisException.class, () -> run(Map.of("validation", "time-ordered", "time", "made", "folds", 4)));
    }

    private static List<String> errors(Map<String, ?> values) {
        Map<String, Object> all = new LinkedHashMap<>(Map.of("target", "bought"));
        all.putAll(values);
        return new MemoryRun(MemoryRun.settings(all), visits(), 1, 3).check().errors;
    }

    @Test
    void whenTheTimeForAllModelsIsUsedUpWhatWasNotBegunIsSkippedAndTheRestIsCompared() throws Exception {
        MemoryRun run = new MemoryRun(MemoryRun.settings(Map.of("target", "target", "models", List.of("gaussian-naive-bayes", "logistic-regression", "decision-tree"),
                "budgetSeconds", 1e-6, "tuning", Map.of("method", "random", "trials", 2), "tunedModels", List.of("decision-tree"),
                "diagnostics", Map.of("importance", "all"))), SampleTables.read("breast_cancer.csv"), 1, 5).check().prepare();
        assertEquals(List.of(), run.errors);
        // The first trial alone uses up the time: no fold is begun.
        TrialOutcome first = null;
        for (Unit unit : run.units().stream().filter(each -> each.id().startsWith("decision-tree/tune/")).toList()) {
            run.execute(unit);
            TrialOutcome trial = (TrialOutcome) run.get(unit.id()).orElseThrow();
            assertEquals(first == null, trial.tried());
            first = trial;
        }
        for (Unit unit : run.units().stream().filter(each -> each.group().equals("decision-tree") && each.id().contains("/fold-")).toList()) {
            run.execute(unit);
        }
        Table board = ResultText.table(run.summarise(), "leaderboard");
        assertEquals("skipped", ResultText.value(board, "decision-tree", "status"));
        assertEquals("The time for all models, 1.0E-6 s, was used up before.", ResultText.value(board, "decision-tree", "reason"));
        assertEquals("waiting", ResultText.value(board, "logistic-regression", "status"));

        MemoryRun folds = new MemoryRun(MemoryRun.settings(Map.of("target", "target", "models", List.of("gaussian-naive-bayes", "decision-tree"),
                "budgetSeconds", 1e-6, "diagnostics", Map.of("importance", "all"))), SampleTables.read("breast_cancer.csv"), 1, 5).check().prepare().execute();
        Table some = ResultText.table(folds.summarise(), "leaderboard");
        assertEquals("partial 1 of 5", ResultText.value(some, "gaussian-naive-bayes", "status"));
        assertEquals("skipped", ResultText.value(some, "decision-tree", "status"));
        assertEquals("gaussian-naive-bayes", ((RefitOutcome) folds.get(UnitPlan.REFIT).orElseThrow()).model());
        assertEquals(new NotBegun(1e-6), folds.get("decision-tree/importance").orElseThrow());
        assertEquals(new NotBegun(1e-6), folds.get("decision-tree" + UnitPlan.STRUCTURE).orElseThrow());
    }
}
