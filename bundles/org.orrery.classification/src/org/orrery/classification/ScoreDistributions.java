package org.orrery.classification;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.orrery.analysis.result.ChartSpec;
import org.orrery.analysis.result.ChartSpec.Axis;
import org.orrery.analysis.result.ChartSpec.Series;
import org.orrery.analysis.result.ResultTable;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.data.TableBuilder;
import org.orrery.learning.evaluation.ScoreTally;

/**
 * How out-of-fold probabilities are distributed: in bins for the rows of a class and for all others, as shares below each score (whose
 * largest distance is the Kolmogorov-Smirnov statistic), and calibration in bins that hold equally many rows.
 */
final class ScoreDistributions {
    private static final int BINS = 20;
    private static final int QUANTILES = 10;
    private static final int POINTS = 100;

    private record Own(ModelScore score, String label, ScoreTally tally) {
    }

    private final List<Own> all = new ArrayList<>();
    private final ColumnLabels labels = new ColumnLabels();

    /** @param positive −1 for more than two classes */
    ScoreDistributions(List<String> classes, int positive, Leaderboard board) {
        for (ModelScore score : ClassTables.withOutcomes(board)) {
            for (int curve = 0; curve < score.curves(); curve++) {
                all.add(new Own(score, classes.get(positive < 0 ? curve : positive), score.tally(curve)));
            }
        }
    }

    /** Rows of the class and other rows by their probability of the class. */
    ResultTable histogram() {
        TableBuilder builder = Table.builder(Schema.of(ColumnLabels.text("model"), ColumnLabels.text("class"), ColumnLabels.real("lower"),
                ColumnLabels.real("upper"), ColumnLabels.whole("ofClass"), ColumnLabels.whole("ofOthers")));
        for (Own own : all) {
            long[][] counts = counts(own.tally());
            for (int bin = 0; bin < BINS; bin++) {
                builder.row(own.score().kind().id(), own.label(), bin / (double) BINS, (bin + 1) / (double) BINS, counts[0][bin], counts[1][bin]);
            }
        }
        return labels.table("scoreHistogram", Messages.ScoreDistributions_histogram, builder.build());
    }

    private static long[][] counts(ScoreTally tally) {
        long[][] counts = new long[2][BINS];
        for (int i = 0; i < tally.groups(); i++) {
            int bin = (int) Math.max(0, Math.min(BINS - 1, tally.scores()[i] * BINS));
            counts[0][bin] += tally.positives()[i];
            counts[1][bin] += tally.negatives()[i];
        }
        return counts;
    }

    /** For two classes: shares of the rows of the class and of the others that reach each score, and how far apart they are. */
    ResultTable kolmogorovSmirnov() {
        TableBuilder builder = Table.builder(Schema.of(ColumnLabels.text("model"), ColumnLabels.text("class"), ColumnLabels.real("threshold"),
                ColumnLabels.real("ofClass"), ColumnLabels.real("ofOthers"), ColumnLabels.real("distance")));
        for (Own own : all) {
            double[][] points = points(own.tally().atMost(POINTS));
            for (int i = 0; i < points[0].length; i++) {
                builder.row(own.score().kind().id(), own.label(), points[0][i], ScoreTables.orMissing(points[1][i]),
                        ScoreTables.orMissing(points[2][i]), ScoreTables.orMissing(Math.abs(points[1][i] - points[2][i])));
            }
        }
        return labels.table("ks", Messages.ScoreDistributions_ks, builder.build());
    }

    /** Scores; shares of the class and of the others at or above them. */
    private static double[][] points(ScoreTally tally) {
        double[][] points = new double[3][tally.groups()];
        long hits = 0;
        long alarms = 0;
        for (int i = 0; i < tally.groups(); i++) {
            hits += tally.positives()[i];
            alarms += tally.negatives()[i];
            points[0][i] = tally.scores()[i];
            points[1][i] = hits / (double) tally.allPositives();
            points[2][i] = alarms / (double) tally.allNegatives();
        }
        return points;
    }

    /** Mean predicted probability against observed share in bins of about equally many rows: bins of equal width hide where scores crowd. */
    ResultTable quantiles() {
        TableBuilder builder = Table.builder(Schema.of(ColumnLabels.text("model"), ColumnLabels.text("class"), ColumnLabels.whole("bin"),
                ColumnLabels.whole("count"), ColumnLabels.real("meanPredicted"), ColumnLabels.real("observed")));
        for (Own own : all) {
            ScoreTally tally = own.tally();
            double rows = (double) tally.allPositives() + tally.allNegatives();
            double[] sums = new double[QUANTILES];
            long[] counts = new long[QUANTILES];
            long[] hits = new long[QUANTILES];
            long seen = 0;
            for (int i = tally.groups() - 1; i >= 0; i--) {
                long count = tally.positives()[i] + tally.negatives()[i];
                // The bin of a score is that of its middle row, so that equal scores stay together.
                int bin = (int) Math.min(QUANTILES - 1, (seen + count / 2.0) / rows * QUANTILES);
                sums[bin] += tally.scores()[i] * count;
                counts[bin] += count;
                hits[bin] += tally.positives()[i];
                seen += count;
            }
            for (int bin = 0; bin < QUANTILES; bin++) {
                if (counts[bin] > 0) {
                    builder.row(own.score().kind().id(), own.label(), bin + 1L, counts[bin], sums[bin] / counts[bin],
                            hits[bin] / (double) counts[bin]);
                }
            }
        }
        return labels.table("calibrationQuantiles", Messages.ScoreDistributions_quantiles, builder.build());
    }

    /** For two classes: how the probabilities of the rows of both are distributed. */
    ChartSpec histogramChart(ModelScore best, Texts texts) {
        Own own = all.stream().filter(each -> each.score() == best).findFirst().orElseThrow();
        long[][] counts = counts(own.tally());
        double[] x = IntStream.range(0, BINS).asDoubleStream().toArray();
        List<String> names = IntStream.range(0, BINS).mapToObj(bin -> Texts.number(bin / (double) BINS).substring(0, 4)).toList();
        List<Series> series = List.of(
                new Series(own.label(), x, IntStream.range(0, BINS).mapToDouble(bin -> counts[0][bin]).toArray(), Series.Role.DATA),
                new Series(Messages.ScoreDistributions_others, x, IntStream.range(0, BINS).mapToDouble(bin -> counts[1][bin]).toArray(),
                        Series.Role.DATA));
        return new ChartSpec("scoreHistogram", Messages.ScoreDistributions_histogram + ", " + texts.model(best.kind()), ChartSpec.Kind.BAR,
                Axis.categories(Messages.ScoreDistributions_from, names), Axis.linear(Messages.ScoreTables_testRows), series, "scoreHistogram");
    }

    /** For two classes: shares below the threshold; where the lines are farthest apart the model separates best. */
    ChartSpec kolmogorovSmirnovChart(ModelScore best, Texts texts) {
        Own own = all.stream().filter(each -> each.score() == best).findFirst().orElseThrow();
        double[][] points = points(own.tally().atMost(POINTS));
        List<Series> series = List.of(new Series(own.label(), points[0], points[1], Series.Role.DATA),
                new Series(Messages.ScoreDistributions_others, points[0], points[2], Series.Role.DATA));
        return new ChartSpec("ks", Messages.ScoreDistributions_ks + ", " + texts.model(best.kind()), ChartSpec.Kind.STEP,
                Axis.linear(Messages.CurveTables_threshold, 0, 1), Axis.linear(Messages.ScoreDistributions_reached, 0, 1), series, "ks");
    }
}
