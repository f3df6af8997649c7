package org.orrery.learning.models;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

import org.orrery.learning.onnx.OnnxGraph;

/** Trees whose values are added up, as one operator of ONNX. For one thread. */
final class TreeGraph {
    private final int targets;
    private final LongStream.Builder trees = LongStream.builder();
    private final LongStream.Builder nodes = LongStream.builder();
    private final LongStream.Builder columns = LongStream.builder();
    private final LongStream.Builder lefts = LongStream.builder();
    private final LongStream.Builder rights = LongStream.builder();
    private final DoubleStream.Builder thresholds = DoubleStream.builder();
    private final List<String> modes = new ArrayList<>();
    private final LongStream.Builder targetTrees = LongStream.builder();
    private final LongStream.Builder targetNodes = LongStream.builder();
    private final LongStream.Builder targetIds = LongStream.builder();
    private final DoubleStream.Builder weights = DoubleStream.builder();
    private long count;

    /** @param targets how many sums there are */
    TreeGraph(int targets) {
        this.targets = targets;
    }

    /** The values of one leaf. */
    @FunctionalInterface
    interface Leaf {
        double value(int node, int target);
    }

    /**
     * Adds a tree. A row goes left when its value is at most the threshold.
     *
     * @param split the column that splits each node, −1 for a leaf
     * @param from the first of the sums that its leaves add to
     * @param width to how many of them
     */
    void add(int[] split, double[] cuts, int[] left, int[] right, int from, int width, Leaf leaf) {
        for (int node = 0; node < split.length; node++) {
            boolean end = split[node] < 0;
            trees.add(count);
            nodes.add(node);
            columns.add(end ? 0 : split[node]);
            thresholds.add(end ? 0 : cuts[node]);
            lefts.add(end ? 0 : left[node]);
            rights.add(end ? 0 : right[node]);
            modes.add(end ? "LEAF" : "BRANCH_LEQ");
            for (int k = 0; end && k < width; k++) {
                double value = leaf.value(node, k);
                if (k == 0 || value != 0) {
                    targetTrees.add(count);
                    targetNodes.add(node);
                    targetIds.add(from + k);
                    weights.add(value);
                }
            }
        }
        count++;
    }

    /** Adds a tree whose right child follows the left one. */
    void add(FlatTree tree, int from, int width, double factor) {
        int[] right = new int[tree.lefts().length];
        for (int node = 0; node < right.length; node++) {
            right[node] = tree.lefts()[node] + 1;
        }
        add(tree.columns(), tree.thresholds(), tree.lefts(), right, from, width, (node, k) -> tree.values()[tree.lefts()[node] * width + k] * factor);
    }

    /** The sums, which this operator makes in single precision. */
    String sums(OnnxGraph graph, String rows) {
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("n_targets", (long) targets);
        attributes.put("aggregate_function", "SUM");
        attributes.put("post_transform", "NONE");
        attributes.put("nodes_treeids", trees.build().toArray());
        attributes.put("nodes_nodeids", nodes.build().toArray());
        attributes.put("nodes_featureids", columns.build().toArray());
        attributes.put("nodes_modes", modes);
        attributes.put("nodes_values_as_tensor", thresholds.build().toArray());
        attributes.put("nodes_truenodeids", lefts.build().toArray());
        attributes.put("nodes_falsenodeids", rights.build().toArray());
        attributes.put("target_treeids", targetTrees.build().toArray());
        attributes.put("target_nodeids", targetNodes.build().toArray());
        attributes.put("target_ids", targetIds.build().toArray());
        attributes.put("target_weights_as_tensor", weights.build().toArray());
        return graph.asDouble(graph.learner("TreeEnsembleRegressor", attributes, rows));
    }
}
