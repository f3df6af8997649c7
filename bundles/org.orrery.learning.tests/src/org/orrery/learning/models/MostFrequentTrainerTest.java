package org.orrery.learning.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.orrery.learning.ClassWeighting;
import org.orrery.learning.PlainCompute;
import org.orrery.learning.TrainingSet;
import org.orrery.learning.encoding.DesignMatrix;

class MostFrequentTrainerTest {
    @Test
    void theProbabilitiesAreTheSharesOfTheClassesWhateverTheWeights() {
        int[] labels = {2, 0, 2, 1, 2};
        DesignMatrix matrix = new DesignMatrix(new double[][] {{1, 2, 3, 4, 5}}, 5, List.of("x"));
        TrainingSet training = new TrainingSet(matrix, labels, 3, ClassWeighting.BALANCED.weights(labels, 3));
        DesignMatrix asked = new DesignMatrix(new double[][] {{7, 8}}, 2, List.of("x"));
        assertArrayEquals(new double[] {0.2, 0.2, 0.6, 0.2, 0.2, 0.6},
                new MostFrequentTrainer().fit(training, new PlainCompute(1), PlainCompute.QUIET).probabilities(asked, () -> {
                }));
    }
}
