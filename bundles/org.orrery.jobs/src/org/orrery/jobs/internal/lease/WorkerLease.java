package org.orrery.jobs.internal.lease;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

import org.orrery.jobs.internal.codec.PlainJson;

/**
 * The lease of a worker on the folder of its run, below that of the owner on the workspace: a lock of the operating system,
 * and in its file who has it. While it is held nobody else writes that folder.
 */
public final class WorkerLease implements AutoCloseable {
    private static final String LOCK = "worker.lock";
    private static final long POLL_NANOS = 10_000_000;
    /** Far behind the content, so that others can read it where a lock forbids reading. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;
    private final FileChannel channel;
    private final FileLock lock;

    private WorkerLease(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /** Takes it; empty when another worker has it. */
    public static Optional<WorkerLease> take(Path runFolder, ProcessIdentity self) throws IOException {
        FileChannel channel = FileChannel.open(runFolder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        WorkerLease taken = null;
        try {
            FileLock lock = tryLock(channel);
            if (lock == null) {
                return Optional.empty();
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(PlainJson.write(self)), 0);
            channel.force(true);
            taken = new WorkerLease(channel, lock);
            return Optional.of(taken);
        } finally {
            if (taken == null) {
                channel.close();
            }
        }
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(LOCKED_BYTE, 1, false);
        } catch (OverlappingFileLockException e) {
            // This very process has it.
            return null;
        }
    }

    /**
     * Makes sure that no worker of a dead owner writes to that folder: one that is there still is ended.
     *
     * @throws IOException when it does not end within that time
     */
    public static void expel(Path runFolder, Duration limit) throws IOException {
        Path file = runFolder.resolve(LOCK);
        if (!Files.exists(file)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            if (free(channel)) {
                return;
            }
            ProcessIdentity worker = PlainJson.read(Files.readAllBytes(file), ProcessIdentity.class);
            if (worker.here() && !worker.dead()) {
                ProcessHandle.of(worker.pid()).ifPresent(WorkerLease::end);
            }
            long end = System.nanoTime() + limit.toNanos();
            boolean free = free(channel);
            while (!free && System.nanoTime() < end) {
                // The lock goes with the process; that it leaves the list of processes may take longer.
                LockSupport.parkNanos(POLL_NANOS);
                free = free(channel);
            }
            if (!free) {
                throw new IOException("Process " + worker.pid() + " of " + worker.user() + " on " + worker.host() + " works in " + runFolder);
            }
        }
    }

    private static boolean free(FileChannel channel) throws IOException {
        FileLock lock = tryLock(channel);
        if (lock == null) {
            return false;
        }
        lock.release();
        return true;
    }

    private static void end(ProcessHandle worker) {
        List<ProcessHandle> tree = worker.descendants().toList();
        worker.destroyForcibly();
        tree.forEach(ProcessHandle::destroyForcibly);
    }

    /** Gives it back. The file stays: deleting it would let two processes lock two files of one name. */
    @Override
    public void close() throws IOException {
        try (channel) {
            lock.release();
        }
    }
}
