package org.orrery.cli;

import java.io.IOException;

import org.orrery.jobs.RunException;

/** This very command once more, in a process that stays when this one ends. */
public interface Background {
    /** Whether this is that process. */
    boolean here();

    /** Tells the process that has started this one that it can end, and writes nothing more. */
    void settled(Terminal terminal) throws IOException;

    /**
     * Starts the process and passes on what it says, until it is settled or has ended.
     *
     * @return how this process ends: completed when the other one is settled, else as that one has ended
     * @throws RunException bad-usage when this system does not tell how this process was started
     */
    ExitCode start(Terminal terminal, Interruption interruption) throws RunException, IOException, InterruptedException;
}
