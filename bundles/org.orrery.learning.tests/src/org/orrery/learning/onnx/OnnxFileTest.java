package org.orrery.learning.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.orrery.analysis.AnalysisException;
import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.data.TableBuilder;
import org.orrery.learning.ClassWeighting;
import org.orrery.learning.ClassWeights;
import org.orrery.learning.ClassifierPipeline;
import org.orrery.learning.ClassifierTrainer;
import org.orrery.learning.FittedClassifier;
import org.orrery.learning.LabelledRows;
import org.orrery.learning.Numbers;
import org.orrery.learning.PlainCompute;
import org.orrery.learning.calibration.Recalibration;
import org.orrery.learning.encoding.ColumnSelection;
import org.orrery.learning.encoding.Encoding;
import org.orrery.learning.encoding.Feature;
import org.orrery.learning.encoding.NumericImputation;
import org.orrery.learning.encoding.Reduction;
import org.orrery.learning.encoding.TextEncoding;
import org.orrery.learning.file.ModelFile;
import org.orrery.learning.models.DecisionTreeSettings;
import org.orrery.learning.models.DecisionTreeTrainer;
import org.orrery.learning.models.ForestSettings;
import org.orrery.learning.models.ForestTrainer;
import org.orrery.learning.models.GaussianNaiveBayesSettings;
import org.orrery.learning.models.GaussianNaiveBayesTrainer;
import org.orrery.learning.models.GradientBoostingSettings;
import org.orrery.learning.models.GradientBoostingTrainer;
import org.orrery.learning.models.KernelSvmSettings;
import org.orrery.learning.models.KernelSvmTrainer;
import org.orrery.learning.models.LinearSvmSettings;
import org.orrery.learning.models.LinearSvmTrainer;
import org.orrery.learning.models.LogisticRegressionSettings;
import org.orrery.learning.models.LogisticRegressionTrainer;
import org.orrery.learning.models.MostFrequentTrainer;
import org.orrery.learning.models.MultiLayerPerceptronSettings;
import org.orrery.learning.models.MultiLayerPerceptronTrainer;
import org.orrery.learning.models.NearestNeighboursSettings;
import org.orrery.learning.models.NearestNeighboursTrainer;
import org.orrery.learning.models.NeighbourDistance;
import org.orrery.learning.models.NeighbourWeighting;
import org.orrery.learning.models.SplitCriterion;
import org.orrery.learning.models.UniformTrainer;

/**
 * Files are carried out by a reader that knows operators and nothing of models. The same files were carried out by onnxruntime 1.30.0 (and
 * held valid by the checker of onnx 1.23.1): {@code releng/benchmarks/classification/run onnx} does so again.
 */
class OnnxFileTest {
    private static final int ROWS = 240;
    private static final int TRAIN = 180;
    private static final Table TABLE = table();

    private static Table table() {
        Numbers numbers = new Numbers(11);
        TableBuilder builder = Table.builder(Schema.of(Column.of("x", ColumnType.REAL), Column.of("count", ColumnType.INTEGER),
                Column.of("flag", ColumnType.BOOLEAN), Column.of("colour", ColumnType.CATEGORY), Column.of("city", ColumnType.TEXT),
                Column.of("label", ColumnType.DATE)));
        for (int i = 0; i < ROWS; i++) {
            String colour = i % 13 == 5 ? null : List.of("red", "green", "bl\u00fc").get((int) (numbers.share() * 3));
            builder.row(i % 17 == 4 ? null : Double.valueOf(numbers.share() * 4 - 2), (long) (numbers.share() * 10), numbers.share() < 0.5, colour,
                    "c" + (int) (numbers.share() * (i < TRAIN ? 40 : 44)), LocalDate.ofEpochDay((long) (numbers.share() * 20_000)));
        }
        return builder.build();
    }

    private static int[] labels(int classes) {
        Numbers numbers = new Numbers(7);
        return IntStream.range(0, ROWS).map(i -> {
            double z = (TABLE.value(i, 0) instanceof Double x ? x : 0) + ((Long) TABLE.value(i, 1)) / 5.0 + ("red".equals(TABLE.value(i, 3)) ? 1 : 0)
                    + numbers.share();
            return classes == 2 ? z > 1.5 ? 1 : 0 : z < 0.8 ? 0 : z < 2.2 ? 1 : 2;
        }).toArray();
    }

    private static List<ClassifierTrainer> trainers(int classes) {
        ForestSettings forest = new ForestSettings(15, Optional.empty(), Optional.empty(), 2, SplitCriterion.GINI);
        List<ClassifierTrainer> all = new ArrayList<>(List.of(new MostFrequentTrainer(), new LogisticRegressionTrainer(LogisticRegressionSettings.STANDARD),
                new LinearSvmTrainer(LinearSvmSettings.STANDARD), new GaussianNaiveBayesTrainer(GaussianNaiveBayesSettings.STANDARD),
                new DecisionTreeTrainer(DecisionTreeSettings.STANDARD), ForestTrainer.randomForest(forest), ForestTrainer.extraTrees(forest),
                new GradientBoostingTrainer(GradientBoostingSettings.STANDARD),
                new MultiLayerPerceptronTrainer(new MultiLayerPerceptronSettings(20, 2, 10, 0.01, 0.0001, 100, true, 10))));
        for (NeighbourDistance distance : NeighbourDistance.values()) {
            for (NeighbourWeighting weighting : NeighbourWeighting.values()) {
                all.add(new NearestNeighboursTrainer(new NearestNeighboursSettings(5, distance, weighting)));
            }
        }
        if (classes == 2) {
            all.add(new KernelSvmTrainer(KernelSvmSettings.STANDARD));
        }
        return all;
    }

    private static ModelFile fit(ClassifierTrainer trainer, int classes, Recalibration recalibration, TextEncoding many, ColumnSelection selection,
            Reduction reduction, double threshold) throws Exception {
        List<String> names = classes == 2 ? List.of("no", "yes") : List.of("low", "middle", "high");
        int[] train = IntStream.range(0, TRAIN).toArray();
        FittedClassifier fitted = new ClassifierPipeline(trainer, new Encoding(NumericImputation.MEDIAN, true, 25, many, selection),
                ClassWeights.of(ClassWeighting.NONE), recalibration, reduction)
                .fit(new LabelledRows(TABLE, labels(classes), names), train, new PlainCompute(1), PlainCompute.QUIET);
        return new ModelFile("bought", classes == 2 ? "yes" : "", threshold, TRAIN, "shop.csv", "0".repeat(64), 5, "1.0.0",
                ModelFile.profiles(fitted, TABLE, train), fitted);
    }

    private static Map<String, OnnxTensor> inputs(FittedClassifier fitted, int[] rows) {
        Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
        for (Feature feature : fitted.encoder().features()) {
            int column = TABLE.schema().indexOf(feature.name());
            inputs.put(feature.name(), feature.type().isText()
                    ? OnnxTensor.of(IntStream.of(rows).mapToObj(row -> TABLE.value(row, column) == null ? "" : TABLE.value(row, column)).toArray(String[]::new),
                            rows.length, 1)
                    : OnnxTensor.of(IntStream.of(rows).mapToDouble(row -> feature.number(TABLE.column(column), row)).toArray(), rows.length, 1));
        }
        return inputs;
    }

    /** Rows that training did not see, some with levels that it did not know. */
    private static void compare(ModelFile model, String what) throws Exception {
        int[] rows = IntStream.range(TRAIN, ROWS).toArray();
        FittedClassifier fitted = model.classifier();
        double[] own = fitted.probabilities(TABLE, rows, () -> { });
        Map<String, OnnxTensor> out = new OnnxReader(new OnnxFile(model).bytes()).run(inputs(fitted, rows));
        assertArrayEquals(own, out.get("probabilities").numbers(), 1e-6, what);
        int classes = fitted.classes().size();
        for (int i = 0; i < rows.length; i++) {
            double[] each = Arrays.copyOfRange(own, i * classes, (i + 1) * classes);
            String said = Double.isNaN(model.threshold()) ? fitted.classes().get(IntStream.range(0, classes).reduce(0, (a, b) -> each[b] > each[a] ? b : a))
                    : each[1] >= model.threshold() ? "yes" : "no";
            assertEquals(said, out.get("label_").texts()[i], what);
        }
    }

    @Test
    void everyModelThatHasOperatorsSaysTheSame() throws Exception {
        for (int classes = 2; classes <= 3; classes++) {
            for (ClassifierTrainer trainer : trainers(classes)) {
                compare(fit(trainer, classes, Recalibration.NONE, TextEncoding.FREQUENCY, ColumnSelection.NONE, Reduction.NONE,
                        classes == 2 ? 0.3 : Double.NaN), trainer.kind() + " of " + classes);
            }
        }
    }

    @Test
    void whateverIsDoneToColumnsAndProbabilitiesIsInTheFile() throws Exception {
        ClassifierTrainer trainer = new LogisticRegressionTrainer(LogisticRegressionSettings.STANDARD);
        for (int classes = 2; classes <= 3; classes++) {
            for (Recalibration recalibration : Recalibration.values()) {
                compare(fit(trainer, classes, recalibration, TextEncoding.TARGET, new ColumnSelection(1, 1, 0.6), Reduction.NONE, Double.NaN),
                        recalibration + ", some columns");
                compare(fit(new GaussianNaiveBayesTrainer(GaussianNaiveBayesSettings.STANDARD), classes, recalibration, TextEncoding.FREQUENCY,
                        ColumnSelection.NONE, new Reduction(0.05, 0.9), Double.NaN), recalibration + ", components");
            }
        }
    }

    @Test
    void aThresholdThatIsTheProbabilityOfARowIsReached() throws Exception {
        ClassifierTrainer forest = ForestTrainer.randomForest(new ForestSettings(15, Optional.empty(), Optional.empty(), 2, SplitCriterion.GINI));
        ModelFile any = fit(forest, 2, Recalibration.NONE, TextEncoding.FREQUENCY, ColumnSelection.NONE, Reduction.NONE, 0.5);
        double[] own = any.classifier().probabilities(TABLE, IntStream.range(TRAIN, ROWS).toArray(), () -> { });
        for (int row = 0; row < 20; row++) {
            ModelFile model = new ModelFile(any.target(), any.positive(), own[2 * row + 1], any.trainedRows(), any.dataset(), any.dataSha256(), any.seed(),
                    any.program(), any.profiles(), any.classifier());
            compare(model, "threshold " + own[2 * row + 1]);
        }
    }

    @Test
    void theFileSaysWhatItTakesAndWhereItComesFrom() throws Exception {
        ModelFile model = fit(new LogisticRegressionTrainer(LogisticRegressionSettings.STANDARD), 2, Recalibration.NONE, TextEncoding.FREQUENCY,
                ColumnSelection.NONE, Reduction.NONE, 0.25);
        byte[] bytes = new OnnxFile(model).bytes();
        var file = new OnnxReader(bytes).file();
        assertEquals(List.of("x", "count", "flag", "colour", "city", "label"), file.getGraph().getInputList().stream().map(in -> in.getName()).toList());
        assertTrue(file.getGraph().getInput(5).getDocString().startsWith("days since 1970-01-01"));
        Map<String, String> properties = new LinkedHashMap<>();
        file.getMetadataPropsList().forEach(property -> properties.put(property.getKey(), property.getValue()));
        assertEquals("no\nyes", properties.get("classes"));
        assertEquals("0.25", properties.get("threshold"));
        assertEquals("0".repeat(64), properties.get("dataSha256"));
        assertArrayEquals(bytes, new OnnxFile(model).bytes(), "the same model has the same bytes");
    }

    @Test
    void whatHasNoOperatorIsRefusedInASentence() throws Exception {
        ModelFile guess = fit(new UniformTrainer(), 2, Recalibration.NONE, TextEncoding.FREQUENCY, ColumnSelection.NONE, Reduction.NONE, Double.NaN);
        assertTrue(assertThrows(AnalysisException.class, () -> new OnnxFile(guess).bytes()).getMessage().contains("uniform"));
        ModelFile coupled = fit(new KernelSvmTrainer(KernelSvmSettings.STANDARD), 3, Recalibration.NONE, TextEncoding.FREQUENCY, ColumnSelection.NONE,
                Reduction.NONE, Double.NaN);
        assertTrue(assertThrows(AnalysisException.class, () -> new OnnxFile(coupled).bytes()).getMessage().startsWith("A kernel machine of 3 classes"));
    }
}
