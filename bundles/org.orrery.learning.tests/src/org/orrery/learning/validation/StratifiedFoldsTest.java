package org.orrery.learning.validation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.orrery.math.CounterRandom;

class StratifiedFoldsTest {
    private final int[] labels = IntStream.range(0, 1003).map(i -> i % 7 == 0 ? 2 : i % 3 == 0 ? 1 : 0).toArray();

    @Test
    void countsOfEachClassDifferByAtMostOneBetweenFolds() {
        for (int count : new int[] {2, 3, 5, 10}) {
            StratifiedFolds folds = folds(count, 1);
            int[][] counts = new int[4][count];
            for (int row = 0; row < labels.length; row++) {
                counts[labels[row]][folds.foldOf(row)]++;
                counts[3][folds.foldOf(row)]++;
            }
            for (int[] perFold : counts) {
                assertTrue(Arrays.stream(perFold).max().getAsInt() - Arrays.stream(perFold).min().getAsInt() <= 1);
            }
        }
    }

    @Test
    void everyRowTestsOnceAndNeverTrainsWhereItTests() {
        StratifiedFolds folds = folds(5, 1);
        int[] tested = new int[labels.length];
        for (int fold = 0; fold < 5; fold++) {
            Splits.Split split = folds.split(fold);
            assertEquals(labels.length, split.train().length + split.test().length);
            int[] both = IntStream.concat(Arrays.stream(split.train()), Arrays.stream(split.test())).sorted().toArray();
            assertArrayEquals(IntStream.range(0, labels.length).toArray(), both);
            for (int row : split.test()) {
                tested[row]++;
            }
        }
        assertTrue(Arrays.stream(tested).allMatch(times -> times == 1));
    }

    @Test
    void theSameSeedGivesTheSameFoldsAndAnotherSeedOthers() {
        assertArrayEquals(folds(5, 1).split(0).test(), folds(5, 1).split(0).test());
        assertFalse(Arrays.equals(folds(5, 1).split(0).test(), folds(5, 2).split(0).test()));
    }

    @Test
    void oneFoldIsNoValidation() {
        assertThrows(IllegalArgumentException.class, () -> folds(1, 1));
    }

    private StratifiedFolds folds(int count, long seed) {
        return new StratifiedFolds(labels, 3, count, CounterRandom.of(seed, "", "folds"));
    }
}
