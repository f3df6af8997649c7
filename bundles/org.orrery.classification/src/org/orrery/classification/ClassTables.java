package org.orrery.classification;

import java.util.List;
import java.util.Map;

import org.orrery.analysis.result.ResultTable;
import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.data.TableBuilder;
import org.orrery.learning.evaluation.Calibration;
import org.orrery.learning.evaluation.Confusion;

/**
 * The tables of classes. Precision, recall, specificity and F1 come from the pooled out-of-fold predictions, so that they fit
 * the confusion matrix beside them; ROC AUC is the mean over folds, because scores of different folds are not comparable (G.
 * Forman, M. Scholz: Apples-to-apples in cross-validation studies. SIGKDD Explorations 12, 2010).
 */
final class ClassTables {
    private final List<String> classes;
    private final int positive;

    /** @param positive −1 for more than two classes */
    ClassTables(List<String> classes, int positive) {
        this.classes = classes;
        this.positive = positive;
    }

    ResultTable perClass(Leaderboard board) {
        TableBuilder builder = Table.builder(Schema.of(Column.of("model", ColumnType.CATEGORY), Column.of("class", ColumnType.CATEGORY),
                Column.of("precision", ColumnType.REAL), Column.of("recall", ColumnType.REAL), Column.of("specificity", ColumnType.REAL),
                Column.of("f1", ColumnType.REAL), Column.of("support", ColumnType.INTEGER), Column.of("rocAuc", ColumnType.REAL)));
        for (ModelScore score : withOutcomes(board)) {
            Confusion confusion = score.confusion();
            for (int c = 0; c < classes.size(); c++) {
                // The area of one class of two is also that of the other.
                double auc = score.rocAuc(positive < 0 ? c : 0);
                builder.row(score.kind().id(), classes.get(c), ScoreTables.orMissing(confusion.precision(c)),
                        ScoreTables.orMissing(confusion.recall(c)), ScoreTables.orMissing(confusion.specificity(c)),
                        ScoreTables.orMissing(confusion.f1(c)), confusion.actual(c), ScoreTables.orMissing(auc));
            }
        }
        return table("perClass", Messages.ClassTables_perClass, builder, Map.of("model", Messages.ScoreTables_model, "class",
                Messages.ClassTables_class, "precision", Messages.ClassTables_precision, "recall", Messages.ClassTables_recall,
                "specificity", Messages.ClassTables_specificity, "f1", Messages.ClassTables_f1, "support", Messages.ClassTables_support,
                "rocAuc", Messages.ClassTables_rocAuc));
    }

    ResultTable confusion(Leaderboard board) {
        TableBuilder builder = Table.builder(Schema.of(Column.of("model", ColumnType.CATEGORY), Column.of("actual", ColumnType.CATEGORY),
                Column.of("predicted", ColumnType.CATEGORY), Column.of("count", ColumnType.INTEGER)));
        for (ModelScore score : withOutcomes(board)) {
            Confusion confusion = score.confusion();
            for (int actual = 0; actual < classes.size(); actual++) {
                for (int predicted = 0; predicted < classes.size(); predicted++) {
                    builder.row(score.kind().id(), classes.get(actual), classes.get(predicted), confusion.count(actual, predicted));
                }
            }
        }
        return table("confusion", Messages.ClassTables_confusion, builder, Map.of("model", Messages.ScoreTables_model, "actual",
                Messages.ClassTables_actual, "predicted", Messages.ClassTables_predicted, "count", Messages.ClassTables_count));
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

    static List<ModelScore> withOutcomes(Leaderboard board) {
        return board.scores().stream().filter(score -> !score.isEmpty()).toList();
    }

    private static ResultTable table(String id, String title, TableBuilder builder, Map<String, String> labels) {
        return new ResultTable(id, title, new ResultTable.InMemory(builder.build()), labels);
    }
}
