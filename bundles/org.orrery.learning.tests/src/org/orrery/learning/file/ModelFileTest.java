package org.orrery.learning.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.orrery.analysis.AnalysisException;
import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.data.TableBuilder;
import org.orrery.learning.ClassWeighting;
import org.orrery.learning.ClassifierPipeline;
import org.orrery.learning.ClassifierTrainer;
import org.orrery.learning.FittedClassifier;
import org.orrery.learning.LabelledRows;
import org.orrery.learning.PlainCompute;
import org.orrery.learning.encoding.Encoding;
import org.orrery.learning.encoding.NumericImputation;
import org.orrery.learning.models.DecisionTreeSettings;
import org.orrery.learning.models.DecisionTreeTrainer;
import org.orrery.learning.models.LogisticRegressionSettings;
import org.orrery.learning.models.LogisticRegressionTrainer;
import org.orrery.learning.models.MostFrequentTrainer;

class ModelFileTest {
    private static final int ROWS = 60;

    @Test
    void everyKindOfModelReadsBackWithTheSameProbabilities() throws Exception {
        for (ClassifierTrainer trainer : List.of(new MostFrequentTrainer(), new DecisionTreeTrainer(DecisionTreeSettings.STANDARD),
                new LogisticRegressionTrainer(LogisticRegressionSettings.STANDARD))) {
            ModelFile file = file(trainer);
            ModelFile read = ModelFile.read(file.bytes());
            assertEquals(file.classifier().classes(), read.classifier().classes());
            assertEquals(file.target(), read.target());
            assertEquals("1.0.0", read.program());
            assertArrayEquals(file.profiles().get(0).counts(), read.profiles().get(0).counts());
            assertEquals(file.profiles().get(2).levels(), read.profiles().get(2).levels());
            assertEquals(file.dataSha256(), read.dataSha256());
            assertArrayEquals(probabilities(file.classifier()), probabilities(read.classifier()), trainer.kind().id());
        }
    }

    @Test
    void everyChangedByteIsNoticed() throws Exception {
        byte[] bytes = file(new MostFrequentTrainer()).bytes();
        for (int i = 0; i < bytes.length; i++) {
            byte[] damaged = bytes.clone();
            damaged[i] ^= 0x10;
            assertThrows(AnalysisException.class, () -> ModelFile.read(damaged));
        }
    }

    @Test
    void everyCutOffFileIsNoticed() throws Exception {
        byte[] bytes = file(new MostFrequentTrainer()).bytes();
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertEquals(AnalysisException.Code.BAD_DATA, assertThrows(AnalysisException.class, () -> ModelFile.read(cut)).code());
        }
    }

    @Test
    void theSameModelHasTheSameBytes() throws Exception {
        assertArrayEquals(file(new DecisionTreeTrainer(DecisionTreeSettings.STANDARD)).bytes(),
                file(new DecisionTreeTrainer(DecisionTreeSettings.STANDARD)).bytes());
    }

    private static ModelFile file(ClassifierTrainer trainer) throws Exception {
        int[] labels = IntStream.range(0, ROWS).map(i -> i % 3 == 0 || i > 40 ? 1 : 0).toArray();
        LabelledRows data = new LabelledRows(table(), labels, List.of("no", "ja ✓"));
        FittedClassifier fitted = new ClassifierPipeline(trainer, new Encoding(NumericImputation.MEAN, true, 5), ClassWeighting.NONE)
                .fit(data, rows(), new PlainCompute(1), PlainCompute.QUIET);
        return new ModelFile("target", "ja ✓", Double.NaN, ROWS, "data", "ab12", 12345, "1.0.0",
                ModelFile.profiles(fitted, table(), rows()), fitted);
    }

    private static double[] probabilities(FittedClassifier classifier) {
        return classifier.probabilities(table(), rows(), () -> {
        });
    }

    private static int[] rows() {
        return IntStream.range(0, ROWS).toArray();
    }

    private static Table table() {
        TableBuilder builder = Table.builder(Schema.of(Column.of("number", ColumnType.REAL), Column.of("few", ColumnType.CATEGORY),
                Column.of("many", ColumnType.TEXT)));
        for (int i = 0; i < ROWS; i++) {
            builder.row(i % 5 == 0 ? null : i * 0.1, i % 7 == 0 ? null : "Level " + i % 3, "T" + i % 11);
        }
        return builder.build();
    }
}
