package org.orrery.data.internal.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.orrery.data.DataException;
import org.orrery.data.DataWarning;
import org.orrery.data.ImportPreview;
import org.orrery.data.ImportPreview.Problem;
import org.orrery.data.ImportPreview.Row;
import org.orrery.data.ReadOptions;
import org.orrery.data.Schema;
import org.orrery.data.internal.ColumnBuffer;
import org.orrery.data.internal.ImportTarget;
import org.orrery.data.internal.Imported;
import org.orrery.data.internal.RowSink;
import org.orrery.data.internal.SourceFile;

/** Looks at the first part of a text file the way the import does, and goes on where the import refuses. */
public final class TextPreview {
    private static final int MOST_ROWS = 200;
    /** For whom only what is learned counts. */
    static final ImportTarget NOWHERE = types -> new Learning(types.size());

    private final Path file;
    private final ReadOptions asked;
    private final byte[] head;
    private final boolean whole;

    /** Reads and forgets. */
    private record Learning(int columns) implements RowSink {
        @Override
        public void block(List<ColumnBuffer> buffers) {
            // They have been read.
        }

        @Override
        public void block(int number, IntFunction<ColumnBuffer> buffers) {
            for (int i = 0; i < columns; i++) {
                buffers.apply(i);
            }
        }
    }

    private TextPreview(Path file, ReadOptions asked, byte[] head, boolean whole) {
        this.file = file;
        this.asked = asked;
        this.head = head;
        this.whole = whole;
    }

    /**
     * The preview of a text file.
     *
     * @param head its first bytes, unpacked
     * @param whole whether they are all
     */
    public static ImportPreview of(Path file, ReadOptions options, byte[] head, boolean whole) throws DataException {
        return new TextPreview(file, options, head, whole).preview();
    }

    private ImportPreview preview() throws DataException {
        TextImport.requireText(file, head);
        Charset start = TextImport.charset(file, asked, head);
        List<Charset> candidates = List.of(start);
        Optional<InvalidTextException> broken = firstBroken(start);
        if (broken.isPresent() && asked.encoding().isEmpty() && start.equals(StandardCharsets.UTF_8)) {
            candidates = guess();
        }
        Charset charset = candidates.isEmpty() ? start : candidates.get(0);
        int mark = Encodings.markLength(head, head.length, charset);
        String sample = TextImport.sample(charset, head, mark, whole);
        TextDetection detection = new TextDetection(file, asked, charset, sample, whole);
        Found found = best(detection, sample);
        Offers offers = new Offers(file, asked, found.proposal(), sample);
        List<Problem> problems = new ArrayList<>();
        List<DataWarning> warnings = new ArrayList<>();
        if (broken.isPresent() && charset.equals(start)) {
            problems.add(offers.invalidByte(lineOf(broken.get()), broken.get(), charset));
        } else if (broken.isPresent()) {
            warnings.add(TextImport.guessed(candidates, lineOf(broken.get()), broken.get().offset()));
        }
        if (!found.lines().isEmpty() || found.refused().isPresent()) {
            problems.addAll(offers.problems(found, detection));
        }
        found.imported().ifPresent(imported -> warnings.addAll(imported.warnings()));
        ReadOptions resolved = found.imported().map(Imported::options)
                .orElseGet(() -> found.proposal().options().change().delimiter(found.proposal().dialect().delimiter()).encoding(charset.name()).options());
        return new ImportPreview(file, resolved, found.imported().map(Imported::schema).orElse(new Schema(List.of())), names(found), rows(found),
                offers.questions(found, broken.isPresent() ? candidates : List.of()), problems, warnings, whole);
    }

    /**
     * What became of the sample with one delimiter.
     *
     * @param imported what was learned; empty when the import refuses it
     * @param refused why it refuses
     * @param lines the ragged rows
     */
    record Found(TextDetection.Proposal proposal, Optional<Imported> imported, Optional<DataException> refused,
            List<SampleRows.Row> lines) {
    }

    private Found best(TextDetection detection, String sample) throws DataException {
        Found first = null;
        for (String delimiter : detection.delimiters()) {
            Found found = read(detection.propose(delimiter), sample);
            if (found.imported().isPresent()) {
                return found;
            }
            first = first == null ? found : first;
        }
        return first;
    }

    private Found read(TextDetection.Proposal proposal, String sample) {
        List<SampleRows.Row> ragged = ragged(proposal);
        try {
            TextPasses passes = new TextPasses(file, asked, proposal, sample, NOWHERE);
            SourceFile.Stamp nothing = new SourceFile.Stamp("", head.length, Instant.EPOCH);
            return new Found(proposal, Optional.of(passes.imported(nothing, whole)), Optional.empty(), ragged);
        } catch (DataException refused) {
            return new Found(proposal, Optional.empty(), Optional.of(refused), ragged);
        }
    }

    private static List<SampleRows.Row> ragged(TextDetection.Proposal proposal) {
        List<SampleRows.Row> rows = proposal.rows();
        if (rows.isEmpty()) {
            return List.of();
        }
        boolean trailing = proposal.dialect().trailing();
        int fields = rows.get(0).cells().size() - (trailing && rows.get(0).last().isBlank() ? 1 : 0);
        return rows.stream().filter(row -> row.cells().size() != fields
                && !(trailing && row.cells().size() == fields + 1 && row.last().isBlank())).toList();
    }

    private static int headerRows(Found found) {
        return found.imported().flatMap(imported -> imported.options().headerRows()).orElse(found.proposal().dialect().headerRows());
    }

    private static List<String> names(Found found) {
        List<SampleRows.Row> rows = found.proposal().rows();
        if (found.imported().isEmpty() || rows.isEmpty()) {
            return List.of();
        }
        List<String> first = rows.get(0).cells();
        int fields = first.size() - (found.proposal().dialect().trailing() && rows.get(0).last().isBlank() ? 1 : 0);
        return switch (headerRows(found)) {
            case 0 -> HeaderNames.numbered(fields);
            case 1 -> new HeaderNames().of(first.subList(0, fields));
            default -> new HeaderNames().of(HeaderNames.joined(first.subList(0, fields), rows.get(1).cells().subList(0, fields)));
        };
    }

    private static List<Row> rows(Found found) {
        return found.proposal().rows().stream().skip(found.imported().isEmpty() ? 0 : headerRows(found)).limit(MOST_ROWS)
                .map(row -> new Row(row.line(), row.cells())).toList();
    }

    private Optional<InvalidTextException> firstBroken(Charset charset) {
        int mark = Encodings.markLength(head, head.length, charset);
        StrictReader reader = new StrictReader(new ByteArrayInputStream(head, mark, head.length - mark), charset, mark);
        char[] buffer = new char[1 << 13];
        try {
            for (int read = reader.read(buffer, 0, buffer.length); read >= 0; read = reader.read(buffer, 0, buffer.length)) {
                // Only where it ends counts.
            }
            return Optional.empty();
        } catch (InvalidTextException broken) {
            // A character may be cut in two by the end of the beginning.
            boolean cut = !whole && !broken.isNul() && broken.offset() > head.length - 8;
            return cut ? Optional.empty() : Optional.of(broken);
        } catch (IOException impossible) {
            throw new IllegalStateException("Bytes in memory can be read", impossible);
        }
    }

    private List<Charset> guess() {
        try {
            int end = head.length;
            // A cut character would rule out its encoding; lines end in all of them with the same byte.
            while (!whole && end > 0 && head[end - 1] != '\n' && head[end - 1] != '\r') {
                end--;
            }
            return EncodingGuess.of(new ByteArrayInputStream(head, 0, end == 0 ? head.length : end));
        } catch (IOException impossible) {
            throw new IllegalStateException("Bytes in memory can be read", impossible);
        }
    }

    private long lineOf(InvalidTextException broken) {
        try {
            return Encodings.lineOf(new ByteArrayInputStream(head), broken.offset());
        } catch (IOException impossible) {
            throw new IllegalStateException("Bytes in memory can be read", impossible);
        }
    }

}
