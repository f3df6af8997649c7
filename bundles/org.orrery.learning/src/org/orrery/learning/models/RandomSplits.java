package org.orrery.learning.models;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Splits each column that is tried at one place, drawn evenly between its least and its largest value in the node. For one thread. */
final class RandomSplits implements NodeSearch {
    private final FloatRows data;
    private final GrowthLimits limits;
    private final SplitScore score;
    private final float[] values;
    private final int[] left;
    private double bestScore;
    private int bestColumn;
    private float bestPlace;
    private double bestThreshold;

    /** @param most how many rows a node may have */
    RandomSplits(FloatRows data, TreeRows rows, GrowthLimits limits, int most) {
        this.data = data;
        this.limits = limits;
        this.score = new SplitScore(limits.criterion(), rows.weights());
        this.values = new float[most];
        this.left = new int[rows.classes()];
        reset();
    }

    @Override
    public void reset() {
        bestScore = Double.NEGATIVE_INFINITY;
        bestColumn = -1;
    }

    @Override
    public double score() {
        return bestScore;
    }

    @Override
    public int column() {
        return bestColumn;
    }

    @Override
    public double threshold() {
        return bestThreshold;
    }

    @Override
    public boolean search(int column, TreeNode node, RandomGenerator random) {
        int size = node.end() - node.start();
        data.gather(column, node.rows(), node.start(), node.end(), values);
        float least = values[0];
        float largest = values[0];
        for (int i = 1; i < size; i++) {
            least = Math.min(least, values[i]);
            largest = Math.max(largest, values[i]);
        }
        if (least == largest) {
            return false;
        }
        double share = (random.nextInt() >>> 8) * 0x1.0p-24;
        float place = (float) (least * (1 - share) + largest * share);
        place = place >= least && place < largest ? place : least;
        int leftTotal = countLeft(node.marks(), node.start(), size, place);
        int total = node.total();
        if (leftTotal >= limits.minLeaf() && total - leftTotal >= limits.minLeaf()) {
            int[] all = node.counts();
            double value = all.length == 2 ? score.of(left[0], left[1], all[0] - left[0], all[1] - left[1]) : score.of(left, all);
            if (value > bestScore) {
                bestScore = value;
                bestColumn = column;
                bestPlace = place;
                bestThreshold = threshold(size, place);
            }
        }
        return true;
    }

    /** The place itself where that parts the rows also before they were rounded, else the nearest that does. */
    private double threshold(int size, float place) {
        float below = Float.NEGATIVE_INFINITY;
        float above = Float.POSITIVE_INFINITY;
        for (int i = 0; i < size; i++) {
            float value = values[i];
            below = value <= place ? Math.max(below, value) : below;
            above = value <= place ? above : Math.min(above, value);
        }
        double lowest = below + (Math.nextUp(below) - (double) below) / 2;
        double highest = above - ((double) above - Math.nextDown(above)) / 2;
        return Math.max(lowest, Math.min(highest, place));
    }

    private int countLeft(int[] marks, int start, int size, float place) {
        if (left.length == 2) {
            long sums = 0;
            for (int i = 0; i < size; i++) {
                // Without a branch, which nobody could foretell: the sign of the difference tells the side.
                int right = Float.floatToRawIntBits(place - values[i]) >> Integer.SIZE - 1;
                sums += SplitSearch.pair(marks[start + i]) & ~right;
            }
            left[0] = (int) sums;
            left[1] = (int) (sums >>> Integer.SIZE);
            return left[0] + left[1];
        }
        Arrays.fill(left, 0);
        int sum = 0;
        int mask = (1 << SplitSearch.LABEL_BITS) - 1;
        for (int i = 0; i < size; i++) {
            int times = values[i] <= place ? marks[start + i] >>> SplitSearch.LABEL_BITS : 0;
            left[marks[start + i] & mask] += times;
            sum += times;
        }
        return sum;
    }

    @Override
    public void sides(TreeNode node, int[] sides) {
        data.gather(bestColumn, node.rows(), node.start(), node.end(), values);
        for (int i = 0; i < node.end() - node.start(); i++) {
            sides[i] = 1 + (Float.floatToRawIntBits(bestPlace - values[i]) >> Integer.SIZE - 1);
        }
    }
}
