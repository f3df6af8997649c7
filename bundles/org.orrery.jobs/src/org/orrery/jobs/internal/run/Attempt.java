package org.orrery.jobs.internal.run;

import java.util.Optional;

import org.orrery.jobs.RunException;

/** One attempt of one run, wherever it is carried out. On the thread of its job; of use once. */
sealed interface Attempt permits RunCoordinator, IsolatedAttempt {
    /** Does it all; every failure becomes the state of the run. */
    void run();

    /** The error that ended it. */
    Optional<RunException.Problem> problem();
}
