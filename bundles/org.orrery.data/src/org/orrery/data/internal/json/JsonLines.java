package org.orrery.data.internal.json;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Path;
import java.util.Arrays;
import org.eclipse.osgi.util.NLS;
import org.orrery.data.DataException;
import org.orrery.data.DataException.Code;
import org.orrery.data.DataException.Where;
import org.orrery.data.internal.text.RecordParser;

/** The lines of a text, none longer than a field may be, decoded without replacing anything. Used by one thread. */
final class JsonLines {
    private static final char MARK = '\uFEFF';

    private final Path file;
    private final Reader reader;
    private final char[] buffer = new char[1 << 16];
    private char[] line = new char[1 << 12];
    private int length;
    private int at;
    private int end;
    private long number;

    JsonLines(Path file, InputStream input, Charset charset) throws IOException {
        this.file = file;
        this.reader = new BufferedReader(new InputStreamReader(input, charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)));
        reader.mark(1);
        if (reader.read() != MARK) {
            reader.reset();
        }
    }

    /** Whether that is the first character that is no white space. */
    boolean beginsWith(char wanted) throws IOException {
        reader.mark(1 << 12);
        int first = reader.read();
        for (int i = 1; i < 1 << 12 && first >= 0 && first <= ' '; i++) {
            first = reader.read();
        }
        reader.reset();
        return first == wanted;
    }

    /** All that is left, in place of lines. */
    Reader reader() {
        return reader;
    }

    /** Goes to the next line; false at the end. */
    boolean next() throws IOException, DataException {
        length = 0;
        number++;
        while (true) {
            if (at == end) {
                end = reader.read(buffer, 0, buffer.length);
                at = 0;
                if (end < 0) {
                    end = 0;
                    return length > 0;
                }
            }
            int from = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            append(from, at - from);
            if (at < end) {
                at++;
                return true;
            }
        }
    }

    private void append(int from, int count) throws DataException {
        if (length + count > RecordParser.FIELD_LIMIT) {
            throw new DataException(Code.BAD_DATA, NLS.bind(Messages.JsonLines_tooLong, file, number), Where.at(file, number));
        }
        if (length + count > line.length) {
            line = Arrays.copyOf(line, Math.max(length + count, 2 * line.length));
        }
        System.arraycopy(buffer, from, line, length, count);
        length += count;
    }

    /** The line's number, from 1. */
    long number() {
        return number;
    }

    boolean isBlank() {
        for (int i = 0; i < length; i++) {
            if (line[i] > ' ') {
                return false;
            }
        }
        return true;
    }

    /** The characters of the line, of use up to {@link #next}. */
    Reader characters() {
        return new java.io.CharArrayReader(line, 0, length);
    }
}
