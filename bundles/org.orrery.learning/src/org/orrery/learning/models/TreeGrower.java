package org.orrery.learning.models;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

import org.orrery.analysis.UnitCompute;
import org.orrery.analysis.UnitProgress;
import org.orrery.learning.TrainingSet;
import org.orrery.learning.encoding.DesignMatrix;

/**
 * Grows one tree. Rows are sorted by each column once; a split divides each sorted list and keeps its order, so that a level
 * of the tree costs rows × columns. Columns are shared out between threads; the result does not depend on how.
 */
final class TreeGrower {
    /** Below so many values a node is not worth more than one thread. */
    private static final long PARALLEL_VALUES = 200_000;
    private static final int MAX_PARTS = 16;

    private record Pending(int node, int start, int end, int depth) {
    }

    private final DesignMatrix matrix;
    private final TrainingSet training;
    private final DecisionTreeSettings settings;
    private final int maxDepth;
    private final UnitCompute compute;
    private final UnitProgress progress;
    private final int[][] order;
    private final boolean[] goesLeft;
    private final SplitSearch[] searches;
    private final int[][] buffers;
    private final TreeNodes nodes;

    TreeGrower(TrainingSet training, DecisionTreeSettings settings, UnitCompute compute, UnitProgress progress) {
        this.training = training;
        this.matrix = training.matrix();
        this.settings = settings;
        this.maxDepth = settings.maxDepth().orElse(Integer.MAX_VALUE);
        this.compute = compute;
        this.progress = progress;
        this.order = new int[matrix.width()][];
        this.goesLeft = new boolean[matrix.rows()];
        int parts = Math.max(1, Math.min(MAX_PARTS, matrix.width()));
        this.buffers = new int[parts][];
        this.searches = new SplitSearch[parts];
        Arrays.setAll(searches, part -> new SplitSearch(settings.criterion(), settings.minLeaf(), training.labels(),
                training.weights(), training.classes()));
        this.nodes = new TreeNodes(training.classes());
    }

    DecisionTreeModel grow() throws Exception {
        int rows = matrix.rows();
        eachColumn((long) rows * matrix.width(), (part, column) -> order[column] = SortedRows.of(matrix.column(column), rows));
        Deque<Pending> pending = new ArrayDeque<>();
        pending.push(new Pending(nodes.add(classWeights(0, rows)), 0, rows, 0));
        long settled = 0;
        while (!pending.isEmpty()) {
            compute.checkCancelled();
            Pending next = pending.pop();
            SplitSearch best = worthSplitting(next) ? best(next) : null;
            if (best == null || best.column() < 0) {
                settled += next.end() - next.start();
                progress.worked(settled, rows, Messages.TreeGrower_rows);
            } else {
                split(next, best.column(), best.threshold(), pending);
            }
        }
        return nodes.model();
    }

    private boolean worthSplitting(Pending node) {
        int size = node.end() - node.start();
        return node.depth() < maxDepth && size >= 2L * settings.minLeaf() && size >= 2 && !nodes.isPure(node.node());
    }

    private SplitSearch best(Pending node) throws Exception {
        double[] weights = nodes.weights(node.node());
        for (SplitSearch search : searches) {
            search.reset();
        }
        eachColumn((long) (node.end() - node.start()) * matrix.width(), (part, column) -> searches[part].search(column,
                matrix.column(column), order[column], node.start(), node.end(), weights));
        SplitSearch best = searches[0];
        for (SplitSearch search : searches) {
            // Parts hold ascending columns, so that only a truly better one may take the place of an earlier one.
            best = search.score() > best.score() ? search : best;
        }
        return best;
    }

    private void split(Pending node, int column, double threshold, Deque<Pending> pending) throws Exception {
        double[] values = matrix.column(column);
        int leftSize = 0;
        for (int i = node.start(); i < node.end(); i++) {
            int row = order[column][i];
            goesLeft[row] = values[row] <= threshold;
            leftSize += goesLeft[row] ? 1 : 0;
        }
        int middle = node.start() + leftSize;
        eachColumn((long) (node.end() - node.start()) * matrix.width(), (part, each) -> divide(part, order[each], node, middle));
        Pending left = new Pending(nodes.add(classWeights(node.start(), middle)), node.start(), middle, node.depth() + 1);
        Pending right = new Pending(nodes.add(classWeights(middle, node.end())), middle, node.end(), node.depth() + 1);
        nodes.split(node.node(), column, threshold, left.node(), right.node());
        pending.push(right);
        pending.push(left);
    }

    private void divide(int part, int[] rows, Pending node, int middle) {
        int rights = node.end() - middle;
        if (buffers[part] == null || buffers[part].length < rights) {
            buffers[part] = new int[rights];
        }
        int[] buffer = buffers[part];
        int atLeft = node.start();
        int atRight = 0;
        for (int i = node.start(); i < node.end(); i++) {
            int row = rows[i];
            if (goesLeft[row]) {
                rows[atLeft++] = row;
            } else {
                buffer[atRight++] = row;
            }
        }
        System.arraycopy(buffer, 0, rows, middle, rights);
    }

    private double[] classWeights(int start, int end) {
        double[] sums = new double[training.classes()];
        int[] rows = order.length == 0 ? null : order[0];
        for (int i = start; i < end; i++) {
            int row = rows == null ? i : rows[i];
            sums[training.labels()[row]] += training.weights()[row];
        }
        return sums;
    }

    private interface ColumnWork {
        void run(int part, int column);
    }

    /** Does the work for every column; in parts of neighbouring columns, on several threads when it is much. */
    private void eachColumn(long values, ColumnWork work) throws Exception {
        int parts = searches.length;
        int width = matrix.width();
        UnitCompute.Part some = part -> {
            for (int column = (int) ((long) width * part / parts); column < (long) width * (part + 1) / parts; column++) {
                compute.checkCancelled();
                work.run(part, column);
            }
        };
        if (values >= PARALLEL_VALUES && parts > 1) {
            compute.parallel(parts, some);
        } else {
            for (int part = 0; part < parts; part++) {
                some.run(part);
            }
        }
    }
}
