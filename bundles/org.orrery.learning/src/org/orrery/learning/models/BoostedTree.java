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
    private static final int PARTS = 16;
    /** Less work, in values looked at, is done before other threads have woken up. */
    private static final long PARALLEL_VALUES = 1 << 17;

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
    private final BoostedRows rows;
    private final int bins;
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
        this.rows = new BoostedRows(columns);
        this.bins = columns.start(columns.width());
    }

    /**
     * Grows a tree and adds its values to the scores.
     *
     * @param scores one per row
     */
    FlatTree grow(Derivatives of, RowParts parts, double[] scores) throws Exception {
        derivatives = of;
        count = 0;
        long sum = rows.start(of, parts, compute);
        List<Node> leaves = new ArrayList<>();
        List<Pair> level = List.of(new Pair(new Node(add(), 0, columns.rows(), sum), null));
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
        int groups = (columns.width() + BoostedRows.AT_ONCE - 1) / BoostedRows.AT_ONCE;
        int parts = Math.min(PARTS, groups);
        BoostedSplits[] splits = new BoostedSplits[parts];
        long counted = 0;
        for (Pair pair : level) {
            counted += (long) (pair.smaller().end - pair.smaller().start) * columns.width() + 2L * bins;
        }
        each(parts, counted, part -> {
            splits[part] = new BoostedSplits(columns, derivatives, settings, 2 * level.size());
            int from = BoostedRows.AT_ONCE * (groups * part / parts);
            int to = Math.min(columns.width(), BoostedRows.AT_ONCE * (groups * (part + 1) / parts));
            for (int k = 0; k < level.size(); k++) {
                compute.checkCancelled();
                Pair pair = level.get(k);
                rows.count(pair.smaller().start, pair.smaller().end, pair.smaller().sum, pair.smaller().histogram, from, to);
                splits[part].search(2 * k, pair.smaller().histogram, pair.smaller().sum, from, to);
                if (pair.larger() != null) {
                    subtract(pair.larger().histogram, pair.smaller().histogram, columns.start(from), columns.start(to));
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
        if (level.get(0).larger() == null && next.length == 1) {
            middles[0] = rows.divideAll(divided.get(0).column, divided.get(0).bin, compute);
        } else {
            each(next.length, columns.rows(), k -> {
                Node node = divided.get(k);
                middles[k] = rows.divide(node.start, node.end, node.column, node.bin);
            });
        }
        for (int k = 0; k < next.length; k++) {
            next[k] = children(divided.get(k), middles[k], last);
        }
        return Arrays.asList(next);
    }

    private void each(int count, long values, UnitCompute.Part part) throws Exception {
        if (values >= PARALLEL_VALUES) {
            compute.parallel(count, part);
            return;
        }
        for (int index = 0; index < count; index++) {
            part.run(index);
        }
    }

    private long[] histogram() {
        return histograms.isEmpty() ? new long[bins] : histograms.pop();
    }

    private void decide(Node node, BoostedSplits[] splits, int number, List<Node> divided, List<Node> leaves) {
        float best = 0;
        for (BoostedSplits some : splits) {
            // Parts hold ascending columns, so that only a truly better one may take the place of an earlier one.
            if (some.score(number) > best) {
                best = some.score(number);
                node.column = some.column(number);
                node.bin = some.bin(number);
                node.leftSum = some.leftSum(number);
            }
        }
        if (node.column >= 0) {
            centre(node);
            divided.add(node);
        } else {
            histograms.push(node.histogram);
            leaves.add(node);
        }
    }

    /** Where bins beside the split hold none of the node's rows: moves it to the cut nearest to the middle between the rows on either side. */
    private void centre(Node node) {
        int first = columns.start(node.column);
        int end = node.bin + 1;
        while (node.histogram[first + end] == 0) {
            end++;
        }
        double middle = columns.cut(node.column, node.bin) / 2 + columns.cut(node.column, end - 1) / 2;
        while (node.bin + 1 < end
                && Math.abs(columns.cut(node.column, node.bin + 1) - middle) < Math.abs(columns.cut(node.column, node.bin) - middle)) {
            node.bin++;
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

    /** Takes away what is in some bins. */
    private static void subtract(long[] from, long[] what, int first, int end) {
        for (int k = first; k < end; k++) {
            from[k] -= what[k];
        }
    }

    private FlatTree finish(List<Node> leaves, double[] scores) throws Exception {
        each(leaves.size(), columns.rows(), k -> {
            Node leaf = leaves.get(k);
            double value = settings.learningRate() * BoostedSplits.value(derivatives.first(leaf.sum), derivatives.second(leaf.sum), settings);
            values[leaf.id] = value;
            rows.add(value, leaf.start, leaf.end, scores);
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
