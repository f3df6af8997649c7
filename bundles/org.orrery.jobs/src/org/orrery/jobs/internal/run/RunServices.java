package org.orrery.jobs.internal.run;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;

import org.orrery.data.DataStore;
import org.orrery.jobs.Catalog;
import org.orrery.jobs.internal.Reporter;
import org.orrery.jobs.internal.files.DurableFiles;
import org.orrery.jobs.internal.lease.ProcessIdentity;
import org.orrery.jobs.internal.store.DirectoryRunFolders;
import org.orrery.jobs.internal.store.QueueJournal;
import org.orrery.jobs.internal.store.StoreThread;
import org.orrery.jobs.internal.worker.WorkerLaunch;

/**
 * What all runs of one workspace share.
 *
 * @param files writes
 * @param thread writes run folders
 * @param folders where runs lie
 * @param queue has the runs that have no folder yet; empty in a process that carries out one run
 * @param data reads data sets
 * @param catalog has those of the user; empty in a process that leaves it to its owner
 * @param background threads for what is neither a unit nor a write of a run folder
 * @param events tells listeners
 * @param reporter the log
 * @param owner this process
 * @param patience how long a cancelled run may take to end by itself
 * @param workers starts processes for isolated runs; empty where there is no way to
 * @param cache the folder that the data store keeps its cache in
 * @param heap reads how full the heap is
 * @param alone whether this process carries out one run and nothing else
 * @param clock the clock of the machine
 */
public record RunServices(DurableFiles files, StoreThread thread, DirectoryRunFolders folders, Optional<QueueJournal> queue, DataStore data,
        Optional<Catalog> catalog, ExecutorService background, RunEvents events, Reporter reporter, ProcessIdentity owner, Duration patience,
        Optional<WorkerLaunch> workers, Path cache, Supplier<HeapReading> heap, boolean alone, InstantSource clock) {
    /** The instants of a run of which that one is known. */
    RunClock clock(Instant notBefore) {
        return new RunClock(clock, notBefore);
    }
}
