package org.orrery.analysis;

import java.util.concurrent.CancellationException;

import org.orrery.data.Progress;

/** What an analysis may use while it prepares a run. Safe for any number of threads. */
public interface PrepareContext {
    /** @throws CancellationException when the run shall end: let it pass */
    void checkCancelled();

    /** The seed of the run. */
    long seed();

    /** How many threads may be used, at least 1. */
    int threads();

    /** Progress and cancellation for reading data, under that label. */
    Progress progress(String label);

    /**
     * Tells the user something about the data or the settings that belongs to the result.
     *
     * @param code a stable kebab-case word
     * @param message a sentence
     */
    void warning(String code, String message);
}
