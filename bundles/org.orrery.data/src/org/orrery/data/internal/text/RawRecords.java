package org.orrery.data.internal.text;

import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.orrery.data.ReadOptions;
import org.orrery.data.ReadOptions.Escape;

/**
 * How the bytes of a delimited file become records, for who wants to read some of them wherever they stand. The parser is that of
 * the import, so that both refuse the same.
 */
public final class RawRecords {
    private static final String ASCII = "\n\r\t ,;|\"'0aZ";

    private final Path file;
    private final Charset charset;
    private final ByteDialect dialect;
    private final int skip;
    private final int headerRows;

    /**
     * Where the rows of a file begin.
     *
     * @param names the names of the columns
     * @param offset the byte behind the header
     * @param line the line there, from 1
     */
    public record Start(List<String> names, long offset, long line) {
    }

    private RawRecords(Path file, Charset charset, ByteDialect dialect, int skip, int headerRows) {
        this.file = file;
        this.charset = charset;
        this.dialect = dialect;
        this.skip = skip;
        this.headerRows = headerRows;
    }

    /**
     * The form of that file; empty when its records cannot be told by their bytes alone: with comments, escapes by backslash, no
     * quotes, delimiters of several characters, fixed widths, or an encoding whose bytes mean different things in different places.
     *
     * @param options how the file is read, with what was detected filled in
     */
    public static Optional<RawRecords> of(Path file, ReadOptions options) {
        String delimiter = options.delimiter().orElse(",");
        Charset charset = Charset.forName(options.encoding().orElse("UTF-8"));
        if (delimiter.isEmpty() || !options.widths().isEmpty() || !isBytewise(charset) || options.skipEnd().orElse(0) > 0) {
            return Optional.empty();
        }
        Dialect dialect = new Dialect(charset, delimiter, options.quote().orElse('"')).withQuote(options.quote().orElse('"'),
                options.escape().orElse(Escape.DOUBLED)).withComment(options.comment().orElse(ReadOptions.NONE))
                .withTrailing(options.trailingDelimiter().orElse(false));
        return ByteDialect.of(dialect).map(bytes -> new RawRecords(file, charset, bytes, options.skip().orElse(0),
                options.headerRows().orElse(1)));
    }

    /** Whether a byte below 128 is that character of ASCII wherever it stands. */
    private static boolean isBytewise(Charset charset) {
        if (charset.equals(StandardCharsets.UTF_8)) {
            return true;
        }
        return charset.canEncode() && charset.newEncoder().maxBytesPerChar() == 1
                && new String(ASCII.getBytes(StandardCharsets.US_ASCII), charset).equals(ASCII);
    }

    /** All that decides which rows there are, as a text. */
    public String description() {
        return charset.name() + ' ' + dialect.delimiter() + ' ' + dialect.quote() + ' ' + dialect.trailing() + ' ' + skip + ' ' + headerRows;
    }

    Path file() {
        return file;
    }

    ByteDialect dialect() {
        return dialect;
    }

    boolean isUtf8() {
        return charset.equals(StandardCharsets.UTF_8);
    }

    Charset charset() {
        return charset;
    }

    /**
     * Reads the header.
     *
     * @param head the first bytes of the file
     * @return where the rows begin; empty when the header is not whole within those bytes
     */
    public Optional<Start> start(byte[] head) {
        Chunk chunk = new Chunk();
        chunk.reserve(head.length + 1);
        System.arraycopy(head, 0, chunk.bytes(), 0, head.length);
        chunk.set(0, 0, head.length, false);
        int at = Encodings.markLength(head, head.length, charset);
        for (int i = 0; i < skip && at < chunk.end(); i++) {
            at = behindLine(chunk.bytes(), at, chunk.end());
        }
        FieldIndex index = new FieldIndex(dialect);
        List<List<String>> records = new ArrayList<>();
        for (int next = at; records.size() < Math.max(1, headerRows);) {
            index.find(chunk.bytes(), next, chunk.end(), 0);
            if (index.rows() == 0 || index.trouble() != FieldIndex.Trouble.NONE) {
                return Optional.empty();
            }
            records.add(cells(chunk, index));
            next = index.next();
            at = headerRows == 0 ? at : next;
        }
        List<String> first = records.get(0);
        if (dialect.trailing() && first.size() > 1 && first.get(first.size() - 1).isBlank()) {
            first.remove(first.size() - 1);
        }
        int begin = Math.min(at, head.length);
        long line = 1 + chunk.breaks(begin);
        return Optional.of(new Start(names(records), begin, line));
    }

    private static int behindLine(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] != '\n' && bytes[at] != '\r') {
            at++;
        }
        return at + 1 < to && bytes[at] == '\r' && bytes[at + 1] == '\n' ? at + 2 : Math.min(to, at + 1);
    }

    private List<String> cells(Chunk chunk, FieldIndex index) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < index.size(); i++) {
            cells.add(text(chunk.bytes(), index.starts()[i], index.ends()[i]));
        }
        return cells;
    }

    private List<String> names(List<List<String>> records) {
        List<String> first = records.get(0);
        if (headerRows == 0) {
            return HeaderNames.numbered(first.size());
        }
        if (headerRows == 2 && records.get(1).size() >= first.size()) {
            return new HeaderNames().of(HeaderNames.joined(first, records.get(1).subList(0, first.size())));
        }
        return new HeaderNames().of(first);
    }

    /** The text of a field as {@link FieldIndex} gives its place. */
    String text(byte[] bytes, int start, int markedEnd) {
        int end = markedEnd & ~FieldIndex.DOUBLED;
        boolean doubled = markedEnd < 0;
        if (!isUtf8()) {
            String text = new String(bytes, start, end - start, charset);
            String quote = String.valueOf((char) dialect.quote());
            return doubled ? text.replace(quote + quote, quote) : text;
        }
        char[] chars = new char[end - start];
        return new String(chars, 0, Utf8.decode(bytes, start, end, doubled ? dialect.quote() : 0, chars));
    }

    /** A pass over the records from there on, with fields for that many columns. */
    public RawWalk walk(InputStream rows, int columns, long offset, long line) {
        return new RawWalk(this, rows, columns, offset, line);
    }

    /** Reads blocks of whole records. */
    public RawBlock block(int columns) {
        return new RawBlock(this, columns);
    }
}
