package org.orrery.jobs.internal.worker;

import java.nio.file.Path;
import java.util.Objects;

/**
 * What a worker is told when it starts: one line of JSON on its standard input, so that the token is in no list of processes.
 *
 * @param socket where the owner listens
 * @param token shows the owner that it is the worker who calls
 * @param runs the folder of all runs
 * @param run the number of the run
 * @param cache the folder of the columnar cache
 */
public record WorkerOrder(Path socket, String token, Path runs, long run, Path cache) {
    public WorkerOrder {
        Objects.requireNonNull(socket, "socket");
        Objects.requireNonNull(token, "token");
        Objects.requireNonNull(runs, "runs");
        Objects.requireNonNull(cache, "cache");
    }
}
