package org.orrery.data.internal.rowindex;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a file was when it was opened.
 *
 * @param size how many bytes it has
 * @param modified when it was last changed
 */
record FileState(long size, FileTime modified) {
    private static final int END = 1 << 16;

    static FileState of(Path file) throws IOException {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        return new FileState(now.size(), now.lastModifiedTime());
    }

    /**
     * A name for what is stored about the file: another one when its place, size, time, beginning or end is another, or how it is read.
     *
     * @param form how it is read
     */
    String key(Path file, String form) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((file + "\n" + size + '\n' + modified + '\n' + form + '\n').getBytes(StandardCharsets.UTF_8));
            byte[] buffer = new byte[(int) Math.min(END, size)];
            bytes.readFully(buffer);
            digest.update(buffer);
            bytes.seek(size - buffer.length);
            bytes.readFully(buffer);
            return HexFormat.of().formatHex(digest.digest(buffer));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
