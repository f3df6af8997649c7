package org.orrery.classification;

import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.orrery.analysis.AnalysisException.Code;
import org.orrery.analysis.Problems;
import org.orrery.analysis.sample.SampleMethod;
import org.orrery.analysis.settings.Nearest;
import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.data.Dataset;
import org.orrery.data.Schema;
import org.orrery.learning.ClassWeighting;
import org.orrery.learning.validation.ValidationScheme;

/** Holds settings against the columns of the data. */
final class SettingsCheck {
    /** More classes than this are a mistake in the choice of the target. */
    static final int MAX_CLASSES = 100;

    /** Leaving out each of more rows than this takes too long. */
    static final int MOST_LEFT_OUT = 2_000;

    private final ClassificationSettings settings;
    private final Dataset dataset;
    private final Problems problems;

    SettingsCheck(ClassificationSettings settings, Dataset dataset, Problems problems) {
        this.settings = settings;
        this.dataset = dataset;
        this.problems = problems;
    }

    void run() {
        Schema schema = dataset.schema();
        if (settings.distinctModels().isEmpty()) {
            problems.error(Code.BAD_SETTING, "models", Messages.SettingsCheck_noModels);
        }
        schema.find(settings.target()).ifPresentOrElse(this::target, () -> missing("target", settings.target()));
        for (String feature : settings.features()) {
            schema.find(feature).ifPresentOrElse(this::feature, () -> missing("features", feature));
        }
        if (ColumnChoice.of(settings, schema).features().isEmpty() && settings.features().isEmpty()) {
            problems.error(Code.NOT_ENOUGH_DATA, "features", Messages.SettingsCheck_noFeatures);
        }
        settings.rowFilter().check("filter", dataset, problems);
        validation(schema);
        if (settings.validation() == ValidationScheme.LEAVE_ONE_OUT && settings.sample().of(dataset.rows()) > MOST_LEFT_OUT) {
            problems.error(Code.BAD_SETTING, "validation",
                    NLS.bind(Messages.SettingsCheck_manyLeftOut, settings.sample().of(dataset.rows()), MOST_LEFT_OUT));
        }
        weights();
        new TuningCheck(settings, problems).run();
        if (dataset.rows() == 0) {
            problems.error(Code.NOT_ENOUGH_DATA, "", NLS.bind(Messages.SettingsCheck_noRows, dataset.name()));
        }
    }

    private void weights() {
        boolean custom = settings.classWeights() == ClassWeighting.CUSTOM;
        if (custom && settings.customWeights().isEmpty()) {
            problems.error(Code.BAD_SETTING, "customWeights", Messages.SettingsCheck_noWeights);
        } else if (!custom && !settings.customWeights().isEmpty()) {
            problems.warning("customWeights", Messages.SettingsCheck_unusedWeights);
        }
    }

    private void validation(Schema schema) {
        boolean byGroup = settings.validation() == ValidationScheme.GROUPED || settings.validation() == ValidationScheme.FOLD_COLUMN;
        boolean byTime = settings.validation() == ValidationScheme.TIME_ORDERED;
        key(schema, "group", settings.group(), byGroup, Messages.SettingsCheck_noGroup);
        key(schema, "time", settings.time(), byTime, Messages.SettingsCheck_noTime);
        if (settings.sample().method() == SampleMethod.LATEST && settings.sample().rows().isPresent() && !byTime) {
            problems.error(Code.BAD_SETTING, "sample.method", Messages.SettingsCheck_latestWithoutTime);
        }
        if (settings.repeats() > 1 && (byTime || settings.validation() == ValidationScheme.LEAVE_ONE_OUT || settings.validation() == ValidationScheme.FOLD_COLUMN)) {
            problems.error(Code.BAD_SETTING, "repeats", Messages.SettingsCheck_noRepeats);
        }
    }

    private void key(Schema schema, String setting, Optional<String> column, boolean needed, String absent) {
        if (column.isEmpty() && needed) {
            problems.error(Code.BAD_SETTING, setting, absent);
        }
        column.ifPresent(name -> {
            if (schema.find(name).isEmpty()) {
                missing(setting, name);
            } else if (name.equals(settings.target())) {
                problems.error(Code.BAD_SETTING, setting, NLS.bind(Messages.SettingsCheck_keyIsTarget, name));
            } else if (!needed) {
                problems.warning(setting, Messages.SettingsCheck_unusedKey);
            }
        });
    }

    private void target(Column column) {
        switch (column.type()) {
            case REAL, DECIMAL -> problems.error(Code.BAD_SETTING, "target", NLS.bind(Messages.SettingsCheck_real, column.name()));
            case DATE, TIMESTAMP, DURATION -> problems.error(Code.BAD_SETTING, "target", NLS.bind(Messages.SettingsCheck_time, column.name()));
            default -> classes(column);
        }
        if (column.distinct() == 0 && dataset.rows() > 0) {
            problems.error(Code.NOT_ENOUGH_DATA, "target", NLS.bind(Messages.DataPreparation_noClass, column.name()));
        } else if (column.distinct() == 1) {
            problems.error(Code.NOT_ENOUGH_DATA, "target", NLS.bind(Messages.SettingsCheck_oneClass, column.name()));
        }
    }

    private void classes(Column column) {
        if (column.distinct() > MAX_CLASSES) {
            String advice = column.type() == ColumnType.INTEGER ? Messages.SettingsCheck_manyNumbers : Messages.SettingsCheck_manyClasses;
            problems.error(Code.BAD_SETTING, "target", NLS.bind(advice, new Object[] {column.name(), column.distinct(), MAX_CLASSES}));
        } else if (column.distinct() > 2) {
            settings.threshold().ifPresent(t -> problems.error(Code.BAD_SETTING, "threshold", onlyBinary(column.name(), column.distinct())));
            settings.keptThreshold().objective()
                    .ifPresent(t -> problems.error(Code.BAD_SETTING, "keptThreshold.objective", onlyBinary(column.name(), column.distinct())));
            settings.positive().ifPresent(p -> problems.error(Code.BAD_SETTING, "positive", onlyBinary(column.name(), column.distinct())));
        }
    }

    static String onlyBinary(String target, long classes) {
        return NLS.bind(Messages.SettingsCheck_onlyBinary, target, classes);
    }

    private void feature(Column column) {
        if (column.name().equals(settings.target())) {
            problems.error(Code.BAD_SETTING, "features", NLS.bind(Messages.SettingsCheck_targetExplains, column.name()));
        } else if (column.idLike()) {
            problems.warning("features", NLS.bind(Messages.SettingsCheck_idLike, column.name()));
        }
    }

    private void missing(String setting, String name) {
        List<String> names = dataset.schema().names();
        problems.error(Code.MISSING_COLUMN, setting,
                Nearest.hint(NLS.bind(Messages.SettingsCheck_missing, dataset.name(), name), Nearest.of(name, names)));
    }
}
