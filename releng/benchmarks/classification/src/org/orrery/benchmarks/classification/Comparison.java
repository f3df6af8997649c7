package org.orrery.benchmarks.classification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.data.TableBuilder;
import org.orrery.learning.ClassWeighting;
import org.orrery.learning.ClassifierPipeline;
import org.orrery.learning.FittedClassifier;
import org.orrery.learning.LabelledRows;
import org.orrery.learning.encoding.Encoding;
import org.orrery.learning.evaluation.ClassificationMeasures;
import org.orrery.learning.evaluation.Predictions;

/**
 * Compares models on a file of real data under five folds (row i is tested in fold i mod 5), all preparation inside the fold, in one
 * process from a cold start. Prints a line for each model and seed: seconds, log-loss, accuracy and area under the ROC curve of the
 * out-of-fold predictions. With {@code FOLDS=1} in the environment the first fold alone is trained and tested; {@code FIRST} names the first seed.
 */
public final class Comparison {
    private static final int FOLDS = 5;
    private static final double NANOS = 1e9;

    private Comparison() {
    }

    /** With {@code FILE TARGET SEEDS MODEL...}. */
    public static void main(String[] words) throws Exception {
        LabelledRows data = read(Path.of(words[0]), words[1]);
        Contenders.load();
        int wanted = Integer.parseInt(System.getenv().getOrDefault("FOLDS", Integer.toString(FOLDS)));
        int first = Integer.parseInt(System.getenv().getOrDefault("FIRST", "0"));
        int rows = data.labels().length;
        int classes = data.classes().size();
        int[] tested = IntStream.range(0, rows).filter(i -> i % FOLDS < wanted).toArray();
        int[] labels = IntStream.of(tested).map(i -> data.labels()[i]).toArray();
        for (String model : List.of(words).subList(3, words.length)) {
            for (int seed = first; seed < first + Integer.parseInt(words[2]); seed++) {
                long start = System.nanoTime();
                double[] probabilities = new double[rows * classes];
                try (Threads threads = new Threads(2, seed)) {
                    for (int fold = 0; fold < wanted; fold++) {
                        int own = fold;
                        int[] train = IntStream.range(0, rows).filter(i -> i % FOLDS != own).toArray();
                        int[] test = IntStream.range(0, rows).filter(i -> i % FOLDS == own).toArray();
                        FittedClassifier fitted = new ClassifierPipeline(Contenders.trainer(model), Encoding.STANDARD, ClassWeighting.NONE)
                                .fit(data, train, threads, Threads.QUIET);
                        double[] some = fitted.probabilities(data.features(), test, threads);
                        for (int i = 0; i < test.length; i++) {
                            System.arraycopy(some, i * classes, probabilities, test[i] * classes, classes);
                        }
                    }
                }
                double seconds = (System.nanoTime() - start) / NANOS;
                double[] said = new double[tested.length * classes];
                for (int i = 0; i < tested.length; i++) {
                    System.arraycopy(probabilities, tested[i] * classes, said, i * classes, classes);
                }
                ClassificationMeasures measures = Predictions.of(labels, said, classes, classes == 2 ? 1 : -1, Double.NaN).measures();
                System.out.printf(Locale.ROOT, "%s %d %.3f %.6f %.6f %.6f%n", model, seed, seconds, measures.logLoss(), measures.accuracy(),
                        measures.rocAuc());
            }
        }
    }

    /** A file without quotes, NA or nothing for a missing value. */
    static LabelledRows read(Path file, String target) throws IOException {
        List<String[]> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            lines.add(line.split(",", -1));
        }
        String[] names = lines.remove(0);
        int place = List.of(names).indexOf(target);
        List<String> classes = lines.stream().map(line -> line[place]).distinct().sorted().toList();
        List<Integer> features = IntStream.range(0, names.length).filter(j -> j != place).boxed().toList();
        List<Column> columns = features.stream().map(j -> {
            boolean number = lines.stream().allMatch(line -> isMissing(line[j]) || line[j].matches("-?\\d*\\.?\\d+([eE]-?\\d+)?"));
            return Column.of(names[j], number ? ColumnType.REAL : ColumnType.CATEGORY);
        }).toList();
        TableBuilder builder = Table.builder(new Schema(columns));
        for (String[] line : lines) {
            Object[] values = new Object[columns.size()];
            for (int k = 0; k < values.length; k++) {
                String text = line[features.get(k)];
                values[k] = isMissing(text) ? null : columns.get(k).type() == ColumnType.REAL ? Double.valueOf(text) : text;
            }
            builder.row(values);
        }
        return new LabelledRows(builder.build(), lines.stream().mapToInt(line -> classes.indexOf(line[place])).toArray(), classes);
    }

    private static boolean isMissing(String text) {
        return text.isEmpty() || text.equals("NA");
    }
}
