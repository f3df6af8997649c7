package org.orrery.learning.models;

import java.io.IOException;

import org.orrery.learning.ClassifierKind;
import org.orrery.learning.RowwiseClassifier;
import org.orrery.learning.StagedClassifier;
import org.orrery.learning.encoding.DesignMatrix;
import org.orrery.learning.file.ModelInput;
import org.orrery.learning.file.ModelOutput;
import org.orrery.learning.onnx.OnnxGraph;

/** Trees whose probabilities, the shares of the classes in the leaf of a row, are averaged. */
public final class ForestModel implements StagedClassifier, RowwiseClassifier {
    private static final int BLOCK = 1024;

    private final ClassifierKind kind;
    private final int classes;
    private final FlatTree[] trees;

    ForestModel(ClassifierKind kind, int classes, FlatTree[] trees) {
        this.kind = kind;
        this.classes = classes;
        this.trees = trees;
    }

    /** Reads what {@link #write} has written. */
    public static ForestModel read(ClassifierKind kind, ModelInput in) throws IOException {
        int classes = in.readInt();
        int count = in.readInt();
        if (count < 1 || count > in.available()) {
            throw new IOException("A forest of " + count + " trees does not fit the file");
        }
        FlatTree[] trees = new FlatTree[count];
        for (int t = 0; t < count; t++) {
            trees[t] = FlatTree.read(in);
        }
        return new ForestModel(kind, classes, trees);
    }

    /** How many trees there are. */
    public int trees() {
        return trees.length;
    }

    FlatTree tree(int index) {
        return trees[index];
    }

    @Override
    public int stages() {
        return trees.length;
    }

    @Override
    public double[][] staged(DesignMatrix rows, int[] wanted, Runnable poll) {
        double[][] staged = new double[wanted.length][rows.rows() * classes];
        double[][] block = new double[BLOCK][rows.width()];
        for (int from = 0; from < rows.rows(); from += BLOCK) {
            int count = Math.min(BLOCK, rows.rows() - from);
            FlatTree.load(rows, from, count, block);
            double[] sums = new double[count * classes];
            int at = 0;
            for (int t = 0; t < trees.length && at < wanted.length; t++) {
                poll.run();
                for (int r = 0; r < count; r++) {
                    int leaf = trees[t].leaf(block[r]) * classes;
                    for (int c = 0; c < classes; c++) {
                        sums[r * classes + c] += trees[t].values()[leaf + c];
                    }
                }
                if (t + 1 == wanted[at]) {
                    for (int i = 0; i < sums.length; i++) {
                        staged[at][from * classes + i] = sums[i] / (t + 1);
                    }
                    at++;
                }
            }
        }
        return staged;
    }

    /** How many leaves all trees have together. */
    public long leaves() {
        long sum = 0;
        for (FlatTree tree : trees) {
            sum += tree.values().length / classes;
        }
        return sum;
    }

    @Override
    public ClassifierKind kind() {
        return kind;
    }

    @Override
    public int classes() {
        return classes;
    }

    @Override
    public void fill(DesignMatrix rows, int first, int end, double[] all, Runnable poll) {
        double[][] block = new double[Math.min(BLOCK, end - first)][rows.width()];
        int[] leaves = new int[BLOCK];
        for (int from = first; from < end; from += BLOCK) {
            int count = Math.min(BLOCK, end - from);
            FlatTree.load(rows, from, count, block);
            for (FlatTree tree : trees) {
                poll.run();
                tree.leaves(block, count, leaves);
                add(tree.values(), leaves, count, all, from * classes);
            }
        }
        for (int i = first * classes; i < end * classes; i++) {
            all[i] /= trees.length;
        }
    }

    private void add(double[] values, int[] leaves, int count, double[] all, int at) {
        for (int r = 0; r < count; r++) {
            for (int c = 0; c < classes; c++) {
                all[at + r * classes + c] += values[leaves[r] * classes + c];
            }
        }
    }

    @Override
    public String onnx(OnnxGraph graph, String columns) {
        TreeGraph all = new TreeGraph(classes);
        for (FlatTree tree : trees) {
            all.add(tree, 0, classes, 1.0 / trees.length);
        }
        return all.sums(graph, columns);
    }

    @Override
    public void write(ModelOutput out) throws IOException {
        out.writeInt(classes);
        out.writeInt(trees.length);
        for (FlatTree tree : trees) {
            tree.write(out);
        }
    }
}
