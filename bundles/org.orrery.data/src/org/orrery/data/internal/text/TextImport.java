package org.orrery.data.internal.text;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.orrery.data.ColumnType;
import org.orrery.data.DataException;
import org.orrery.data.DataException.Code;
import org.orrery.data.DataException.Where;
import org.orrery.data.DataWarning;
import org.orrery.data.Progress;
import org.orrery.data.ReadOptions;
import org.orrery.data.internal.ImportTarget;
import org.orrery.data.internal.Imported;
import org.orrery.data.internal.SourceFile;

/**
 * Imports a delimited text file. A sample proposes encoding, delimiter, header and types; a strict pass over the whole
 * file stores rows by that proposal and learns at the same time what every cell could be. When the whole file says
 * otherwise, one more pass stores what it says, so that most files are read once and none is typed by its beginning.
 */
public final class TextImport {
    private static final int SAMPLE_BYTES = 1 << 20;
    private static final int MOST_PASSES = 6;

    private final Path file;
    private final ReadOptions options;
    private final Progress progress;
    private final ImportTarget target;
    private ReadOptions effective;
    private final List<DataWarning> fileWarnings = new ArrayList<>();

    private TextImport(Path file, ReadOptions options, Progress progress, ImportTarget target) {
        this.file = file;
        this.options = options;
        this.effective = options;
        this.progress = progress;
        this.target = target;
    }

    /**
     * Reads the file into the target.
     *
     * @throws DataException for the first thing in the file that is not as it should be, with its line
     */
    public static Imported read(Path file, ReadOptions options, Progress progress, ImportTarget target) throws DataException {
        return new TextImport(file, options, progress, target).read();
    }

    private Imported read() throws DataException {
        byte[] head = head();
        Charset charset = charset(file, options, head);
        try {
            return readAs(charset, head);
        } catch (BrokenText broken) {
            List<Charset> others = broken.text.isNul() || options.encoding().isPresent() || charset != StandardCharsets.UTF_8
                    ? List.of() : candidates();
            long line = lineOf(broken.text.offset());
            if (others.isEmpty()) {
                String sentence = broken.text.isNul() ? Messages.TextImport_nul : Messages.TextImport_invalidByte;
                throw new DataException(Code.BAD_DATA,
                        NLS.bind(sentence, new Object[] {file, line, broken.text.offset(), charset.name()}),
                        broken.text.isNul() ? Where.at(file, line) : Where.at(file, line).with("encoding"));
            }
            fileWarnings.add(guessed(others, line, broken.text.offset()));
            try {
                return readAs(others.get(0), head);
            } catch (BrokenText again) {
                throw new DataException(Code.BAD_DATA, NLS.bind(Messages.TextImport_nul,
                        new Object[] {file, lineOf(again.text.offset()), again.text.offset()}), Where.in(file));
            }
        }
    }

    /** Says that the text is none in the encoding that was tried. */
    private static final class BrokenText extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient InvalidTextException text;

        BrokenText(InvalidTextException text) {
            super(text);
            this.text = text;
        }
    }

    private byte[] head() throws DataException {
        try (SourceFile source = SourceFile.open(file, Progress.NONE)) {
            byte[] head = source.content().readNBytes(SAMPLE_BYTES);
            requireText(file, head);
            return head;
        } catch (IOException cause) {
            throw SourceFile.failure(file, cause);
        }
    }

    /** @throws DataException when nothing is there, or UTF-32 */
    static void requireText(Path file, byte[] head) throws DataException {
        if (head.length == 0) {
            throw new DataException(Code.BAD_DATA, NLS.bind(Messages.TextImport_empty, file), Where.in(file));
        }
        if (Encodings.isUtf32(head, head.length)) {
            throw new DataException(Code.BAD_DATA, NLS.bind(Messages.TextImport_utf32, file), Where.in(file));
        }
    }

    /** The encoding that reading begins with. */
    static Charset charset(Path file, ReadOptions options, byte[] head) throws DataException {
        if (options.encoding().isEmpty()) {
            return Encodings.unicode(head, head.length);
        }
        String name = options.encoding().get();
        try {
            // With a byte order mark or without one, the two plain names mean what the mark says.
            return name.equalsIgnoreCase("UTF-16") ? Encodings.unicode(head, head.length) : Charset.forName(name);
        } catch (IllegalArgumentException unknown) {
            throw new DataException(Code.BAD_USAGE, NLS.bind(Messages.TextImport_unknownEncoding, name), Where.in(file).with("encoding"), unknown);
        }
    }

    static DataWarning guessed(List<Charset> candidates, long line, long offset) {
        List<String> more = candidates.stream().skip(1).map(Charset::name).toList();
        String sentence = more.isEmpty() ? Messages.TextImport_guessed : Messages.TextImport_guessedAmong;
        return new DataWarning("encoding-guessed",
                NLS.bind(sentence, new Object[] {line, offset, candidates.get(0).name(), String.join(", ", more)}), "encoding");
    }

    private List<Charset> candidates() throws DataException {
        try (SourceFile source = SourceFile.open(file, progress)) {
            return EncodingGuess.of(source.content());
        } catch (IOException cause) {
            throw SourceFile.failure(file, cause);
        }
    }

    private long lineOf(long offset) throws DataException {
        try (SourceFile source = SourceFile.open(file, progress)) {
            return Encodings.lineOf(source.content(), offset);
        } catch (IOException cause) {
            throw SourceFile.failure(file, cause);
        }
    }

    private Imported readAs(Charset charset, byte[] head) throws DataException, BrokenText {
        int mark = Encodings.markLength(head, head.length, charset);
        String sample = sample(charset, head, mark, head.length < SAMPLE_BYTES);
        TextDetection detection = new TextDetection(file, options, charset, sample, head.length < SAMPLE_BYTES);
        DataException first = null;
        for (String delimiter : detection.delimiters()) {
            try {
                return readAs(detection.propose(delimiter), sample, mark);
            } catch (DataException refused) {
                boolean structure = refused.code() == Code.BAD_DATA && refused.where().column().isEmpty();
                if (first == null && !structure) {
                    throw refused;
                }
                first = first == null ? refused : first;
            }
        }
        throw advised(first, detection, charset, mark, head.length < SAMPLE_BYTES);
    }

    private DataException advised(DataException refused, TextDetection detection, Charset charset, int mark, boolean whole) throws DataException {
        if (refused.where().line().isEmpty() || refused.where().option().isPresent()) {
            return refused;
        }
        Optional<TextDetection.Advice> advice = detection.advice(detection.delimiters().get(0));
        if (advice.isEmpty() && !whole) {
            advice = LateAdvice.of(file, options, charset, mark, refused.where().line().getAsLong(), progress);
        }
        return advice.map(way -> new DataException(refused.code(), refused.getMessage() + " " + way.sentence(),
                refused.where().with(way.option()), refused))
                .orElse(refused);
    }

    /** The text of the first bytes, up to the end of its last line. */
    static String sample(Charset charset, byte[] head, int mark, boolean whole) {
        CharBuffer chars = CharBuffer.allocate(head.length + 1);
        charset.newDecoder().onMalformedInput(CodingErrorAction.REPLACE).onUnmappableCharacter(CodingErrorAction.REPLACE)
                .decode(ByteBuffer.wrap(head, mark, head.length - mark), chars, whole);
        String text = chars.flip().toString();
        int end = whole ? text.length() : Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1;
        return end == 0 ? text : text.substring(0, end);
    }

    private Imported readAs(TextDetection.Proposal proposal, String sample, int mark) throws DataException, BrokenText {
        Dialect dialect = proposal.dialect();
        effective = proposal.options();
        TextPass pass = sample(dialect, sample);
        if (options.header().isEmpty() && dialect.headerRows() == 1 && pass.firstRowIsData()) {
            dialect = dialect.withHeaderRows(0);
            pass = sample(dialect, sample);
        }
        TypeResolution types = new TypeResolution(pass.scans(), effective);
        SourceFile.Stamp stamp = null;
        TextPass earlier = null;
        for (int i = 0; i < MOST_PASSES; i++) {
            List<ColumnPlan> plans = pass.fields() == 0 ? null : types.plans();
            Optional<ByteDialect> bytes = ByteDialect.of(dialect);
            TextPass full = bytes.isEmpty() ? new TextPass(file, effective, dialect, plans, target)
                    : TextPass.ofChunks(file, effective, dialect, plans, target, earlier);
            SourceFile.Stamp now = run(full, dialect, bytes, mark);
            if (stamp != null && !stamp.sha256().equals(now.sha256())) {
                throw SourceFile.changed(file);
            }
            stamp = now;
            requireRows(full, dialect);
            boolean data = options.header().isEmpty() && i < MOST_PASSES - 2 && full.firstRowIsData();
            if (data && dialect.headerRows() == 1) {
                dialect = dialect.withHeaderRows(0);
                pass = sample(dialect, sample);
                types = new TypeResolution(pass.scans(), effective);
                earlier = null;
                continue;
            }
            TypeResolution whole = new TypeResolution(full.scans(), effective);
            if (settled(full.scans(), whole.plans())) {
                List<DataWarning> before = new ArrayList<>(fileWarnings);
                before.addAll(proposal.warnings());
                return new TextSummary(file, options, effective, full, whole, dialect, before).imported(stamp);
            }
            pass = full;
            earlier = full;
            types = whole;
        }
        throw new IllegalStateException("The types of " + file + " do not settle");
    }

    /** Learns from the sample; what is wrong in it is left for the strict pass to say. */
    private TextPass sample(Dialect dialect, String sample) {
        TextPass pass = new TextPass(file, effective, dialect, null, null);
        try {
            new FastCsvParser(file).parse(new StringReader(sample), dialect, pass);
        } catch (DataException | IOException cut) {
            // The end of the sample may stand inside a quoted field; the strict pass reports what is really wrong.
            return pass;
        }
        return pass;
    }

    private SourceFile.Stamp run(TextPass pass, Dialect dialect, Optional<ByteDialect> bytes, int mark) throws DataException, BrokenText {
        try (SourceFile source = SourceFile.open(file, progress)) {
            InputStream input = mark == 0 ? source.content() : new BufferedInputStream(source.content());
            input.skipNBytes(mark);
            if (bytes.isPresent()) {
                boolean utf8 = dialect.charset().equals(StandardCharsets.UTF_8);
                InputStream text = utf8 ? input : new Utf8Stream(new StrictReader(input, dialect.charset(), mark));
                new ChunkedPass(file, effective, bytes.get(), pass, mark).read(text, pass.expectedColumns());
            } else {
                new FastCsvParser(file).parse(new StrictReader(input, dialect.charset(), mark), dialect, pass);
                pass.flush();
            }
            return source.finish();
        } catch (InvalidTextException broken) {
            throw new BrokenText(broken);
        } catch (IOException cause) {
            throw SourceFile.failure(file, cause);
        }
    }

    private void requireRows(TextPass pass, Dialect dialect) throws DataException {
        if (pass.fields() == 0) {
            throw new DataException(Code.BAD_DATA, NLS.bind(Messages.TextImport_empty, file), Where.in(file));
        }
        if (pass.rows() == 0) {
            throw new DataException(Code.BAD_DATA, NLS.bind(Messages.TextImport_headerOnly, file), Where.at(file, pass.firstLine()));
        }
    }

    /** Whether what was stored is what the whole file says. */
    static boolean settled(List<ColumnScan> scans, List<ColumnPlan> plans) {
        for (int i = 0; i < plans.size(); i++) {
            ColumnPlan wanted = plans.get(i);
            boolean day = wanted.asked().filter(type -> type == ColumnType.DATE || type == ColumnType.TIMESTAMP).isPresent();
            if (day && wanted.type() == ColumnType.TEXT) {
                // Another pass would not tell day from month either: the summary refuses.
                continue;
            }
            if (!scans.get(i).holds(wanted)) {
                return false;
            }
        }
        return true;
    }
}
