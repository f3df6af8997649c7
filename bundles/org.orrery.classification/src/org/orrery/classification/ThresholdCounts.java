package org.orrery.classification;

import java.util.ArrayList;
import java.util.List;

import org.orrery.learning.evaluation.Confusion;
import org.orrery.learning.evaluation.ScoreTally;

/**
 * Two classes at one threshold.
 *
 * @param threshold rows with at least this score are predicted positive
 * @param confusion the other class is 0, the positive one 1
 */
record ThresholdCounts(double threshold, Confusion confusion) {
    /** At every score of a tally, falling. */
    static List<ThresholdCounts> of(ScoreTally tally) {
        List<ThresholdCounts> all = new ArrayList<>();
        long positives = tally.allPositives();
        long negatives = tally.allNegatives();
        long hits = 0;
        long alarms = 0;
        for (int i = 0; i < tally.groups(); i++) {
            hits += tally.positives()[i];
            alarms += tally.negatives()[i];
            all.add(new ThresholdCounts(tally.scores()[i],
                    new Confusion(2, new long[] {negatives - alarms, alarms, positives - hits, hits})));
        }
        return all;
    }
}
