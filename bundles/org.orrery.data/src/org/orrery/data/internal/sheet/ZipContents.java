package org.orrery.data.internal.sheet;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.eclipse.osgi.util.NLS;
import org.orrery.data.DataException;
import org.orrery.data.DataException.Code;
import org.orrery.data.DataException.Where;
import org.orrery.data.Progress;
import org.orrery.data.internal.SourceFile;

/**
 * The parts of a zip file, each checked to its last byte against length and checksum, and none that unpacks to far more
 * than it should. Names of parts never become paths. Used by one thread.
 */
public final class ZipContents implements AutoCloseable {
    private static final int MOST_ENTRIES = 10_000;
    private static final long MOST_BYTES = 1L << 34;
    private static final long SMALL = 1L << 26;
    private static final int MOST_RATIO = 200;

    private final Path file;
    private final Progress progress;
    private final ZipFile zip;
    private final Map<String, ZipEntry> entries = new HashMap<>();

    private ZipContents(Path file, Progress progress, ZipFile zip) {
        this.file = file;
        this.progress = progress;
        this.zip = zip;
    }

    /** @throws DataException bad-data when the file is damaged, has too many parts or one of them twice; unreadable-file */
    public static ZipContents open(Path file, Progress progress) throws DataException {
        try {
            ZipContents contents = new ZipContents(file, progress, new ZipFile(file.toFile()));
            try {
                contents.list();
                return contents;
            } catch (DataException refused) {
                contents.close();
                throw refused;
            }
        } catch (ZipException damaged) {
            throw damaged(file, damaged);
        } catch (IOException cause) {
            throw SourceFile.failure(file, cause);
        }
    }

    private void list() throws DataException {
        if (zip.size() > MOST_ENTRIES) {
            throw new DataException(Code.BAD_DATA, NLS.bind(Messages.ZipContents_entries, file, MOST_ENTRIES), Where.in(file));
        }
        for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements();) {
            ZipEntry entry = all.nextElement();
            if (entries.put(entry.getName(), entry) != null) {
                throw new DataException(Code.BAD_DATA, NLS.bind(Messages.ZipContents_twice, file, entry.getName()), Where.in(file));
            }
        }
    }

    /** The sentence for a zip file whose bytes are not what they should be. */
    public static DataException damaged(Path file, IOException cause) {
        return new DataException(Code.BAD_DATA, NLS.bind(Messages.ZipContents_damaged, file), Where.in(file), cause);
    }

    /** The names of the parts that are files. */
    public java.util.List<String> names() {
        return entries.values().stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName).sorted().toList();
    }

    /** The bytes of a part; empty when there is no such part. */
    public Optional<InputStream> find(String name) throws DataException {
        ZipEntry entry = entries.get(name);
        if (entry == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Checked(zip.getInputStream(entry), entry));
        } catch (IOException cause) {
            throw damaged(file, cause);
        }
    }

    /**
     * The bytes of a part that must be there.
     *
     * @throws DataException bad-data when it is not
     */
    public InputStream part(String name) throws DataException {
        return find(name).orElseThrow(() -> new DataException(Code.BAD_DATA, NLS.bind(Messages.ZipContents_missing, file, name),
                Where.in(file)));
    }

    @Override
    public void close() throws DataException {
        try {
            zip.close();
        } catch (IOException cause) {
            throw SourceFile.failure(file, cause);
        }
    }

    /** Counts and sums what it gives, since {@link ZipFile} itself does not compare it with the directory. */
    private final class Checked extends FilterInputStream {
        private final ZipEntry entry;
        private final CRC32 sum = new CRC32();
        private long count;

        Checked(InputStream input, ZipEntry entry) {
            super(input);
            this.entry = entry;
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
            if (read < 0) {
                if (count != entry.getSize() || sum.getValue() != entry.getCrc()) {
                    throw new ZipException("The part " + entry.getName() + " is damaged");
                }
                return read;
            }
            sum.update(buffer, from, read);
            count += read;
            boolean bomb = count > SMALL && count / MOST_RATIO > Math.max(1, entry.getCompressedSize());
            if (count > MOST_BYTES || bomb) {
                throw new IOException(new DataException(Code.BAD_DATA, NLS.bind(Messages.ZipContents_bomb, file, entry.getName()),
                        Where.in(file)));
            }
            progress.worked(Math.min(count, entry.getSize()), entry.getSize());
            return read;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
