package org.orrery.learning;

import java.io.IOException;

import org.orrery.learning.encoding.DesignMatrix;
import org.orrery.learning.file.ModelOutput;

/** A trained classifier over encoded columns. Immutable; safe for any number of threads. */
public interface ClassifierModel {
    /** What kind it is. */
    ClassifierKind kind();

    /** How many classes it tells apart, at least 2. */
    int classes();

    /** Whether training came to its end rather than to a limit of iterations. */
    default boolean converged() {
        return true;
    }

    /**
     * The probability of each class for each row, row by row; each row adds up to 1.
     *
     * @param rows encoded by the encoder that the model was trained with
     * @param poll called at least every 100 ms; what it throws ends the work
     */
    double[] probabilities(DesignMatrix rows, Runnable poll);

    /** Writes everything that {@link ClassifierKind#read} needs, but not the kind. */
    void write(ModelOutput out) throws IOException;
}
