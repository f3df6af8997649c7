package org.orrery.jobs.internal.lease;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import org.orrery.jobs.internal.codec.PlainJson;

/**
 * The lease on a workspace: a lock of the operating system, which goes with its process however that ends, and beside it
 * who has it. A process on another machine, whose number means nothing here, is known to live by its heartbeat.
 */
public final class WorkspaceLock implements AutoCloseable {
    /** How often the owner gives a sign of life. */
    public static final Duration HEARTBEAT = Duration.ofSeconds(10);
    private static final Duration SILENCE = Duration.ofSeconds(60);
    private static final String LOCK = "workspace.lock";
    private static final String PULSE = "workspace.heartbeat";
    /** Far behind the content, so that others can read who holds the lock where a lock forbids reading. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;
    private final Path folder;
    private final FileChannel channel;
    private final FileLock lock;
    private final Set<Path> held;

    private WorkspaceLock(Path folder, FileChannel channel, FileLock lock, Set<Path> held) {
        this.folder = folder;
        this.channel = channel;
        this.lock = lock;
        this.held = held;
    }

    /**
     * Takes the lock.
     *
     * @param held the folders whose locks this process has, for safe use by many threads. To open the file of such a lock, if
     *     only for reading, would give the lock up on systems that count locks by process
     * @return empty when another process, or this one, has it
     * @throws IOException when the folder cannot be written
     */
    public static Optional<WorkspaceLock> take(Path folder, ProcessIdentity self, Set<Path> held) throws IOException {
        if (!held.add(folder)) {
            return Optional.empty();
        }
        Optional<WorkspaceLock> taken = Optional.empty();
        try {
            taken = lock(folder, self, held);
            return taken;
        } finally {
            if (taken.isEmpty()) {
                held.remove(folder);
            }
        }
    }

    private static Optional<WorkspaceLock> lock(Path folder, ProcessIdentity self, Set<Path> held) throws IOException {
        FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        boolean locked = false;
        try {
            FileLock lock = tryLock(channel);
            if (lock == null) {
                return Optional.empty();
            }
            byte[] content = PlainJson.write(self);
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(content), 0);
            channel.force(true);
            WorkspaceLock taken = new WorkspaceLock(folder, channel, lock, held);
            taken.beat();
            locked = true;
            return Optional.of(taken);
        } finally {
            if (!locked) {
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

    /** Who took the lock last; empty when nobody has said so. Never to be asked by a process that has the lock itself. */
    public static Optional<ProcessIdentity> holder(Path folder) {
        try {
            return Optional.of(PlainJson.read(Files.readAllBytes(folder.resolve(LOCK)), ProcessIdentity.class));
        } catch (IOException nobody) {
            return Optional.empty();
        }
    }

    /** Whether the owner of a run in that workspace is gone. */
    public static boolean dead(Path folder, ProcessIdentity owner) {
        if (owner.here()) {
            return owner.dead();
        }
        try {
            Instant last = Files.getLastModifiedTime(folder.resolve(PULSE)).toInstant();
            return last.isBefore(Instant.now().minus(SILENCE));
        } catch (IOException noPulse) {
            return true;
        }
    }

    /** Gives a sign of life. */
    public void beat() throws IOException {
        Path pulse = folder.resolve(PULSE);
        if (!Files.exists(pulse)) {
            Files.write(pulse, new byte[0]);
        }
        Files.setLastModifiedTime(pulse, FileTime.from(Instant.now()));
    }

    /** Gives the workspace back. The file stays: deleting it would let two processes lock two files of one name. */
    @Override
    public void close() throws IOException {
        try (channel) {
            lock.release();
        } finally {
            held.remove(folder);
        }
    }
}
