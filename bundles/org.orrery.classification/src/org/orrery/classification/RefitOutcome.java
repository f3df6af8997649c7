package org.orrery.classification;

/**
 * The best model, trained again on all rows.
 *
 * @param model its id
 * @param rows the rows that trained it
 * @param converged whether training came to its end
 * @param sha256 the digest of its file
 * @param fitSeconds seconds of training
 * @param allocatedMiB mebibytes allocated by the thread of the unit; NaN when the platform does not tell
 * @param modelBytes the size of its file
 * @param threshold from which it predicts the positive class; NaN: it predicts the more probable class
 */
public record RefitOutcome(String model, long rows, boolean converged, String sha256, double fitSeconds, double allocatedMiB,
        long modelBytes, double threshold)
        implements ClassificationOutcome {
}
