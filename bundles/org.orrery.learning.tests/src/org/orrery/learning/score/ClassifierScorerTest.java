package org.orrery.learning.score;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.analysis.AnalysisException;
import org.orrery.analysis.result.Warning;
import org.orrery.analysis.score.ScoreReport;
import org.orrery.analysis.score.ScoreRequest;
import org.orrery.data.Column;
import org.orrery.data.ColumnBlocks;
import org.orrery.data.ColumnType;
import org.orrery.data.DataException;
import org.orrery.data.DataStore;
import org.orrery.data.Dataset;
import org.orrery.data.Progress;
import org.orrery.data.ReadOptions;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.data.TableBuilder;
import org.orrery.data.TableCsv;
import org.orrery.analysis.score.WhatIf;
import org.orrery.learning.ClassWeighting;
import org.orrery.learning.ClassifierPipeline;
import org.orrery.learning.FittedClassifier;
import org.orrery.learning.LabelledRows;
import org.orrery.learning.PlainCompute;
import org.orrery.learning.encoding.Encoding;
import org.orrery.learning.file.FeatureProfile;
import org.orrery.learning.file.ModelExtras;
import org.orrery.learning.file.ModelFile;
import org.orrery.learning.models.LogisticRegressionSettings;
import org.orrery.learning.models.LogisticRegressionTrainer;

class ClassifierScorerTest {
    private static final int ROWS = 400;

    @TempDir
    Path folder;
    private Path model;
    private FittedClassifier fitted;
    private Path data;
    private Path out;

    @BeforeEach
    void trainAModel() throws Exception {
        Table table = rows(ROWS, 0, "red", ColumnType.REAL);
        int[] labels = IntStream.range(0, ROWS).map(i -> "yes".equals(table.value(i, 2)) ? 1 : 0).toArray();
        Table features = new Table(Schema.of(Column.of("amount", ColumnType.REAL), Column.of("colour", ColumnType.CATEGORY)),
                List.of(table.column(0), table.column(1)));
        fitted = new ClassifierPipeline(new LogisticRegressionTrainer(LogisticRegressionSettings.STANDARD), Encoding.STANDARD, ClassWeighting.NONE)
                .fit(new LabelledRows(features, labels, List.of("no", "yes")), IntStream.range(0, ROWS).toArray(), new PlainCompute(1), PlainCompute.QUIET);
        ModelFile file = new ModelFile("bought", "yes", Double.NaN, ROWS, "data", "ab12", 1, "1.0.0",
                ModelFile.profiles(fitted, features, IntStream.range(0, ROWS).toArray()), fitted,
                new ModelExtras(List.of(new ModelExtras.Fact("purpose", "Purpose", "Tests")),
                        fitted.encoder().encode(features, IntStream.range(0, 20).map(i -> 20 * i).toArray(), () -> { })));
        model = Files.write(folder.resolve("model.orrerymodel"), file.bytes());
        data = folder.resolve("new.csv");
        out = folder.resolve("scored.csv");
    }

    private static Table rows(int count, double shift, String first, ColumnType amountType) {
        TableBuilder builder = Table.builder(Schema.of(Column.of("amount", amountType), Column.of("colour", ColumnType.CATEGORY),
                Column.of("bought", ColumnType.CATEGORY)));
        for (int i = 0; i < count; i++) {
            double amount = i * 37 % 100 / 10.0 + shift;
            Object value = amountType == ColumnType.REAL ? (Object) amount : "about " + amount;
            builder.row(value, i % 3 == 0 ? first : "blue", amount + i % 3 > 6 + shift ? "yes" : "no");
        }
        return builder.build();
    }

    /** A store that holds one table whatever file is asked for; asked for columns as numbers that are text, it refuses. */
    private DataStore store(Table table) {
        return (DataStore) Proxy.newProxyInstance(DataStore.class.getClassLoader(), new Class<?>[] {DataStore.class}, (proxy, method, arguments) -> {
            switch (method.getName()) {
                case "importFile":
                    ReadOptions options = (ReadOptions) arguments[1];
                    if (options.types().containsKey("amount")) {
                        throw new DataException(DataException.Code.BAD_DATA, "Line 2: \"about 0.0\" is no number.", DataException.Where.at(data, 2));
                    }
                    List<Column> counted = table.schema().columns().stream().map(column -> new Column(column.name(), column.type(), 0, 9, false)).toList();
                    return new Dataset("new", (Path) arguments[0], options, new Schema(counted), table.rows(), "cd34", 1, Instant.EPOCH, List.of());
                case "blocks":
                    return blocks(table, 150);
                default:
                    return null;
            }
        });
    }

    private static ColumnBlocks blocks(Table table, int size) {
        int[] at = new int[1];
        return new ColumnBlocks() {
            @Override
            public Schema schema() {
                return table.schema();
            }

            @Override
            public Table next() {
                if (at[0] >= table.rows()) {
                    return null;
                }
                TableBuilder builder = Table.builder(table.schema());
                for (int end = Math.min(table.rows(), at[0] + size); at[0] < end; at[0]++) {
                    int row = at[0];
                    builder.row(IntStream.range(0, table.schema().size()).mapToObj(column -> table.value(row, column)).toArray());
                }
                return builder.build();
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }

    private ScoreReport score(Table table, boolean force) throws AnalysisException {
        return scorer().score(new ScoreRequest(model, data, ReadOptions.DETECT, out, force), store(table), Progress.NONE);
    }

    /** Its exporter writes CSV, whatever is asked for: what it is given counts. */
    private static ClassifierScorer scorer() {
        return new ClassifierScorer((file, format, blocks) -> {
            try (OutputStream out = Files.newOutputStream(file)) {
                TableCsv.write(out, blocks);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static List<String> codes(ScoreReport report) {
        return report.warnings().stream().map(Warning::code).toList();
    }

    @Test
    void everyRowIsWrittenWithItsPredictionAndProbabilities() throws Exception {
        Table table = rows(ROWS, 0, "red", ColumnType.REAL);
        ScoreReport report = score(table, false);
        assertEquals(ROWS, report.rows());
        assertEquals(List.of(), report.warnings());
        assertEquals(0, report.unseenLevels());
        List<String> lines = Files.readAllLines(out);
        assertEquals("amount,colour,bought,predicted,p.no,p.yes", lines.get(0));
        assertEquals(ROWS + 1, lines.size());
        double[] expected = fitted.probabilities(table, new int[] {0, 1, 200}, () -> { });
        for (int i = 0; i < 3; i++) {
            String[] fields = lines.get(new int[] {1, 2, 201}[i]).split(",");
            assertArrayEquals(new double[] {expected[2 * i], expected[2 * i + 1]},
                    new double[] {Double.parseDouble(fields[4]), Double.parseDouble(fields[5])});
            assertEquals(expected[2 * i] >= expected[2 * i + 1] ? "no" : "yes", fields[3]);
        }
        try (var files = Files.list(folder)) {
            assertEquals(2, files.count(), "no draft is left behind");
        }
    }

    /** Two features explain all: their contributions add up to the distance from the mean over the rows that are kept to compare with. */
    @Test
    void eachRowTellsWhatMovedItsPredictionWhenAsked() throws Exception {
        Table table = rows(30, 0, "red", ColumnType.REAL);
        scorer().score(new ScoreRequest(model, data, ReadOptions.DETECT, out, false, 5), store(table), Progress.NONE);
        List<String> lines = Files.readAllLines(out);
        assertEquals("amount,colour,bought,predicted,p.no,p.yes,reason.1,contribution.1,reason.2,contribution.2", lines.get(0));
        double[] known = fitted.probabilities(rows(ROWS, 0, "red", ColumnType.REAL), IntStream.range(0, 20).map(i -> 20 * i).toArray(), () -> { });
        double mean = IntStream.range(0, 20).mapToDouble(i -> known[2 * i + 1]).average().orElseThrow();
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",");
            double first = Double.parseDouble(fields[7]);
            double second = Double.parseDouble(fields[9]);
            assertTrue(Math.abs(first) >= Math.abs(second), line);
            assertEquals(Double.parseDouble(fields[5]) - mean, first + second, 1e-9, line);
        }
        assertEquals("amount", lines.get(1).split(",")[6]);
        assertEquals("Tests", scorer().card(model).facts().get(0).value());
    }

    @Test
    void aRowMadeUpByHandIsPredictedAsTheSameRowOfAFile() throws Exception {
        WhatIf whatIf = scorer().whatIf(model);
        assertEquals(List.of("amount", "colour"), whatIf.fields().stream().map(WhatIf.Field::name).toList());
        assertEquals("blue", whatIf.fields().get(1).typical().orElseThrow());
        assertTrue(Double.parseDouble(whatIf.fields().get(0).typical().orElseThrow()) > 3);
        Table table = rows(ROWS, 0, "red", ColumnType.REAL);
        WhatIf.Prediction said = whatIf.predict(Map.of("amount", "3.7", "colour", "blue"));
        assertEquals(3.7, table.value(1, 0));
        assertEquals(fitted.probabilities(table, new int[] {1}, () -> { })[1], said.probabilities().get("yes"), 1e-15);
        assertEquals(said.probabilities().get("yes") - said.base(), said.contributions().values().stream().mapToDouble(Double::doubleValue).sum(), 1e-9);
        assertTrue(whatIf.predict(Map.of("amount", "9.9")).probabilities().get("yes") > said.probabilities().get("yes"));
        assertEquals("amount", assertThrows(AnalysisException.class, () -> whatIf.predict(Map.of("amount", "much"))).setting().orElseThrow());
        assertTrue(assertThrows(AnalysisException.class, () -> whatIf.predict(Map.of("colours", "red"))).getMessage().contains("Did you mean colour?"));
    }

    @Test
    void rowsWhoseClassIsKnownAreMeasured() throws Exception {
        ScoreReport report = score(rows(ROWS, 0, "red", ColumnType.REAL), false);
        long right = Files.readAllLines(out).stream().skip(1).map(line -> line.split(",")).filter(fields -> fields[2].equals(fields[3])).count();
        assertEquals(right / (double) ROWS, report.measures().get("accuracy"), 1e-12);
    }

    @Test
    void changedDistributionsAndUnknownLevelsAreTold() throws Exception {
        ScoreReport report = score(rows(ROWS, 4, "green", ColumnType.REAL), false);
        assertEquals(List.of("drift", "unseen-levels", "drift"), codes(report));
        assertEquals(1, report.unseenLevels());
        assertTrue(report.drift().get(0).psi() > 0.25);
        assertTrue(report.drift().get(0).p() < 1e-6);
        assertEquals(134, report.drift().get(1).unseenRows());
    }

    @Test
    void aFewRowsDoNotDriftByChance() throws Exception {
        assertEquals(List.of(), codes(score(rows(6, 0, "red", ColumnType.REAL), false)));
    }

    @Test
    void aMissingColumnIsRefusedOrOverriddenAndWrittenDown() throws Exception {
        Table table = rows(20, 0, "red", ColumnType.REAL);
        Table without = new Table(Schema.of(Column.of("colour", ColumnType.CATEGORY)), List.of(table.column(1)));
        AnalysisException refused = assertThrows(AnalysisException.class, () -> score(without, false));
        assertEquals(AnalysisException.Code.BAD_DATA, refused.code());
        assertTrue(refused.getMessage().startsWith("The column amount, which the model was trained with, is not in the data"));
        assertFalse(Files.exists(out));
        ScoreReport report = score(without, true);
        assertEquals(List.of("gate-overridden"), codes(report));
        assertEquals(20, report.rows());
        assertTrue(Files.readString(folder.resolve("scored.csv.overridden.txt")).contains("amount counts as missing"));
    }

    @Test
    void textWhereNumbersWereIsRefusedWithItsLineOrOverridden() throws Exception {
        Table words = rows(20, 0, "red", ColumnType.CATEGORY);
        AnalysisException refused = assertThrows(AnalysisException.class, () -> score(words, false));
        assertTrue(refused.getMessage().contains("Line 2"));
        assertEquals(List.of("gate-overridden"), codes(score(words, true)));
    }

    @Test
    void theCardAndTheGateTellWhatTheModelNeeds() throws Exception {
        ClassifierScorer scorer = scorer();
        assertEquals(List.of("amount", "colour"), scorer.card(model).features().names());
        assertEquals("bought", scorer.card(model).target());
        assertEquals(List.of(), scorer.gate(model, rows(1, 0, "red", ColumnType.REAL).schema()));
        assertEquals("amount", scorer.gate(model, rows(1, 0, "red", ColumnType.CATEGORY).schema()).get(0).column());
        Files.write(model, new byte[100]);
        assertEquals(AnalysisException.Code.BAD_DATA, assertThrows(AnalysisException.class, () -> scorer.card(model)).code());
        assertEquals(AnalysisException.Code.UNREADABLE_FILE,
                assertThrows(AnalysisException.class, () -> scorer.card(folder.resolve("none"))).code());
    }

    @Test
    void otherEndingsAndTheFileThatIsReadAreNotWritten() throws Exception {
        Table table = rows(5, 0, "red", ColumnType.REAL);
        out = folder.resolve("scored.doc");
        assertEquals("out", assertThrows(AnalysisException.class, () -> score(table, false)).setting().orElseThrow());
        out = data;
        assertEquals("out", assertThrows(AnalysisException.class, () -> score(table, false)).setting().orElseThrow());
        out = folder.resolve("scored.csv.gz");
        assertEquals(5, score(table, false).rows());
        out = folder.resolve("scored.parquet");
        assertEquals(5, score(table, false).rows());
    }

    /** {@code scipy.stats.chi2_contingency([[500, 480, 20], [90, 130, 5]], correction=False)} of scipy 1.10.1. */
    @Test
    void theTestOfEqualDistributionsIsThatOfScipy() {
        FeatureProfile profile = new FeatureProfile(new double[] {1}, List.of(), new long[] {500, 480, 20});
        assertEquals(0.0249169318651483, profile.sameByChance(new long[] {90, 130, 5}), 1e-12);
        assertTrue(Double.isNaN(profile.sameByChance(new long[] {0, 0, 0})));
    }

    /** The index by hand: shares of training .5 and .5, now .8 and .2, with half a row added to each of three places. */
    @Test
    void theStabilityIndexIsThatOfItsDefinition() {
        FeatureProfile profile = new FeatureProfile(new double[] {1}, List.of(), new long[] {500, 500, 0});
        List<Double> parts = new ArrayList<>();
        double[][] shares = {{500.5 / 1001.5, 800.5 / 1001.5}, {500.5 / 1001.5, 200.5 / 1001.5}, {0.5 / 1001.5, 0.5 / 1001.5}};
        Arrays.stream(shares).forEach(pair -> parts.add((pair[1] - pair[0]) * Math.log(pair[1] / pair[0])));
        assertEquals(parts.stream().mapToDouble(Double::doubleValue).sum(), profile.stabilityIndex(new long[] {800, 200, 0}), 1e-12);
    }
}
