package org.orrery.learning;

import org.orrery.analysis.UnitCompute;
import org.orrery.analysis.UnitProgress;
import org.orrery.learning.encoding.EncodingDemand;

/** Trains classifiers of one kind with fixed settings. Stateless; safe for any number of threads. */
public interface ClassifierTrainer {
    /** What kind of model it trains. */
    ClassifierKind kind();

    /** How it wants its columns. */
    EncodingDemand demand();

    /**
     * Trains a model. Depends on the training set, the settings and {@code compute.random} alone, not on the number of
     * threads. Polls {@code compute.checkCancelled} at least every 100 ms.
     *
     * @throws Exception to fail the unit, with a sentence for the user
     */
    ClassifierModel fit(TrainingSet training, UnitCompute compute, UnitProgress progress) throws Exception;
}
