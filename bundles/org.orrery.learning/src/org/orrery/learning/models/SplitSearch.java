package org.orrery.learning.models;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The best split of one node by one column after the other. Rows are counted by rank and class where ranks are few for the rows,
 * else their ranks are sorted. For one thread.
 */
final class SplitSearch extends NodeSearch {
    /** Above so many ranks per row sorting is cheaper than counting. */
    private static final int SPARSE = 4;
    static final int LABEL_BITS = 8;

    private final RankedColumns columns;
    private final RankCounts counts;
    private final int[] ranks;
    private final RankSort sort;
    private final int[] counted;

    private int bestRank;
    private int nextRank;
    private double bestThreshold;

    private int column;
    private int[] all;
    private int total;

    /** @param most how many rows a node may have */
    SplitSearch(RankedColumns columns, TreeRows data, GrowthLimits limits, int most) {
        super(data, limits);
        this.columns = columns;
        this.counts = new RankCounts(data.classes());
        this.ranks = new int[most];
        this.sort = new RankSort(data.classes());
        this.counted = new int[data.classes()];
    }

    @Override
    double threshold() {
        return bestThreshold;
    }

    @Override
    int search(int[] tried, int from, int to, TreeNode node, RandomGenerator random) {
        int varied = 0;
        for (int k = from; k < to; k++) {
            varied += search(tried[k], node) ? 1 : 0;
        }
        return varied;
    }

    private boolean search(int tried, TreeNode node) {
        column = tried;
        all = node.counts();
        total = node.total();
        if (all.length == 2 && columns.isTwoValued(tried)) {
            return searchTwoValued(node);
        }
        int size = node.end() - node.start();
        long range = columns.gather(tried, node.rows(), node.start(), node.end(), ranks);
        int least = (int) (range >>> Integer.SIZE);
        int largest = (int) range;
        if (least == largest) {
            return false;
        }
        if (largest - least < (long) SPARSE * size || !sort.fits(largest - least, node)) {
            counts.count(ranks, node.marks(), node.start(), size, least, largest);
            scanCounts(least, largest);
        } else {
            scanSorted(sort.sorted(ranks, node, least, largest), size, least, sort.bits(node));
        }
        return true;
    }

    /** Such a column has one place to split, and no ranks need to be looked at twice. */
    private boolean searchTwoValued(TreeNode node) {
        long above = columns.sumOnes(column, node.rows(), node.marks(), node.start(), node.end());
        int zeros = all[0] - (int) above;
        int ones = all[1] - (int) (above >>> Integer.SIZE);
        if (above == 0 || zeros + ones == 0) {
            return false;
        }
        consider(zeros, ones, 0, 1);
        return true;
    }

    private void scanCounts(int least, int largest) {
        if (all.length == 2) {
            scanPairs(least, largest);
            return;
        }
        Arrays.fill(counted, 0);
        int before = -1;
        int leftTotal = 0;
        for (int rank = 0; rank <= largest - least; rank++) {
            if (!counts.any(rank)) {
                continue;
            }
            if (before >= 0) {
                consider(leftTotal, before + least, rank + least);
            }
            leftTotal += counts.moveTo(rank, counted);
            before = rank;
        }
    }

    private void scanPairs(int least, int largest) {
        long[] pairs = counts.pairs();
        int zeros = 0;
        int ones = 0;
        int before = -1;
        for (int rank = 0; rank <= largest - least; rank++) {
            long pair = pairs[rank];
            if (pair == 0) {
                continue;
            }
            pairs[rank] = 0;
            if (before >= 0) {
                consider(zeros, ones, before + least, rank + least);
            }
            zeros += (int) pair;
            ones += (int) (pair >>> 32);
            before = rank;
        }
    }

    private void scanSorted(int[] keys, int size, int least, int bits) {
        if (all.length == 2) {
            scanSortedPairs(keys, size, least, bits);
            return;
        }
        Arrays.fill(counted, 0);
        int labelBits = sort.labelBits();
        int mask = (1 << labelBits) - 1;
        int marks = (1 << bits) - 1;
        int leftTotal = 0;
        int before = keys[0] >>> bits;
        for (int i = 0; i < size; i++) {
            int rank = keys[i] >>> bits;
            if (rank != before) {
                consider(leftTotal, before + least, rank + least);
                before = rank;
            }
            int mark = keys[i] & marks;
            counted[mark & mask] += mark >>> labelBits;
            leftTotal += mark >>> labelBits;
        }
    }

    private void scanSortedPairs(int[] keys, int size, int least, int bits) {
        int marks = (1 << bits) - 1;
        long sums = 0;
        int before = keys[0] >>> bits;
        for (int i = 0; i < size; i++) {
            int rank = keys[i] >>> bits;
            if (rank != before) {
                consider((int) sums, (int) (sums >>> Integer.SIZE), before + least, rank + least);
                before = rank;
            }
            int mark = keys[i] & marks;
            sums += (long) (mark >>> 1) << ((mark & 1) << 5);
        }
    }

    /** How often a row counts, in the half of a number that belongs to its class, the second in the upper one. */
    static long pair(int mark) {
        return (long) (mark >>> LABEL_BITS) << ((mark & 1) << 5);
    }

    private void consider(int zeros, int ones, int before, int after) {
        if (improves(column, zeros, ones, all)) {
            take(before, after);
        }
    }

    private void consider(int leftTotal, int before, int after) {
        if (improves(column, counted, leftTotal, all, total)) {
            take(before, after);
        }
    }

    private void take(int before, int after) {
        bestRank = before;
        nextRank = after;
    }

    private static double between(double value, double next) {
        double middle = value / 2 + next / 2;
        return middle >= next || middle < value ? value : middle;
    }

    @Override
    void sides(TreeNode node, int[] sides) {
        columns.gather(column(), node.rows(), node.start(), node.end(), ranks);
        int limit = bestRank + 1;
        int below = 0;
        int above = 0;
        for (int i = 0; i < node.end() - node.start(); i++) {
            sides[i] = ranks[i] - limit >>> Integer.SIZE - 1;
            below = ranks[i] == bestRank ? i : below;
            above = ranks[i] == nextRank ? i : above;
        }
        bestThreshold = between(columns.value(column(), node.rows()[node.start() + below]),
                columns.value(column(), node.rows()[node.start() + above]));
    }
}
