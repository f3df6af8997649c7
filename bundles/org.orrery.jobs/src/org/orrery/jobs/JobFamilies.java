package org.orrery.jobs;

/** What the platform's jobs of this bundle belong to. */
public final class JobFamilies {
    /** Every job that carries out a run. A single run belongs to its number as well, a {@code Long}. */
    public static final Object RUNS = new Object();

    private JobFamilies() {
    }
}
