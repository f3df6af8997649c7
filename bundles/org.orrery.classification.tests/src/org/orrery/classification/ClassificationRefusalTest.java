package org.orrery.classification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.orrery.analysis.AnalysisException;
import org.orrery.analysis.AnalysisException.Code;
import org.orrery.analysis.result.Result;
import org.orrery.analysis.settings.SettingsSchema;
import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.data.TableBuilder;

class ClassificationRefusalTest {
    @Test
    void aMissingTargetNamesTheNearestColumn() throws Exception {
        assertError("missing-column target: There is no column Specis in sample. Did you mean Species?", check("iris.csv", Map.of("target", "Specis")));
    }

    @Test
    void aMissingFeatureNamesTheNearestColumn() throws Exception {
        assertError("missing-column features: There is no column petal.length in sample. Did you mean Petal.Length?",
                check("iris.csv", Map.of("target", "Species", "features", List.of("petal.length"))));
    }

    @Test
    void aMeasuredTargetIsSentToRegression() throws Exception {
        List<String> errors = check("iris.csv", Map.of("target", "Petal.Length"));
        assertTrue(errors.get(0).startsWith("bad-setting target: ") && errors.get(0).contains("use regression"), errors.toString());
    }

    @Test
    void aTargetWithTooManyClassesIsRefused() throws Exception {
        List<String> errors = check("breast_cancer.csv", Map.of("target", "mean radius"));
        assertTrue(errors.get(0).startsWith("bad-setting target: "), errors.toString());
        Table many = table(500, i -> new Object[] {(double) i, "class " + i});
        assertEquals(Code.BAD_SETTING, refusal(many).code());
    }

    @Test
    void theTargetCannotExplainItself() throws Exception {
        assertError("bad-setting features: The target Species cannot explain itself: take it out of the features.",
                check("iris.csv", Map.of("target", "Species", "features", List.of("Species"))));
    }

    @Test
    void aPositiveClassOfManyOrOneThatIsNotThereIsRefused() throws Exception {
        assertTrue(check("iris.csv", Map.of("target", "Species", "positive", "setosa")).get(0).startsWith("bad-setting positive: "));
        Table two = table(20, i -> new Object[] {(double) i, i % 2 == 0 ? "a" : "b"});
        MemoryRun run = new MemoryRun(MemoryRun.settings(Map.of("target", "y", "positive", "c")), two, 1, 1);
        AnalysisException refusal = assertThrows(AnalysisException.class, run::prepare);
        assertEquals("positive", refusal.setting().orElseThrow());
        assertEquals("There is no class c in y; the classes are a and b.", refusal.getMessage());
    }

    @Test
    void noModelIsRefused() throws Exception {
        assertError("bad-setting models: Choose at least one model.", check("iris.csv", Map.of("target", "Species", "models", List.of())));
    }

    @Test
    void emptyOneRowOneClassAndAllMissingDataAreNotEnough() {
        assertEquals(Code.NOT_ENOUGH_DATA, refusal(table(0, i -> new Object[] {1.0, "a"})).code());
        assertEquals(Code.NOT_ENOUGH_DATA, refusal(table(1, i -> new Object[] {1.0, "a"})).code());
        assertEquals(Code.NOT_ENOUGH_DATA, refusal(table(100, i -> new Object[] {1.0 * i, "a"})).code());
        assertEquals(Code.NOT_ENOUGH_DATA, refusal(table(100, i -> new Object[] {null, null})).code());
    }

    @Test
    void aClassWithFewerRowsThanFoldsIsToldWithItsNumbers() {
        AnalysisException refusal = refusal(table(50, i -> new Object[] {1.0 * i, i < 3 ? "rare" : "frequent"}));
        assertEquals(Code.NOT_ENOUGH_DATA, refusal.code());
        assertEquals("The class rare of y has 3 rows, fewer than the 5 folds: set folds to at most 3, or merge or remove the class.",
                refusal.getMessage());
    }

    @Test
    void constantAndEmptyFeaturesAreToldAndDoNoHarm() throws Exception {
        MemoryRun run = new MemoryRun(MemoryRun.settings(Map.of("target", "y")), table(40, i -> new Object[] {null, i % 4 == 0 ? "a" : "b"}), 1, 1)
                .prepare().execute();
        assertTrue(run.warnings.contains("constant-columns: These columns have the same value in all rows and explain nothing: x."));
        Result result = run.summarise();
        assertEquals("most-frequent", result.figure("bestModel").orElseThrow().value());
        assertTrue(result.findings().stream().anyMatch(finding -> finding.code().equals("no-better-than-baseline")));
    }

    @Test
    void rowsWithoutATargetAreLeftOutAndCounted() throws Exception {
        MemoryRun run = new MemoryRun(MemoryRun.settings(Map.of("target", "y")),
                table(60, i -> new Object[] {1.0 * i, i % 3 == 0 ? null : i % 3 == 1 ? "a" : "b"}), 1, 1).prepare().execute();
        assertTrue(run.warnings.contains("missing-target: 20 rows without a value of y are left out."));
        assertEquals(40L, run.summarise().figure("rows").orElseThrow().value());
        assertEquals(120, run.rows("predictions").count());
    }

    @Test
    void infiniteValuesAreToldAndCountAsMissing() throws Exception {
        MemoryRun run = new MemoryRun(MemoryRun.settings(Map.of("target", "y")),
                table(40, i -> new Object[] {i == 7 ? Double.POSITIVE_INFINITY : i, i % 2 == 0 ? "a" : "b"}), 1, 1).prepare().execute();
        assertTrue(run.warnings.stream().anyMatch(warning -> warning.startsWith("not-finite: ")));
    }

    @Test
    void aRareClassIsToldInPlainWords() throws Exception {
        MemoryRun run = new MemoryRun(MemoryRun.settings(Map.of("target", "y")),
                table(1000, i -> new Object[] {1.0 * i, i % 50 == 0 ? "fraud" : "fine"}), 1, 1).prepare();
        assertTrue(run.warnings.get(0).startsWith("class-imbalance: The class fraud has only 20 of 1000 rows (2.0 %)."), run.warnings.toString());
    }

    @Test
    void namesInAnyScriptGoThroughUnchanged() throws Exception {
        Table table = table(60, i -> new Object[] {1.0 * i, i < 30 ? "да 是 \u0000'{0}" : "ñø"});
        MemoryRun run = new MemoryRun(MemoryRun.settings(Map.of("target", "y", "folds", 3)), table, 1, 1).prepare().execute();
        List<String> classes = List.of("ñø", "да 是 \u0000'{0}");
        Table perClass = ResultText.table(run.summarise(), "perClass");
        assertEquals(classes, List.of(perClass.value(0, 1), perClass.value(1, 1)));
        assertEquals("p.ñø", run.rows("predictions").schema().names().get(4));
    }

    @Test
    void truthAndWholeNumbersAreClassesInTheirOrder() throws Exception {
        TableBuilder builder = Table.builder(Schema.of(Column.of("x", ColumnType.REAL), Column.of("y", ColumnType.BOOLEAN)));
        for (int i = 0; i < 40; i++) {
            builder.row(1.0 * i, i % 2 == 0);
        }
        MemoryRun run = new MemoryRun(MemoryRun.settings(Map.of("target", "y")), builder.build(), 1, 1).prepare().execute();
        assertEquals("true", run.summarise().figure("positive").orElseThrow().value());
        Column numbers = Column.of("n", ColumnType.INTEGER);
        Table whole = Table.builder(Schema.of(numbers)).row(10L).row(9L).row(-1L).row((Object) null).build();
        assertEquals(List.of("-1", "9", "10"), Classes.of(numbers, whole.column(0), 100).names());
    }

    @Test
    void settingsKeepTheirValuesOnTheWayThroughTheirPlainForm() {
        SettingsSchema<ClassificationSettings> schema = SettingsSchema.of(ClassificationSettings.class);
        ClassificationSettings settings = MemoryRun.settings(Map.of("target", "y", "threshold", 0.3, "positive", "b", "models",
                List.of("decision-tree"), "decisionTree", Map.of("maxDepth", 4, "criterion", "entropy")));
        assertEquals(settings, schema.bind(schema.plain(settings), (path, message) -> {
            throw new AssertionError(path + ": " + message);
        }).orElseThrow());
    }

    private static AnalysisException refusal(Table table) {
        return assertThrows(AnalysisException.class, () -> new MemoryRun(MemoryRun.settings(Map.of("target", "y")), table, 1, 1).prepare());
    }

    private static List<String> check(String file, Map<String, ?> values) throws Exception {
        return new MemoryRun(MemoryRun.settings(values), SampleTables.read(file), 1, 1).check().errors;
    }

    private static void assertError(String expected, List<String> errors) {
        assertEquals(List.of(expected), errors);
    }

    private interface Rows {
        Object[] of(int row);
    }

    private static Table table(int rows, Rows content) {
        TableBuilder builder = Table.builder(Schema.of(Column.of("x", ColumnType.REAL), Column.of("y", ColumnType.CATEGORY)));
        for (int i = 0; i < rows; i++) {
            builder.row(content.of(i));
        }
        return builder.build();
    }
}
