package org.orrery.classification;

import java.util.LinkedHashMap;
import java.util.Map;

import org.eclipse.osgi.util.NLS;
import org.orrery.analysis.AnalysisException.Code;
import org.orrery.analysis.Problems;
import org.orrery.analysis.settings.SettingsSchema;
import org.orrery.learning.validation.ValidationScheme;

/**
 * How a run that has ended gets more folds. A division into ten parts has none of the folds of a division into five: models trained on four
 * fifths of the rows say nothing about models trained on nine tenths. What can be added without making the finished folds wrong is another
 * division of the same kind, shuffled anew: ten folds are then two divisions into five, known as repeated cross-validation, and for hold-outs
 * as Monte-Carlo cross-validation. Each division draws from a stream of chance of its own, so that the first ones are the same however many
 * follow.
 */
final class MoreFolds {
    private final ClassificationSettings before;
    private final ClassificationSettings wished;

    MoreFolds(ClassificationSettings before, ClassificationSettings wished) {
        this.before = before;
        this.wished = wished;
    }

    /** The settings that keep the finished folds; the wished ones when something is wrong with them. */
    ClassificationSettings settings(Problems problems) {
        if (wished.folds() == before.folds()) {
            return wished;
        }
        switch (before.validation()) {
            case STRATIFIED, GROUPED, HOLD_OUT -> {
                return divisions(problems);
            }
            case TIME_ORDERED, FOLD_COLUMN, LEAVE_ONE_OUT -> {
                problems.error(Code.BAD_SETTING, "folds", NLS.bind(Messages.MoreFolds_oneDivision, before.folds()));
                return wished;
            }
        }
        return wished;
    }

    private ClassificationSettings divisions(Problems problems) {
        int each = before.validation() == ValidationScheme.HOLD_OUT ? 1 : before.folds();
        int repeats = (wished.folds() + each - 1) / each;
        if (wished.repeats() != before.repeats()) {
            problems.error(Code.BAD_SETTING, "folds", NLS.bind(Messages.MoreFolds_both, before.folds()));
        } else if (repeats * each != wished.folds()) {
            problems.error(Code.BAD_SETTING, "folds", NLS.bind(Messages.MoreFolds_otherDivision,
                    new Object[] {wished.folds(), each, repeats * each, repeats}));
        } else if (repeats < before.repeats()) {
            problems.error(Code.BAD_SETTING, "folds", NLS.bind(Messages.MoreFolds_fewer, before.repeats() * each, wished.folds()));
        }
        Map<String, Object> plain = new LinkedHashMap<>(SettingsSchema.of(ClassificationSettings.class).plain(wished));
        plain.put("folds", before.folds());
        plain.put("repeats", repeats);
        // Both are within their ranges: they were in those of the wish.
        return SettingsSchema.of(ClassificationSettings.class).bind(plain, (setting, message) -> { }).orElse(wished);
    }
}
