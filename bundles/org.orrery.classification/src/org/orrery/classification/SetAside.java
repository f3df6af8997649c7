package org.orrery.classification;

import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.eclipse.osgi.util.NLS;
import org.orrery.analysis.AnalysisException;
import org.orrery.analysis.AnalysisException.Code;
import org.orrery.learning.validation.GroupedFolds;
import org.orrery.learning.validation.HoldOut;
import org.orrery.learning.validation.Splits.Split;
import org.orrery.learning.validation.ValidationScheme;
import org.orrery.math.CounterRandom;

/**
 * The rows that nothing sees before the best model is known: not tuning, not the folds, not the choice of the model.
 *
 * @param all all rows
 * @param rest those that are not set aside; the same when none are
 * @param train those, numbered among the usable rows of all
 * @param test the others; empty when none are set aside
 */
record SetAside(ClassificationData all, ClassificationData rest, int[] train, int[] test) {
    /** @throws AnalysisException not-enough-data when a class has no row on one of the sides */
    static SetAside of(ClassificationSettings settings, ClassificationData data, long seed) throws AnalysisException {
        if (settings.finalTestShare() == 0) {
            return new SetAside(data, data, IntStream.range(0, data.usable().length).toArray(), new int[0]);
        }
        Split split = split(settings, data, CounterRandom.of(seed, "prepare", "set-aside"));
        long trained = Arrays.stream(split.train()).map(number -> data.labels()[number]).distinct().count();
        long tested = Arrays.stream(split.test()).map(number -> data.labels()[number]).distinct().count();
        if (trained < data.classes() || tested < 2) {
            throw new AnalysisException(Code.NOT_ENOUGH_DATA, "finalTestShare", NLS.bind(Messages.SetAside_fewRows, split.test().length));
        }
        return new SetAside(data, data.part(split.train()), split.train(), split.test());
    }

    private static Split split(ClassificationSettings settings, ClassificationData data, CounterRandom random) {
        if (settings.validation() == ValidationScheme.TIME_ORDERED) {
            return latest(settings.finalTestShare(), data);
        }
        if (settings.validation() == ValidationScheme.GROUPED) {
            int[] groups = Arrays.stream(data.usable()).map(row -> data.keys().groups()[row]).toArray();
            int[] dense = dense(groups);
            int count = Arrays.stream(dense).max().orElse(0) + 1;
            int folds = (int) Math.max(2, Math.min(count, Math.round(1 / settings.finalTestShare())));
            return new GroupedFolds(dense, data.labels(), data.classes(), folds, random).split(0);
        }
        return new HoldOut(data.labels(), data.classes(), settings.finalTestShare(), random).split(0);
    }

    private static int[] dense(int[] groups) {
        int[] present = new TreeSet<>(Arrays.stream(groups).boxed().toList()).stream().mapToInt(Integer::intValue).toArray();
        return Arrays.stream(groups).map(group -> Arrays.binarySearch(present, group)).toArray();
    }

    /** The latest rows; rows of the same time stay together. */
    private static Split latest(double share, ClassificationData data) {
        double[] times = Arrays.stream(data.usable()).mapToDouble(row -> data.keys().times()[row]).toArray();
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        double from = sorted[(int) Math.min(sorted.length - 1, Math.round(sorted.length * (1 - share)))];
        return new Split(IntStream.range(0, times.length).filter(i -> times[i] < from).toArray(),
                IntStream.range(0, times.length).filter(i -> times[i] >= from).toArray());
    }

    boolean isEmpty() {
        return test.length == 0;
    }
}
