package org.orrery.jobs;

import java.nio.file.Path;

import org.orrery.data.DataStore;

/** A workspace that this process owns until it closes it. Closing interrupts running work so that it can be resumed. */
public interface Workspace extends AutoCloseable {
    /** Its folder. */
    Path folder();

    /** Carries out runs. */
    Runs runs();

    /** The stored runs. */
    RunFolders folders();

    /** The searchable index over them. */
    RunHistory history();

    /** Answers from stored runs, and previews. */
    SideResults sideResults();

    /** How much memory is in use, and what is done about it. */
    MemoryMonitor memory();

    /** Data sets. */
    DataStore data();

    /** The data sets and presets that the user keeps. */
    Catalog catalog();

    @Override
    void close();
}
