package org.orrery.classification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.osgi.util.NLS;
import org.orrery.analysis.AnalysisException;
import org.orrery.analysis.AnalysisException.Code;
import org.orrery.analysis.Input;
import org.orrery.analysis.PrepareContext;
import org.orrery.analysis.sample.RowSample;
import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.data.ColumnVector;
import org.orrery.data.Dataset;
import org.orrery.data.DoubleVector;
import org.orrery.data.LongVector;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.data.TextVector;
import org.orrery.learning.LabelledRows;
import org.orrery.learning.encoding.TextEncoding;
import org.orrery.learning.validation.ValidationScheme;
import org.orrery.math.CounterRandom;

/** Reads the columns, finds the classes, and says what is odd about them. */
final class DataPreparation {
    /** A class with a smaller share of the rows is called rare. */
    private static final double RARE = 0.05;

    /** So many rows of a class for each fold a sample keeps, as far as there are so many. */
    private static final int LEAST_PER_FOLD = 2;

    private final ClassificationSettings settings;
    private final Input input;
    private final PrepareContext context;

    DataPreparation(ClassificationSettings settings, Input input, PrepareContext context) {
        this.settings = settings;
        this.input = input;
        this.context = context;
    }

    ClassificationData run() throws AnalysisException {
        Dataset dataset = input.dataset();
        ColumnChoice choice = ColumnChoice.of(settings, dataset.schema());
        if (!choice.leftOut().isEmpty()) {
            List<String> names = choice.leftOut().stream().map(Column::name).toList();
            context.warning("columns-left-out", NLS.bind(Messages.DataPreparation_leftOut, Texts.list(names)));
        }
        if (choice.features().isEmpty()) {
            throw new AnalysisException(Code.NOT_ENOUGH_DATA, "features", Messages.SettingsCheck_noFeatures);
        }
        Column target = dataset.schema().find(settings.target()).orElseThrow();
        boolean filtered = !settings.rowFilter().isOpen();
        boolean part = filtered || settings.sample().isPartOf(dataset.rows());
        // Which rows a sample has is known from target and keys alone; of the other columns only its rows are then held.
        List<String> names = new ArrayList<>(part ? List.of() : choice.names());
        names.add(target.name());
        RowKeys.columns(settings).stream().filter(name -> !names.contains(name)).forEach(names::add);
        int[] fitting = filtered ? fitting(dataset) : new int[0];
        Table table = filtered ? input.rows(names, fitting, context.progress(Messages.DataPreparation_reading))
                : input.table(names, context.progress(Messages.DataPreparation_reading));
        Classes classes = Classes.of(target, table.column(target.name()), SettingsCheck.MAX_CLASSES);
        checkClasses(target, classes);
        RowKeys keys = RowKeys.of(settings, table);
        int[] usable = usable(classes, keys);
        checkRows((int) settings.sample().of(usable.length));
        checkWeights(target, classes);
        warnMissing(table, classes, target, usable.length);
        int[] used = sampled(classes, keys, usable, target);
        if (part) {
            int[] origin = filtered ? Arrays.stream(used).map(row -> fitting[row]).toArray() : used;
            Table features = input.rows(choice.names(), origin, context.progress(Messages.DataPreparation_reading));
            int[] labels = labels(classes, used);
            int[] all = IntStream.range(0, used.length).toArray();
            describe(features, all);
            return new ClassificationData(dataset, new LabelledRows(features, labels, classes.names()), origin, all, labels,
                    positive(target, classes), usable.length, keys.of(used));
        }
        Table features = select(table, choice.features());
        describe(features, used);
        return new ClassificationData(dataset, new LabelledRows(features, classes.labels(), classes.names()), new int[0], used,
                labels(classes, used), positive(target, classes), usable.length, keys);
    }

    /** The rows that fulfil the conditions. */
    private int[] fitting(Dataset dataset) throws AnalysisException {
        int[] rows = settings.rowFilter().rows(input.table(settings.rowFilter().columns(), context.progress(Messages.DataPreparation_reading)));
        if (rows.length == 0) {
            throw new AnalysisException(Code.NOT_ENOUGH_DATA, "filter", NLS.bind(Messages.DataPreparation_noneFits, dataset.rows(), dataset.name()));
        }
        context.warning("filter", NLS.bind(Messages.DataPreparation_filter, rows.length, dataset.rows()));
        return rows;
    }

    private static int[] labels(Classes classes, int[] positions) {
        return Arrays.stream(positions).map(row -> classes.labels()[row]).toArray();
    }

    /** Those that are used of the rows that could be. */
    private int[] sampled(Classes classes, RowKeys keys, int[] usable, Column target) throws AnalysisException {
        if (!settings.sample().isPartOf(usable.length)) {
            return usable;
        }
        int count = settings.sample().rows().orElseThrow();
        CounterRandom random = CounterRandom.of(context.seed(), "prepare", "sample");
        int[] labels = labels(classes, usable);
        int[] drawn = switch (settings.sample().method()) {
            case STRATIFIED -> RowSample.stratified(labels, count, LEAST_PER_FOLD * settings.folds(), random);
            case RANDOM -> RowSample.random(usable.length, count, random);
            case LATEST -> RowSample.latest(Arrays.stream(usable).mapToDouble(row -> keys.times()[row]).toArray(), count);
        };
        int[] counts = new int[classes.names().size()];
        Arrays.stream(drawn).forEach(number -> counts[labels[number]]++);
        for (int label = 0; label < counts.length; label++) {
            if (counts[label] < leastRows()) {
                throw new AnalysisException(Code.NOT_ENOUGH_DATA, "sample.rows", NLS.bind(Messages.DataPreparation_smallSample,
                        new Object[] {drawn.length, classes.names().get(label), counts[label], target.name()}));
            }
        }
        context.warning("sample", NLS.bind(Messages.DataPreparation_sample,
                new Object[] {drawn.length, usable.length, Long.toString(context.seed())}));
        return Arrays.stream(drawn).map(number -> usable[number]).toArray();
    }

    private void warnMissing(Table table, Classes classes, Column target, int usable) {
        if (classes.rows() < table.rows()) {
            context.warning("missing-target",
                    NLS.bind(Messages.DataPreparation_missingTarget, table.rows() - classes.rows(), target.name()));
        }
        if (usable < classes.rows()) {
            context.warning("missing-" + (settings.validation() == ValidationScheme.TIME_ORDERED ? "time" : "group"),
                    NLS.bind(Messages.DataPreparation_missingTarget, classes.rows() - usable, RowKeys.columns(settings).get(0)));
        }
    }

    private void checkClasses(Column target, Classes classes) throws AnalysisException {
        int count = classes.names().size();
        if (count > SettingsCheck.MAX_CLASSES) {
            String advice = target.type() == ColumnType.INTEGER ? Messages.SettingsCheck_manyNumbers : Messages.SettingsCheck_manyClasses;
            throw new AnalysisException(Code.BAD_SETTING, "target",
                    NLS.bind(advice, new Object[] {target.name(), count, SettingsCheck.MAX_CLASSES}));
        }
        if (count == 0) {
            throw new AnalysisException(Code.NOT_ENOUGH_DATA, "target", NLS.bind(Messages.DataPreparation_noClass, target.name()));
        }
        if (count == 1) {
            throw new AnalysisException(Code.NOT_ENOUGH_DATA, "target",
                    NLS.bind(Messages.DataPreparation_oneClass, target.name(), classes.names().get(0)));
        }
        int rarest = classes.rarest();
        int rows = classes.counts()[rarest];
        int least = leastRows();
        if (rows < least) {
            String advice = rows < 2 ? Messages.DataPreparation_singleRow : Messages.DataPreparation_fewRows;
            throw new AnalysisException(Code.NOT_ENOUGH_DATA, "folds",
                    NLS.bind(advice, new Object[] {classes.names().get(rarest), rows, settings.folds(), target.name()}));
        }
        if (rows < RARE * classes.rows()) {
            context.warning("class-imbalance", NLS.bind(Messages.DataPreparation_imbalance,
                    new Object[] {classes.names().get(rarest), rows, classes.rows(), Texts.share((double) rows / classes.rows())}));
        }
    }

    /** So many rows of each class are needed. */
    private int leastRows() {
        return settings.validation() == ValidationScheme.STRATIFIED || settings.validation() == ValidationScheme.LEAVE_ONE_OUT ? settings.folds() : 2;
    }

    private void checkRows(int rows) throws AnalysisException {
        if (settings.validation() == ValidationScheme.LEAVE_ONE_OUT && rows > SettingsCheck.MOST_LEFT_OUT) {
            throw new AnalysisException(Code.BAD_SETTING, "validation",
                    NLS.bind(Messages.SettingsCheck_manyLeftOut, rows, SettingsCheck.MOST_LEFT_OUT));
        }
    }

    private void checkWeights(Column target, Classes classes) throws AnalysisException {
        for (ClassWeight weight : settings.customWeights()) {
            if (!classes.names().contains(weight.name())) {
                throw new AnalysisException(Code.BAD_SETTING, "customWeights", NLS.bind(Messages.DataPreparation_noClassOfWeight,
                        new Object[] {weight.name(), target.name(), Texts.list(classes.names())}));
            }
        }
    }

    private int positive(Column target, Classes classes) throws AnalysisException {
        int count = classes.names().size();
        if (count > 2) {
            String refused = settings.positive().isPresent() ? "positive" : settings.threshold().isPresent() ? "threshold" : "";
            if (!refused.isEmpty()) {
                throw new AnalysisException(Code.BAD_SETTING, refused, SettingsCheck.onlyBinary(target.name(), count));
            }
            return -1;
        }
        if (settings.positive().isEmpty()) {
            return classes.rarest();
        }
        int positive = classes.names().indexOf(settings.positive().get());
        if (positive < 0) {
            throw new AnalysisException(Code.BAD_SETTING, "positive", NLS.bind(Messages.DataPreparation_noSuchClass,
                    new Object[] {settings.positive().get(), target.name(), classes.names().get(0), classes.names().get(1)}));
        }
        return positive;
    }

    private static int[] usable(Classes classes, RowKeys keys) {
        return IntStream.range(0, classes.labels().length).filter(row -> classes.labels()[row] >= 0 && keys.isPresent(row)).toArray();
    }

    private static Table select(Table table, List<Column> columns) {
        List<ColumnVector> vectors = columns.stream().map(column -> table.column(column.name())).toList();
        return new Table(new Schema(columns), vectors);
    }

    private void describe(Table features, int[] usable) {
        List<String> constant = new ArrayList<>();
        for (int i = 0; i < features.schema().size(); i++) {
            context.checkCancelled();
            String name = features.schema().columns().get(i).name();
            if (isConstant(features.column(i), usable)) {
                constant.add(name);
            } else {
                switch (features.column(i)) {
                    case TextVector texts -> describe(name, texts, usable);
                    case DoubleVector doubles -> describe(name, doubles, usable);
                    case LongVector longs -> {
                        // Whole numbers are what they are.
                    }
                }
            }
        }
        if (!constant.isEmpty()) {
            context.warning("constant-columns", NLS.bind(Messages.DataPreparation_constant, Texts.list(constant)));
        }
    }

    private void describe(String name, TextVector texts, int[] usable) {
        int levels = levels(texts, usable);
        if (levels > settings.maxLevels()) {
            String sentence = settings.manyLevels() == TextEncoding.TARGET ? Messages.DataPreparation_manyLevelsTarget
                    : Messages.DataPreparation_manyLevels;
            context.warning("many-levels",
                    NLS.bind(sentence, new Object[] {name, levels, settings.maxLevels()}));
        }
    }

    private void describe(String name, DoubleVector doubles, int[] usable) {
        int odd = 0;
        for (int row : usable) {
            odd += !doubles.isMissing(row) && !Double.isFinite(doubles.get(row)) ? 1 : 0;
        }
        if (odd > 0) {
            context.warning("not-finite", NLS.bind(Messages.DataPreparation_notFinite, name, odd));
        }
    }

    private static boolean isConstant(ColumnVector values, int[] usable) {
        for (int row : usable) {
            if (!same(values, row, usable[0])) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(ColumnVector values, int row, int other) {
        if (values.isMissing(row) || values.isMissing(other)) {
            return values.isMissing(row) && values.isMissing(other);
        }
        return switch (values) {
            case TextVector texts -> texts.code(row) == texts.code(other);
            case LongVector longs -> longs.get(row) == longs.get(other);
            case DoubleVector doubles -> doubles.get(row) == doubles.get(other);
        };
    }

    private static int levels(TextVector texts, int[] usable) {
        boolean[] seen = new boolean[texts.dictionary().size() + 1];
        int count = 0;
        for (int row : usable) {
            int code = texts.code(row) + 1;
            count += seen[code] ? 0 : 1;
            seen[code] = true;
        }
        return count;
    }
}
