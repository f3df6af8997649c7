package org.orrery.classification;

import java.util.List;

import org.orrery.analysis.AnalysisException;
import org.orrery.analysis.Outcomes;
import org.orrery.analysis.SummaryContext;
import org.orrery.analysis.Unit;
import org.orrery.analysis.UnitContext;
import org.orrery.analysis.Workload;
import org.orrery.analysis.result.Result;
import org.orrery.learning.ClassifierKind;
import org.orrery.learning.ClassifierPipeline;
import org.orrery.learning.ClassifierTrainer;
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

/** Each model in each fold, then the best one on all rows, and what else is to be known about it. */
final class ClassificationWorkload implements Workload<ClassificationOutcome> {
    private final ClassificationSettings settings;
    private final ClassificationData data;
    private final long seed;
    private final List<Splits> splits;
    private final Texts texts = new Texts();
    private final Tuning tuning;
    private final List<Unit> units;

    ClassificationWorkload(ClassificationSettings settings, ClassificationData data, long seed) throws AnalysisException {
        this.settings = settings;
        this.data = data;
        this.seed = seed;
        this.splits = new SplitPlan(settings, data, seed).splits();
        this.tuning = new Tuning(settings, data, seed, splits, ClassificationWorkload::pipeline);
        this.units = new UnitPlan(settings, splits, texts).units();
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
        if (FoldNumber.isFold(unit.id())) {
            ClassifierKind kind = ClassifierKind.byId(unit.group()).orElseThrow();
            FoldNumber number = FoldNumber.of(unit.id());
            ClassifierPipeline tuned = pipeline(kind, tuning.forFold(kind, number, earlier));
            return new FoldEvaluation(data, settings.threshold().orElse(Double.NaN), kind, number.repeat()).run(tuned,
                    splits.get(number.repeat() - 1).split(number.fold() - 1), context);
        }
        if (TuningPlan.isTrial(unit.id())) {
            return tuning.execute(unit.id(), earlier, context);
        }
        return new ClosingUnits(settings, data, seed, splits, kind -> pipeline(kind, tuning.forAllRows(kind, earlier))).execute(unit, earlier, context);
    }

    private static ClassifierPipeline pipeline(ClassifierKind kind, ClassificationSettings settings) {
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

    @Override
    public Result summarise(Outcomes<ClassificationOutcome> outcomes, SummaryContext context) {
        return new ClassificationSummary(settings, data, texts, context).of(outcomes);
    }
}
