package org.orrery.learning.models;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

import org.orrery.analysis.UnitCompute;

/**
 * Grows one tree of gradient boosting after the other, level by level. Of two siblings the smaller one is counted, the larger one
 * is what it leaves of their parent. Columns are shared out between threads; since all sums are of whole numbers, the result does
 * not depend on how.
 */
final class BoostedTree {
    private static final int PARTS = 8;

    private static final class Node {
        private final int id;
        private final int start;
        private final int end;
        private final long sum;
        private long[] histogram;
        private int column = -1;
        private int bin;
        private long leftSum;

        Node(int id, int start, int end, long sum) {
            this.id = id;
            this.start = start;
            this.end = end;
            this.sum = sum;
        }
    }

    /** Two siblings, or the root alone as the smaller one. */
    private record Pair(Node smaller, Node larger) {
    }

    private final BinnedColumns columns;
    private final GradientBoostingSettings settings;
    private final UnitCompute compute;
    private final int[] rows;
    private final long[] pairs;
    private final int[] spareRows;
    private final long[] sparePairs;
    private final Deque<long[]> histograms = new ArrayDeque<>();
    private Derivatives derivatives;
    private int count;
    private int[] treeColumns = new int[64];
    private double[] thresholds = new double[64];
    private int[] lefts = new int[64];
    private double[] values = new double[64];

    BoostedTree(BinnedColumns columns, GradientBoostingSettings settings, UnitCompute compute) {
        this.columns = columns;
        this.settings = settings;
        this.compute = compute;
        this.rows = new int[columns.rows()];
        this.pairs = new long[columns.rows()];
        this.spareRows = new int[columns.rows()];
        this.sparePairs = new long[columns.rows()];
    }

    /**
     * Grows a tree and adds its values to the scores.
     *
     * @param scores one per row
     */
    FlatTree grow(Derivatives of, double[] scores) throws Exception {
        derivatives = of;
        count = 0;
        long sum = 0;
        for (int i = 0; i < rows.length; i++) {
            rows[i] = i;
            pairs[i] = of.pairs()[i];
            sum += pairs[i];
        }
        List<Node> leaves = new ArrayList<>();
        List<Pair> level = List.of(new Pair(new Node(add(), 0, rows.length, sum), null));
        for (int depth = 0; depth < settings.maxDepth() && !level.isEmpty(); depth++) {
            level = next(level, depth + 1 == settings.maxDepth(), leaves);
        }
        for (Pair pair : level) {
            leaves.add(pair.smaller());
            if (pair.larger() != null) {
                leaves.add(pair.larger());
            }
        }
        return finish(leaves, scores);
    }

    private List<Pair> next(List<Pair> level, boolean last, List<Node> leaves) throws Exception {
        for (Pair pair : level) {
            pair.smaller().histogram = histogram();
        }
        int parts = Math.min(PARTS, columns.width());
        BoostedSplits[] splits = new BoostedSplits[parts];
        compute.parallel(parts, part -> {
            splits[part] = new BoostedSplits(columns, derivatives, settings, 2 * level.size());
            int from = columns.width() * part / parts;
            int to = columns.width() * (part + 1) / parts;
            for (int k = 0; k < level.size(); k++) {
                compute.checkCancelled();
                Pair pair = level.get(k);
                count(pair.smaller(), from, to);
                splits[part].search(2 * k, pair.smaller().histogram, pair.smaller().sum, from, to);
                if (pair.larger() != null) {
                    subtract(pair.larger().histogram, pair.smaller().histogram, from, to);
                    splits[part].search(2 * k + 1, pair.larger().histogram, pair.larger().sum, from, to);
                }
            }
        });
        List<Node> divided = new ArrayList<>();
        for (int k = 0; k < level.size(); k++) {
            decide(level.get(k).smaller(), splits, 2 * k, divided, leaves);
            if (level.get(k).larger() != null) {
                decide(level.get(k).larger(), splits, 2 * k + 1, divided, leaves);
            }
        }
        Pair[] next = new Pair[divided.size()];
        int[] middles = new int[divided.size()];
        compute.parallel(next.length, k -> middles[k] = divide(divided.get(k)));
        for (int k = 0; k < next.length; k++) {
            next[k] = children(divided.get(k), middles[k], last);
        }
        return Arrays.asList(next);
    }

    private long[] histogram() {
        return histograms.isEmpty() ? new long[columns.width() * BinnedColumns.BINS] : histograms.pop();
    }

    private void decide(Node node, BoostedSplits[] splits, int number, List<Node> divided, List<Node> leaves) {
        double best = 0;
        for (BoostedSplits some : splits) {
            // Parts hold ascending columns, so that only a truly better one may take the place of an earlier one.
            if (some.gain(number) > best) {
                best = some.gain(number);
                node.column = some.column(number);
                node.bin = some.bin(number);
                node.leftSum = some.leftSum(number);
            }
        }
        if (node.column >= 0) {
            divided.add(node);
        } else {
            histograms.push(node.histogram);
            leaves.add(node);
        }
    }

    private Pair children(Node node, int middle, boolean last) {
        int left = add();
        int right = add();
        treeColumns[node.id] = node.column;
        thresholds[node.id] = columns.cut(node.column, node.bin);
        lefts[node.id] = left;
        Node lower = new Node(left, node.start, middle, node.leftSum);
        Node upper = new Node(right, middle, node.end, node.sum - node.leftSum);
        boolean lowerSmaller = middle - node.start <= node.end - middle;
        Node larger = lowerSmaller ? upper : lower;
        if (last) {
            histograms.push(node.histogram);
        } else {
            larger.histogram = node.histogram;
        }
        return new Pair(lowerSmaller ? lower : upper, larger);
    }

    private int add() {
        if (count == treeColumns.length) {
            treeColumns = Arrays.copyOf(treeColumns, 2 * count);
            thresholds = Arrays.copyOf(thresholds, 2 * count);
            lefts = Arrays.copyOf(lefts, 2 * count);
            values = Arrays.copyOf(values, 2 * count);
        }
        treeColumns[count] = -1;
        return count++;
    }

    /** Puts the rows that go left first; returns the place of the first that does not. */
    private int divide(Node node) {
        byte[] bins = columns.bins(node.column);
        int atLeft = node.start;
        int atRight = node.start;
        for (int i = node.start; i < node.end; i++) {
            int row = rows[i];
            long pair = pairs[i];
            // Without a branch, which nobody could foretell: written to both sides, counted on one.
            int goes = (bins[row] & 0xFF) - node.bin - 1 >>> Integer.SIZE - 1;
            spareRows[atRight] = row;
            sparePairs[atRight] = pair;
            rows[atLeft] = row;
            pairs[atLeft] = pair;
            atLeft += goes;
            atRight += 1 - goes;
        }
        System.arraycopy(spareRows, node.start, rows, atLeft, atRight - node.start);
        System.arraycopy(sparePairs, node.start, pairs, atLeft, atRight - node.start);
        return atLeft;
    }

    private void count(Node node, int from, int to) {
        long[] sums = node.histogram;
        Arrays.fill(sums, from * BinnedColumns.BINS, to * BinnedColumns.BINS, 0);
        int column = from;
        for (; column + 3 < to; column += 4) {
            count(node.start, node.end, columns.bins(column), columns.bins(column + 1), columns.bins(column + 2),
                    columns.bins(column + 3), sums, column * BinnedColumns.BINS);
        }
        for (; column < to; column++) {
            count(node.start, node.end, columns.bins(column), sums, column * BinnedColumns.BINS);
        }
    }

    /** Four columns at once, so that each row and its derivatives are loaded once for all of them. */
    private void count(int start, int end, byte[] a, byte[] b, byte[] c, byte[] d, long[] sums, int at) {
        int[] named = rows;
        long[] added = pairs;
        int second = at + BinnedColumns.BINS;
        int third = second + BinnedColumns.BINS;
        int fourth = third + BinnedColumns.BINS;
        for (int i = start; i < end; i++) {
            int row = named[i];
            long pair = added[i];
            sums[at + (a[row] & 0xFF)] += pair;
            sums[second + (b[row] & 0xFF)] += pair;
            sums[third + (c[row] & 0xFF)] += pair;
            sums[fourth + (d[row] & 0xFF)] += pair;
        }
    }

    private void count(int start, int end, byte[] a, long[] sums, int at) {
        for (int i = start; i < end; i++) {
            sums[at + (a[rows[i]] & 0xFF)] += pairs[i];
        }
    }

    private static void subtract(long[] from, long[] what, int firstColumn, int to) {
        for (int k = firstColumn * BinnedColumns.BINS; k < to * BinnedColumns.BINS; k++) {
            from[k] -= what[k];
        }
    }

    private FlatTree finish(List<Node> leaves, double[] scores) throws Exception {
        compute.parallel(leaves.size(), k -> {
            Node leaf = leaves.get(k);
            double value = settings.learningRate() * BoostedSplits.value(derivatives.first(leaf.sum), derivatives.second(leaf.sum), settings);
            values[leaf.id] = value;
            for (int i = leaf.start; i < leaf.end; i++) {
                scores[rows[i]] += value;
            }
        });
        double[] inOrder = new double[leaves.size()];
        int leaf = 0;
        for (int node = 0; node < count; node++) {
            if (treeColumns[node] < 0) {
                inOrder[leaf] = values[node];
                lefts[node] = leaf++;
            }
        }
        return new FlatTree(Arrays.copyOf(treeColumns, count), Arrays.copyOf(thresholds, count), Arrays.copyOf(lefts, count), inOrder);
    }
}
