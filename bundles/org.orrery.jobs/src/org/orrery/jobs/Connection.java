package org.orrery.jobs;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import org.orrery.data.Dataset;
import org.orrery.data.Progress;
import org.orrery.data.ReadOptions;

/**
 * A way to a workspace, whoever owns it: this process, or another one that is told over its control channel what to do.
 * Both look the same, but for {@link #owner()}. Thread-safe; methods wait for files and for the owner: never call one on the
 * user interface thread.
 */
public interface Connection extends AutoCloseable {
    /**
     * Who owns a workspace.
     *
     * @param process the number of its process
     * @param user who runs it
     * @param host the machine
     */
    record Owner(long process, String user, String host) {
    }

    /** The folder of the workspace. */
    Path folder();

    /** The process that owns the workspace; empty when it is this one. */
    Optional<Owner> owner();

    /**
     * Carries out runs in the owner. A method that the owner does not answer within five seconds fails with
     * workspace-locked, as does waiting for a run whose owner dies. {@link Runs#interruptAll} ends what was submitted or
     * resumed over this connection, and {@link Runs#result} knows runs that were waited for.
     */
    Runs runs();

    /** The stored runs, read from their folders. */
    RunFolders folders();

    /**
     * Has the owner read a file and keep it in its catalogue.
     *
     * @param file absolute: the owner has a folder of its own
     * @throws RunException what is wrong with the file, with its place; workspace-locked when the owner is gone
     * @throws java.util.concurrent.CancellationException when the progress says so
     */
    Dataset importFile(Path file, ReadOptions options, Progress progress) throws RunException;

    /**
     * Has the owner call a data set of its catalogue otherwise, as {@link Catalog#rename}.
     *
     * @throws RunException bad-usage, also while a run at work reads it; workspace-locked when the owner is gone
     */
    Dataset rename(String name, String next) throws RunException;

    /**
     * Waits until nothing is at work in this process for this or any other process, and then lets nobody in any more, so that
     * closing ends nobody's work. At once true for a connection to another owner.
     *
     * @return whether that is so; false when the limit came first
     */
    boolean retire(Duration limit) throws InterruptedException;

    /** Gives the workspace back when this process owns it, which interrupts work; else only the connection ends. */
    @Override
    void close();
}
