package org.orrery.jobs.internal.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** How a second process of this program is started that carries out a run. Thread-safe. */
@FunctionalInterface
public interface WorkerLaunch {
    /**
     * The command line of a worker, which reads a {@link WorkerOrder} from its standard input.
     *
     * @param heapMiB its whole heap; 0: as this program thinks fit
     * @param own an empty folder for whatever it needs besides; deleted when the worker has ended
     * @throws IOException when no worker can be started
     */
    List<String> command(int heapMiB, Path own) throws IOException;
}
