package org.orrery.classification;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Parts of the training rows of a fold for a learning curve; smaller parts are contained in larger ones, and every class keeps its share. */
final class TrainingParts {
    /** The parts, in percent; all rows are the fold itself. */
    static final List<Integer> PERCENTS = List.of(10, 25, 50, 75);

    private final ClassificationData data;

    TrainingParts(ClassificationData data) {
        this.data = data;
    }

    /**
     * The first rows of each class, in shuffled order.
     *
     * @param train usable rows, numbered among themselves
     * @param share which share of them
     * @param ordered the latest rows instead: they have an order in time
     */
    int[] part(int[] train, double share, boolean ordered, RandomGenerator random) {
        if (ordered) {
            int count = Math.max(2, (int) Math.round(train.length * share));
            int[] latest = Arrays.stream(train).boxed().sorted((a, b) -> Double.compare(time(b), time(a))).limit(count)
                    .mapToInt(Integer::intValue).toArray();
            Arrays.sort(latest);
            return latest;
        }
        IntStream all = IntStream.empty();
        for (int label = 0; label < data.classes(); label++) {
            int own = label;
            int[] rows = Arrays.stream(train).filter(number -> data.labels()[number] == own).toArray();
            for (int i = rows.length - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                int swapped = rows[i];
                rows[i] = rows[j];
                rows[j] = swapped;
            }
            int count = rows.length == 0 ? 0 : Math.max(1, (int) Math.round(rows.length * share));
            all = IntStream.concat(all, Arrays.stream(rows, 0, count));
        }
        return all.sorted().toArray();
    }

    private double time(int number) {
        return data.keys().times()[data.usable()[number]];
    }
}
