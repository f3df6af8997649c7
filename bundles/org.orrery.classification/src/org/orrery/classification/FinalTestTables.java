package org.orrery.classification;

import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.orrery.analysis.result.Result;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.data.TableBuilder;
import org.orrery.learning.ClassifierKind;
import org.orrery.learning.evaluation.ClassificationMeasure;

/** What the rows that were set aside say about the best model. */
final class FinalTestTables {
    private final Texts texts;
    private final List<String> classes;
    private final Leaderboard board;

    FinalTestTables(Texts texts, List<String> classes, Leaderboard board) {
        this.texts = texts;
        this.classes = classes;
        this.board = board;
    }

    void add(FinalTestOutcome outcome, Result.Builder result) {
        ColumnLabels labels = new ColumnLabels();
        TableBuilder measures = Table.builder(Schema.of(ColumnLabels.text("model"), ColumnLabels.text("measure"), ColumnLabels.real("value"),
                ColumnLabels.real("crossValidated"), ColumnLabels.whole("rows")));
        Optional<ModelScore> score = board.scores().stream().filter(each -> each.kind().id().equals(outcome.model()) && !each.isEmpty()).findFirst();
        for (ClassificationMeasure measure : ClassificationMeasure.values()) {
            measures.row(outcome.model(), measure.id(), ScoreTables.orMissing(outcome.measures().value(measure)),
                    score.map(own -> ScoreTables.orMissing(own.spread(measure).mean())).orElse(null), outcome.testRows());
        }
        result.table(labels.table("finalTest", Messages.FinalTestTables_title, measures.build()));
        TableBuilder counts = Table.builder(Schema.of(ColumnLabels.text("model"), ColumnLabels.text("actual"), ColumnLabels.text("predicted"),
                ColumnLabels.whole("count")));
        for (int actual = 0; actual < classes.size(); actual++) {
            for (int predicted = 0; predicted < classes.size(); predicted++) {
                counts.row(outcome.model(), classes.get(actual), classes.get(predicted), outcome.confusion().count(actual, predicted));
            }
        }
        result.table(labels.table("finalConfusion", Messages.FinalTestTables_confusion, counts.build()));
        String model = ClassifierKind.byId(outcome.model()).map(texts::model).orElse(outcome.model());
        result.figure("finalTest." + board.measure().id(), outcome.measures().value(board.measure()),
                NLS.bind(Messages.FinalTestTables_figure, texts.measure(board.measure())));
        result.finding("final-test", NLS.bind(Messages.FinalTestTables_finding, new Object[] {model, outcome.testRows(),
            texts.measure(board.measure()), Texts.number(outcome.measures().value(board.measure())),
            score.map(own -> Texts.number(own.spread(board.measure()).mean())).orElse("?")}));
    }
}
