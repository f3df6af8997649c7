package org.orrery.jobs;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes reports on stored runs; a service, thread-safe. Every method may read large files: never call one on the user
 * interface thread.
 */
public interface RunReports {
    /** The formats that can be written, as endings of files without the dot, in order of the alphabet. */
    List<String> formats();

    /**
     * Writes one report over these runs, in that order. The file appears whole or not at all; one that is there is
     * replaced. Folders above it are made.
     *
     * @param runs at least one
     * @param format one of {@link #formats()}
     * @throws IOException when the file cannot be written
     * @throws IllegalArgumentException when there is no such format, or no run
     */
    void write(List<StoredRun> runs, String format, Path file) throws IOException;

    /**
     * Writes one report over these runs and leaves the stream open.
     *
     * @throws IOException when the stream cannot be written
     * @throws IllegalArgumentException as above
     */
    void write(List<StoredRun> runs, String format, OutputStream out) throws IOException;
}
