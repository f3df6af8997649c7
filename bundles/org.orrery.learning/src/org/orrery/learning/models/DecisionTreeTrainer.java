package org.orrery.learning.models;

import org.orrery.analysis.UnitCompute;
import org.orrery.analysis.UnitProgress;
import org.orrery.learning.ClassifierKind;
import org.orrery.learning.ClassifierModel;
import org.orrery.learning.ClassifierTrainer;
import org.orrery.learning.TrainingSet;
import org.orrery.learning.encoding.EncodingDemand;

/**
 * Classification trees by exact binary splits at the middle between neighbouring values, as in L. Breiman, J. Friedman, R.
 * Olshen, C. Stone: Classification and Regression Trees, 1984. Among splits that are equally good the one of the first
 * column, then of the smallest value, is taken.
 */
public final class DecisionTreeTrainer implements ClassifierTrainer {
    private final DecisionTreeSettings settings;

    /** A trainer with these settings. */
    public DecisionTreeTrainer(DecisionTreeSettings settings) {
        this.settings = settings;
    }

    @Override
    public ClassifierKind kind() {
        return ClassifierKind.DECISION_TREE;
    }

    @Override
    public EncodingDemand demand() {
        return EncodingDemand.PLAIN;
    }

    @Override
    public ClassifierModel fit(TrainingSet training, UnitCompute compute, UnitProgress progress) throws Exception {
        TreeRows data = TreeRows.of(training);
        RankedColumns columns = RankedColumns.of(training.matrix(), compute);
        GrowthLimits limits = new GrowthLimits(settings.maxDepth().orElse(Integer.MAX_VALUE), settings.minLeaf(), settings.criterion(), 0);
        int rows = training.matrix().rows();
        return new TreeGrower(data, limits, rows, () -> new SplitSearch(columns, data, limits, rows), compute).grow(null, null,
                settled -> progress.worked(settled, rows, Messages.TreeGrower_rows)).model();
    }
}
