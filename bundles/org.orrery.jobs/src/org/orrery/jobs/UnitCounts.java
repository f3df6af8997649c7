package org.orrery.jobs;

/**
 * How far a run is, in units.
 *
 * @param done units that succeeded, restored ones among them
 * @param total units declared so far
 * @param restored units whose outcome came from an earlier attempt
 * @param failed units that failed
 * @param skipped units that were not done
 */
public record UnitCounts(int done, int total, int restored, int failed, int skipped) {
}
