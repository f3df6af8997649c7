package org.orrery.learning.models;

import java.io.IOException;

import org.orrery.learning.ClassifierKind;
import org.orrery.learning.RowwiseClassifier;
import org.orrery.learning.encoding.DesignMatrix;
import org.orrery.learning.file.ModelInput;
import org.orrery.learning.file.ModelOutput;
import org.orrery.learning.onnx.OnnxGraph;

/** A binary tree; a row goes left when its value is at most the threshold. The probabilities of a leaf are the shares there. */
public final class DecisionTreeModel implements RowwiseClassifier {
    private static final int POLL_ROWS = 4096;

    private final int classes;
    private final int[] columns;
    private final double[] thresholds;
    private final int[] lefts;
    private final int[] rights;
    private final double[] shares;

    /**
     * Node 0 is the root.
     *
     * @param columns the column that splits each node, −1 for a leaf
     * @param shares per node the share of each class
     */
    DecisionTreeModel(int classes, int[] columns, double[] thresholds, int[] lefts, int[] rights, double[] shares) {
        this.classes = classes;
        this.columns = columns;
        this.thresholds = thresholds;
        this.lefts = lefts;
        this.rights = rights;
        this.shares = shares;
    }

    /** Reads what {@link #write} has written. */
    public static DecisionTreeModel read(ModelInput in) throws IOException {
        return new DecisionTreeModel(in.readInt(), in.readInts(), in.readDoubles(), in.readInts(), in.readInts(), in.readDoubles());
    }

    /** How many nodes there are; node 0 is the root, and children are numbered after their parent. */
    public int nodes() {
        return columns.length;
    }

    /** The column that splits that node; −1 for a leaf. */
    public int column(int node) {
        return columns[node];
    }

    /** Rows with at most this value in the column of the node go left. */
    public double threshold(int node) {
        return thresholds[node];
    }

    /** The left child of that node. */
    public int left(int node) {
        return lefts[node];
    }

    /** The right child of that node. */
    public int right(int node) {
        return rights[node];
    }

    /** The share of that class in that node. */
    public double share(int node, int label) {
        return shares[node * classes + label];
    }

    /** How many leaves there are. */
    public int leaves() {
        return (columns.length + 1) / 2;
    }

    /** How many splits there are at most between the root and a leaf. */
    public int depth() {
        int[] depths = new int[columns.length];
        int deepest = 0;
        for (int node = 0; node < columns.length; node++) {
            // Children are numbered after their parent.
            deepest = Math.max(deepest, depths[node]);
            if (columns[node] >= 0) {
                depths[lefts[node]] = depths[node] + 1;
                depths[rights[node]] = depths[node] + 1;
            }
        }
        return deepest;
    }

    @Override
    public ClassifierKind kind() {
        return ClassifierKind.DECISION_TREE;
    }

    @Override
    public int classes() {
        return classes;
    }

    @Override
    public void fill(DesignMatrix rows, int first, int end, double[] all, Runnable poll) {
        for (int i = first; i < end; i++) {
            if (i % POLL_ROWS == 0) {
                poll.run();
            }
            int node = 0;
            while (columns[node] >= 0) {
                node = rows.column(columns[node])[i] <= thresholds[node] ? lefts[node] : rights[node];
            }
            System.arraycopy(shares, node * classes, all, i * classes, classes);
        }
    }

    @Override
    public String onnx(OnnxGraph graph, String rows) {
        TreeGraph tree = new TreeGraph(classes);
        tree.add(columns, thresholds, lefts, rights, 0, classes, (node, label) -> shares[node * classes + label]);
        return tree.sums(graph, rows);
    }

    @Override
    public void write(ModelOutput out) throws IOException {
        out.writeInt(classes);
        out.writeInts(columns);
        out.writeDoubles(thresholds);
        out.writeInts(lefts);
        out.writeInts(rights);
        out.writeDoubles(shares);
    }
}
