package org.orrery.classification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.eclipse.osgi.util.NLS;
import org.orrery.analysis.result.ChartSpec;
import org.orrery.analysis.result.ChartSpec.Axis;
import org.orrery.analysis.result.ChartSpec.Series;
import org.orrery.analysis.result.ResultTable;
import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.data.TableBuilder;
import org.orrery.learning.evaluation.Calibration;
import org.orrery.learning.evaluation.Confusion;
import org.orrery.learning.evaluation.ScoreTally;

/**
 * The tables of classes. Precision, recall, specificity and F1 come from the pooled out-of-fold predictions, so that they fit
 * the confusion matrix beside them; ROC AUC is the mean over folds, because scores of different folds are not comparable (G.
 * Forman, M. Scholz: Apples-to-apples in cross-validation studies. SIGKDD Explorations 12, 2010).
 */
final class ClassTables {
    private final List<String> classes;
    private final int positive;
    private final ColumnLabels labels = new ColumnLabels();

    /** @param positive −1 for more than two classes */
    ClassTables(List<String> classes, int positive) {
        this.classes = classes;
        this.positive = positive;
    }

    ResultTable perClass(Leaderboard board) {
        TableBuilder builder = Table.builder(Schema.of(ColumnLabels.text("model"), ColumnLabels.text("class"), ColumnLabels.real("precision"),
                ColumnLabels.real("recall"), ColumnLabels.real("specificity"), ColumnLabels.real("f1"), ColumnLabels.whole("support"),
                ColumnLabels.real("rocAuc"), ColumnLabels.real("averagePrecision"), ColumnLabels.real("prevalence"),
                ColumnLabels.whole("truePositives"), ColumnLabels.whole("falsePositives"), ColumnLabels.whole("falseNegatives"),
                ColumnLabels.whole("trueNegatives"), ColumnLabels.real("ks")));
        for (ModelScore score : withOutcomes(board)) {
            Confusion confusion = score.confusion();
            long total = confusion.total();
            for (int c = 0; c < classes.size(); c++) {
                // The area of one class of two is also that of the other.
                double auc = score.rocAuc(positive < 0 ? c : 0);
                ScoreTally tally = positive < 0 ? score.tally(c) : c == positive ? score.tally(0) : score.tally(0).reversed();
                long hits = confusion.count(c, c);
                builder.row(score.kind().id(), classes.get(c), ScoreTables.orMissing(confusion.precision(c)),
                        ScoreTables.orMissing(confusion.recall(c)), ScoreTables.orMissing(confusion.specificity(c)),
                        ScoreTables.orMissing(confusion.f1(c)), confusion.actual(c), ScoreTables.orMissing(auc),
                        ScoreTables.orMissing(tally.averagePrecision()), confusion.actual(c) / (double) total, hits,
                        confusion.predicted(c) - hits, confusion.actual(c) - hits, total - confusion.actual(c) - confusion.predicted(c) + hits,
                        ScoreTables.orMissing(tally.kolmogorovSmirnov()));
            }
        }
        return labels.table("perClass", Messages.ClassTables_perClass, builder.build());
    }

    /** Counts, and what share they are of the rows of the actual class, of the rows so predicted, and of all. */
    ResultTable confusion(Leaderboard board) {
        TableBuilder builder = Table.builder(Schema.of(ColumnLabels.text("model"), ColumnLabels.text("actual"), ColumnLabels.text("predicted"),
                ColumnLabels.whole("count"), ColumnLabels.real("rowShare"), ColumnLabels.real("columnShare"), ColumnLabels.real("share")));
        for (ModelScore score : withOutcomes(board)) {
            Confusion confusion = score.confusion();
            for (int actual = 0; actual < classes.size(); actual++) {
                for (int predicted = 0; predicted < classes.size(); predicted++) {
                    long count = confusion.count(actual, predicted);
                    builder.row(score.kind().id(), classes.get(actual), classes.get(predicted), count,
                            ScoreTables.orMissing((double) count / confusion.actual(actual)),
                            ScoreTables.orMissing((double) count / confusion.predicted(predicted)), (double) count / confusion.total());
                }
            }
        }
        return labels.table("confusion", Messages.ClassTables_confusion, builder.build());
    }

    /**
     * The same counts as a matrix for each model: a line for each actual class, a column for each predicted one, and their sums.
     *
     * @param transposed a line for each predicted class instead, and a column for each actual one
     */
    ResultTable confusionMatrix(Leaderboard board, boolean transposed) {
        String lines = transposed ? "predicted" : "actual";
        String across = transposed ? "actual." : "predicted.";
        List<Column> columns = new ArrayList<>(List.of(ColumnLabels.text("model"), ColumnLabels.text(lines)));
        classes.forEach(name -> columns.add(ColumnLabels.whole(across + name)));
        columns.add(ColumnLabels.whole("rows"));
        TableBuilder builder = Table.builder(new Schema(columns));
        for (ModelScore score : withOutcomes(board)) {
            Confusion confusion = score.confusion();
            for (int line = 0; line < classes.size(); line++) {
                List<Object> row = new ArrayList<>(List.of(score.kind().id(), classes.get(line)));
                for (int column = 0; column < classes.size(); column++) {
                    row.add(transposed ? confusion.count(column, line) : confusion.count(line, column));
                }
                row.add(transposed ? confusion.predicted(line) : confusion.actual(line));
                builder.row(row.toArray());
            }
        }
        Table table = builder.build();
        Map<String, String> heads = new HashMap<>(labels.of(table.schema()));
        classes.forEach(name -> heads.put(across + name, NLS.bind(transposed ? Messages.ClassTables_actually : Messages.ClassTables_predictedAs, name)));
        return new ResultTable("confusionMatrix" + (transposed ? ResultTable.TRANSPOSED : ""),
                transposed ? Messages.ClassTables_confusionMatrixTransposed : Messages.ClassTables_confusionMatrix, new ResultTable.InMemory(table), heads);
    }

    ResultTable calibration(Leaderboard board) {
        TableBuilder builder = Table.builder(Schema.of(Column.of("model", ColumnType.CATEGORY), Column.of("class", ColumnType.CATEGORY),
                Column.of("lower", ColumnType.REAL), Column.of("upper", ColumnType.REAL), Column.of("count", ColumnType.INTEGER),
                Column.of("meanPredicted", ColumnType.REAL), Column.of("observed", ColumnType.REAL)));
        for (ModelScore score : withOutcomes(board)) {
            for (int curve = 0; curve < score.curves(); curve++) {
                Calibration bins = score.calibration(curve);
                for (int bin = 0; bin < Calibration.BINS; bin++) {
                    builder.row(score.kind().id(), classes.get(positive < 0 ? curve : positive), bin / (double) Calibration.BINS,
                            (bin + 1) / (double) Calibration.BINS, bins.counts()[bin], ScoreTables.orMissing(bins.predicted(bin)),
                            ScoreTables.orMissing(bins.observed(bin)));
                }
            }
        }
        return table("calibration", Messages.ClassTables_calibration, builder, Map.of("model", Messages.ScoreTables_model, "class",
                Messages.ClassTables_class, "lower", Messages.ClassTables_lower, "upper", Messages.ClassTables_upper, "count",
                Messages.ClassTables_count, "meanPredicted", Messages.ClassTables_meanPredicted, "observed", Messages.ClassTables_observed));
    }

    /** How honest probabilities are, in one row for each model and class. */
    ResultTable calibrationSummary(Leaderboard board) {
        TableBuilder builder = Table.builder(Schema.of(ColumnLabels.text("model"), ColumnLabels.text("class"), ColumnLabels.real("ece"),
                ColumnLabels.real("largestError"), ColumnLabels.real("brier"), ColumnLabels.real("reliability"),
                ColumnLabels.real("resolution"), ColumnLabels.real("uncertainty"), ColumnLabels.real("within"), ColumnLabels.whole("rows")));
        for (ModelScore score : withOutcomes(board)) {
            for (int curve = 0; curve < score.curves(); curve++) {
                Calibration bins = score.calibration(curve);
                builder.row(score.kind().id(), classes.get(positive < 0 ? curve : positive), bins.expectedError(), bins.largestError(),
                        bins.brier(), bins.reliability(), bins.resolution(), bins.uncertainty(), bins.withinBins(), bins.rows());
            }
        }
        return labels.table("calibrationSummary", Messages.ClassTables_calibrationSummary, builder.build());
    }

    /** The mean predicted probability of each bin against what happened, for the positive class, or all classes of more than two together. */
    ChartSpec calibrationChart(Leaderboard board, Texts texts) {
        List<Series> series = new ArrayList<>();
        for (ModelScore score : withOutcomes(board).stream().filter(each -> isDrawn(board, each)).toList()) {
            List<Calibration> all = IntStream.range(0, score.curves()).mapToObj(score::calibration).toList();
            Calibration bins = Calibration.merge(all);
            int[] filled = IntStream.range(0, Calibration.BINS).filter(bin -> bins.counts()[bin] > 0).toArray();
            series.add(new Series(texts.model(score.kind()), Arrays.stream(filled).mapToDouble(bins::predicted).toArray(),
                    Arrays.stream(filled).mapToDouble(bins::observed).toArray(), Series.Role.DATA));
        }
        series.add(new Series(Messages.ClassTables_honest, new double[] {0, 1}, new double[] {0, 1}, Series.Role.REFERENCE));
        return new ChartSpec("calibration", Messages.ClassTables_calibration, ChartSpec.Kind.LINE,
                Axis.linear(Messages.ClassTables_meanPredicted, 0, 1), Axis.linear(Messages.ClassTables_observed, 0, 1), series, "calibration");
    }

    /** The models that a chart shows: a baseline says no more than the line of chance, and many lines hide each other. */
    static boolean isDrawn(Leaderboard board, ModelScore score) {
        return !score.kind().isBaseline() || withOutcomes(board).stream().allMatch(each -> each.kind().isBaseline());
    }

    static List<ModelScore> withOutcomes(Leaderboard board) {
        return board.scores().stream().filter(score -> !score.isEmpty()).toList();
    }

    private static ResultTable table(String id, String title, TableBuilder builder, Map<String, String> labels) {
        return new ResultTable(id, title, new ResultTable.InMemory(builder.build()), labels);
    }
}
