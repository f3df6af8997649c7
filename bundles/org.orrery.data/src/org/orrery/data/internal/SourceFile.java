package org.orrery.data.internal;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.eclipse.osgi.util.NLS;
import org.orrery.data.DataException;
import org.orrery.data.DataException.Code;
import org.orrery.data.DataException.Where;
import org.orrery.data.Progress;

/** A file that is read from its first byte to its last, with its digest taken on the way. Used by one thread. */
public final class SourceFile implements AutoCloseable {
    /**
     * What a file was when it was read.
     *
     * @param sha256 the digest of its bytes, lower-case hexadecimal
     * @param bytes its size
     * @param modified when it was last changed
     */
    public record Stamp(String sha256, long bytes, Instant modified) {
    }

    private static final int BUFFER = 1 << 16;
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private final Path file;
    private final Digesting raw;
    private final BasicFileAttributes before;
    private InputStream content;

    private SourceFile(Path file, Digesting raw, BasicFileAttributes before) {
        this.file = file;
        this.raw = raw;
        this.before = before;
        this.content = raw;
    }

    /**
     * Opens a file and unpacks it when its first bytes say gzip, or zip with one file inside.
     *
     * @throws DataException unreadable-file when it is missing, a directory, or may not be read
     */
    public static SourceFile open(Path file, Progress progress) throws DataException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (attributes.isDirectory()) {
                throw unreadable(file, Messages.SourceFile_directory, null);
            }
            if (!attributes.isRegularFile()) {
                throw unreadable(file, Messages.SourceFile_notRegular, null);
            }
            Digesting raw = new Digesting(Files.newInputStream(file), attributes.size(), progress);
            SourceFile source = new SourceFile(file, raw, attributes);
            source.unpack();
            return source;
        } catch (IOException cause) {
            throw failure(file, cause);
        }
    }

    private void unpack() throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(raw, BUFFER);
        content = buffered;
        buffered.mark(4);
        byte[] magic = buffered.readNBytes(4);
        buffered.reset();
        if (magic.length > 1 && (magic[0] & 0xFF) == 0x1F && (magic[1] & 0xFF) == 0x8B) {
            content = new BufferedInputStream(new GZIPInputStream(buffered, BUFFER), BUFFER);
        } else if (Arrays.equals(magic, ZIP)) {
            content = new BufferedInputStream(new ZippedFile(buffered, () -> raw.count), BUFFER);
        }
    }

    /** Whether a part of a zip archive can be the data: it is no folder, and not what some systems add unasked. */
    static boolean isData(String part) {
        return !part.endsWith("/") && !part.startsWith("__MACOSX/") && !part.endsWith(".DS_Store");
    }

    /** The sentence for a file that cannot be read. */
    public static DataException failure(Path file, IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return unreadable(file, Messages.SourceFile_missing, cause);
        }
        if (cause instanceof AccessDeniedException) {
            return unreadable(file, Messages.SourceFile_denied, cause);
        }
        if (cause instanceof ZippedFile.DamagedException) {
            return new DataException(Code.BAD_DATA, NLS.bind(Messages.SourceFile_badZip, file), Where.in(file), cause);
        }
        if (cause instanceof ZippedFile.BombException) {
            return new DataException(Code.BAD_DATA, NLS.bind(Messages.SourceFile_bomb, file), Where.in(file), cause);
        }
        if (cause instanceof ZipException || cause instanceof EOFException) {
            return new DataException(Code.BAD_DATA, NLS.bind(Messages.SourceFile_badGzip, file), Where.in(file), cause);
        }
        return new DataException(Code.UNREADABLE_FILE, NLS.bind(Messages.SourceFile_failed, file, cause.getMessage()),
                Where.in(file), cause);
    }

    private static DataException unreadable(Path file, String sentence, IOException cause) {
        return new DataException(Code.UNREADABLE_FILE, NLS.bind(sentence, file), Where.in(file), cause);
    }

    /** The bytes, unpacked. */
    public InputStream content() {
        return content;
    }

    /**
     * Reads what is left and says what the file was.
     *
     * @throws DataException unreadable-file when the file has changed since it was opened
     */
    public Stamp finish() throws DataException {
        try {
            drain(content);
            drain(raw);
            BasicFileAttributes after = Files.readAttributes(file, BasicFileAttributes.class);
            if (raw.count != before.size() || after.size() != before.size()
                    || !after.lastModifiedTime().equals(before.lastModifiedTime())) {
                throw changed(file);
            }
            return new Stamp(HexFormat.of().formatHex(raw.digest.digest()), raw.count, after.lastModifiedTime().toInstant());
        } catch (IOException cause) {
            throw failure(file, cause);
        }
    }

    private static void drain(InputStream input) throws IOException {
        byte[] buffer = new byte[BUFFER];
        int read = 0;
        while (read >= 0) {
            read = input.read(buffer);
        }
    }

    /** The sentence for a file that is not what it was when reading began. */
    public static DataException changed(Path file) {
        return unreadable(file, Messages.SourceFile_changed, null);
    }

    /** The digest and size of a file. */
    public static Stamp stamp(Path file, Progress progress) throws DataException {
        try (SourceFile source = open(file, progress)) {
            // The packed bytes are what counts, so nothing needs to be unpacked.
            source.content = source.raw;
            return source.finish();
        }
    }

    @Override
    public void close() throws DataException {
        try {
            raw.close();
        } catch (IOException cause) {
            throw failure(file, cause);
        }
    }

    private static final class Digesting extends FilterInputStream {
        private final MessageDigest digest;
        private final long size;
        private final Progress progress;
        private long count;

        Digesting(InputStream input, long size, Progress progress) {
            super(input);
            this.size = size;
            this.progress = progress;
            try {
                this.digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("Every Java platform has SHA-256", impossible);
            }
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            progress.checkCancelled();
            int read = super.read(buffer, from, length);
            if (read > 0) {
                digest.update(buffer, from, read);
                count += read;
                progress.worked(count, size);
            }
            return read;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
