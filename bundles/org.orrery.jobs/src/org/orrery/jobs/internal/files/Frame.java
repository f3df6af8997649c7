package org.orrery.jobs.internal.files;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * One record of a chained log on disk: length of the payload, sequence number, kind, digest of the record before, payload,
 * digest of all that. The digest of the record before makes a lost record visible; the own one makes each record checkable
 * alone.
 *
 * @param sequence from 0
 * @param kind what the payload is
 * @param previous the digest of the record before
 * @param payload the content; not changed
 * @param digest SHA-256 over everything before it
 */
public record Frame(long sequence, byte kind, byte[] previous, byte[] payload, byte[] digest) {
    static final int DIGEST = 32;
    static final int HEAD = Integer.BYTES + Long.BYTES + 1 + DIGEST;
    /** No record is larger, so that a damaged length is not believed. */
    static final int LARGEST = 1 << 30;

    /** The bytes of a new record; its digest is in the last 32. */
    static ByteBuffer encode(long sequence, byte kind, byte[] previous, byte[] payload) {
        ByteBuffer bytes = ByteBuffer.allocate(HEAD + payload.length + DIGEST);
        bytes.putInt(payload.length).putLong(sequence).put(kind).put(previous).put(payload);
        MessageDigest digest = sha256();
        digest.update(bytes.array(), 0, HEAD + payload.length);
        bytes.put(digest.digest());
        return bytes.flip();
    }

    /** How many bytes a record with that payload takes. */
    static long size(int payload) {
        return (long) HEAD + payload + DIGEST;
    }

    /** The record in these bytes, which must be exactly one; null when its digest is wrong. */
    static Frame decode(ByteBuffer bytes) {
        int length = bytes.getInt(0);
        if (length < 0 || bytes.limit() != size(length)) {
            return null;
        }
        MessageDigest digest = sha256();
        digest.update(bytes.duplicate().position(0).limit(HEAD + length));
        byte[] expected = digest.digest();
        byte[] found = slice(bytes, HEAD + length, DIGEST);
        if (!Arrays.equals(expected, found)) {
            return null;
        }
        return new Frame(bytes.getLong(Integer.BYTES), bytes.get(Integer.BYTES + Long.BYTES),
                slice(bytes, HEAD - DIGEST, DIGEST), slice(bytes, HEAD, length), found);
    }

    private static byte[] slice(ByteBuffer bytes, int from, int length) {
        byte[] part = new byte[length];
        bytes.get(from, part);
        return part;
    }

    /** A new digest. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** The digest of a text, lower-case hexadecimal. */
    public static String sha256(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The digest of some bytes, lower-case hexadecimal. */
    public static String digest(byte[] bytes) {
        return java.util.HexFormat.of().formatHex(sha256().digest(bytes));
    }
}
