package org.orrery.benchmarks.classification;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.orrery.analysis.AnalysisException;
import org.orrery.data.Table;
import org.orrery.learning.ClassWeighting;
import org.orrery.learning.ClassWeights;
import org.orrery.learning.ClassifierPipeline;
import org.orrery.learning.FittedClassifier;
import org.orrery.learning.LabelledRows;
import org.orrery.learning.calibration.Recalibration;
import org.orrery.learning.encoding.Encoding;
import org.orrery.learning.encoding.Feature;
import org.orrery.learning.file.ModelFile;
import org.orrery.learning.onnx.OnnxFile;

/**
 * Trains each model on four fifths of a file, with and without recalibration, and leaves for onnx_check.py: the ONNX file, the rows it did not
 * see as an ONNX program takes them, and what we say about them.
 */
public final class OnnxFiles {
    private OnnxFiles() {
    }

    /** With {@code FILE TARGET FOLDER MODEL...}. */
    public static void main(String[] words) throws Exception {
        LabelledRows data = Comparison.read(Path.of(words[0]), words[1]);
        Path folder = Files.createDirectories(Path.of(words[2]));
        int[] rows = IntStream.range(0, data.labels().length).filter(i -> data.labels()[i] >= 0).toArray();
        int[] train = Arrays.stream(rows).filter(i -> i % 5 != 0).toArray();
        int[] test = Arrays.stream(rows).filter(i -> i % 5 == 0).toArray();
        try (Threads threads = new Threads(2)) {
            for (String name : List.of(words).subList(3, words.length)) {
                for (Recalibration recalibration : Recalibration.values()) {
                    FittedClassifier fitted = new ClassifierPipeline(Contenders.trainer(name), Encoding.STANDARD, ClassWeights.of(ClassWeighting.NONE),
                            recalibration).fit(data, train, threads, Threads.QUIET);
                    String positive = data.classes().size() == 2 ? data.classes().get(1) : "";
                    ModelFile model = new ModelFile(words[1], positive, positive.isEmpty() ? Double.NaN : 0.3, train.length, words[0], "", 1, "",
                            ModelFile.profiles(fitted, data.features(), train), fitted);
                    String id = name + "-" + recalibration.name().toLowerCase();
                    try {
                        Files.write(folder.resolve(id + ".onnx"), new OnnxFile(model).bytes());
                        said(folder.resolve(id + ".csv"), fitted.probabilities(data.features(), test, threads), data.classes().size());
                    } catch (AnalysisException e) {
                        System.out.println(id + ": " + e.getMessage());
                    }
                    inputs(folder.resolve("rows.txt"), fitted, data.features(), test);
                }
            }
        }
    }

    private static void said(Path file, double[] probabilities, int classes) throws IOException {
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
            for (int at = 0; at < probabilities.length; at += classes) {
                out.println(Arrays.stream(probabilities, at, at + classes).mapToObj(Double::toString).collect(Collectors.joining(",")));
            }
        }
    }

    /** The name of each feature, whether it is a text, and its values, each in a line of its own. */
    private static void inputs(Path file, FittedClassifier fitted, Table table, int[] rows) throws IOException {
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
            for (Feature feature : fitted.encoder().features()) {
                int column = table.schema().indexOf(feature.name());
                out.println(feature.name());
                out.println(feature.type().isText() ? "text" : "number");
                for (int row : rows) {
                    Object value = table.value(row, column);
                    out.println(feature.type().isText() ? value == null ? "" : value : feature.number(table.column(column), row));
                }
            }
        }
    }
}
