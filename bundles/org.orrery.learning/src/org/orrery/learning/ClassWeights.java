package org.orrery.learning;

import java.util.Arrays;
import java.util.List;

/**
 * How much the rows of each class count in training, with the numbers that were told.
 *
 * @param weighting how
 * @param custom for {@link ClassWeighting#CUSTOM} how much one row of each class counts, above 0; else empty
 */
public record ClassWeights(ClassWeighting weighting, List<Double> custom) {
    public ClassWeights {
        custom = List.copyOf(custom);
        boolean positive = true;
        for (double weight : custom) {
            positive &= weight > 0;
        }
        if (weighting == ClassWeighting.CUSTOM == custom.isEmpty() || !positive) {
            throw new IllegalArgumentException("Weights " + custom + " do not go with " + weighting);
        }
    }

    /** A weighting that needs no numbers. */
    public static ClassWeights of(ClassWeighting weighting) {
        return new ClassWeights(weighting, List.of());
    }

    /** The weights of rows with these labels. */
    public double[] weights(int[] labels, int classes) {
        return weighting == ClassWeighting.CUSTOM ? Arrays.stream(labels).mapToDouble(custom::get).toArray() : weighting.weights(labels, classes);
    }
}
