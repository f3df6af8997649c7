package org.orrery.classification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

import org.orrery.analysis.StoredRows;
import org.orrery.analysis.SummaryContext;
import org.orrery.analysis.result.ResultTable;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.data.TableBuilder;

/** The rows behind a cell of the confusion matrix or a bin of probabilities, those with the greatest loss first, from the stored out-of-fold predictions. */
final class CellRows {
    private static final int MOST = 10_000;
    private static final double CLIP = 1e-15;

    private record Found(long row, String actual, String predicted, double probability, double loss) {
    }

    private final ClassificationQuestion question;
    private final List<String> classes;
    private final SummaryContext context;

    CellRows(ClassificationQuestion question, List<String> classes, SummaryContext context) {
        this.question = question;
        this.classes = classes;
        this.context = context;
    }

    /** Whether rows are asked for. */
    static boolean asked(ClassificationQuestion question) {
        return question.rowsOf().isPresent() || question.actual().isPresent() || question.predicted().isPresent() || question.lower().isPresent()
                || question.upper().isPresent();
    }

    /**
     * Those rows of the first repetition.
     *
     * @param model the id of the model
     * @param positive the position of the positive class of two; −1 for more: the stored predictions count as they are
     */
    ResultTable table(StoredRows predictions, String model, int positive) {
        Comparator<Found> worst = Comparator.comparingDouble((Found found) -> -found.loss()).thenComparingLong(Found::row);
        PriorityQueue<Found> kept = new PriorityQueue<>(worst.reversed());
        predictions.forEachBlock(block -> {
            context.checkCancelled();
            if (block.rows() == 0 || !model.equals(block.value(0, block.schema().indexOf("model")))
                    || !Long.valueOf(1).equals(block.value(0, block.schema().indexOf(FoldEvaluation.REPEAT)))) {
                return;
            }
            for (int i = 0; i < block.rows(); i++) {
                Found found = found(block, i, positive);
                if (matches(question.actual(), found.actual()) && matches(question.predicted(), found.predicted()) && between(block, i, found)) {
                    kept.add(found);
                    if (kept.size() > MOST) {
                        kept.remove();
                    }
                }
            }
        });
        List<Found> sorted = new ArrayList<>(kept);
        sorted.sort(worst);
        TableBuilder builder = Table.builder(Schema.of(ColumnLabels.whole("row"), ColumnLabels.text("model"), ColumnLabels.text("actual"),
                ColumnLabels.text("predicted"), ColumnLabels.real("pPredicted"), ColumnLabels.real("loss")));
        sorted.forEach(each -> builder.row(each.row(), model, each.actual(), each.predicted(), each.probability(), each.loss()));
        return new ColumnLabels().table("rows", Messages.CellRows_title, builder.build());
    }

    /** As rows are divided into bins: with the lower end, without the upper one unless that is 1. */
    private boolean between(Table block, int i, Found found) {
        double value = question.probabilityOf().map(label -> probability(block, i, label)).orElse(found.probability());
        return value >= question.lower().orElse(0.0) && (value < question.upper().orElse(1.0) || question.upper().orElse(1.0) == 1);
    }

    private static boolean matches(Optional<String> wanted, String label) {
        return wanted.isEmpty() || wanted.get().equals(label);
    }

    private Found found(Table block, int i, int positive) {
        String actual = (String) block.value(i, block.schema().indexOf("actual"));
        String predicted = (String) block.value(i, block.schema().indexOf("predicted"));
        if (positive >= 0) {
            boolean is = probability(block, i, classes.get(positive)) >= question.threshold();
            predicted = classes.get(is ? positive : 1 - positive);
        }
        return new Found((Long) block.value(i, block.schema().indexOf("row")), actual, predicted, probability(block, i, predicted),
                -Math.log(Math.max(CLIP, probability(block, i, actual))));
    }

    private static double probability(Table block, int i, String label) {
        return (Double) block.value(i, block.schema().indexOf(ThresholdAnswer.PREFIX + label));
    }
}
