package org.orrery.jobs.internal.files;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.orrery.jobs.internal.files.WriteSteps.Kind;

/**
 * Every write of this bundle goes through here. Thread-safe, but only for threads that nobody interrupts: an interrupt
 * closes a file under its writer.
 */
public final class DurableFiles {
    private static final boolean WINDOWS = System.getProperty("os.name", "").startsWith("Windows");
    private final WriteSteps steps;

    /** Writes, and tells these steps before each. */
    public DurableFiles(WriteSteps steps) {
        this.steps = Objects.requireNonNull(steps, "steps");
    }

    /** Makes a folder and those above it. */
    public void createFolders(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            steps.before(Kind.FOLDER, folder);
            Files.createDirectories(folder);
        }
    }

    /** Opens a file for appending, made when it is not there. */
    public Appender appender(Path file) throws IOException {
        steps.before(Kind.OPEN, file);
        return new Appender(file, FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
    }

    /** Puts the bytes into a file of that name: after a crash there is the old content or the new one, never a part. */
    public void replace(Path file, byte[] content) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        try (Appender appender = appender(temporary)) {
            appender.truncate(0);
            appender.append(ByteBuffer.wrap(content));
            appender.force();
        }
        move(temporary, file);
        forceFolder(file.getParent());
    }

    /** A stream into a new file, not yet durable: {@link #force} makes it so. */
    public OutputStream stream(Path file) throws IOException {
        steps.before(Kind.OPEN, file);
        OutputStream out = Files.newOutputStream(file);
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                steps.before(Kind.APPEND, file);
                out.write(bytes, offset, length);
            }
        };
    }

    /** Makes the bytes of a closed file durable. */
    public void force(Path file) throws IOException {
        steps.before(Kind.FORCE, file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Gives a file or folder another name in one step; a file of that name is replaced. */
    public void move(Path from, Path to) throws IOException {
        steps.before(Kind.MOVE, to);
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException | AccessDeniedException e) {
            // Windows refuses the atomic form onto a file that is being read; the plain form then waits for nothing either.
            if (!WINDOWS) {
                throw e;
            }
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Makes names given in that folder durable; Windows does so by itself and has no call for it. */
    public void forceFolder(Path folder) throws IOException {
        steps.before(Kind.FORCE_FOLDER, folder);
        if (!WINDOWS) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** Deletes a file, or a folder with all in it; does nothing when it is not there. Links are not followed. */
    public void delete(Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        steps.before(Kind.DELETE, path);
        List<Path> all;
        try (Stream<Path> walk = Files.walk(path)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
            Files.deleteIfExists(each);
        }
    }

    /** The end of one file. For one thread at a time. */
    public final class Appender implements AutoCloseable {
        private final Path file;
        private final FileChannel channel;
        private long length;

        private Appender(Path file, FileChannel channel) throws IOException {
            this.file = file;
            this.channel = channel;
            this.length = channel.size();
        }

        /** How long the file is. */
        public long length() {
            return length;
        }

        /** Writes all bytes at the end. After a failure the file is as long as before, or this appender is of no more use. */
        public void append(ByteBuffer bytes) throws IOException {
            steps.before(Kind.APPEND, file);
            long position = length;
            while (bytes.hasRemaining()) {
                position += channel.write(bytes, position);
            }
            length = position;
        }

        /** Shortens the file. */
        public void truncate(long newLength) throws IOException {
            if (channel.size() != newLength) {
                steps.before(Kind.TRUNCATE, file);
                channel.truncate(newLength);
            }
            length = newLength;
        }

        /** Makes what was written durable. */
        public void force() throws IOException {
            steps.before(Kind.FORCE, file);
            channel.force(false);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
