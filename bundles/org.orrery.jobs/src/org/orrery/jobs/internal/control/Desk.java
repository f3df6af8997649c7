package org.orrery.jobs.internal.control;

import java.nio.file.Path;

import org.orrery.data.Dataset;
import org.orrery.data.Progress;
import org.orrery.data.ReadOptions;
import org.orrery.jobs.RunException;
import org.orrery.jobs.Runs;

/** What the owner of a workspace does for other processes. Thread-safe. */
public interface Desk {
    /** Carries out runs. */
    Runs runs();

    /** Reads a file and keeps it in the catalogue. */
    Dataset importFile(Path file, ReadOptions options, Progress progress) throws RunException;

    /** Calls a data set of the catalogue otherwise. */
    Dataset rename(String name, String next) throws RunException;

    /** Whether no run is at work or waits for its turn. */
    boolean idle();
}
