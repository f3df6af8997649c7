package org.orrery.classification;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.orrery.learning.ClassifierKind;

/**
 * One fold of one repetition of the cross-validation. The ids of the first repetition do not name it, so that they are the
 * same whatever the number of repetitions is.
 *
 * @param repeat from 1
 * @param fold from 1
 */
record FoldNumber(int repeat, int fold) {
    private static final Pattern UNIT = Pattern.compile("[^/]+/(?:repeat-(\\d+)/)?fold-(\\d+)");

    /** Whether that is the id of a unit that does a fold. */
    static boolean isFold(String unit) {
        return UNIT.matcher(unit).matches();
    }

    /** The one of that unit. */
    static FoldNumber of(String unit) {
        Matcher matcher = UNIT.matcher(unit);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Not a unit of a fold: " + unit);
        }
        return new FoldNumber(matcher.group(1) == null ? 1 : Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    /** The id of the unit that does it for a model. */
    String unit(ClassifierKind kind) {
        return kind.id() + (repeat == 1 ? "" : "/repeat-" + repeat) + "/fold-" + fold;
    }

    /** The name of the source of chance that divides the rows of its repetition. */
    static String stream(int repeat) {
        return repeat == 1 ? "folds" : "folds-" + repeat;
    }
}
