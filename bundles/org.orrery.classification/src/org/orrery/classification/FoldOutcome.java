package org.orrery.classification;

import java.util.List;

import org.orrery.learning.evaluation.Calibration;
import org.orrery.learning.evaluation.ClassificationMeasures;
import org.orrery.learning.evaluation.Confusion;
import org.orrery.learning.evaluation.ScoreTally;

/**
 * One model in one fold. The predictions themselves are rows of the run.
 *
 * @param trainRows rows that trained
 * @param testRows rows that tested
 * @param measures of the test rows
 * @param confusion of the test rows
 * @param rocAucs exact, one for the positive class of two, else one per class
 * @param tallies as {@code rocAucs}; exact up to {@link FoldEvaluation#MAX_GROUPS} scores over all classes, joined beyond
 * @param calibrations as {@code rocAucs}
 * @param converged whether training came to its end
 * @param fitSeconds seconds of training
 * @param scoreSeconds seconds of prediction
 * @param allocatedMiB mebibytes allocated by the thread of the unit; NaN when the platform does not tell
 * @param peakMiB mebibytes by which the heap grew at most while the unit was at work, what else was at work in the process counted
 * @param modelBytes the size of the trained model with its encoder in a file
 */
public record FoldOutcome(long trainRows, long testRows, ClassificationMeasures measures, Confusion confusion, double[] rocAucs,
        List<ScoreTally> tallies, List<Calibration> calibrations, boolean converged, double fitSeconds, double scoreSeconds,
        double allocatedMiB, double peakMiB, long modelBytes) implements ClassificationOutcome {
}
