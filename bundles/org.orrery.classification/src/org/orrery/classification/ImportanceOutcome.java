package org.orrery.classification;

import java.util.List;

/**
 * How important features are for one model.
 *
 * @param model its id
 * @param measure the name of the measure that gets worse
 * @param base the measure on the rows as they are
 * @param rows how many held-out rows there are
 * @param features in the order of the data, groups at their first feature
 */
public record ImportanceOutcome(String model, String measure, double base, long rows, List<Feature> features)
        implements ClassificationOutcome {
    /**
     * One feature, or several that go together.
     *
     * @param names the features that were shuffled together, in the order of the data
     * @param drops how much worse the measure became, for each shuffle
     */
    public record Feature(List<String> names, double[] drops) {
    }
}
