package org.orrery.classification;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.orrery.analysis.sample.RowCondition;
import org.orrery.analysis.sample.RowFilter;
import org.orrery.analysis.sample.SampleSettings;
import org.orrery.analysis.settings.Advanced;
import org.orrery.analysis.settings.ColumnRole;
import org.orrery.analysis.settings.Default;
import org.orrery.analysis.settings.Extends;
import org.orrery.analysis.settings.LevelOf;
import org.orrery.analysis.settings.Range;
import org.orrery.analysis.settings.Role;
import org.orrery.learning.validation.ValidationScheme;
import org.orrery.learning.ClassWeighting;
import org.orrery.learning.ClassifierKind;
import org.orrery.learning.calibration.Recalibration;
import org.orrery.learning.encoding.Encoding;
import org.orrery.learning.encoding.NumericImputation;
import org.orrery.learning.encoding.Reduction;
import org.orrery.learning.encoding.TextEncoding;
import org.orrery.learning.evaluation.ClassificationMeasure;
import org.orrery.learning.models.DecisionTreeSettings;
import org.orrery.learning.models.ForestSettings;
import org.orrery.learning.models.GaussianNaiveBayesSettings;
import org.orrery.learning.models.GradientBoostingSettings;
import org.orrery.learning.models.KernelSvmSettings;
import org.orrery.learning.models.LinearSvmSettings;
import org.orrery.learning.models.LogisticRegressionSettings;
import org.orrery.learning.models.MultiLayerPerceptronSettings;
import org.orrery.learning.models.NearestNeighboursSettings;

/**
 * The settings of a classification.
 *
 * @param target the column to predict
 * @param features the columns that explain; none: all but the target, identifiers and free text
 * @param positive the class that binary measures are about; empty: the less frequent one
 * @param models the models to compare; by default all that are quick on most data: the kernel machine and the network are left to choice
 * @param budgetSeconds after so many seconds of training and prediction in all no further fold or trial is begun; 0: any time
 * @param baselines whether the models that look at no feature are compared too
 * @param filter what a row must fulfil to be used; none: every row
 * @param sample whether a part of the rows is used
 * @param validation how rows are divided into those that train and those that test
 * @param folds how many folds of cross-validation, or how many later parts are predicted from earlier ones; without meaning for a
 *     hold-out and for folds in a column. When it grows in a new attempt, to a multiple, it stays and {@code repeats} grows: see {@link MoreFolds}
 * @param group the column whose equal values stay together in grouped folds, or that holds the folds themselves
 * @param time the column that orders rows in time
 * @param testShare the share of rows that test in a hold-out
 * @param finalTestShare the share of the rows that is set aside before anything else and tests the best model once, at the end; 0: none
 * @param repeats how often the cross-validation is repeated, each time with rows shuffled anew; may grow in a new attempt
 * @param measure decides which model is best. The area under the ROC curve is the default because it depends neither on the
 *     balance of the classes nor on a threshold, and because a single certain mistake, as trees with pure leaves make, does
 *     not outweigh everything else as it does in the log-loss
 * @param tuning how settings of models are looked for
 * @param tunedModels of which models; none: of all that are compared and have ranges
 * @param diagnostics what is found out beside the measures
 * @param numericImputation what stands in for a missing number
 * @param missingFlags whether a column tells where a number was missing
 * @param maxLevels levels of text up to which each gets its own column
 * @param manyLevels what a text with more levels becomes
 * @param columns which encoded columns models do not get
 * @param outlierShare this share of the training rows, those farthest from the middle, trains nothing; 0.05 is common
 * @param classWeights how much the rows of each class count in training
 * @param customWeights the weights of classes when they are told; 1 for a class that is not named
 * @param recalibration how probabilities are corrected by what is observed, inside every fold
 * @param threshold the probability of the positive class from which it is predicted; empty: the more probable class
 * @param keptThreshold how the kept model gets a threshold when none is given
 * @param refit whether the best model is trained again on all rows and kept
 * @param logisticRegression settings of logistic regression
 * @param linearSvm settings of the linear support vector machine
 * @param gaussianNaiveBayes settings of Gaussian naive Bayes
 * @param kNearestNeighbours settings of the nearest neighbours
 * @param decisionTree settings of the decision tree
 * @param randomForest settings of the random forest
 * @param extraTrees settings of the extremely randomised trees
 * @param gradientBoosting settings of gradient boosting
 * @param multiLayerPerceptron settings of the multi-layer perceptron
 * @param kernelSvm settings of the support vector machine with a kernel
 */
public record ClassificationSettings(@ColumnRole(Role.TARGET) String target, @ColumnRole(Role.FEATURE) List<String> features,
        @LevelOf("target") Optional<String> positive,
        @Default("logistic-regression,linear-svm,gaussian-naive-bayes,k-nearest-neighbours,decision-tree,random-forest,extra-trees,"
                + "gradient-boosting") List<ClassifierKind> models, @Default("0") @Range(min = 0, max = 1e9) double budgetSeconds,
        @Default("true") @Advanced boolean baselines,
        @Advanced List<RowCondition> filter, SampleSettings sample, @Default("stratified") ValidationScheme validation, @Default("5") @Range(min = 2, max = 100) @Extends int folds,
        @ColumnRole(Role.GROUP) Optional<String> group, @ColumnRole(Role.TIME) Optional<String> time,
        @Default("0.2") @Range(min = 0.01, max = 0.99) @Advanced double testShare,
        @Default("0") @Range(min = 0, max = 0.9) double finalTestShare,
        @Default("1") @Range(min = 1, max = 100) @Extends int repeats, @Default("roc-auc") ClassificationMeasure measure,
        TuningSettings tuning, @Advanced List<ClassifierKind> tunedModels, DiagnosticsSettings diagnostics,
        @Default("median") @Advanced NumericImputation numericImputation, @Default("false") @Advanced boolean missingFlags,
        @Default("25") @Range(min = 2, max = 1000) @Advanced int maxLevels,
        @Default("frequency") @Advanced TextEncoding manyLevels, @Advanced ColumnSettings columns,
        @Range(min = 0.001, max = 0.5) @Advanced Optional<Double> outlierShare,
        @Default("none") @Advanced ClassWeighting classWeights,
        @Advanced List<ClassWeight> customWeights, @Default("none") @Advanced Recalibration recalibration,
        @Range(min = 0, max = 1) @Advanced Optional<Double> threshold, ThresholdSettings keptThreshold,
        @Default("true") boolean refit,
        LogisticRegressionSettings logisticRegression, LinearSvmSettings linearSvm,
        GaussianNaiveBayesSettings gaussianNaiveBayes, NearestNeighboursSettings kNearestNeighbours,
        DecisionTreeSettings decisionTree, ForestSettings randomForest, ForestSettings extraTrees,
        GradientBoostingSettings gradientBoosting, KernelSvmSettings kernelSvm, MultiLayerPerceptronSettings multiLayerPerceptron) {

    /** Which rows are used. */
    RowFilter rowFilter() {
        return new RowFilter(filter);
    }

    /** How columns become numbers. */
    Encoding encoding() {
        return new Encoding(numericImputation, missingFlags, maxLevels, manyLevels, columns.selection());
    }

    /** Which rows train nothing, and whether columns are summed up. */
    Reduction reduction() {
        return new Reduction(outlierShare.orElse(0.0), columns.componentShare().orElse(0.0));
    }

    /** The models without repetitions, in the order given, after the baselines. */
    List<ClassifierKind> distinctModels() {
        Stream<ClassifierKind> first = baselines ? Arrays.stream(ClassifierKind.values()).filter(ClassifierKind::isBaseline) : Stream.empty();
        return Stream.concat(first, models.stream()).distinct().toList();
    }
}
