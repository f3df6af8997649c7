package org.orrery.classification;

import java.util.List;

import org.orrery.analysis.Analysis;
import org.orrery.analysis.AnalysisException;
import org.orrery.analysis.Answers;
import org.orrery.analysis.Estimate;
import org.orrery.analysis.InputSchemas;
import org.orrery.analysis.Inputs;
import org.orrery.analysis.Names;
import org.orrery.analysis.Outcomes;
import org.orrery.analysis.PrepareContext;
import org.orrery.analysis.Problems;
import org.orrery.analysis.SummaryContext;
import org.orrery.analysis.Workload;
import org.orrery.analysis.forecast.Forecasts;
import org.orrery.analysis.forecast.PastRun;
import org.orrery.analysis.forecast.RunForecast;
import org.orrery.analysis.result.Result;
import org.orrery.data.Dataset;
import org.orrery.learning.calibration.Recalibration;

/** Compares classifiers under stratified cross-validation and refits the best on all rows. */
public final class ClassificationAnalysis
        implements Analysis<ClassificationSettings>, Answers<ClassificationSettings, ClassificationOutcome, ClassificationQuestion>,
        Forecasts<ClassificationSettings> {
    /** The name of the one input. */
    static final String INPUT = "data";

    @Override
    public void check(ClassificationSettings settings, InputSchemas inputs, Problems problems) {
        inputs.first(INPUT).ifPresent(dataset -> new SettingsCheck(settings, dataset, problems).run());
    }

    @Override
    public Estimate estimate(ClassificationSettings settings, InputSchemas inputs) {
        return inputs.first(INPUT).map(dataset -> estimate(settings, dataset)).orElse(Estimate.UNKNOWN);
    }

    @Override
    public Names names() {
        return new Texts().names();
    }

    @Override
    public ClassificationSettings grow(ClassificationSettings before, ClassificationSettings wished, Problems problems) {
        return new MoreFolds(before, wished).settings(problems);
    }

    /**
     * Eight bytes a value for the design matrix, as much again for sorting; two units at a time; costs as in the units. Of rows that are not in
     * the sample target and keys alone are in memory, while it is drawn.
     */
    private static Estimate estimate(ClassificationSettings settings, Dataset dataset) {
        long rows = settings.sample().of(dataset.rows());
        double width = width(settings, dataset);
        double values = rows * width;
        double perFold = settings.distinctModels().stream().mapToDouble(ModelCosts::secondsPerValue).sum() * values;
        return new Estimate((long) (values * 16 * 2 + dataset.rows() * 64.0) + (32L << 20), perFold * fits(settings, rows));
    }

    /** How many columns models get, about. */
    static long width(ClassificationSettings settings, Dataset dataset) {
        return ColumnChoice.of(settings, dataset.schema()).features().stream()
                .mapToLong(column -> column.type().isText() ? Math.min(Math.max(column.distinct(), 2), settings.maxLevels()) : 1).sum();
    }

    @Override
    public RunForecast forecast(ClassificationSettings settings, InputSchemas inputs, List<PastRun<ClassificationSettings>> past) {
        return new TimeForecast(settings, inputs.first(INPUT), past).forecast();
    }

    /** How often each model is trained, about. */
    static double fits(ClassificationSettings settings, long rows) {
        double folds = switch (settings.validation()) {
            case HOLD_OUT -> settings.repeats();
            case LEAVE_ONE_OUT -> rows;
            default -> settings.folds() * (double) settings.repeats();
        };
        boolean tuned = settings.tuning().method() != TuningMethod.NONE;
        double trials = tuned ? settings.tuning().trials() * (double) settings.tuning().innerFolds() * (settings.tuning().nested() ? folds + 1 : 1) : 0;
        // The refit, the model whose importance is measured, and the parts of the learning curve are of one model each.
        double once = (settings.refit() ? 1 : 0) + 1 + 1.6 * settings.diagnostics().learningCurveFolds();
        // Every map of probabilities takes the model once more for each of five inner folds.
        double maps = settings.recalibration() == Recalibration.NONE ? 1 : 6;
        return maps * (folds + trials + once / Math.max(1, settings.distinctModels().size()));
    }

    @Override
    public Workload<?> prepare(ClassificationSettings settings, Inputs inputs, PrepareContext context) throws AnalysisException {
        ClassificationData data = new DataPreparation(settings, inputs.one(INPUT), context).run();
        return new ClassificationWorkload(settings, data, context.seed());
    }

    @Override
    public Class<ClassificationOutcome> outcomeType() {
        return ClassificationOutcome.class;
    }

    @Override
    public Class<ClassificationQuestion> questionType() {
        return ClassificationQuestion.class;
    }

    @Override
    public Result answer(ClassificationSettings settings, ClassificationQuestion question, Outcomes<ClassificationOutcome> outcomes,
            SummaryContext context) throws AnalysisException {
        return new ThresholdAnswer(settings, question, outcomes, context).result();
    }
}
