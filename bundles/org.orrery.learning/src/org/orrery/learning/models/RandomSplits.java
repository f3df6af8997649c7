package org.orrery.learning.models;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Splits each column that is tried at one place, drawn evenly between its least and its largest value in the node. Loops have no
 * branches that depend on the data and one sum each, so that they run on all lanes of the processor. For one thread.
 */
final class RandomSplits extends NodeSearch {
    private static final int SIGN = Integer.SIZE - 1;

    private final ValueKeys data;
    private final KeyBlock block;
    private final int[][] keys;
    private final int[] counted;
    private int[] bestKeys;
    private int bestPlace;

    /** @param most how many rows a node may have, each of which counts once */
    RandomSplits(ValueKeys data, TreeRows rows, GrowthLimits limits, int most) {
        super(rows, limits);
        this.data = data;
        this.block = new KeyBlock(data, most);
        this.keys = new int[KeyBlock.AT_ONCE][most];
        this.bestKeys = new int[most];
        this.counted = new int[rows.classes()];
    }

    @Override
    void beginTree() {
        super.beginTree();
        block.clear();
    }

    @Override
    int search(int[] columns, int from, int to, TreeNode node, RandomGenerator random) {
        int varied = 0;
        boolean near = block.holds(node);
        int k = from;
        for (; near && k + KeyBlock.AT_ONCE <= to; k += KeyBlock.AT_ONCE) {
            block.gather(columns, k, node, keys);
            for (int which = 0; which < KeyBlock.AT_ONCE; which++) {
                varied += search(columns[k + which], node, which, random) ? 1 : 0;
            }
        }
        for (; k < to; k++) {
            if (near) {
                block.gather(columns[k], node, keys[0]);
            } else {
                gather(data.column(columns[k]), node.rows(), node.start(), node.end(), keys[0]);
            }
            varied += search(columns[k], node, 0, random) ? 1 : 0;
        }
        return varied;
    }

    private static void gather(int[] column, int[] named, int from, int to, int[] into) {
        for (int i = from; i < to; i++) {
            into[i - from] = column[named[i]];
        }
    }

    private boolean search(int column, TreeNode node, int which, RandomGenerator random) {
        int[] some = keys[which];
        long range = range(some, node.end() - node.start());
        int leastKey = (int) range;
        int largestKey = (int) (range >> Integer.SIZE);
        if (leastKey == largestKey) {
            return false;
        }
        float least = ValueKeys.value(leastKey);
        float largest = ValueKeys.value(largestKey);
        double share = (random.nextInt() >>> 8) * 0x1.0p-24;
        float value = (float) (least * (1 - share) + largest * share);
        value = value >= least && value < largest ? value : least;
        int place = ValueKeys.key(value);
        if (improves(column, node, some, place)) {
            bestPlace = place;
            keys[which] = bestKeys;
            bestKeys = some;
        }
        return true;
    }

    /** The largest key in the upper half, the least in the lower. */
    private static long range(int[] keys, int size) {
        int least = keys[0];
        int largest = least;
        for (int i = 0; i < size; i++) {
            least = Math.min(least, keys[i]);
            largest = Math.max(largest, keys[i]);
        }
        return (long) largest << Integer.SIZE | least & 0xFFFFFFFFL;
    }

    private boolean improves(int column, TreeNode node, int[] some, int place) {
        int size = node.end() - node.start();
        if (counted.length == 2) {
            int sum = sumMarks(some, place + 1, node.marks(), node.start(), size);
            // Of so few rows those of the second class do not reach the bits above, where all of them are counted.
            int all = size < 1 << SplitSearch.LABEL_BITS ? sum >>> SplitSearch.LABEL_BITS : count(some, place + 1, size);
            int ones = sum - (all << SplitSearch.LABEL_BITS);
            return improves(column, all - ones, ones, node.counts());
        }
        int all = count(some, place + 1, size);
        countClasses(some, place + 1, node.marks(), node.start(), size);
        return improves(column, counted, all, node.counts(), node.total());
    }

    /** How many keys are below a limit. */
    private static int count(int[] keys, int limit, int size) {
        int sum = 0;
        for (int i = 0; i < size; i++) {
            sum += keys[i] - limit >>> SIGN;
        }
        return sum;
    }

    /** The sum of the marks of the rows whose keys are below a limit; it may overflow, which a difference takes back. */
    private static int sumMarks(int[] keys, int limit, int[] marks, int start, int size) {
        int sum = 0;
        for (int i = 0; i < size; i++) {
            sum += marks[start + i] & keys[i] - limit >> SIGN;
        }
        return sum;
    }

    private void countClasses(int[] keys, int limit, int[] marks, int start, int size) {
        int[] counts = counted;
        Arrays.fill(counts, 0);
        int mask = (1 << SplitSearch.LABEL_BITS) - 1;
        for (int i = 0; i < size; i++) {
            counts[marks[start + i] & mask] += keys[i] - limit >>> SIGN;
        }
    }

    @Override
    void sides(TreeNode node, int[] sides) {
        int size = node.end() - node.start();
        int limit = bestPlace + 1;
        int[] own = bestKeys;
        for (int i = 0; i < size; i++) {
            sides[i] = own[i] - limit >>> SIGN;
        }
    }

    @Override
    double threshold() {
        // Not the place itself, which may part rows otherwise before they are rounded.
        return ValueKeys.below(bestPlace + 1);
    }
}
