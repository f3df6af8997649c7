package org.orrery.learning.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.orrery.learning.ClassWeighting;
import org.orrery.learning.ClassifierModel;
import org.orrery.learning.PlainCompute;
import org.orrery.learning.TrainingSet;
import org.orrery.learning.encoding.DesignMatrix;

class NearestNeighboursTrainerTest {
    @Test
    void everyDistanceAndWeightingFindsWhatSortingAllRowsFinds() throws Exception {
        Problem train = Problem.of(1300, 3);
        Problem ask = Problem.of(70, 4);
        for (NeighbourDistance distance : NeighbourDistance.values()) {
            for (NeighbourWeighting weighting : NeighbourWeighting.values()) {
                double[] probabilities = fit(train, 7, distance, weighting).probabilities(ask.matrix(0, 70), () -> { });
                for (int q = 0; q < 70; q++) {
                    assertArrayEquals(slowly(train, ask, q, 7, distance, weighting), Arrays.copyOfRange(probabilities, 3 * q, 3 * q + 3), 1e-9,
                            distance + " " + weighting);
                }
            }
        }
    }

    @Test
    void rowsThatSinglePrecisionCannotTellApartAreToldApart() throws Exception {
        double[] values = {1e8, 1e8 + 1, 1e8 + 2, 1e8 + 3};
        assertArrayEquals(new double[] {0, 1}, nearest(values, new int[] {0, 0, 1, 0}, 1e8 + 2.25));
    }

    @Test
    void numbersTooLargeForSinglePrecisionAreCompared() throws Exception {
        double[] values = {-1e200, 1e150, 3e150, 1e200};
        assertArrayEquals(new double[] {0, 1}, nearest(values, new int[] {0, 0, 1, 0}, 2.5e150));
    }

    @Test
    void moreNeighboursThanRowsAreAllRows() throws Exception {
        Problem train = Problem.of(20, 3);
        double[] probabilities = fit(train, 100, NeighbourDistance.EUCLIDEAN, NeighbourWeighting.UNIFORM)
                .probabilities(train.matrix(0, 1), () -> { });
        assertEquals(Arrays.stream(train.labels()).filter(label -> label == 1).count() / 20.0, probabilities[1], 1e-12);
    }

    private static double[] nearest(double[] values, int[] labels, double query) throws Exception {
        TrainingSet training = new TrainingSet(new DesignMatrix(new double[][] {values}, values.length, List.of("a")), labels, 2,
                ClassWeighting.NONE.weights(labels, 2));
        NearestNeighboursSettings settings = new NearestNeighboursSettings(1, NeighbourDistance.EUCLIDEAN, NeighbourWeighting.UNIFORM);
        return new NearestNeighboursTrainer(settings).fit(training, new PlainCompute(1), PlainCompute.QUIET)
                .probabilities(new DesignMatrix(new double[][] {{query}}, 1, List.of("a")), () -> { });
    }

    private static ClassifierModel fit(Problem train, int neighbours, NeighbourDistance distance,
            NeighbourWeighting weighting) throws Exception {
        return new NearestNeighboursTrainer(new NearestNeighboursSettings(neighbours, distance, weighting))
                .fit(train.training(train.labels().length, ClassWeighting.NONE), new PlainCompute(1), PlainCompute.QUIET);
    }

    private static double[] slowly(Problem train, Problem ask, int q, int neighbours, NeighbourDistance distance,
            NeighbourWeighting weighting) {
        double[] distances = IntStream.range(0, train.labels().length).mapToDouble(i -> distance(train, i, ask, q, distance)).toArray();
        double[] votes = new double[3];
        double[] sum = new double[1];
        IntStream.range(0, distances.length).boxed().sorted(Comparator.comparingDouble(i -> distances[i])).limit(neighbours).forEach(i -> {
            double weight = weighting == NeighbourWeighting.UNIFORM ? 1 : 1 / distances[i];
            votes[train.labels()[i]] += weight;
            sum[0] += weight;
        });
        return Arrays.stream(votes).map(vote -> vote / sum[0]).toArray();
    }

    private static double distance(Problem a, int i, Problem b, int k, NeighbourDistance distance) {
        double absolute = 0;
        double squares = 0;
        double product = 0;
        double first = 0;
        double second = 0;
        for (int j = 0; j < a.columns().length; j++) {
            double x = a.columns()[j][i];
            double y = b.columns()[j][k];
            absolute += Math.abs(x - y);
            squares += (x - y) * (x - y);
            product += x * y;
            first += x * x;
            second += y * y;
        }
        return switch (distance) {
            case EUCLIDEAN -> Math.sqrt(squares);
            case MANHATTAN -> absolute;
            case COSINE -> 1 - product / Math.sqrt(first * second);
        };
    }
}
