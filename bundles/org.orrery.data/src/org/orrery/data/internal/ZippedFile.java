package org.orrery.data.internal;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * The bytes of the one file in a zip archive, read from the front so that the archive is digested on the way. Length and
 * checksum are compared at its end.
 */
final class ZippedFile extends InputStream {
    private static final long LARGE = 1L << 30;
    private static final int MOST_RATIO = 200;

    /** The archive is not what it should be. */
    static final class DamagedException extends IOException {
        private static final long serialVersionUID = 1L;

        DamagedException(IOException cause) {
            super(cause);
        }
    }

    /** More comes out of the archive than data ever do. */
    static final class BombException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private final ZipInputStream zip;
    private final LongSupplier packed;
    private long count;

    /** @param packed how many bytes of the archive were read so far */
    ZippedFile(InputStream archive, LongSupplier packed) throws IOException {
        this.zip = new ZipInputStream(archive);
        this.packed = packed;
        try {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory() && SourceFile.isData(entry.getName())) {
                    return;
                }
            }
        } catch (ZipException | EOFException damaged) {
            throw new DamagedException(damaged);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        try {
            int read = zip.read(buffer, from, length);
            count += Math.max(0, read);
            if (count > LARGE && count / MOST_RATIO > packed.getAsLong()) {
                throw new BombException();
            }
            return read;
        } catch (ZipException | EOFException damaged) {
            throw new DamagedException(damaged);
        }
    }
}
