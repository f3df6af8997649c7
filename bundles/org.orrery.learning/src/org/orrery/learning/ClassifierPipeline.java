package org.orrery.learning;

import org.orrery.analysis.UnitCompute;
import org.orrery.analysis.UnitProgress;
import org.orrery.learning.encoding.DesignMatrix;
import org.orrery.learning.encoding.Encoder;
import org.orrery.learning.encoding.Encoding;

/**
 * Encoding and training in one: everything that is learnt, imputed values, levels, scales and the model, comes from the
 * rows it is given and from no other row.
 *
 * @param trainer trains the model
 * @param encoding how columns become numbers
 * @param weighting how much the rows of each class count
 */
public record ClassifierPipeline(ClassifierTrainer trainer, Encoding encoding, ClassWeights weighting) {
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
        Encoder encoder = Encoder.fit(data.features(), rows, data.labels(), data.classes().size(), encoding, trainer.demand(),
                compute::checkCancelled);
        DesignMatrix matrix = encoder.encodeTraining(data.features(), rows, data.labels(), compute::checkCancelled);
        int[] labels = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            labels[i] = data.labels()[rows[i]];
        }
        int classes = data.classes().size();
        TrainingSet training = new TrainingSet(matrix, labels, classes, weighting.weights(labels, classes));
        return new FittedClassifier(encoder, trainer.fit(training, compute, progress), data.classes());
    }
}
