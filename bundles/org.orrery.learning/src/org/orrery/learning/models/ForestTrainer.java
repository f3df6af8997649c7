package org.orrery.learning.models;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

import org.orrery.analysis.UnitCompute;
import org.orrery.analysis.UnitProgress;
import org.orrery.learning.ClassifierKind;
import org.orrery.learning.ClassifierModel;
import org.orrery.learning.ClassifierTrainer;
import org.orrery.learning.TrainingSet;
import org.orrery.learning.encoding.EncodingDemand;

/**
 * Forests of trees that differ by chance. A random forest draws rows with replacement for each tree and some columns for each
 * split: L. Breiman: Random forests. Machine Learning 45, 2001. Extremely randomised trees take all rows and split each of the
 * columns drawn at a random place: P. Geurts, D. Ernst, L. Wehenkel: Extremely randomized trees. Machine Learning 63, 2006. Each
 * tree has a stream of chance of its own, so that the forest does not depend on the number of threads.
 */
public final class ForestTrainer implements ClassifierTrainer {
    private final ClassifierKind kind;
    private final ForestSettings settings;

    private ForestTrainer(ClassifierKind kind, ForestSettings settings) {
        this.kind = kind;
        this.settings = settings;
    }

    /** Trains random forests. */
    public static ForestTrainer randomForest(ForestSettings settings) {
        return new ForestTrainer(ClassifierKind.RANDOM_FOREST, settings);
    }

    /** Trains extremely randomised trees. */
    public static ForestTrainer extraTrees(ForestSettings settings) {
        return new ForestTrainer(ClassifierKind.EXTRA_TREES, settings);
    }

    @Override
    public ClassifierKind kind() {
        return kind;
    }

    @Override
    public EncodingDemand demand() {
        return EncodingDemand.PLAIN;
    }

    @Override
    public ClassifierModel fit(TrainingSet training, UnitCompute compute, UnitProgress progress) throws Exception {
        TreeRows data = TreeRows.of(training);
        int rows = training.matrix().rows();
        int width = training.matrix().width();
        int columns = settings.columns().orElse((int) Math.sqrt(width));
        GrowthLimits limits = new GrowthLimits(settings.maxDepth().orElse(Integer.MAX_VALUE), settings.minLeaf(), settings.criterion(),
                Math.max(1, Math.min(width, columns)));
        Supplier<NodeSearch> search = search(training, data, limits, compute);
        FlatTree[] trees = new FlatTree[settings.trees()];
        AtomicInteger done = new AtomicInteger();
        // Each thread has one in its hands: what a tree needs while it grows is made once and not for every tree.
        Queue<TreeGrower> growers = new ConcurrentLinkedQueue<>();
        compute.parallel(trees.length, t -> {
            compute.checkCancelled();
            RandomGenerator random = compute.random("tree-" + t);
            int[] times = kind == ClassifierKind.RANDOM_FOREST ? drawn(rows, random) : null;
            TreeGrower free = growers.poll();
            TreeGrower grower = free == null ? new TreeGrower(data, limits, rows, search, compute) : free;
            trees[t] = grower.grow(times, random, settled -> { }).flat();
            growers.add(grower);
            progress.worked(done.incrementAndGet(), trees.length, Messages.ForestTrainer_trees);
        });
        return new ForestModel(kind, training.classes(), trees);
    }

    private Supplier<NodeSearch> search(TrainingSet training, TreeRows data, GrowthLimits limits, UnitCompute compute) throws Exception {
        if (kind == ClassifierKind.EXTRA_TREES) {
            ValueKeys values = ValueKeys.of(training.matrix(), compute);
            return () -> new RandomSplits(values, data, limits, data.rows());
        }
        RankedColumns columns = RankedColumns.of(training.matrix(), compute);
        return () -> new SplitSearch(columns, data, limits, data.rows());
    }

    /** As many rows as there are, with replacement: how often each was drawn. */
    static int[] drawn(int rows, RandomGenerator random) {
        int[] times = new int[rows];
        for (int i = 0; i < rows; i++) {
            times[random.nextInt(rows)]++;
        }
        return times;
    }
}
