package org.orrery.data.internal.text;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.RecordType;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.eclipse.osgi.util.NLS;
import org.orrery.data.DataException;
import org.orrery.data.DataException.Code;
import org.orrery.data.DataException.Where;

/**
 * The parser of FastCSV, which hands over characters without making a String of each field. Field counts are checked by
 * the sink, since only it can name the line and both counts.
 */
final class FastCsvParser implements RecordParser {
    private final Path file;

    FastCsvParser(Path file) {
        this.file = file;
    }

    @Override
    public void parse(Reader reader, Dialect dialect, Sink sink) throws IOException, DataException {
        Handler handler = new Handler(sink);
        WatchedReader watched = new WatchedReader(reader);
        try (CsvReader<Boolean> records = CsvReader.builder().fieldSeparator(dialect.delimiter()).quoteCharacter(dialect.quote())
                .skipEmptyLines(false).extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE).allowUnclosedQuote(false).detectBomHeader(false)
                .maxBufferSize(FIELD_LIMIT).build(handler, watched)) {
            for (Boolean done : records) {
                if (done) {
                    return;
                }
            }
        } catch (Stop stop) {
            throw stop.reason();
        } catch (UncheckedIOException wrapped) {
            throw wrapped.getCause();
        } catch (CsvParseException refused) {
            if (watched.failure != null) {
                throw watched.failure;
            }
            throw refusal(refused, handler, dialect.quote());
        }
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
        return new DataException(Code.BAD_DATA, NLS.bind(Messages.FastCsvParser_unclosed, new Object[] {file, line, quote}),
                Where.at(file, line), cause);
    }

    /** Remembers why reading failed, since FastCSV reports every failure as its own. */
    private static final class WatchedReader extends Reader {
        private final Reader reader;
        private IOException failure;

        WatchedReader(Reader reader) {
            this.reader = reader;
        }

        @Override
        public int read(char[] buffer, int from, int length) throws IOException {
            try {
                return reader.read(buffer, from, length);
            } catch (IOException broken) {
                failure = broken;
                throw broken;
            }
        }

        @Override
        public void close() {
            // Whoever opened the reader closes it: the rest of the file still has to be digested.
        }
    }

    private static final class Handler extends CsvCallbackHandler<Boolean> {
        private static final char[] NOTHING = {};

        private final Sink sink;
        private RecordType type = RecordType.DATA;
        private int fields;
        private long line = 1;
        private long breaks;

        Handler(Sink sink) {
            this.sink = sink;
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
            line = startingLine;
            breaks = 0;
            sink.begin(startingLine);
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
            throw new IllegalStateException("Comments are not asked for");
        }

        @Override
        protected void setEmpty() {
            addField(NOTHING, 0, 0, false);
            type = RecordType.EMPTY;
        }

        @Override
        protected Boolean buildRecord() {
            try {
                sink.end();
            } catch (DataException refused) {
                throw new Stop(refused);
            }
            return sink.isDone();
        }
    }
}
