package org.orrery.classification;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.osgi.util.NLS;
import org.orrery.analysis.AnalysisException;
import org.orrery.analysis.AnalysisException.Code;
import org.orrery.analysis.Outcomes;
import org.orrery.analysis.SummaryContext;
import org.orrery.analysis.Unit;
import org.orrery.analysis.UnitContext;
import org.orrery.analysis.Workload;
import org.orrery.analysis.result.Result;
import org.orrery.learning.ClassifierKind;
import org.orrery.learning.ClassifierPipeline;
import org.orrery.learning.ClassifierTrainer;
import org.orrery.learning.FittedClassifier;
import org.orrery.learning.file.ModelFile;
import org.orrery.learning.models.DecisionTreeTrainer;
import org.orrery.learning.models.ForestTrainer;
import org.orrery.learning.models.GaussianNaiveBayesTrainer;
import org.orrery.learning.models.GradientBoostingTrainer;
import org.orrery.learning.models.KernelSvmTrainer;
import org.orrery.learning.models.LinearSvmTrainer;
import org.orrery.learning.models.LogisticRegressionTrainer;
import org.orrery.learning.models.MostFrequentTrainer;
import org.orrery.learning.models.MultiLayerPerceptronTrainer;
import org.orrery.learning.models.NearestNeighboursTrainer;
import org.orrery.learning.models.StratifiedTrainer;
import org.orrery.learning.validation.Splits;
import org.orrery.learning.validation.StratifiedFolds;
import org.orrery.math.CounterRandom;

/** Each model in each fold, then the best one on all rows. */
final class ClassificationWorkload implements Workload<ClassificationOutcome> {
    static final String REFIT = "refit";
    private static final double NANOS = 1e9;

    private final ClassificationSettings settings;
    private final ClassificationData data;
    private final long seed;
    private final List<Splits> splits;
    private final Texts texts = new Texts();
    private final List<Unit> units;

    ClassificationWorkload(ClassificationSettings settings, ClassificationData data, long seed) {
        this.settings = settings;
        this.data = data;
        this.seed = seed;
        this.splits = IntStream.rangeClosed(1, settings.repeats()).<Splits>mapToObj(repeat -> new StratifiedFolds(data.labels(),
                data.classes(), settings.folds(), CounterRandom.of(seed, "prepare", FoldNumber.stream(repeat)))).toList();
        this.units = plan();
    }

    private List<Unit> plan() {
        List<Unit> planned = new ArrayList<>();
        // Repetition by repetition, so that all models have the same folds when the user stops early.
        for (int repeat = 1; repeat <= settings.repeats(); repeat++) {
            for (ClassifierKind kind : settings.distinctModels()) {
                for (int fold = 1; fold <= settings.folds(); fold++) {
                    planned.add(unit(kind, new FoldNumber(repeat, fold)));
                }
            }
        }
        if (settings.refit()) {
            double dearest = settings.distinctModels().stream().mapToDouble(ModelCosts::relative).max().orElse(1);
            List<String> ids = planned.stream().map(Unit::id).toList();
            planned.add(Unit.of(REFIT, Messages.ClassificationWorkload_refit).afterEnd(ids).costing(dearest).asClosing());
        }
        return List.copyOf(planned);
    }

    private Unit unit(ClassifierKind kind, FoldNumber number) {
        Object[] words = {texts.model(kind), number.fold(), settings.folds(), number.repeat()};
        String label = NLS.bind(number.repeat() == 1 ? Messages.ClassificationWorkload_fold : Messages.ClassificationWorkload_repeatedFold,
                words);
        return Unit.of(number.unit(kind), label).inGroup(kind.id()).costing(ModelCosts.relative(kind));
    }

    @Override
    public Class<ClassificationOutcome> outcomeType() {
        return ClassificationOutcome.class;
    }

    @Override
    public List<Unit> units() {
        return units;
    }

    @Override
    public ClassificationOutcome execute(Unit unit, Outcomes<ClassificationOutcome> earlier, UnitContext context) throws Exception {
        if (unit.id().equals(REFIT)) {
            return refit(earlier, context);
        }
        ClassifierKind kind = ClassifierKind.byId(unit.group()).orElseThrow();
        FoldNumber number = FoldNumber.of(unit.id());
        return new FoldEvaluation(data, settings.threshold().orElse(Double.NaN), kind, number.repeat()).run(pipeline(kind),
                splits.get(number.repeat() - 1).split(number.fold() - 1), context);
    }

    private ClassifierPipeline pipeline(ClassifierKind kind) {
        ClassifierTrainer trainer = switch (kind) {
            case MOST_FREQUENT -> new MostFrequentTrainer();
            case LOGISTIC_REGRESSION -> new LogisticRegressionTrainer(settings.logisticRegression());
            case LINEAR_SVM -> new LinearSvmTrainer(settings.linearSvm());
            case STRATIFIED -> new StratifiedTrainer();
            case GAUSSIAN_NAIVE_BAYES -> new GaussianNaiveBayesTrainer(settings.gaussianNaiveBayes());
            case K_NEAREST_NEIGHBOURS -> new NearestNeighboursTrainer(settings.kNearestNeighbours());
            case DECISION_TREE -> new DecisionTreeTrainer(settings.decisionTree());
            case RANDOM_FOREST -> ForestTrainer.randomForest(settings.randomForest());
            case EXTRA_TREES -> ForestTrainer.extraTrees(settings.extraTrees());
            case GRADIENT_BOOSTING -> new GradientBoostingTrainer(settings.gradientBoosting());
            case MULTI_LAYER_PERCEPTRON -> new MultiLayerPerceptronTrainer(settings.multiLayerPerceptron());
            case KERNEL_SVM -> new KernelSvmTrainer(settings.kernelSvm());
        };
        return new ClassifierPipeline(trainer, settings.encoding(), settings.classWeights());
    }

    private RefitOutcome refit(Outcomes<ClassificationOutcome> earlier, UnitContext context) throws Exception {
        Allocation allocation = new Allocation();
        ClassifierKind best = Leaderboard.of(settings, earlier).best().map(ModelScore::kind)
                .orElseThrow(() -> new AnalysisException(Code.NOT_ENOUGH_DATA, Messages.ClassificationWorkload_nothingToRefit));
        long start = System.nanoTime();
        FittedClassifier fitted = pipeline(best).fit(data.rows(), data.usable(), context.compute(), context.progress());
        double seconds = (System.nanoTime() - start) / NANOS;
        String positive = data.positive() < 0 ? "" : data.rows().classes().get(data.positive());
        byte[] bytes = new ModelFile(settings.target(), positive, settings.threshold().orElse(Double.NaN), data.usable().length,
                data.dataset().name(), data.dataset().sha256(), seed, fitted).bytes();
        context.compute().checkCancelled();
        context.output().artifact("model." + best.id(), best.id() + ModelFile.ENDING, ModelFile.MEDIA_TYPE,
                (OutputStream out) -> out.write(bytes));
        return new RefitOutcome(best.id(), data.usable().length, fitted.model().converged(), ModelFile.sha256(bytes), seconds,
                allocation.mebibytes());
    }

    @Override
    public Result summarise(Outcomes<ClassificationOutcome> outcomes, SummaryContext context) {
        return new ClassificationSummary(settings, data, texts, context).of(outcomes);
    }
}
