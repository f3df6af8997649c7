package org.orrery.data.internal.text;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.Arrays;
import org.eclipse.osgi.util.NLS;
import org.orrery.data.DataException;
import org.orrery.data.DataException.Code;
import org.orrery.data.DataException.Where;
import org.orrery.data.ReadOptions;

/**
 * Cuts lines into fields of fixed width and takes the blanks around them away. A line may be shorter than the layout, as
 * many programs leave out blanks at its end; text behind the last field or in a gap is refused. One instance per parse.
 */
final class FixedWidthParser implements RecordParser {
    private static final char[] NOTHING = {};

    private final Path file;
    private final char[] input = new char[1 << 15];
    private int at;
    private int filled;
    private char[] line = new char[256];
    private int length;
    private long number;

    FixedWidthParser(Path file) {
        this.file = file;
    }

    @Override
    public void parse(Reader reader, Dialect dialect, Sink sink) throws IOException, DataException {
        number = dialect.skip();
        FixedLayout layout = dialect.layout();
        int[] widths = layout.widths().stream().mapToInt(Integer::intValue).toArray();
        while (!sink.isDone() && next(reader)) {
            if (dialect.comment() != ReadOptions.NONE && length > 0 && line[0] == dialect.comment()) {
                sink.comment(number);
                continue;
            }
            sink.begin(number);
            if (isBlank(0, length)) {
                sink.field(NOTHING, 0, 0, false);
            } else {
                for (int gap : layout.gaps()) {
                    requireBlank(gap, gap + 1, Messages.FixedWidthParser_gap);
                }
                cut(widths, sink);
            }
            sink.end();
        }
    }

    private void cut(int[] widths, Sink sink) throws DataException {
        int from = 0;
        for (int width : widths) {
            int to = from < length ? Character.offsetByCodePoints(line, 0, length, from, Math.min(width, codePoints(from))) : length;
            int start = from;
            int end = to;
            while (start < end && line[start] <= ' ') {
                start++;
            }
            while (end > start && line[end - 1] <= ' ') {
                end--;
            }
            // As if in quotes: an empty first field does not make a blank line.
            sink.field(line, start, end - start, true);
            from = to;
        }
        requireBlank(from, length, Messages.FixedWidthParser_longer);
    }

    private int codePoints(int from) {
        return Character.codePointCount(line, from, length - from);
    }

    private boolean isBlank(int from, int to) {
        for (int i = from; i < to; i++) {
            if (line[i] > ' ') {
                return false;
            }
        }
        return true;
    }

    private void requireBlank(int from, int to, String sentence) throws DataException {
        if (!isBlank(from, Math.min(to, length))) {
            throw new DataException(Code.BAD_DATA, NLS.bind(sentence, new Object[] {file, number, from + 1}),
                    Where.at(file, number).with("widths"));
        }
    }

    /** Takes the next line, without its end: LF, CR or CRLF; false when there is none. */
    private boolean next(Reader reader) throws IOException, DataException {
        length = 0;
        number++;
        while (true) {
            if (at == filled && !fill(reader)) {
                return length > 0;
            }
            int from = at;
            while (at < filled && input[at] != '\n' && input[at] != '\r') {
                at++;
            }
            append(from);
            if (at < filled) {
                boolean returned = input[at++] == '\r';
                if (returned && (at < filled || fill(reader)) && input[at] == '\n') {
                    at++;
                }
                return true;
            }
        }
    }

    private boolean fill(Reader reader) throws IOException {
        at = 0;
        filled = Math.max(0, reader.read(input, 0, input.length));
        return filled > 0;
    }

    private void append(int from) throws DataException {
        int count = at - from;
        if (length + count > FIELD_LIMIT) {
            throw new DataException(Code.BAD_DATA, NLS.bind(Messages.FixedWidthParser_tooLong, file, number), Where.at(file, number));
        }
        if (length + count > line.length) {
            line = Arrays.copyOf(line, Math.max(length + count, 2 * line.length));
        }
        System.arraycopy(input, from, line, length, count);
        length += count;
    }
}
