package org.orrery.data.internal.text;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.RecordType;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.eclipse.osgi.util.NLS;
import org.orrery.data.DataException;
import org.orrery.data.DataException.Code;
import org.orrery.data.DataException.Where;
import org.orrery.data.ReadOptions;
import org.orrery.data.ReadOptions.Escape;

/**
 * The parser of FastCSV, which hands over characters without making a String of each field. Field counts are checked by
 * the sink, since only it can name the line and both counts.
 */
final class FastCsvParser implements RecordParser {
    /** The library wants a character for comments even when there are none. */
    private static final char UNUSED = '\uFFFF';

    private final Path file;

    FastCsvParser(Path file) {
        this.file = file;
    }

    @Override
    public void parse(Reader reader, Dialect dialect, Sink sink) throws IOException, DataException {
        boolean window = dialect.skip() > 0 || dialect.skipEnd() > 0;
        Reader lines = window ? new LineWindow(reader, dialect.skip(), dialect.skipEnd()) : reader;
        if (dialect.layout().isFixed()) {
            new FixedWidthParser(file).parse(lines, dialect, sink);
        } else if (dialect.escape() == Escape.BACKSLASH || dialect.quote() == ReadOptions.NONE) {
            new CharParser(file).parse(lines, dialect, sink);
        } else {
            parseLines(lines, dialect, sink);
        }
    }

    private void parseLines(Reader reader, Dialect dialect, Sink sink) throws IOException, DataException {
        Handler handler = new Handler(sink, dialect.skip());
        char comment = dialect.comment();
        try (CsvReader<Boolean> records = CsvReader.builder().fieldSeparator(dialect.delimiter()).quoteCharacter(dialect.quote())
                .commentStrategy(comment == ReadOptions.NONE ? CommentStrategy.NONE : CommentStrategy.READ)
                .commentCharacter(comment == ReadOptions.NONE ? UNUSED : comment).skipEmptyLines(false).extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE).allowUnclosedQuote(false).detectBomHeader(false)
                .maxBufferSize(FIELD_LIMIT).build(handler, new OpenReader(reader))) {
            for (Boolean done : records) {
                if (done) {
                    return;
                }
            }
        } catch (UncheckedIOException wrapped) {
            throw wrapped.getCause();
        } catch (CsvParseException wrapped) {
            throw refusal(unwrapped(wrapped), handler, dialect.quote());
        }
    }

    /** The library's own complaint; what came from the reader or from the sink goes on as it was thrown. */
    private static CsvParseException unwrapped(CsvParseException wrapped) throws IOException, DataException {
        Throwable cause = wrapped.getCause();
        if (cause instanceof Stop stop) {
            throw stop.reason();
        }
        if (cause instanceof IOException broken) {
            throw broken;
        }
        if (cause instanceof UncheckedIOException broken) {
            throw broken.getCause();
        }
        if (cause instanceof CsvParseException inner) {
            return inner;
        }
        if (cause instanceof RuntimeException thrown) {
            throw thrown;
        }
        return wrapped;
    }

    private DataException refusal(CsvParseException cause, Handler handler, char quote) {
        String said = cause.getMessage() == null ? "" : cause.getMessage();
        long line = handler.line + handler.breaks;
        if (said.contains("after closing quote")) {
            return new DataException(Code.BAD_DATA, NLS.bind(Messages.FastCsvParser_afterQuote, new Object[] {file, line, quote}),
                    Where.at(file, line), cause);
        }
        if (said.contains("buffer size")) {
            return new DataException(Code.BAD_DATA, NLS.bind(Messages.FastCsvParser_fieldTooLong, new Object[] {file, line, quote}),
                    Where.at(file, line), cause);
        }
        String sentence = said.contains("Unclosed") ? Messages.FastCsvParser_unclosed : Messages.FastCsvParser_other;
        return new DataException(Code.BAD_DATA, NLS.bind(sentence, new Object[] {file, line, quote, said}), Where.at(file, line), cause);
    }

    /** Keeps its reader open: whoever opened it closes it, since the rest of the file still has to be digested. */
    private static final class OpenReader extends FilterReader {
        OpenReader(Reader reader) {
            super(reader);
        }

        @Override
        public void close() {
            // The owner closes it.
        }
    }

    private static final class Handler extends CsvCallbackHandler<Boolean> {
        private static final char[] NOTHING = {};

        private final Sink sink;
        private RecordType type = RecordType.DATA;
        private int fields;
        private final long skipped;
        private long line = 1;
        private long breaks;

        Handler(Sink sink, long skipped) {
            this.sink = sink;
            this.skipped = skipped;
            this.line = skipped + 1;
        }

        @Override
        protected RecordType getRecordType() {
            return type;
        }

        @Override
        protected int getFieldCount() {
            return fields;
        }

        @Override
        protected void beginRecord(long startingLine) {
            type = RecordType.DATA;
            fields = 0;
            line = startingLine + skipped;
            breaks = 0;
            sink.begin(line);
        }

        @Override
        protected void addField(char[] buffer, int from, int length, boolean quoted) {
            fields++;
            if (quoted) {
                breaks += lineBreaks(buffer, from, length);
            }
            try {
                sink.field(buffer, from, length, quoted);
            } catch (DataException refused) {
                throw new Stop(refused);
            }
        }

        private static long lineBreaks(char[] buffer, int from, int length) {
            long count = 0;
            for (int i = from; i < from + length; i++) {
                if (buffer[i] == '\n' || buffer[i] == '\r' && (i + 1 == from + length || buffer[i + 1] != '\n')) {
                    count++;
                }
            }
            return count;
        }

        @Override
        protected void setComment(char[] buffer, int from, int length) {
            type = RecordType.COMMENT;
        }

        @Override
        protected void setEmpty() {
            addField(NOTHING, 0, 0, false);
            type = RecordType.EMPTY;
        }

        @Override
        protected Boolean buildRecord() {
            try {
                if (type == RecordType.COMMENT) {
                    sink.comment(line);
                } else {
                    sink.end();
                }
            } catch (DataException refused) {
                throw new Stop(refused);
            }
            return sink.isDone();
        }
    }
}
