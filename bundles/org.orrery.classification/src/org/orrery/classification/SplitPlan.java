package org.orrery.classification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

import org.eclipse.osgi.util.NLS;
import org.orrery.analysis.AnalysisException;
import org.orrery.analysis.AnalysisException.Code;
import org.orrery.learning.validation.GivenFolds;
import org.orrery.learning.validation.GroupedFolds;
import org.orrery.learning.validation.HoldOut;
import org.orrery.learning.validation.Splits;
import org.orrery.learning.validation.Splits.Split;
import org.orrery.learning.validation.StratifiedFolds;
import org.orrery.learning.validation.TimeOrderedSplits;
import org.orrery.math.CounterRandom;

/** Divides the usable rows, once for each repetition. */
final class SplitPlan {
    /** More folds than this in a column are a mistake in the choice of the column. */
    private static final int MOST_FOLDS = 100;

    private final ClassificationSettings settings;
    private final ClassificationData data;
    private final long seed;
    private final String unit;

    SplitPlan(ClassificationSettings settings, ClassificationData data, long seed) {
        this(settings, data, seed, "prepare");
    }

    /** @param unit the name of the source of chance */
    SplitPlan(ClassificationSettings settings, ClassificationData data, long seed, String unit) {
        this.settings = settings;
        this.data = data;
        this.seed = seed;
        this.unit = unit;
    }

    /** @throws AnalysisException not-enough-data when a fold cannot train or test */
    List<Splits> splits() throws AnalysisException {
        List<Splits> all = new ArrayList<>();
        for (int repeat = 1; repeat <= settings.repeats(); repeat++) {
            Splits splits = splits(CounterRandom.of(seed, unit, FoldNumber.stream(repeat)));
            for (int fold = 0; fold < splits.count(); fold++) {
                check(splits.split(fold), fold);
            }
            all.add(splits);
        }
        return List.copyOf(all);
    }

    private Splits splits(CounterRandom random) throws AnalysisException {
        return switch (settings.validation()) {
            case STRATIFIED, LEAVE_ONE_OUT -> new StratifiedFolds(data.labels(), data.classes(), settings.folds(), random);
            case HOLD_OUT -> new HoldOut(data.labels(), data.classes(), settings.testShare(), random);
            case GROUPED -> grouped(random);
            case FOLD_COLUMN -> given();
            case TIME_ORDERED -> ordered();
        };
    }

    private Splits grouped(CounterRandom random) throws AnalysisException {
        int[] groups = dense(groups());
        int count = Arrays.stream(groups).max().orElse(-1) + 1;
        if (count < settings.folds()) {
            throw new AnalysisException(Code.NOT_ENOUGH_DATA, "folds",
                    NLS.bind(Messages.SplitPlan_fewGroups, new Object[] {settings.group().orElse(""), count, settings.folds()}));
        }
        return new GroupedFolds(groups, data.labels(), data.classes(), settings.folds(), random);
    }

    private Splits given() throws AnalysisException {
        int[] folds = dense(groups());
        int count = Arrays.stream(folds).max().orElse(-1) + 1;
        if (count < 2 || count > MOST_FOLDS) {
            throw new AnalysisException(Code.BAD_SETTING, "group",
                    NLS.bind(Messages.SplitPlan_foldColumn, new Object[] {settings.group().orElse(""), count, MOST_FOLDS}));
        }
        return new GivenFolds(folds);
    }

    private int[] groups() {
        return Arrays.stream(data.usable()).map(row -> data.keys().groups()[row]).toArray();
    }

    /** The same groups numbered without gaps, in their order: a group may have lost its rows. */
    private static int[] dense(int[] groups) {
        List<Integer> present = new ArrayList<>(new TreeSet<>(Arrays.stream(groups).boxed().toList()));
        int[] numberOf = new int[Arrays.stream(groups).max().orElse(-1) + 1];
        for (int i = 0; i < present.size(); i++) {
            numberOf[present.get(i)] = i;
        }
        return Arrays.stream(groups).map(group -> numberOf[group]).toArray();
    }

    private Splits ordered() throws AnalysisException {
        double[] times = Arrays.stream(data.usable()).mapToDouble(row -> data.keys().times()[row]).toArray();
        long different = Arrays.stream(times).distinct().count();
        if (different <= settings.folds()) {
            throw new AnalysisException(Code.NOT_ENOUGH_DATA, "folds",
                    NLS.bind(Messages.SplitPlan_fewTimes, new Object[] {settings.time().orElse(""), different, settings.folds()}));
        }
        try {
            return new TimeOrderedSplits(times, settings.folds());
        } catch (IllegalArgumentException e) {
            throw new AnalysisException(Code.NOT_ENOUGH_DATA, "folds",
                    NLS.bind(Messages.SplitPlan_fewTimes, new Object[] {settings.time().orElse(""), different, settings.folds()}));
        }
    }

    private void check(Split split, int fold) throws AnalysisException {
        long trained = Arrays.stream(split.train()).map(number -> data.labels()[number]).distinct().count();
        if (trained < 2 || split.test().length == 0) {
            throw new AnalysisException(Code.NOT_ENOUGH_DATA, "validation", NLS.bind(Messages.SplitPlan_oneClass, fold + 1));
        }
    }
}
