package org.orrery.data.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Files whose digest was taken in this process and that cannot have changed since: the time of the last change of any kind,
 * which no program can set back, is the same. Where a file system keeps no such time nothing is remembered, and the digest is
 * taken each time. Thread-safe.
 */
final class KnownFiles {
    /** A change within the tick of the clock of a file system may leave its time as it was. */
    private static final long TICK_MILLIS = 2_000;

    private record Identity(Object key, long size, FileTime changed) {
    }

    private record Known(String sha256, Identity identity) {
    }

    private final Map<Path, Known> files = new ConcurrentHashMap<>();

    /** What the file is, to be asked before it is read; null when that is not known. */
    private static Identity identity(Path file) {
        try {
            Map<String, Object> attributes = Files.readAttributes(file, "unix:ino,size,ctime", new LinkOption[0]);
            FileTime changed = (FileTime) attributes.get("ctime");
            boolean settled = changed.toInstant().isBefore(Instant.now().minusMillis(TICK_MILLIS));
            return settled ? new Identity(attributes.get("ino"), (Long) attributes.get("size"), changed) : null;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException unknown) {
            // Then the file is read again, which finds out what is wrong with it.
            return null;
        }
    }

    /** Begins to read a file; what this gives is for {@link #remember}. */
    Object begin(Path file) {
        return identity(file);
    }

    /** The file had that digest when it was read to its end. */
    void remember(Path file, Object begun, String sha256) {
        Identity now = identity(file);
        if (now != null && now.equals(begun)) {
            files.put(file, new Known(sha256, now));
        } else {
            files.remove(file);
        }
    }

    /** Whether the file is known to have that digest still. */
    boolean has(Path file, String sha256) {
        Known known = files.get(file);
        return known != null && known.sha256.equals(sha256) && known.identity.equals(identity(file));
    }
}
