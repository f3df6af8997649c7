package org.orrery.data.internal.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;

/** Characters as a stream of UTF-8. */
final class Utf8Stream extends InputStream {
    private final Reader reader;
    private final char[] chars = new char[1 << 14];
    private final byte[] bytes = new byte[3 * chars.length];
    private char held;
    private boolean holds;
    private int at;
    private int end;

    Utf8Stream(Reader reader) {
        this.reader = reader;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        if (at == end && !fill()) {
            return -1;
        }
        int count = Math.min(length, end - at);
        System.arraycopy(bytes, at, target, from, count);
        at += count;
        return count;
    }

    private boolean fill() throws IOException {
        at = 0;
        end = 0;
        while (end == 0) {
            int kept = holds ? 1 : 0;
            chars[0] = held;
            int read = reader.read(chars, kept, chars.length - kept);
            if (read < 0) {
                return false;
            }
            int count = kept + read;
            // The two halves of a pair may come apart.
            holds = count > 0 && Character.isHighSurrogate(chars[count - 1]);
            held = count > 0 ? chars[count - 1] : 0;
            end = Utf8.encode(chars, 0, holds ? count - 1 : count, bytes);
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
