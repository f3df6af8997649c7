package org.orrery.classification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.orrery.analysis.result.ChartSpec;
import org.orrery.analysis.result.ChartSpec.Axis;
import org.orrery.analysis.result.ChartSpec.Series;
import org.orrery.analysis.result.ResultTable;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.data.TableBuilder;
import org.orrery.learning.evaluation.ScoreTally;

/** How many rows of a class are found among those with the highest scores. */
final class GainTables {
    private static final int POINTS = 100;

    private final List<String> classes;
    private final int positive;
    private final Texts texts;
    private final Map<ModelScore, List<ScoreTally>> tallies = new LinkedHashMap<>();
    private final Map<ModelScore, List<ScoreTally>> drawn = new LinkedHashMap<>();

    /** @param positive −1 for more than two classes */
    GainTables(List<String> classes, int positive, Texts texts, Leaderboard board) {
        this.classes = classes;
        this.positive = positive;
        this.texts = texts;
        for (ModelScore score : ClassTables.withOutcomes(board)) {
            List<ScoreTally> own = new ArrayList<>();
            for (int curve = 0; curve < score.curves(); curve++) {
                own.add(score.tally(curve).atMost(POINTS));
            }
            tallies.put(score, own);
            if (ClassTables.isDrawn(board, score)) {
                drawn.put(score, own);
            }
        }
    }

    /** Share of all rows, share of the class among them of all rows of the class, and how many times more than by chance. */
    ResultTable gain() {
        TableBuilder builder = Table.builder(Schema.of(ColumnLabels.text("model"), ColumnLabels.text("class"), ColumnLabels.real("threshold"),
                ColumnLabels.real("share"), ColumnLabels.real("gain"), ColumnLabels.real("lift"), ColumnLabels.whole("rows")));
        tallies.forEach((score, own) -> {
            for (int curve = 0; curve < own.size(); curve++) {
                ScoreTally tally = own.get(curve);
                double[][] points = points(tally);
                for (int i = 1; i < points[0].length; i++) {
                    builder.row(score.kind().id(), classes.get(positive < 0 ? curve : positive), tally.scores()[i - 1], points[0][i],
                            ScoreTables.orMissing(points[1][i]), ScoreTables.orMissing(points[1][i] / points[0][i]), Math.round(points[2][i]));
                }
            }
        });
        return new ColumnLabels().table("gain", Messages.GainTables_gain, builder.build());
    }

    /** Shares of rows, shares of the class, rows; from nothing on. */
    private static double[][] points(ScoreTally tally) {
        double[][] points = new double[3][tally.groups() + 1];
        long hits = 0;
        long rows = 0;
        double all = (double) tally.allPositives() + tally.allNegatives();
        for (int i = 0; i < tally.groups(); i++) {
            hits += tally.positives()[i];
            rows += tally.positives()[i] + tally.negatives()[i];
            points[0][i + 1] = rows / all;
            points[1][i + 1] = hits / (double) tally.allPositives();
            points[2][i + 1] = rows;
        }
        return points;
    }

    /** For two classes: the share of positive rows that is found in a share of all rows. */
    ChartSpec gainChart() {
        List<Series> series = new ArrayList<>();
        drawn.forEach((score, own) -> {
            double[][] points = points(own.get(0));
            series.add(new Series(texts.model(score.kind()), points[0], points[1], Series.Role.DATA));
        });
        series.add(new Series(Messages.CurveTables_chance, new double[] {0, 1}, new double[] {0, 1}, Series.Role.REFERENCE));
        return new ChartSpec("gain", Messages.GainTables_gain, ChartSpec.Kind.LINE, Axis.linear(Messages.GainTables_share, 0, 1),
                Axis.linear(Messages.GainTables_found, 0, 1), series, "gain");
    }

    /** For two classes: how many times more positive rows than by chance. */
    ChartSpec liftChart() {
        List<Series> series = new ArrayList<>();
        drawn.forEach((score, own) -> {
            double[][] points = points(own.get(0));
            int count = points[0].length - 1;
            double[] x = new double[count];
            double[] y = new double[count];
            for (int i = 0; i < count; i++) {
                x[i] = points[0][i + 1];
                y[i] = points[1][i + 1] / points[0][i + 1];
            }
            series.add(new Series(texts.model(score.kind()), x, y, Series.Role.DATA));
        });
        series.add(new Series(Messages.CurveTables_chance, new double[] {0, 1}, new double[] {1, 1}, Series.Role.REFERENCE));
        return new ChartSpec("lift", Messages.GainTables_lift, ChartSpec.Kind.LINE, Axis.linear(Messages.GainTables_share, 0, 1),
                Axis.linear(Messages.GainTables_lift), series, "gain");
    }

    /** For two classes: every measure over the threshold, for all models. */
    ResultTable thresholds() {
        TableBuilder builder = Table.builder(Schema.of(ColumnLabels.text("model"), ColumnLabels.real("threshold"), ColumnLabels.real("precision"),
                ColumnLabels.real("recall"), ColumnLabels.real("specificity"), ColumnLabels.real("f1"), ColumnLabels.real("accuracy"),
                ColumnLabels.real("balancedAccuracy"), ColumnLabels.real("mcc"), ColumnLabels.real("predictedShare"),
                ColumnLabels.whole("truePositives"), ColumnLabels.whole("falsePositives"), ColumnLabels.whole("falseNegatives"),
                ColumnLabels.whole("trueNegatives")));
        tallies.forEach((score, own) -> ThresholdCounts.of(own.get(0)).forEach(at -> builder.row(score.kind().id(), at.threshold(),
                ScoreTables.orMissing(at.confusion().precision(1)), ScoreTables.orMissing(at.confusion().recall(1)),
                ScoreTables.orMissing(at.confusion().specificity(1)), ScoreTables.orMissing(at.confusion().f1(1)), at.confusion().accuracy(),
                at.confusion().balancedAccuracy(), at.confusion().mcc(), (double) at.confusion().predicted(1) / at.confusion().total(),
                at.confusion().count(1, 1), at.confusion().count(0, 1), at.confusion().count(1, 0), at.confusion().count(0, 0))));
        return new ColumnLabels().table("thresholds", Messages.GainTables_thresholds, builder.build());
    }

    /** For two classes: measures of the best model over the threshold. */
    ChartSpec thresholdChart(ModelScore best) {
        List<ThresholdCounts> points = ThresholdCounts.of(tallies.get(best).get(0));
        double[] x = points.stream().mapToDouble(ThresholdCounts::threshold).toArray();
        List<Series> series = List.of(
                new Series(Messages.ClassTables_precision, x, points.stream().mapToDouble(at -> at.confusion().precision(1)).toArray(),
                        Series.Role.DATA),
                new Series(Messages.ClassTables_recall, x, points.stream().mapToDouble(at -> at.confusion().recall(1)).toArray(),
                        Series.Role.DATA),
                new Series(Messages.ClassTables_specificity, x, points.stream().mapToDouble(at -> at.confusion().specificity(1)).toArray(),
                        Series.Role.DATA),
                new Series(Messages.ClassTables_f1, x, points.stream().mapToDouble(at -> at.confusion().f1(1)).toArray(), Series.Role.DATA));
        return new ChartSpec("thresholds", Messages.GainTables_thresholds, ChartSpec.Kind.LINE, Axis.linear(Messages.CurveTables_threshold, 0, 1),
                Axis.linear(Messages.GainTables_measure, 0, 1), series, "thresholds");
    }
}
