package org.orrery.benchmarks.metrics;

import org.orrery.jobs.Workspace;

/** What goes on in the workbench while somebody waits for it. */
@FunctionalInterface
interface Scene {
    /**
     * Plays it.
     *
     * @param seconds how long each part of it lasts
     */
    void play(Waits waits, Workspace workspace, long seconds) throws Exception;
}
