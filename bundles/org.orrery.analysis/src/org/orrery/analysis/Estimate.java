package org.orrery.analysis;

/**
 * What a run is expected to need.
 *
 * @param heapBytes heap at its peak; −1 when unknown
 * @param seconds time on one thread; NaN when unknown
 */
public record Estimate(long heapBytes, double seconds) {
    /** Nothing is known. */
    public static final Estimate UNKNOWN = new Estimate(-1, Double.NaN);
}
