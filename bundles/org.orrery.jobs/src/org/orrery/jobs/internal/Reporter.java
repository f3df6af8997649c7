package org.orrery.jobs.internal;

/** Takes what the user need not see at once but somebody should: the log of the platform, or of a test. Thread-safe. */
@FunctionalInterface
public interface Reporter {
    /**
     * Reports trouble.
     *
     * @param message a sentence
     * @param cause what happened; null for none
     */
    void report(String message, Throwable cause);
}
