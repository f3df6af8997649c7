package org.orrery.data.internal.text;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.osgi.util.NLS;
import org.orrery.data.DataWarning;
import org.orrery.data.ReadOptions;
import org.orrery.data.ReadOptions.Escape;
import org.orrery.data.internal.text.SampleRows.Row;

/**
 * Proposes from the first part of a file how all of it is to be read. What the user has set is never changed; what is
 * proposed is checked against the whole file by the strict pass, and told.
 */
final class TextDetection {
    /**
     * A proposal.
     *
     * @param dialect the form of the file
     * @param options what the user has set, and the marks in numbers that were found
     * @param warnings what could be meant otherwise
     * @param structure what the records show
     * @param rows the records of the table with its header
     */
    record Proposal(Dialect dialect, ReadOptions options, List<DataWarning> warnings, Structure structure, List<Row> rows) {
    }

    private static final int TYPED_ROWS = 500;
    private static final Set<String> PLACEHOLDERS = Set.of("--", "---", "\u2013", "\u2014", ".", "..", "...", "?", "*", "none", "None", "NONE",
            "n/a", "na", "nan", "NAN", "Null", "nil", "missing", "Missing", "unknown", "Unknown", "<NA>", "\\N", "(null)", "#NULL!", "#DIV/0!",
            "#VALUE!", "#REF!", "#NUM!", "#NAME?", "#N/A N/A", "-", "x", "X");

    private final Path file;
    private final ReadOptions options;
    private final Charset charset;
    private final String sample;
    private final boolean whole;
    private final DialectSniffer sniffer;
    private final FixedLayout layout;
    private final List<DataWarning> warnings = new ArrayList<>();

    /** @param whole whether the sample is all of the file */
    TextDetection(Path file, ReadOptions options, Charset charset, String sample, boolean whole) {
        this.file = file;
        this.options = options;
        this.charset = charset;
        this.sample = sample;
        this.whole = whole;
        this.sniffer = new DialectSniffer(options.skip().map(lines -> behind(sample, lines)).orElse(sample));
        this.layout = layout();
    }

    /**
     * A way to read a file that is refused.
     *
     * @param sentence what may be meant
     * @param option the read option that says so
     */
    record Advice(String sentence, String option) {
    }

    /** What may be meant by a file that cannot be read with that delimiter; empty when nothing suggests itself. */
    Optional<Advice> advice(String delimiter) {
        Proposal proposal = propose(delimiter);
        if (options.skip().isEmpty() && proposal.structure().linesBefore() > 0) {
            return Optional.of(new Advice(NLS.bind(Messages.TextDetection_before, proposal.structure().linesBefore()), "skip"));
        }
        if (options.skipEnd().isEmpty() && proposal.structure().linesAfter() > 0) {
            return Optional.of(new Advice(NLS.bind(Messages.TextDetection_after, proposal.structure().linesAfter()), "skip-end"));
        }
        return isBackslashed(proposal.dialect()) ? Optional.of(new Advice(Messages.TextDetection_backslash, "escape")) : Optional.empty();
    }

    /** Whether quotes are only understood when a backslash stands before those that belong to the text. */
    boolean isBackslashed(Dialect dialect) {
        if (options.escape().isPresent() || dialect.quote() == ReadOptions.NONE || !sample.contains("\\" + dialect.quote())) {
            return false;
        }
        boolean doubled = SampleRows.of(file, sample, dialect).refusal().isEmpty();
        return !doubled && SampleRows.of(file, sample, dialect.withQuote(dialect.quote(), Escape.BACKSLASH)).refusal().isEmpty();
    }

    private static String behind(String text, int lines) {
        int at = 0;
        for (int i = 0; i < lines && at < text.length(); i++) {
            while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
                at++;
            }
            at += text.startsWith("\r\n", at) ? 2 : 1;
        }
        return text.substring(Math.min(at, text.length()));
    }

    /** Fields of fixed width are what the user says, or what a file without any delimiter shows. */
    private FixedLayout layout() {
        if (!options.widths().isEmpty()) {
            return FixedLayout.of(options.widths());
        }
        boolean delimited = options.delimiter().isPresent() || options.quote().isPresent() || options.escape().isPresent()
                || sniffer.isDelimited();
        return delimited ? FixedLayout.NONE : FixedLayout.detect(sample, options.skip().orElse(0)).orElse(FixedLayout.NONE);
    }

    /** The delimiters that the file may have, best first. */
    List<String> delimiters() {
        return layout.isFixed() ? List.of(",") : options.delimiter().map(List::of).orElseGet(sniffer::delimiters);
    }

    /** How the file is to be read with that delimiter. */
    Proposal propose(String delimiter) {
        warnings.clear();
        Dialect dialect = new Dialect(charset, delimiter, options.quote().orElse(sniffer.quote()), options.escape().orElse(Escape.DOUBLED),
                ReadOptions.NONE, options.skip().orElse(0), whole ? options.skipEnd().orElse(0) : 0, 1, false, layout);
        if (layout.isFixed()) {
            dialect = dialect.withQuote(ReadOptions.NONE, Escape.DOUBLED);
            if (options.widths().isEmpty()) {
                warn("fixed-width", "widths", Messages.TextDetection_fixed, layout.places());
            }
        }
        dialect = dialect.withComment(options.comment().orElseGet(() -> sample.indexOf('#') >= 0 ? '#' : ReadOptions.NONE));
        if (dialect.comment() == dialect.quote() || delimiter.charAt(0) == dialect.comment()) {
            dialect = dialect.withComment(ReadOptions.NONE);
        }
        SampleRows read = SampleRows.of(file, sample, dialect);
        if (options.comment().isEmpty() && dialect.comment() != ReadOptions.NONE && !isComment(read, dialect)) {
            dialect = dialect.withComment(ReadOptions.NONE);
            read = SampleRows.of(file, sample, dialect);
        }
        List<Row> rows = read.rows();
        Structure structure = new Structure(rows, whole);
        dialect = dialect.withSkip(dialect.skip(), options.skipEnd().orElse(0))
                .withTrailing(options.trailingDelimiter().orElseGet(structure::hasTrailingDelimiter));
        return header(dialect, structure, rows);
    }

    /**
     * Lines that begin with # are comments when none of them has the fields of a row; when some have, they are data, and
     * that is told.
     */
    private boolean isComment(SampleRows read, Dialect dialect) {
        if (read.comments().isEmpty()) {
            return false;
        }
        int fields = new Structure(read.rows(), whole).fields();
        Set<Long> lines = new HashSet<>(read.comments());
        long alike = 0;
        for (Row row : SampleRows.of(file, sample, dialect.withComment(ReadOptions.NONE)).rows()) {
            alike += lines.contains(row.line()) && row.cells().size() == fields ? 1 : 0;
        }
        // The names of some tables begin with #; that is one line, the first.
        if (alike > 1 || alike == 1 && read.comments().size() > 1) {
            warn("comments-unclear", "comment", Messages.TextDetection_comments, read.comments().size());
        }
        return alike == 0;
    }

    private Proposal header(Dialect dialect, Structure structure, List<Row> all) {
        List<Row> rows = all.subList(0, Math.min(TYPED_ROWS, all.size()));
        Structure typed = new Structure(rows, false);
        CellFormat format = new CellFormat(options.zone().map(ZoneId::of).orElse(ZoneOffset.UTC), options.grouping().orElse(ReadOptions.NONE));
        MissingMarkers markers = new MissingMarkers(options.missing());
        int header = options.headerRows().orElse(1);
        if (header == 1 && options.secondHeader().isEmpty() && options.header().isEmpty() && typed.hasSecondHeader(format, markers)) {
            header = 2;
            warn("second-header", "header", Messages.TextDetection_secondHeader, rows.get(1).line());
        } else if (options.header().isEmpty() && typed.isHeaderUnclear(format, markers)) {
            warn("header-assumed", "header", Messages.TextDetection_headerUnclear);
        }
        List<Row> data = rows.subList(Math.min(header, rows.size()), rows.size());
        ReadOptions effective = marks(new Grouping(data, structure.fields()));
        placeholders(data, rows, structure.fields(), new CellFormat(ZoneOffset.UTC, effective.grouping().orElse(ReadOptions.NONE)), markers);
        return new Proposal(dialect.withHeaderRows(header), effective, List.copyOf(warnings), structure, all);
    }

    private ReadOptions marks(Grouping numbers) {
        if (options.grouping().isPresent()) {
            return options;
        }
        Optional<Grouping.Marks> found = numbers.detect(options);
        if (found.isPresent()) {
            warn("grouped-numbers", "grouping", Messages.TextDetection_grouping, found.get().groups(), found.get().decimal());
            return options.change().grouping(found.get().groups()).decimal(found.get().decimal()).options();
        }
        if (options.decimal().isEmpty() && numbers.isPointUnclear()) {
            warn("ambiguous-number", "grouping", Messages.TextDetection_pointUnclear);
        }
        return options;
    }

    /** Says which columns are text only because of a word that may stand for a missing value. */
    private void placeholders(List<Row> data, List<Row> rows, int fields, CellFormat format, MissingMarkers markers) {
        if (!options.missing().isEmpty() || rows.isEmpty()) {
            return;
        }
        for (int column = 0; column < fields; column++) {
            Set<String> met = new HashSet<>();
            int kinds = Kinds.ANY;
            int present = 0;
            for (Row row : data) {
                String cell = column < row.cells().size() ? row.cells().get(column).strip() : "";
                char[] chars = cell.toCharArray();
                if (markers.isMissing(chars, 0, chars.length) || markers.isHyphen(chars, 0, chars.length)) {
                    continue;
                }
                if (PLACEHOLDERS.contains(cell)) {
                    met.add(cell);
                } else {
                    kinds &= format.kinds(chars, 0, chars.length);
                    present++;
                }
            }
            if (!met.isEmpty() && present > met.size() && kinds != Kinds.TEXT) {
                String name = column < rows.get(0).cells().size() ? rows.get(0).cells().get(column).strip() : "";
                warn("possible-missing", "missing", Messages.TextDetection_placeholder, name, String.join(", ", met));
            }
        }
    }

    private void warn(String code, String option, String sentence, Object... values) {
        warnings.add(new DataWarning(code, NLS.bind(sentence, values), option));
    }
}
