package org.orrery.learning;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.orrery.analysis.UnitCompute;
import org.orrery.analysis.UnitProgress;
import org.orrery.learning.calibration.CalibratedModel;
import org.orrery.learning.calibration.Calibrators;
import org.orrery.learning.calibration.Recalibration;
import org.orrery.learning.encoding.DesignMatrix;
import org.orrery.learning.encoding.Encoder;
import org.orrery.learning.encoding.Encoding;
import org.orrery.learning.encoding.EncodingDemand;
import org.orrery.learning.encoding.Outliers;
import org.orrery.learning.encoding.PrincipalComponents;
import org.orrery.learning.encoding.Reduction;
import org.orrery.learning.models.ContiguousFolds;
import org.orrery.learning.validation.GroupedFolds;

/**
 * Encoding and training in one: everything that is learnt, imputed values, levels, scales and the model, comes from the
 * rows it is given and from no other row.
 *
 * @param trainer trains the model
 * @param encoding how columns become numbers
 * @param weighting how much the rows of each class count
 * @param recalibration how probabilities are corrected by what is observed among the rows that train
 * @param reduction which rows train nothing, and whether columns are summed up; of no account for models that look at no column
 */
public record ClassifierPipeline(ClassifierTrainer trainer, Encoding encoding, ClassWeights weighting, Recalibration recalibration,
        Reduction reduction) {
    private static final int CALIBRATION_FOLDS = 5;

    /** All rows train, columns as they are. */
    public ClassifierPipeline(ClassifierTrainer trainer, Encoding encoding, ClassWeights weighting, Recalibration recalibration) {
        this(trainer, encoding, weighting, recalibration, Reduction.NONE);
    }

    /** Probabilities as the model gives them. */
    public ClassifierPipeline(ClassifierTrainer trainer, Encoding encoding, ClassWeights weighting) {
        this(trainer, encoding, weighting, Recalibration.NONE);
    }

    /** With a weighting that needs no numbers. */
    public ClassifierPipeline(ClassifierTrainer trainer, Encoding encoding, ClassWeighting weighting) {
        this(trainer, encoding, ClassWeights.of(weighting));
    }

    /**
     * Trains on some of the rows.
     *
     * @param rows positions in the table, in ascending order
     */
    public FittedClassifier fit(LabelledRows data, int[] rows, UnitCompute compute, UnitProgress progress) throws Exception {
        if (recalibration == Recalibration.NONE || trainer.kind().isBaseline()) {
            return fitOnce(data, rows, compute, progress);
        }
        return calibrated(fitOnce(data, rows, compute, new PartProgress(progress)), data, rows, compute, progress);
    }

    /**
     * As scikit-learn's {@code CalibratedClassifierCV(ensemble=False)}: the maps are learnt from rows that inner folds left out, the model
     * itself is trained on all rows. It stays as it is when a class has too few rows for that.
     */
    private FittedClassifier calibrated(FittedClassifier fitted, LabelledRows data, int[] rows, UnitCompute compute, UnitProgress progress)
            throws Exception {
        int classes = data.classes().size();
        int[] labels = labels(data, rows);
        int[] foldOf = folds(data, rows, labels, compute);
        if (foldOf == null) {
            return fitted;
        }
        double[] probabilities = new double[rows.length * classes];
        int folds = Arrays.stream(foldOf).max().orElse(0) + 1;
        progress.worked(1, folds + 1L, Messages.ClassifierPipeline_trainings);
        for (int fold = 0; fold < folds; fold++) {
            int own = fold;
            int[] train = IntStream.range(0, rows.length).filter(i -> foldOf[i] != own).map(i -> rows[i]).toArray();
            int[] left = IntStream.range(0, rows.length).filter(i -> foldOf[i] == own).toArray();
            double[] some = fitOnce(data, train, compute, new PartProgress(progress)).probabilities(data.features(), Arrays.stream(left).map(i -> rows[i]).toArray(),
                    compute);
            for (int i = 0; i < left.length; i++) {
                System.arraycopy(some, i * classes, probabilities, left[i] * classes, classes);
            }
            progress.worked(fold + 2L, folds + 1L, Messages.ClassifierPipeline_trainings);
        }
        CalibratedModel model = new CalibratedModel(fitted.model(), Calibrators.fit(recalibration, probabilities, labels, classes));
        return new FittedClassifier(fitted.encoder(), model, fitted.classes());
    }

    /** Rows of a group are not divided, so that no map is learnt from rows that the model knows. */
    private static int[] folds(LabelledRows data, int[] rows, int[] labels, UnitCompute compute) {
        int classes = data.classes().size();
        if (data.groups().length == 0) {
            return ContiguousFolds.of(labels, classes, CALIBRATION_FOLDS);
        }
        int[] present = Arrays.stream(rows).map(row -> data.groups()[row]).sorted().distinct().toArray();
        int[] groups = Arrays.stream(rows).map(row -> Arrays.binarySearch(present, data.groups()[row])).toArray();
        if (present.length < 2) {
            return null;
        }
        GroupedFolds folds = new GroupedFolds(groups, labels, classes, Math.min(CALIBRATION_FOLDS, present.length), compute.random("calibration"));
        int[] foldOf = new int[rows.length];
        for (int fold = 0; fold < folds.count(); fold++) {
            for (int i : folds.split(fold).test()) {
                foldOf[i] = fold;
            }
        }
        return foldOf;
    }

    /**
     * Those of the rows that train: all but outliers.
     *
     * @param rows positions in the table
     * @param poll called at least every 100 ms; what it throws ends the work
     */
    public int[] trainingRows(LabelledRows data, int[] rows, Runnable poll) {
        return trainer.kind().isBaseline() ? rows : Outliers.without(data.features(), rows, data.labels(), reduction.outlierShare(), poll);
    }

    private FittedClassifier fitOnce(LabelledRows data, int[] all, UnitCompute compute, UnitProgress progress) throws Exception {
        Runnable poll = compute::checkCancelled;
        int[] rows = trainingRows(data, all, poll);
        boolean projected = reduction.componentShare() > 0 && !trainer.kind().isBaseline();
        // Without scales the components would be those of the columns with the largest units.
        EncodingDemand demand = projected ? new EncodingDemand(true, trainer.demand().firstLevelDropped()) : trainer.demand();
        Encoder.Training encoded = Encoder.training(data.features(), rows, data.labels(), data.classes().size(), encoding, demand, poll);
        Encoder encoder = encoded.encoder();
        DesignMatrix matrix = encoded.matrix();
        int[] labels = labels(data, rows);
        int classes = data.classes().size();
        double[] weights = weighting.weights(labels, classes);
        if (!projected) {
            return new FittedClassifier(encoder, trainer.fit(new TrainingSet(matrix, labels, classes, weights), compute, progress), data.classes());
        }
        PrincipalComponents components = PrincipalComponents.fit(matrix, reduction.componentShare(), poll);
        TrainingSet training = new TrainingSet(components.of(matrix, poll), labels, classes, weights);
        return new FittedClassifier(encoder, new ProjectedModel(components, trainer.fit(training, compute, progress)), data.classes());
    }

    private static int[] labels(LabelledRows data, int[] rows) {
        int[] labels = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            labels[i] = data.labels()[rows[i]];
        }
        return labels;
    }
}
