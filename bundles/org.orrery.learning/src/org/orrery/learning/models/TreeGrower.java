package org.orrery.learning.models;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

import org.orrery.analysis.UnitCompute;

/**
 * Grows trees, one after the other. A tree that may choose from all columns shares them out between threads; one of a forest keeps to its own. The
 * result does not depend on how.
 */
final class TreeGrower {
    /** Below so many values a node is not worth more than one thread. */
    private static final long PARALLEL_VALUES = 200_000;

    private record Pending(int id, TreeNode node, int depth) {
    }

    /** Hears how many rows have come to a leaf. */
    @FunctionalInterface
    interface Listener {
        void settled(long rows);
    }

    private final TreeRows data;
    private final GrowthLimits limits;
    private final UnitCompute compute;
    private final NodeSearch[] searches;
    private final int[] columns;
    private final int[] rows;
    private final int[] marks;
    private final int[] sides;
    private final int[] spare;
    private final int[] spareMarks;
    private RandomGenerator random;
    private TreeNodes nodes;

    /**
     * @param most how many different rows there may be
     * @param search makes what looks for splits, for one thread each
     */
    TreeGrower(TreeRows data, GrowthLimits limits, int most, Supplier<NodeSearch> search, UnitCompute compute) {
        this.data = data;
        this.limits = limits;
        this.compute = compute;
        int width = data.width();
        int parts = limits.columns() > 0 ? 1 : Math.max(1, Math.min(compute.threads(), width));
        this.searches = new NodeSearch[parts];
        for (int part = 0; part < parts; part++) {
            searches[part] = search.get();
        }
        this.columns = new int[width];
        this.rows = new int[most];
        this.marks = new int[most];
        this.sides = new int[most];
        this.spare = new int[most];
        this.spareMarks = new int[most];
    }

    /**
     * Grows a tree, which does not depend on those before.
     *
     * @param times how often each row counts, or null for once each
     * @param chance draws columns and thresholds; null when the limits leave nothing to chance
     */
    TreeNodes grow(int[] times, RandomGenerator chance, Listener listener) throws Exception {
        random = chance;
        nodes = new TreeNodes(data.classes());
        for (int j = 0; j < columns.length; j++) {
            columns[j] = j;
        }
        for (NodeSearch search : searches) {
            search.beginTree();
        }
        TreeNode root = root(times);
        Deque<Pending> pending = new ArrayDeque<>();
        pending.push(new Pending(add(root), root, 0));
        long settled = 0;
        while (!pending.isEmpty()) {
            compute.checkCancelled();
            Pending next = pending.pop();
            NodeSearch best = worthSplitting(next) ? best(next.node()) : null;
            if (best == null || best.column() < 0) {
                settled += next.node().end() - next.node().start();
                listener.settled(settled);
            } else {
                split(next, best, pending);
            }
        }
        return nodes;
    }

    private TreeNode root(int[] times) {
        int count = 0;
        int most = 1;
        int[] counts = new int[data.classes()];
        for (int i = 0; i < data.rows(); i++) {
            int each = times == null ? 1 : times[i];
            if (each > 0) {
                rows[count] = i;
                marks[count++] = each << SplitSearch.LABEL_BITS | data.labels()[i];
                counts[data.labels()[i]] += each;
                most = Math.max(most, each);
            }
        }
        int bits = SplitSearch.LABEL_BITS + Integer.SIZE - Integer.numberOfLeadingZeros(most);
        return new TreeNode(rows, marks, bits, 0, count, counts);
    }

    private int add(TreeNode node) {
        double[] weights = new double[data.classes()];
        for (int c = 0; c < weights.length; c++) {
            weights[c] = data.weights()[c] * node.counts()[c];
        }
        return nodes.add(weights);
    }

    private boolean worthSplitting(Pending next) {
        int total = next.node().total();
        return next.depth() < limits.maxDepth() && total >= 2L * limits.minLeaf() && next.node().end() - next.node().start() > 1
                && !next.node().isPure();
    }

    private NodeSearch best(TreeNode node) throws Exception {
        for (NodeSearch search : searches) {
            search.reset();
        }
        if (limits.columns() > 0) {
            return some(node);
        }
        AtomicInteger next = new AtomicInteger();
        UnitCompute.Part part = index -> {
            for (int at = next.getAndIncrement(); at < columns.length; at = next.getAndIncrement()) {
                compute.checkCancelled();
                searches[index].search(columns, at, at + 1, node, random);
            }
        };
        if ((long) (node.end() - node.start()) * columns.length >= PARALLEL_VALUES && searches.length > 1) {
            compute.parallel(searches.length, part);
        } else {
            part.run(0);
        }
        NodeSearch best = searches[0];
        for (NodeSearch search : searches) {
            // Among equally good ones the first column, whoever took it.
            boolean before = search.score() == best.score() && search.column() < best.column();
            best = search.score() > best.score() || before ? search : best;
        }
        return best;
    }

    /** Draws so many columns; goes on while all of them were constant in the node. */
    private NodeSearch some(TreeNode node) {
        NodeSearch search = searches[0];
        int drawn = Math.min(limits.columns(), columns.length);
        draw(0, drawn);
        int varied = search.search(columns, 0, drawn, node, random);
        for (; drawn < columns.length && varied == 0; drawn++) {
            draw(drawn, drawn + 1);
            varied = search.search(columns, drawn, drawn + 1, node, random);
        }
        return search;
    }

    /** Fills these places with columns that stand at none before them. */
    private void draw(int from, int to) {
        for (int place = from; place < to; place++) {
            int at = place + random.nextInt(columns.length - place);
            int column = columns[at];
            columns[at] = columns[place];
            columns[place] = column;
        }
    }

    private void split(Pending parent, NodeSearch best, Deque<Pending> pending) {
        TreeNode node = parent.node();
        int[] named = node.rows();
        int[] own = node.marks();
        best.sides(node, sides);
        int atLeft = part(named, own, node.start(), node.end());
        int[] left = best.left();
        int[] right = node.counts().clone();
        for (int c = 0; c < right.length; c++) {
            right[c] -= left[c];
        }
        TreeNode lower = new TreeNode(named, own, node.bits(), node.start(), atLeft, left);
        TreeNode upper = new TreeNode(named, own, node.bits(), atLeft, node.end(), right);
        Pending first = new Pending(add(lower), lower, parent.depth() + 1);
        Pending second = new Pending(add(upper), upper, parent.depth() + 1);
        nodes.split(parent.id(), best.column(), best.threshold(), first.id(), second.id());
        pending.push(second);
        pending.push(first);
    }

    /** Puts the rows that go left first; returns the place of the first that does not. */
    private int part(int[] named, int[] own, int start, int end) {
        int atLeft = start;
        int atRight = 0;
        for (int i = start; i < end; i++) {
            // Without a branch, which nobody could foretell: written to both sides, counted on one.
            int goes = sides[i - start];
            int row = named[i];
            int mark = own[i];
            spare[atRight] = row;
            spareMarks[atRight] = mark;
            named[atLeft] = row;
            own[atLeft] = mark;
            atLeft += goes;
            atRight += 1 - goes;
        }
        System.arraycopy(spare, 0, named, atLeft, atRight);
        System.arraycopy(spareMarks, 0, own, atLeft, atRight);
        return atLeft;
    }
}
