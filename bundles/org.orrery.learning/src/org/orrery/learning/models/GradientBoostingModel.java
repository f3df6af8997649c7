package org.orrery.learning.models;

import java.io.IOException;
import java.util.Arrays;

import org.orrery.learning.ClassifierKind;
import org.orrery.learning.RowwiseClassifier;
import org.orrery.learning.StagedClassifier;
import org.orrery.learning.encoding.DesignMatrix;
import org.orrery.learning.file.ModelInput;
import org.orrery.learning.file.ModelOutput;
import org.orrery.learning.onnx.OnnxGraph;

/** Trees whose values add up to scores: the log-odds of the second of two classes, else one score per class. */
public final class GradientBoostingModel implements StagedClassifier, RowwiseClassifier {
    private static final int BLOCK = 512;

    private final int classes;
    private final double[] start;
    private final FlatTree[] trees;

    /** @param trees round by round, in each one per output */
    GradientBoostingModel(int classes, double[] start, FlatTree[] trees) {
        this.classes = classes;
        this.start = start;
        this.trees = trees;
    }

    /** Reads what {@link #write} has written. */
    public static GradientBoostingModel read(ModelInput in) throws IOException {
        int classes = in.readInt();
        double[] start = in.readDoubles();
        int count = in.readInt();
        if (start.length != LogisticRegressionModel.outputs(classes) || count < 0 || count > in.available()) {
            throw new IOException("A model of " + count + " trees does not fit the file");
        }
        FlatTree[] trees = new FlatTree[count];
        for (int t = 0; t < count; t++) {
            trees[t] = FlatTree.read(in);
        }
        return new GradientBoostingModel(classes, start, trees);
    }

    @Override
    public ClassifierKind kind() {
        return ClassifierKind.GRADIENT_BOOSTING;
    }

    @Override
    public int classes() {
        return classes;
    }

    @Override
    public int stages() {
        return trees.length / start.length;
    }

    @Override
    public double[][] staged(DesignMatrix rows, int[] wanted, Runnable poll) {
        double[][] staged = new double[wanted.length][rows.rows() * classes];
        double[][] block = new double[BLOCK][rows.width()];
        for (int from = 0; from < rows.rows(); from += BLOCK) {
            int count = Math.min(BLOCK, rows.rows() - from);
            FlatTree.load(rows, from, count, block);
            double[][] scores = new double[start.length][BLOCK];
            for (int o = 0; o < start.length; o++) {
                Arrays.fill(scores[o], start[o]);
            }
            int at = 0;
            for (int t = 0; t < trees.length && at < wanted.length; t++) {
                poll.run();
                for (int r = 0; r < count; r++) {
                    scores[t % start.length][r] += trees[t].values()[trees[t].leaf(block[r])];
                }
                if (t + 1 == wanted[at] * start.length) {
                    for (int r = 0; r < count; r++) {
                        Softmax.probabilities(scores, r, staged[at], (from + r) * classes, classes);
                    }
                    at++;
                }
            }
        }
        return staged;
    }

    @Override
    public void fill(DesignMatrix rows, int first, int end, double[] all, Runnable poll) {
        double[][] block = new double[Math.min(BLOCK, end - first)][rows.width()];
        double[][] scores = new double[start.length][BLOCK];
        int[] leaves = new int[BLOCK];
        for (int from = first; from < end; from += BLOCK) {
            int count = Math.min(BLOCK, end - from);
            FlatTree.load(rows, from, count, block);
            for (int o = 0; o < start.length; o++) {
                Arrays.fill(scores[o], start[o]);
            }
            for (int t = 0; t < trees.length; t++) {
                poll.run();
                trees[t].leaves(block, count, leaves);
                add(trees[t].values(), leaves, count, scores[t % start.length]);
            }
            for (int r = 0; r < count; r++) {
                Softmax.probabilities(scores, r, all, (from + r) * classes, classes);
            }
        }
    }

    private static void add(double[] values, int[] leaves, int count, double[] scores) {
        for (int r = 0; r < count; r++) {
            scores[r] += values[leaves[r]];
        }
    }

    @Override
    public String onnx(OnnxGraph graph, String columns) {
        TreeGraph all = new TreeGraph(start.length);
        for (int t = 0; t < trees.length; t++) {
            all.add(trees[t], t % start.length, 1, 1);
        }
        return graph.softmax(graph.node("Add", all.sums(graph, columns), graph.doubles(start, 1, start.length)), start.length);
    }

    @Override
    public void write(ModelOutput out) throws IOException {
        out.writeInt(classes);
        out.writeDoubles(start);
        out.writeInt(trees.length);
        for (FlatTree tree : trees) {
            tree.write(out);
        }
    }
}
