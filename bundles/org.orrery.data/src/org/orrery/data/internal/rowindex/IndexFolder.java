package org.orrery.data.internal.rowindex;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * Indexes of rows that are kept, a file for each. What is damaged counts as not there; when there are many, the one that was not used for
 * the longest goes.
 */
public final class IndexFolder {
    private static final long MAGIC = 0x4F52_524F_5749_0001L;
    private static final int MOST = 64;
    private static final int MOST_BLOCKS = 1 << 26;
    private static final String ENDING = ".rows";

    private final Path folder;

    /** @param folder made when the first index is kept */
    public IndexFolder(Path folder) {
        this.folder = folder;
    }

    /** The index of that name. */
    Optional<RowIndex> load(String key) {
        Path file = folder.resolve(key + ENDING);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (CheckedInputStream checked = new CheckedInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16), new CRC32C());
                DataInputStream input = new DataInputStream(checked)) {
            long magic = input.readLong();
            long end = input.readLong();
            long rows = input.readLong();
            long line = input.readLong();
            int size = input.readInt();
            if (magic != MAGIC || size < 0 || size > MOST_BLOCKS) {
                return Optional.empty();
            }
            long[] offsets = new long[size];
            long[] firsts = new long[size];
            for (int i = 0; i < size; i++) {
                offsets[i] = input.readLong();
                firsts[i] = input.readLong();
            }
            long sum = checked.getChecksum().getValue();
            if (input.readLong() != sum) {
                return Optional.empty();
            }
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            return Optional.of(new RowIndex(offsets, firsts, end, rows, line));
        } catch (IOException damaged) {
            // It is made anew from the file.
            return Optional.empty();
        }
    }

    /** Keeps an index of a whole file. */
    void save(String key, RowIndex index) throws IOException {
        Files.createDirectories(folder);
        Path aside = folder.resolve("new-" + UUID.randomUUID());
        try (CheckedOutputStream checked = new CheckedOutputStream(new BufferedOutputStream(Files.newOutputStream(aside), 1 << 16), new CRC32C());
                DataOutputStream output = new DataOutputStream(checked)) {
            long[] offsets = index.offsets();
            long[] firsts = index.firsts();
            output.writeLong(MAGIC);
            output.writeLong(index.end());
            output.writeLong(index.extent().rows());
            output.writeLong(index.line());
            output.writeInt(offsets.length);
            for (int i = 0; i < offsets.length; i++) {
                output.writeLong(offsets[i]);
                output.writeLong(firsts[i]);
            }
            output.writeLong(checked.getChecksum().getValue());
        }
        Files.move(aside, folder.resolve(key + ENDING), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        tidy();
    }

    private void tidy() throws IOException {
        record Kept(Path file, Instant used) {
        }
        List<Kept> all = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                try {
                    all.add(new Kept(file, Files.getLastModifiedTime(file).toInstant()));
                } catch (NoSuchFileException gone) {
                    // Another process tidies up as well.
                    continue;
                }
            }
        }
        all.sort(Comparator.comparing(Kept::used));
        for (int i = 0; i < all.size() - MOST; i++) {
            Files.deleteIfExists(all.get(i).file());
        }
    }
}
