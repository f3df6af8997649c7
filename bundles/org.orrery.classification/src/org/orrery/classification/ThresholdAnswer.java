package org.orrery.classification;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.orrery.analysis.AnalysisException;
import org.orrery.analysis.AnalysisException.Code;
import org.orrery.analysis.Outcomes;
import org.orrery.analysis.StoredRows;
import org.orrery.analysis.SummaryContext;
import org.orrery.analysis.result.Result;
import org.orrery.analysis.result.ResultTable;
import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.data.TableBuilder;
import org.orrery.learning.ClassifierKind;
import org.orrery.learning.evaluation.Confusion;
import org.orrery.learning.evaluation.ScoreTally;

/**
 * Two classes at another threshold and with costs, from the stored out-of-fold predictions: every measure is that of all
 * predictions of a model together. The cheapest threshold is looked for among the groups of scores that outcomes keep.
 */
final class ThresholdAnswer {
    static final String PREFIX = "p.";
    private final ClassificationSettings settings;
    private final ClassificationQuestion question;
    private final Outcomes<ClassificationOutcome> outcomes;
    private final SummaryContext context;
    private final ColumnLabels labels = new ColumnLabels();

    ThresholdAnswer(ClassificationSettings settings, ClassificationQuestion question, Outcomes<ClassificationOutcome> outcomes,
            SummaryContext context) {
        this.settings = settings;
        this.question = question;
        this.outcomes = outcomes;
        this.context = context;
    }

    Result result() throws AnalysisException {
        StoredRows predictions = outcomes.rows(FoldEvaluation.PREDICTIONS);
        List<String> classes = predictions.schema().names().stream().filter(name -> name.startsWith(PREFIX))
                .map(name -> name.substring(PREFIX.length())).toList();
        if (classes.isEmpty() || predictions.count() == 0) {
            throw new AnalysisException(Code.NOT_ENOUGH_DATA, Messages.ThresholdAnswer_nothing);
        }
        Leaderboard board = Leaderboard.of(settings, outcomes);
        checkClasses(classes);
        if (classes.size() != 2 && CellRows.asked(question)) {
            return Result.builder().table(rows(board, classes, -1, predictions)).build();
        }
        if (classes.size() != 2) {
            throw new AnalysisException(Code.BAD_SETTING, "threshold", SettingsCheck.onlyBinary(settings.target(), classes.size()));
        }
        int positive = positive(classes, board);
        Result.Builder result = result(board, classes, positive, count(predictions, classes, positive));
        if (CellRows.asked(question)) {
            result.table(rows(board, classes, positive, predictions));
        }
        return result.build();
    }

    private void checkClasses(List<String> classes) throws AnalysisException {
        for (Map.Entry<String, Optional<String>> asked : Map.of("actual", question.actual(), "predicted", question.predicted(),
                "probabilityOf", question.probabilityOf()).entrySet()) {
            if (asked.getValue().isPresent() && !classes.contains(asked.getValue().get())) {
                throw new AnalysisException(Code.BAD_SETTING, asked.getKey(), NLS.bind(Messages.DataPreparation_noClassOfWeight,
                        new Object[] {asked.getValue().get(), settings.target(), Texts.list(classes)}));
            }
        }
    }

    private ResultTable rows(Leaderboard board, List<String> classes, int positive, StoredRows predictions) throws AnalysisException {
        String model = question.rowsOf().or(() -> board.best().map(ModelScore::kind)).map(ClassifierKind::id)
                .orElseThrow(() -> new AnalysisException(Code.NOT_ENOUGH_DATA, Messages.ThresholdAnswer_nothing));
        return new CellRows(question, classes, context).table(predictions, model, positive);
    }

    /** The positive class of the run: the one of the setting, or the one that the tallies of its folds are about. */
    private int positive(List<String> classes, Leaderboard board) {
        if (settings.positive().isPresent()) {
            return classes.indexOf(settings.positive().get());
        }
        for (ModelScore score : ClassTables.withOutcomes(board)) {
            for (FoldOutcome fold : score.outcomes()) {
                long first = fold.confusion().actual(0);
                if (first != fold.confusion().actual(1)) {
                    return fold.tallies().get(0).allPositives() == first ? 0 : 1;
                }
            }
        }
        // As many rows of the one as of the other: the last of equals, as when the run was prepared.
        return 1;
    }

    /** By model: counts of actual class by predicted class, positive last. */
    private Map<String, long[]> count(StoredRows predictions, List<String> classes, int positive) {
        Map<String, long[]> counts = new HashMap<>();
        predictions.forEachBlock(block -> {
            context.checkCancelled();
            int actual = block.schema().indexOf("actual");
            int model = block.schema().indexOf("model");
            int probability = block.schema().indexOf(PREFIX + classes.get(positive));
            for (int row = 0; row < block.rows(); row++) {
                boolean is = classes.get(positive).equals(block.value(row, actual));
                boolean predicted = (Double) block.value(row, probability) >= question.threshold();
                counts.computeIfAbsent((String) block.value(row, model), key -> new long[4])[(is ? 2 : 0) + (predicted ? 1 : 0)]++;
            }
        });
        return counts;
    }

    private Result.Builder result(Leaderboard board, List<String> classes, int positive, Map<String, long[]> counts) {
        TableBuilder at = Table.builder(Schema.of(text("model"), real("threshold"), real("accuracy"), real("balancedAccuracy"),
                real("precision"), real("recall"), real("specificity"), real("f1"), real("mcc"), whole("truePositives"),
                whole("falsePositives"), whole("falseNegatives"), whole("trueNegatives"), real("cost"), real("costPerRow")));
        TableBuilder optimal = Table.builder(Schema.of(text("model"), real("threshold"), real("precision"), real("recall"), real("specificity"),
                real("f1"), real("cost"), whole("truePositives"), whole("falsePositives"), whole("falseNegatives"), whole("trueNegatives")));
        TableBuilder cheapest = Table.builder(Schema.of(text("model"), real("threshold"), real("cost"), real("costPerRow")));
        String best = "";
        double least = Double.POSITIVE_INFINITY;
        for (ModelScore score : ClassTables.withOutcomes(board)) {
            context.checkCancelled();
            long[] own = counts.get(score.kind().id());
            double cost = question.cost(own[3], own[1], own[2], own[0]);
            Confusion confusion = new Confusion(2, own);
            at.row(score.kind().id(), question.threshold(), ScoreTables.orMissing(confusion.accuracy()),
                    ScoreTables.orMissing(confusion.balancedAccuracy()), ScoreTables.orMissing(confusion.precision(1)),
                    ScoreTables.orMissing(confusion.recall(1)), ScoreTables.orMissing(confusion.specificity(1)),
                    ScoreTables.orMissing(confusion.f1(1)), ScoreTables.orMissing(confusion.mcc()), own[3], own[1], own[2], own[0], cost,
                    cost / confusion.total());
            addCheapest(cheapest, score);
            addOptimal(optimal, score);
            if (cost < least) {
                least = cost;
                best = score.kind().id();
            }
        }
        return Result.builder().figure("cheapestModel", best, Messages.ThresholdAnswer_cheapestModel)
                .figure("cheapestModel.cost", least, Messages.ThresholdAnswer_cost)
                .figure("positive", classes.get(positive), Messages.ClassificationSummary_positive)
                .table(labels.table("atThreshold", NLS.bind(Messages.ThresholdAnswer_atThreshold, question.threshold()), at.build()))
                .table(labels.table("optimalThreshold", Messages.ThresholdAnswer_optimal, optimal.build()))
                .table(labels.table("cheapestThreshold", Messages.ThresholdAnswer_cheapest, cheapest.build()))
                .table(costs(board, classes, positive, counts)).best("cheapestModel.cost");
    }

    /** The confusion matrix of each model at the threshold, with what each cell costs. */
    private ResultTable costs(Leaderboard board, List<String> classes, int positive, Map<String, long[]> counts) {
        TableBuilder builder = Table.builder(Schema.of(text("model"), text("actual"), text("predicted"), whole("count"), real("cost"), real("costShare")));
        for (ModelScore score : ClassTables.withOutcomes(board)) {
            long[] own = counts.get(score.kind().id());
            double[] cost = {question.cost(0, 0, 0, own[0]), question.cost(0, own[1], 0, 0), question.cost(0, 0, own[2], 0), question.cost(own[3], 0, 0, 0)};
            double all = question.cost(own[3], own[1], own[2], own[0]);
            for (int cell = 0; cell < cost.length; cell++) {
                builder.row(score.kind().id(), classes.get(cell >= 2 ? positive : 1 - positive), classes.get(cell % 2 == 1 ? positive : 1 - positive),
                        own[cell], cost[cell], all == 0 ? null : cost[cell] / all);
            }
        }
        return labels.table("costMatrix", Messages.ThresholdAnswer_costMatrix, builder.build());
    }

    /** Goes from "nothing is positive" over falling scores; the first of equals is kept. */
    private void addCheapest(TableBuilder table, ModelScore score) {
        ScoreTally tally = score.tally(0);
        long positives = tally.allPositives();
        long negatives = tally.allNegatives();
        double least = question.cost(0, 0, positives, negatives);
        Double threshold = null;
        long hits = 0;
        long alarms = 0;
        for (int i = 0; i < tally.groups(); i++) {
            hits += tally.positives()[i];
            alarms += tally.negatives()[i];
            double cost = question.cost(hits, alarms, positives - hits, negatives - alarms);
            if (cost < least) {
                least = cost;
                threshold = tally.scores()[i];
            }
        }
        table.row(score.kind().id(), threshold, least, least / (positives + negatives));
    }

    /** The first of equals over falling scores; a model that cannot reach what is asked for has no threshold. */
    private void addOptimal(TableBuilder table, ModelScore score) {
        ThresholdCounts best = null;
        double most = Double.NEGATIVE_INFINITY;
        for (ThresholdCounts at : ThresholdCounts.of(score.tally(0))) {
            Confusion counts = at.confusion();
            double value = question.value(counts.count(1, 1), counts.count(0, 1), counts.count(1, 0), counts.count(0, 0));
            if (value > most) {
                most = value;
                best = at;
            }
        }
        if (best == null) {
            table.row(score.kind().id(), null, null, null, null, null, null, null, null, null, null);
            return;
        }
        Confusion counts = best.confusion();
        table.row(score.kind().id(), best.threshold(), ScoreTables.orMissing(counts.precision(1)), ScoreTables.orMissing(counts.recall(1)),
                ScoreTables.orMissing(counts.specificity(1)), ScoreTables.orMissing(counts.f1(1)),
                question.cost(counts.count(1, 1), counts.count(0, 1), counts.count(1, 0), counts.count(0, 0)), counts.count(1, 1),
                counts.count(0, 1), counts.count(1, 0), counts.count(0, 0));
    }

    private static Column text(String name) {
        return Column.of(name, ColumnType.CATEGORY);
    }

    private static Column real(String name) {
        return Column.of(name, ColumnType.REAL);
    }

    private static Column whole(String name) {
        return Column.of(name, ColumnType.INTEGER);
    }
}
