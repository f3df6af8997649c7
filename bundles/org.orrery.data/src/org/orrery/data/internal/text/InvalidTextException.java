package org.orrery.data.internal.text;

import java.io.IOException;

/** Bytes that are no text in the encoding of the file, or a NUL. */
final class InvalidTextException extends IOException {
    private static final long serialVersionUID = 1L;

    private final long offset;
    private final boolean nul;

    InvalidTextException(long offset, boolean nul) {
        super("Byte " + offset);
        this.offset = offset;
        this.nul = nul;
    }

    /** How many bytes of the (unpacked) file stand before the first wrong one. */
    long offset() {
        return offset;
    }

    /** Whether it is a NUL rather than a broken character. */
    boolean isNul() {
        return nul;
    }
}
