package org.orrery.classification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

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
import org.orrery.learning.evaluation.Curve;
import org.orrery.learning.evaluation.ScoreTally;

/** The curves over thresholds: pooled over folds, thinned out to what a table and a chart can show. */
final class CurveTables {
    private static final int MAX_POINTS = 500;
    private static final int LEAST_POINTS = 50;
    private static final int MAX_ROWS = 10_000;
    private static final int MACRO_STEPS = 200;

    private final List<String> classes;
    private final int positive;
    private final Texts texts;
    private final Map<ModelScore, List<ScoreTally>> tallies = new LinkedHashMap<>();
    private final Map<ModelScore, List<ScoreTally>> drawn = new LinkedHashMap<>();

    /** @param positive −1 for more than two classes */
    CurveTables(List<String> classes, int positive, Texts texts, Leaderboard board) {
        this.classes = classes;
        this.positive = positive;
        this.texts = texts;
        List<ModelScore> scores = ClassTables.withOutcomes(board);
        int curves = scores.stream().mapToInt(ModelScore::curves).sum();
        int points = Math.max(LEAST_POINTS, Math.min(MAX_POINTS, MAX_ROWS / Math.max(1, curves) - 1));
        for (ModelScore score : scores) {
            List<ScoreTally> own = new ArrayList<>();
            for (int curve = 0; curve < score.curves(); curve++) {
                own.add(score.tally(curve).atMost(points));
            }
            tallies.put(score, own);
            if (ClassTables.isDrawn(board, score)) {
                drawn.put(score, own);
            }
        }
    }

    ResultTable roc() {
        TableBuilder builder = builder("falsePositiveRate", "truePositiveRate");
        tallies.forEach((score, own) -> {
            for (int curve = 0; curve < own.size(); curve++) {
                add(builder, score, curve, Curve.roc(own.get(curve)));
            }
        });
        return table("roc", Messages.CurveTables_roc, builder, Map.of("falsePositiveRate", Messages.CurveTables_falsePositive,
                "truePositiveRate", Messages.CurveTables_truePositive));
    }

    ResultTable precisionRecall() {
        TableBuilder builder = builder("recall", "precision");
        tallies.forEach((score, own) -> {
            for (int curve = 0; curve < own.size(); curve++) {
                add(builder, score, curve, Curve.precisionRecall(own.get(curve)));
            }
        });
        return table("pr", Messages.CurveTables_pr, builder, Map.of("recall", Messages.ClassTables_recall, "precision",
                Messages.ClassTables_precision));
    }

    private static TableBuilder builder(String x, String y) {
        return Table.builder(Schema.of(Column.of("model", ColumnType.CATEGORY), Column.of("class", ColumnType.CATEGORY),
                Column.of("threshold", ColumnType.REAL), Column.of(x, ColumnType.REAL), Column.of(y, ColumnType.REAL)));
    }

    private void add(TableBuilder builder, ModelScore score, int curve, Curve points) {
        String label = classes.get(positive < 0 ? curve : positive);
        for (int i = 0; i < points.x().length; i++) {
            builder.row(score.kind().id(), label, ScoreTables.orMissing(points.thresholds()[i]), ScoreTables.orMissing(points.x()[i]),
                    ScoreTables.orMissing(points.y()[i]));
        }
    }

    private static ResultTable table(String id, String title, TableBuilder builder, Map<String, String> axes) {
        Map<String, String> labels = new HashMap<>(axes);
        labels.putAll(Map.of("model", Messages.ScoreTables_model, "class", Messages.ClassTables_class, "threshold",
                Messages.CurveTables_threshold));
        return new ResultTable(id, title, new ResultTable.InMemory(builder.build()), labels);
    }

    /**
     * All models over the diagonal: the curve of the positive class, or the mean over classes of more than two.
     *
     * @param threshold of two classes; two lines meet where the best model is at it
     */
    ChartSpec rocChart(double threshold) {
        List<Series> series = new ArrayList<>();
        drawn.forEach((score, own) -> {
            Curve curve = positive < 0 ? Curve.macroRoc(own, MACRO_STEPS) : Curve.roc(own.get(0));
            series.add(new Series(texts.model(score.kind()), curve.x(), curve.y(), Series.Role.DATA));
        });
        series.add(new Series(Messages.CurveTables_chance, new double[] {0, 1}, new double[] {0, 1}, Series.Role.REFERENCE));
        if (positive >= 0 && !drawn.isEmpty()) {
            series.add(marker(drawn.keySet().iterator().next(), threshold));
        }
        String title = positive < 0 ? Messages.CurveTables_rocMacro : Messages.CurveTables_roc;
        return new ChartSpec("roc", title, ChartSpec.Kind.LINE, Axis.linear(Messages.CurveTables_falsePositive, 0, 1),
                Axis.linear(Messages.CurveTables_truePositive, 0, 1), series, "roc");
    }

    /** From the horizontal axis to the point of a model at a threshold, and on to the vertical axis. */
    private Series marker(ModelScore score, double threshold) {
        ScoreTally tally = score.tally(0);
        long hits = 0;
        long alarms = 0;
        for (int i = 0; i < tally.groups() && tally.scores()[i] >= threshold; i++) {
            hits += tally.positives()[i];
            alarms += tally.negatives()[i];
        }
        double x = alarms / (double) tally.allNegatives();
        double y = hits / (double) tally.allPositives();
        return new Series(NLS.bind(Messages.CurveTables_at, texts.model(score.kind()), Texts.number(threshold)), new double[] {x, x, 0},
                new double[] {0, y, y}, Series.Role.REFERENCE);
    }

    /** Of more than two classes: the curve of each against the rest, by the best model. */
    ChartSpec rocByClass() {
        List<Series> series = byClass(Curve::roc);
        series.add(new Series(Messages.CurveTables_chance, new double[] {0, 1}, new double[] {0, 1}, Series.Role.REFERENCE));
        return new ChartSpec("rocByClass", NLS.bind(Messages.CurveTables_rocByClass, best()), ChartSpec.Kind.LINE,
                Axis.linear(Messages.CurveTables_falsePositive, 0, 1), Axis.linear(Messages.CurveTables_truePositive, 0, 1), series, "roc");
    }

    /** The same of precision and recall. */
    ChartSpec precisionRecallByClass() {
        return new ChartSpec("prByClass", NLS.bind(Messages.CurveTables_prByClass, best()), ChartSpec.Kind.LINE,
                Axis.linear(Messages.ClassTables_recall, 0, 1), Axis.linear(Messages.ClassTables_precision, 0, 1), byClass(Curve::precisionRecall), "pr");
    }

    private String best() {
        return texts.model(drawn.keySet().iterator().next().kind());
    }

    private List<Series> byClass(Function<ScoreTally, Curve> curve) {
        List<Series> series = new ArrayList<>();
        List<ScoreTally> own = drawn.values().iterator().next();
        for (int c = 0; c < own.size(); c++) {
            Curve points = curve.apply(own.get(c));
            series.add(new Series(classes.get(c), points.x(), points.y(), Series.Role.DATA));
        }
        return series;
    }

    /** All models of two classes over the share of the positive class. */
    ChartSpec precisionRecallChart(double share) {
        List<Series> series = new ArrayList<>();
        drawn.forEach((score, own) -> {
            Curve curve = Curve.precisionRecall(own.get(0));
            series.add(new Series(texts.model(score.kind()), curve.x(), curve.y(), Series.Role.DATA));
        });
        series.add(new Series(Messages.CurveTables_chance, new double[] {0, 1}, new double[] {share, share}, Series.Role.REFERENCE));
        return new ChartSpec("pr", Messages.CurveTables_pr, ChartSpec.Kind.LINE, Axis.linear(Messages.ClassTables_recall, 0, 1),
                Axis.linear(Messages.ClassTables_precision, 0, 1), series, "pr");
    }
}
