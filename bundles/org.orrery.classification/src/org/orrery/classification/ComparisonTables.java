package org.orrery.classification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.orrery.analysis.result.ResultTable;
import org.orrery.classification.IntervalsOutcome.Difference;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.data.TableBuilder;
import org.orrery.learning.ClassifierKind;
import org.orrery.learning.evaluation.ClassificationMeasure;
import org.orrery.learning.evaluation.CorrectedT;

/** How sure measures are, and whether models differ. */
final class ComparisonTables {
    private final Leaderboard board;
    private final Optional<IntervalsOutcome> intervals;
    private final ColumnLabels labels = new ColumnLabels();

    ComparisonTables(Leaderboard board, Optional<IntervalsOutcome> intervals) {
        this.board = board;
        this.intervals = intervals;
    }

    /** The intervals of every measure: from the folds, and from drawing predictions anew. */
    ResultTable intervals() {
        TableBuilder builder = Table.builder(Schema.of(ColumnLabels.text("model"), ColumnLabels.text("measure"), ColumnLabels.text("method"),
                ColumnLabels.real("estimate"), ColumnLabels.real("lower95"), ColumnLabels.real("upper95"), ColumnLabels.whole("replicates")));
        for (ModelScore score : ClassTables.withOutcomes(board)) {
            for (ClassificationMeasure measure : ClassificationMeasure.values()) {
                CorrectedT t = CorrectedT.of(score.values(measure).toArray(), testShare(score));
                builder.row(score.kind().id(), measure.id(), "corrected-t", ScoreTables.orMissing(t.mean()),
                        ScoreTables.orMissing(t.mean() - t.halfWidth()), ScoreTables.orMissing(t.mean() + t.halfWidth()),
                        (long) t.degrees() + 1);
            }
        }
        intervals.ifPresent(drawn -> drawn.intervals().forEach(interval -> builder.row(interval.model(), interval.measure(), "bootstrap",
                ScoreTables.orMissing(interval.estimate()), ScoreTables.orMissing(interval.lower()), ScoreTables.orMissing(interval.upper()),
                (long) drawn.replicates())));
        return labels.table("intervals", Messages.ComparisonTables_intervals, builder.build());
    }

    private static double testShare(ModelScore score) {
        return score.outcomes().stream().mapToDouble(fold -> fold.testRows() / (double) fold.trainRows()).average().orElse(Double.NaN);
    }

    /** Each pair of models in the measure that decides; the better one first. */
    ResultTable comparisons() {
        TableBuilder builder = Table.builder(Schema.of(ColumnLabels.text("model"), ColumnLabels.text("other"), ColumnLabels.text("measure"),
                ColumnLabels.real("difference"), ColumnLabels.real("lower95"), ColumnLabels.real("upper95"), ColumnLabels.real("t"),
                ColumnLabels.whole("degrees"), ColumnLabels.real("p"), ColumnLabels.real("pHolm"), ColumnLabels.real("bootstrapLower95"),
                ColumnLabels.real("bootstrapUpper95"), ColumnLabels.real("bootstrapP")));
        List<Pair> pairs = pairs();
        double[] adjusted = holm(pairs.stream().mapToDouble(pair -> pair.test().p()).toArray());
        Map<String, Difference> drawn = new HashMap<>();
        intervals.ifPresent(outcome -> outcome.differences().forEach(each -> drawn.put(each.model() + " " + each.other(), each)));
        for (int i = 0; i < pairs.size(); i++) {
            Pair pair = pairs.get(i);
            CorrectedT t = pair.test();
            Difference other = drawn.get(pair.model() + " " + pair.other());
            builder.row(pair.model(), pair.other(), board.measure().id(), ScoreTables.orMissing(t.mean()),
                    ScoreTables.orMissing(t.mean() - t.halfWidth()), ScoreTables.orMissing(t.mean() + t.halfWidth()),
                    Double.isFinite(t.t()) ? t.t() : null, (long) t.degrees(), ScoreTables.orMissing(t.p()),
                    ScoreTables.orMissing(adjusted[i]), other == null ? null : ScoreTables.orMissing(other.lower()),
                    other == null ? null : ScoreTables.orMissing(other.upper()), other == null ? null : other.p());
        }
        return labels.table("comparisons", Messages.ComparisonTables_comparisons, builder.build());
    }

    private record Pair(String model, String other, CorrectedT test) {
    }

    private List<Pair> pairs() {
        // One baseline is enough to say whether a model has learnt anything; more of them would only weaken the adjustment.
        List<ModelScore> scores = ClassTables.withOutcomes(board).stream()
                .filter(score -> !score.kind().isBaseline() || score.kind() == ClassifierKind.MOST_FREQUENT).toList();
        List<Pair> pairs = new ArrayList<>();
        for (int a = 0; a < scores.size(); a++) {
            for (int b = a + 1; b < scores.size(); b++) {
                double[] differences = differences(scores.get(a), scores.get(b));
                if (differences.length > 0) {
                    pairs.add(new Pair(scores.get(a).kind().id(), scores.get(b).kind().id(), CorrectedT.of(differences, testShare(scores.get(a)))));
                }
            }
        }
        return pairs;
    }

    /** In the folds that both have. */
    private double[] differences(ModelScore a, ModelScore b) {
        List<Double> differences = new ArrayList<>();
        for (int i = 0; i < a.folds().size(); i++) {
            int other = b.folds().indexOf(a.folds().get(i));
            if (other >= 0) {
                differences.add(a.outcomes().get(i).measures().value(board.measure()) - b.outcomes().get(other).measures().value(board.measure()));
            }
        }
        return differences.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** S. Holm's adjustment for many comparisons (Scandinavian Journal of Statistics 6, 1979); NaN stays NaN and does not count. */
    static double[] holm(double[] p) {
        Integer[] order = IntStream.range(0, p.length).filter(i -> !Double.isNaN(p[i])).boxed()
                .sorted((a, b) -> Double.compare(p[a], p[b])).toArray(Integer[]::new);
        double[] adjusted = new double[p.length];
        Arrays.fill(adjusted, Double.NaN);
        double largest = 0;
        for (int rank = 0; rank < order.length; rank++) {
            largest = Math.max(largest, Math.min(1, p[order[rank]] * (order.length - rank)));
            adjusted[order[rank]] = largest;
        }
        return adjusted;
    }
}
