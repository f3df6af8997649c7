package org.orrery.classification;

import org.eclipse.osgi.util.NLS;
import org.orrery.analysis.Outcomes;
import org.orrery.analysis.StoredRows;
import org.orrery.analysis.SummaryContext;
import org.orrery.analysis.result.Figure;
import org.orrery.analysis.result.Result;
import org.orrery.analysis.result.ResultTable;
import org.orrery.learning.ClassifierKind;
import org.orrery.learning.evaluation.ClassificationMeasure;
import org.orrery.math.Spread;

/** The result of whatever folds are done. */
final class ClassificationSummary {
    /** Without a threshold the more probable of two classes is predicted. */
    private static final double EVEN = 0.5;
    /** More lines hide each other. */
    private static final int MOST_CURVES = 20;
    /** A wider matrix is not read but searched: its cells stand in the table of counts. */
    private static final int WIDEST_MATRIX = 100;

    private final ClassificationSettings settings;
    private final SetAside aside;
    private final ClassificationData data;
    private final ResultTable proportions;
    private final Texts texts;
    private final SummaryContext context;

    ClassificationSummary(ClassificationSettings settings, SetAside aside, ResultTable proportions, Texts texts, SummaryContext context) {
        this.settings = settings;
        this.aside = aside;
        this.data = aside.rest();
        this.proportions = proportions;
        this.texts = texts;
        this.context = context;
    }

    Result of(Outcomes<ClassificationOutcome> outcomes) {
        Leaderboard board = Leaderboard.of(settings, outcomes);
        Result.Builder result = Result.builder();
        board.best().ifPresent(best -> bestFigures(result, best));
        dataFigures(result);
        context.checkCancelled();
        ScoreTables scores = new ScoreTables(texts);
        ClassTables classes = new ClassTables(data.rows().classes(), data.positive());
        result.table(scores.leaderboard(board)).table(scores.folds(board)).table(classes.perClass(board)).table(classes.confusion(board));
        if (data.classes() <= WIDEST_MATRIX) {
            result.table(classes.confusionMatrix(board, false)).table(classes.confusionMatrix(board, true));
        }
        context.checkCancelled();
        CurveTables curves = new CurveTables(data.rows().classes(), data.positive(), texts, board);
        result.table(curves.roc()).table(curves.precisionRecall()).table(classes.calibration(board)).table(classes.calibrationSummary(board));
        StoredRows predictions = outcomes.rows(FoldEvaluation.PREDICTIONS);
        if (predictions.schema().size() > 0) {
            result.table(new ResultTable(FoldEvaluation.PREDICTIONS, Messages.ClassificationSummary_predictions,
                    new ResultTable.OnDisk(predictions), new ColumnLabels().of(predictions.schema())));
        }
        GainTables gains = new GainTables(data.rows().classes(), data.positive(), texts, board);
        result.table(gains.gain()).table(proportions);
        ScoreDistributions distributions = new ScoreDistributions(data.rows().classes(), data.positive(), board);
        result.table(distributions.quantiles()).table(distributions.histogram()).table(distributions.kolmogorovSmirnov());
        ComparisonTables comparisons = new ComparisonTables(board, outcomes.get(UnitPlan.INTERVALS).map(IntervalsOutcome.class::cast));
        result.table(comparisons.intervals()).table(comparisons.comparisons());
        context.checkCancelled();
        charts(result, board, curves, gains, distributions);
        result.chart(classes.calibrationChart(board, texts));
        new InsightTables(settings, texts, outcomes, board, result).add();
        new Findings(texts, board, result).add();
        outcomes.get(UnitPlan.FINAL_TEST).ifPresent(
                outcome -> new FinalTestTables(texts, data.rows().classes(), board).add((FinalTestOutcome) outcome, result));
        outcomes.get(UnitPlan.REFIT).ifPresent(outcome -> refitFinding(result, (RefitOutcome) outcome));
        return result.build();
    }

    private void charts(Result.Builder result, Leaderboard board, CurveTables curves, GainTables gains,
            ScoreDistributions distributions) {
        result.chart(curves.rocChart(settings.threshold().orElse(EVEN)));
        if (data.positive() < 0 && data.classes() <= MOST_CURVES && board.best().isPresent()) {
            result.chart(curves.rocByClass()).chart(curves.precisionRecallByClass());
        }
        if (data.positive() >= 0) {
            result.chart(curves.precisionRecallChart(positiveShare())).chart(gains.gainChart()).chart(gains.liftChart());
            result.table(gains.thresholds());
            board.best().ifPresent(best -> result.chart(gains.thresholdChart(best)).chart(distributions.kolmogorovSmirnovChart(best, texts))
                    .chart(distributions.histogramChart(best, texts)));
        }
    }

    private void bestFigures(Result.Builder result, ModelScore best) {
        result.figure("bestModel", best.kind().id(), Messages.ClassificationSummary_bestModel);
        for (ClassificationMeasure measure : ClassificationMeasure.values()) {
            Spread spread = best.spread(measure);
            Figure.Format format = switch (measure) {
                case ACCURACY, BALANCED_ACCURACY, PRECISION_MACRO, RECALL_MACRO, ERROR_RATE -> Figure.Format.SHARE;
                default -> Figure.Format.PLAIN;
            };
            String label = texts.measure(measure);
            result.figure(new Figure("bestModel." + measure.id(), spread.mean(), label, format));
            result.figure(new Figure("bestModel." + measure.id() + "Sd", spread.sd(), NLS.bind(Messages.ScoreTables_deviation, label), format));
        }
        result.best("bestModel." + settings.measure().id(), settings.measure().higherBetter() ? Result.Better.LARGER : Result.Better.SMALLER);
    }

    private void dataFigures(Result.Builder result) {
        if (data.positive() >= 0) {
            result.figure("positive", data.rows().classes().get(data.positive()), Messages.ClassificationSummary_positive);
        }
        result.figure("rows", (long) aside.all().usable().length, Messages.ClassificationSummary_rows);
        if (aside.all().isSample()) {
            result.figure("sampledFrom", aside.all().population(), Messages.ClassificationSummary_sampledFrom);
        }
        result.figure("classes", (long) data.classes(), Messages.ClassificationSummary_classes);
        result.figure("features", (long) data.rows().features().schema().size(), Messages.ClassificationSummary_features);
    }

    private double positiveShare() {
        long positives = 0;
        for (int label : data.labels()) {
            positives += label == data.positive() ? 1 : 0;
        }
        return (double) positives / data.labels().length;
    }

    private void refitFinding(Result.Builder result, RefitOutcome refit) {
        String model = ClassifierKind.byId(refit.model()).map(texts::model).orElse(refit.model());
        result.finding("refit", NLS.bind(Messages.ClassificationSummary_refit, model, refit.rows()));
        if (settings.threshold().isEmpty() && !Double.isNaN(refit.threshold())) {
            result.figure("keptThreshold", refit.threshold(), Messages.ClassificationSummary_keptThreshold);
            result.finding("threshold", NLS.bind(Messages.ClassificationSummary_thresholdChosen, Texts.number(refit.threshold()),
                    settings.positive().orElse(data.rows().classes().get(data.positive()))));
        }
        if (!refit.converged()) {
            result.warning("not-converged", NLS.bind(Messages.ClassificationSummary_refitNotConverged, model));
        }
    }
}
