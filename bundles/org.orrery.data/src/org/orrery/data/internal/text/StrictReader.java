package org.orrery.data.internal.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/** Decodes bytes and replaces nothing: the first byte that is no text ends the reading, with its offset. */
final class StrictReader extends Reader {
    private final InputStream input;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).flip();
    private final int unit;
    private long before;
    private boolean ended;

    /** @param skipped how many bytes were taken from the stream already: the byte order mark */
    StrictReader(InputStream input, Charset charset, int skipped) {
        this.input = input;
        this.decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        this.before = skipped;
        this.unit = charset.name().startsWith("UTF-16") ? 2 : 1;
    }

    @Override
    public int read(char[] buffer, int from, int length) throws IOException {
        CharBuffer out = CharBuffer.wrap(buffer, from, length).slice();
        while (out.position() == 0) {
            if (bytes.remaining() < 4 && !ended) {
                fill();
            }
            int start = bytes.position();
            CoderResult result = decoder.decode(bytes, out, ended);
            refuseNul(buffer, from, from + out.position(), start);
            if (result.isError()) {
                throw new InvalidTextException(before + bytes.position(), false);
            }
            if (ended && result.isUnderflow() && out.position() == 0) {
                return -1;
            }
        }
        return out.position();
    }

    private void fill() throws IOException {
        before += bytes.position();
        bytes.compact();
        while (bytes.hasRemaining()) {
            int read = input.read(bytes.array(), bytes.position(), bytes.remaining());
            if (read < 0) {
                ended = true;
                break;
            }
            bytes.position(bytes.position() + read);
        }
        bytes.flip();
    }

    private void refuseNul(char[] buffer, int from, int to, int start) throws InvalidTextException {
        int lowest = 1;
        for (int i = from; i < to; i++) {
            lowest = Math.min(lowest, buffer[i]);
        }
        if (lowest > 0) {
            return;
        }
        for (int i = start; i < bytes.position(); i += unit) {
            if (bytes.get(i) == 0 && (unit == 1 || bytes.get(i + 1) == 0)) {
                throw new InvalidTextException(before + i, true);
            }
        }
        throw new InvalidTextException(before + start, true);
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
