package org.orrery.analysis.sample;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Draws rows without replacement in one pass over them (D. E. Knuth: The Art of Computer Programming 2, 3.4.2, algorithm S): exactly as many as
 * asked for, each subset of them with the same probability, in ascending order. Stateless and thread-safe.
 */
public final class RowSample {
    private RowSample() {
    }

    /**
     * So many of so many rows.
     *
     * @return positions, ascending; all of them when there are no more than asked for
     */
    public static int[] random(int rows, int count, RandomGenerator random) {
        return stratified(new int[rows], count, 0, random);
    }

    /**
     * So many rows, so that each stratum keeps its share.
     *
     * @param strata the stratum of each row, from 0
     * @param least so many rows each stratum has at least, as far as it has them: a rare class must not vanish
     * @return positions, ascending; somewhat more than {@code count} when {@code least} demands it
     */
    public static int[] stratified(int[] strata, int count, int least, RandomGenerator random) {
        if (count >= strata.length) {
            return IntStream.range(0, strata.length).toArray();
        }
        int[] left = new int[Arrays.stream(strata).max().orElse(-1) + 1];
        for (int stratum : strata) {
            left[stratum]++;
        }
        int[] wanted = allocate(left, count, least);
        int[] drawn = new int[Arrays.stream(wanted).sum()];
        int found = 0;
        for (int row = 0; row < strata.length; row++) {
            int stratum = strata[row];
            if (random.nextDouble() * left[stratum] < wanted[stratum]) {
                drawn[found++] = row;
                wanted[stratum]--;
            }
            left[stratum]--;
        }
        return drawn;
    }

    /** Shares by largest remainders, which add up to the count; then what is missing to the least. */
    private static int[] allocate(int[] sizes, int count, int least) {
        long all = Arrays.stream(sizes).asLongStream().sum();
        int[] wanted = new int[sizes.length];
        for (int s = 0; s < sizes.length; s++) {
            wanted[s] = (int) ((long) sizes[s] * count / all);
        }
        int open = count - Arrays.stream(wanted).sum();
        int[] order = IntStream.range(0, sizes.length).boxed()
                .sorted((a, b) -> Long.compare((long) sizes[b] * count % all, (long) sizes[a] * count % all)).mapToInt(Integer::intValue).toArray();
        for (int i = 0; i < open; i++) {
            wanted[order[i]]++;
        }
        for (int s = 0; s < sizes.length; s++) {
            wanted[s] = Math.max(wanted[s], Math.min(sizes[s], least));
        }
        return wanted;
    }

    /**
     * The rows with the latest times; of rows of the same time those that come later.
     *
     * @param times of each row; finite
     * @return positions, ascending; all of them when there are no more than asked for
     */
    public static int[] latest(double[] times, int count) {
        if (count >= times.length) {
            return IntStream.range(0, times.length).toArray();
        }
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        double from = sorted[times.length - count];
        int later = (int) Arrays.stream(times).filter(time -> time > from).count();
        int same = count - later;
        int[] chosen = new int[count];
        int place = count;
        for (int row = times.length - 1; row >= 0; row--) {
            if (times[row] > from || times[row] == from && same-- > 0) {
                chosen[--place] = row;
            }
        }
        return chosen;
    }
}
