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
import org.orrery.data.ReadOptions.Escape;

/**
 * A strict parser for the dialects that the library does not know: quotes behind a backslash, and no quotes at all. With a
 * backslash as the escape the character behind it is taken as it is, also a delimiter or a line end, in quotes and out of
 * them. One instance per parse.
 */
final class CharParser implements RecordParser {
    private final Path file;
    private Reader reader;
    private Sink sink;
    private char quote;
    private char comment;
    private boolean backslash;
    private char[] delimiter;
    private final char[] input = new char[1 << 15];
    private int at;
    private int filled;
    private char[] cell = new char[256];
    private int length;
    private long line = 1;
    private long recordLine;

    CharParser(Path file) {
        this.file = file;
    }

    @Override
    public void parse(Reader from, Dialect dialect, Sink to) throws IOException, DataException {
        reader = from;
        sink = to;
        quote = dialect.quote();
        comment = dialect.comment();
        line = 1 + dialect.skip();
        backslash = dialect.escape() == Escape.BACKSLASH;
        delimiter = dialect.delimiter().toCharArray();
        while (peek() >= 0 && !sink.isDone()) {
            recordLine = line;
            if (comment != ReadOptions.NONE && peek() == comment) {
                skipLine();
                sink.comment(recordLine);
            } else {
                record();
            }
        }
    }

    private void skipLine() throws IOException {
        int next = next();
        while (next >= 0 && !endsLine(next)) {
            next = next();
        }
    }

    private void record() throws IOException, DataException {
        sink.begin(recordLine);
        boolean more = true;
        while (more) {
            boolean quoted = quote != ReadOptions.NONE && peek() == quote;
            length = 0;
            more = quoted ? quotedField() : plainField(next());
            sink.field(cell, 0, length, quoted);
        }
        sink.end();
    }

    /** Takes a field without quotes that begins with that character; whether another field follows. */
    private boolean plainField(int first) throws IOException, DataException {
        int value = first;
        while (value >= 0 && !endsLine(value)) {
            if (backslash && value == '\\' && peek() >= 0) {
                keep(literal());
            } else if (value == delimiter[0] && delimits()) {
                return true;
            } else {
                keep((char) value);
            }
            value = next();
        }
        return false;
    }

    /** Takes a field in quotes; whether another field follows. */
    private boolean quotedField() throws IOException, DataException {
        long opened = line;
        next();
        for (int value = next();; value = next()) {
            if (value < 0) {
                throw refusal(Messages.FastCsvParser_unclosed, opened);
            }
            if (backslash && value == '\\' && peek() >= 0) {
                keep(literal());
            } else if (value == quote && !backslash && peek() == quote) {
                keep((char) next());
            } else if (value == quote) {
                break;
            } else {
                endsLine(value, true);
                keep((char) value);
            }
        }
        int after = next();
        if (after < 0 || endsLine(after)) {
            return false;
        }
        if (after == delimiter[0] && delimits()) {
            return true;
        }
        throw refusal(Messages.FastCsvParser_afterQuote, line);
    }

    private char literal() throws IOException {
        int value = next();
        // A line feed that belongs to a carriage return is read, and counted, as the next character.
        endsLine(value, true);
        return (char) value;
    }

    /** Whether the character ends a line; a line feed behind a carriage return is taken with it. */
    private boolean endsLine(int value) throws IOException {
        return endsLine(value, false);
    }

    private boolean endsLine(int value, boolean within) throws IOException {
        if (value != '\n' && value != '\r') {
            return false;
        }
        boolean pair = value == '\r' && peek() == '\n';
        if (pair && !within) {
            at++;
        }
        // Within a field the line feed of a pair comes next and is counted then.
        line += pair && within ? 0 : 1;
        return true;
    }

    /** Whether the rest of the delimiter follows; it is taken when it does. */
    private boolean delimits() throws IOException {
        int rest = delimiter.length - 1;
        if (rest > 0 && filled - at < rest) {
            fill();
        }
        if (filled - at < rest) {
            return false;
        }
        for (int i = 0; i < rest; i++) {
            if (input[at + i] != delimiter[i + 1]) {
                return false;
            }
        }
        at += rest;
        return true;
    }

    private void keep(char value) throws DataException {
        if (length == FIELD_LIMIT) {
            throw refusal(Messages.FastCsvParser_fieldTooLong, recordLine);
        }
        if (length == cell.length) {
            cell = Arrays.copyOf(cell, Math.min(FIELD_LIMIT, 2 * length));
        }
        cell[length++] = value;
    }

    private DataException refusal(String sentence, long where) {
        return new DataException(Code.BAD_DATA, NLS.bind(sentence, new Object[] {file, where, quote}), Where.at(file, where));
    }

    private int peek() throws IOException {
        if (at == filled) {
            fill();
        }
        return at == filled ? -1 : input[at];
    }

    private int next() throws IOException {
        int value = peek();
        at += value < 0 ? 0 : 1;
        return value;
    }

    private void fill() throws IOException {
        System.arraycopy(input, at, input, 0, filled - at);
        filled -= at;
        at = 0;
        int read = 0;
        while (read >= 0 && filled < input.length) {
            read = reader.read(input, filled, input.length - filled);
            filled += Math.max(0, read);
        }
    }
}
