package org.orrery.classification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.osgi.util.NLS;
import org.orrery.analysis.result.ResultTable;
import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.data.TableBuilder;
import org.orrery.learning.evaluation.ClassificationMeasure;
import org.orrery.math.Spread;

/** The tables of measures. */
final class ScoreTables {
    /** How many measures come before the deviations; the others follow after the costs. */
    private static final int MAIN = ClassificationMeasure.BRIER.ordinal() + 1;
    private static final List<ClassificationMeasure> ALL = List.of(ClassificationMeasure.values());

    private final Map<String, String> labels;

    ScoreTables(Texts texts) {
        labels = texts.measureColumns(label -> NLS.bind(Messages.ScoreTables_deviation, label));
        labels.putAll(Map.of("model", Messages.ScoreTables_model, "status", Messages.ScoreTables_status, "fold", Messages.ScoreTables_fold,
                "fitSeconds", Messages.ScoreTables_fitSeconds, "scoreSeconds", Messages.ScoreTables_scoreSeconds, "allocatedMiB",
                Messages.ScoreTables_allocated, "reason", Messages.ScoreTables_reason, "trainRows", Messages.ScoreTables_trainRows,
                "testRows", Messages.ScoreTables_testRows));
        labels.put(FoldEvaluation.REPEAT, Messages.ScoreTables_repeat);
        labels.put("peakMiB", Messages.ScoreTables_peak);
        labels.put("modelBytes", Messages.ScoreTables_modelBytes);
        labels.put("thousandRowsSeconds", Messages.ScoreTables_thousandRows);
    }

    ResultTable leaderboard(Leaderboard board) {
        List<Column> columns = new ArrayList<>(List.of(Column.of("model", ColumnType.CATEGORY), Column.of("status", ColumnType.TEXT)));
        addMeasures(columns, ALL.subList(0, MAIN));
        columns.add(Column.of("fitSeconds", ColumnType.REAL));
        columns.add(Column.of("scoreSeconds", ColumnType.REAL));
        columns.add(Column.of("allocatedMiB", ColumnType.REAL));
        columns.add(Column.of("peakMiB", ColumnType.REAL));
        addMeasures(columns, ALL.subList(MAIN, ALL.size()));
        columns.add(Column.of("modelBytes", ColumnType.INTEGER));
        columns.add(Column.of("thousandRowsSeconds", ColumnType.REAL));
        columns.add(Column.of("reason", ColumnType.TEXT));
        TableBuilder builder = Table.builder(new Schema(columns));
        for (ModelScore score : board.scores()) {
            List<Object> row = new ArrayList<>(List.of(score.kind().id(), score.status()));
            addValues(row, score, ALL.subList(0, MAIN));
            row.add(orMissing(score.mean(FoldOutcome::fitSeconds)));
            row.add(orMissing(score.mean(FoldOutcome::scoreSeconds)));
            row.add(orMissing(score.mean(FoldOutcome::allocatedMiB)));
            row.add(orMissing(score.most(FoldOutcome::peakMiB)));
            addValues(row, score, ALL.subList(MAIN, ALL.size()));
            row.add(score.isEmpty() ? null : Math.round(score.mean(FoldOutcome::modelBytes)));
            row.add(orMissing(1000 * score.mean(FoldOutcome::scoreSeconds) / score.mean(FoldOutcome::testRows)));
            row.add(score.reason().isEmpty() ? null : score.reason());
            builder.row(row.toArray());
        }
        return table("leaderboard", Messages.ScoreTables_leaderboard, builder.build());
    }

    private static void addMeasures(List<Column> columns, List<ClassificationMeasure> measures) {
        measures.forEach(measure -> columns.add(Column.of(measure.id(), ColumnType.REAL)));
        measures.forEach(measure -> columns.add(Column.of(measure.id() + "Sd", ColumnType.REAL)));
    }

    private static void addValues(List<Object> row, ModelScore score, List<ClassificationMeasure> measures) {
        List<Spread> spreads = measures.stream().map(score::spread).toList();
        spreads.forEach(spread -> row.add(orMissing(spread.mean())));
        spreads.forEach(spread -> row.add(orMissing(spread.sd())));
    }

    ResultTable folds(Leaderboard board) {
        List<Column> columns = new ArrayList<>(List.of(Column.of("model", ColumnType.CATEGORY), Column.of("fold", ColumnType.INTEGER),
                Column.of(FoldEvaluation.REPEAT, ColumnType.INTEGER)));
        ALL.forEach(measure -> columns.add(Column.of(measure.id(), ColumnType.REAL)));
        columns.add(Column.of("trainRows", ColumnType.INTEGER));
        columns.add(Column.of("testRows", ColumnType.INTEGER));
        for (String cost : List.of("fitSeconds", "scoreSeconds", "allocatedMiB", "peakMiB")) {
            columns.add(Column.of(cost, ColumnType.REAL));
        }
        TableBuilder builder = Table.builder(new Schema(columns));
        for (ModelScore score : board.scores()) {
            for (int i = 0; i < score.folds().size(); i++) {
                FoldOutcome outcome = score.outcomes().get(i);
                List<Object> row = new ArrayList<>(List.of(score.kind().id(), score.folds().get(i).fold(), score.folds().get(i).repeat()));
                ALL.forEach(measure -> row.add(orMissing(outcome.measures().value(measure))));
                row.addAll(List.of(outcome.trainRows(), outcome.testRows(), outcome.fitSeconds(), outcome.scoreSeconds()));
                row.add(orMissing(outcome.allocatedMiB()));
                row.add(outcome.peakMiB());
                builder.row(row.toArray());
            }
        }
        return table("folds", Messages.ScoreTables_folds, builder.build());
    }

    /** A value that is not defined is missing in a table. */
    static Double orMissing(double value) {
        return Double.isNaN(value) ? null : value;
    }

    private ResultTable table(String id, String title, Table table) {
        Map<String, String> own = new HashMap<>(labels);
        own.keySet().retainAll(table.schema().names());
        return new ResultTable(id, title, new ResultTable.InMemory(table), own);
    }
}
