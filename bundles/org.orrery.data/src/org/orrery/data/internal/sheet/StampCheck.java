package org.orrery.data.internal.sheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import org.orrery.data.DataException;
import org.orrery.data.Progress;
import org.orrery.data.internal.SourceFile;

/** What a file was before it was read here and there in it, to be compared with what it is afterwards. */
public final class StampCheck {
    private final Path file;
    private final SourceFile.Stamp before;

    private StampCheck(Path file, SourceFile.Stamp before) {
        this.file = file;
        this.before = before;
    }

    /** Takes the digest of the file. */
    public static StampCheck of(Path file, Progress progress) throws DataException {
        return new StampCheck(file, SourceFile.stamp(file, progress));
    }

    /** For who only looks at a file: no digest is taken. */
    public static StampCheck unread(Path file) {
        return new StampCheck(file, new SourceFile.Stamp("", 0, Instant.EPOCH));
    }

    /**
     * What the file was.
     *
     * @throws DataException unreadable-file when its size or time is another now
     */
    public SourceFile.Stamp unchanged() throws DataException {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            if (now.size() != before.bytes() || !now.lastModifiedTime().toInstant().equals(before.modified())) {
                throw SourceFile.changed(file);
            }
            return before;
        } catch (IOException cause) {
            throw SourceFile.failure(file, cause);
        }
    }
}
