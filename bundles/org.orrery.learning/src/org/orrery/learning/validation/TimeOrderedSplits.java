package org.orrery.learning.validation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Divisions in the order of time: the rows are cut into one part more than there are divisions, and each division tests one part with a
 * model that was trained on all parts before it. Rows of the same time stay together. The first part never tests.
 */
public final class TimeOrderedSplits implements Splits {
    private final int[] order;
    private final int[] ends;

    /**
     * @param times when each row happened; finite
     * @param count how many divisions, at least 1
     * @throws IllegalArgumentException when there are not enough different times for so many parts
     */
    public TimeOrderedSplits(double[] times, int count) {
        this.order = IntStream.range(0, times.length).boxed().sorted(Comparator.comparingDouble(row -> times[row]))
                .mapToInt(Integer::intValue).toArray();
        this.ends = new int[count + 1];
        for (int part = 0; part <= count; part++) {
            int end = (int) Math.round((part + 1.0) * times.length / (count + 1));
            int least = part == 0 ? 1 : ends[part - 1] + 1;
            end = Math.max(end, least);
            while (end < times.length && times[order[end]] == times[order[end - 1]]) {
                end++;
            }
            if (end > times.length) {
                throw new IllegalArgumentException("Too few different times for " + (count + 1) + " parts");
            }
            ends[part] = end;
        }
    }

    @Override
    public int count() {
        return ends.length - 1;
    }

    @Override
    public Split split(int index) {
        int[] train = Arrays.copyOfRange(order, 0, ends[index]);
        int[] test = Arrays.copyOfRange(order, ends[index], ends[index + 1]);
        Arrays.sort(train);
        Arrays.sort(test);
        return new Split(train, test);
    }
}
