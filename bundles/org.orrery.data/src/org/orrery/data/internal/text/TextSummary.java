package org.orrery.data.internal.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.eclipse.osgi.util.NLS;
import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.data.DataException;
import org.orrery.data.DataException.Code;
import org.orrery.data.DataException.Where;
import org.orrery.data.DataWarning;
import org.orrery.data.ReadOptions;
import org.orrery.data.Schema;
import org.orrery.data.internal.Imported;
import org.orrery.data.internal.SourceFile;

/** Makes the description of a data set out of a finished pass: columns, options with everything filled in, warnings. */
final class TextSummary {
    private static final int MOST_LEVELS = 1_000;
    private static final int FEWEST_FOR_ID = 20;
    private static final int TYPED_BEFORE = 100;
    private static final Pattern ID_NAME = Pattern.compile("(?i:(.*[ _.-])?(id|uuid|guid|key)|row(names|number|_?id)?)|.*[a-z]I[dD]");

    private final Path file;
    private final ReadOptions options;
    private final ReadOptions effective;
    private final TextPass pass;
    private final TypeResolution types;
    private final Dialect dialect;
    private final List<DataWarning> warnings;

    /**
     * @param options what the user has set
     * @param effective the same with what the beginning of the file added
     */
    TextSummary(Path file, ReadOptions options, ReadOptions effective, TextPass pass, TypeResolution types, Dialect dialect,
            List<DataWarning> before) {
        this.file = file;
        this.options = options;
        this.effective = effective;
        this.pass = pass;
        this.types = types;
        this.dialect = dialect;
        this.warnings = new ArrayList<>(before);
    }

    /** @throws DataException bad-data when a date that is asked for could be two days */
    Imported imported(SourceFile.Stamp stamp) throws DataException {
        warnings.addAll(pass.headerWarnings());
        List<Column> columns = new ArrayList<>();
        List<Integer> scales = new ArrayList<>();
        Map<String, ColumnType> named = new LinkedHashMap<>();
        boolean unzoned = false;
        for (int i = 0; i < pass.kept().size(); i++) {
            String name = pass.kept().get(i);
            ColumnScan scan = pass.scans().get(i);
            requireClearDates(name, scan);
            ColumnType type = type(scan);
            columns.add(new Column(name, type, scan.facts().missing, scan.distinct(), isIdLike(name, type, scan)));
            scales.add(type == ColumnType.DECIMAL ? scan.plan().scale() : 0);
            named.put(name, type);
            unzoned |= type == ColumnType.TIMESTAMP && scan.facts().unzoned;
            warn(name, type, scan);
        }
        warnFile(unzoned);
        boolean fixed = dialect.layout().isFixed();
        ReadOptions resolved = effective.change().delimiter(fixed ? null : dialect.delimiter()).quote(fixed ? null : dialect.quote())
                .escape(fixed ? null : dialect.escape()).widths(dialect.layout().widths())
                .comment(dialect.comment()).trailingDelimiter(dialect.trailing()).encoding(dialect.charset().name())
                .skip(dialect.skip()).skipEnd(dialect.skipEnd()).headerRows(dialect.headerRows()).decimal(types.decimal())
                .grouping(effective.grouping().orElse(ReadOptions.NONE))
                .missing(options.missing().isEmpty() ? MissingMarkers.USUAL : options.missing()).types(named)
                .zone(options.zone().orElse("UTC")).options();
        return new Imported(resolved, new Schema(columns), pass.rows(), scales, stamp, warnings);
    }

    private void requireClearDates(String name, ColumnScan scan) throws DataException {
        boolean date = scan.asked().filter(type -> type == ColumnType.DATE || type == ColumnType.TIMESTAMP).isPresent()
                && scan.facts().present > 0;
        if (date && effective.dateOrder().isEmpty() && Kinds.dayAndMonthUnclear(scan.kinds())) {
            throw new DataException(Code.BAD_DATA, NLS.bind(Messages.TextSummary_unclearAskedDate, file, name),
                    new Where(file, OptionalLong.empty(), Optional.of(name)).with("date-order"));
        }
    }

    private static ColumnType type(ColumnScan scan) {
        if (scan.asked().isPresent()) {
            return scan.asked().get();
        }
        ColumnType stored = scan.plan().type();
        long distinct = scan.distinct();
        return stored == ColumnType.TEXT && hasLevels(distinct, scan.facts().present) ? ColumnType.CATEGORY : stored;
    }

    /** Whether a text of so many different values among so many is a category. */
    static boolean hasLevels(long distinct, long present) {
        return distinct > 0 && distinct <= MOST_LEVELS && distinct * 2 <= present;
    }

    /**
     * Every value different (as far as they were counted), and: whole numbers in equal steps, or named like an id, or
     * short texts without blanks.
     */
    private static boolean isIdLike(String name, ColumnType type, ColumnScan scan) {
        ColumnFacts facts = scan.facts();
        boolean counter = facts.countsRows();
        boolean different = scan.distinct() == facts.present || scan.distinct() < 0 && (type == ColumnType.TEXT || counter);
        if (facts.present < FEWEST_FOR_ID || facts.missing > 0) {
            return false;
        }
        boolean named = ID_NAME.matcher(name).matches();
        return switch (type) {
            case INTEGER -> counter || named && (different || scan.distinct() < 0);
            case TEXT -> different && (named || facts.looksLikeCodes());
            default -> false;
        };
    }

    private void warn(String name, ColumnType type, ColumnScan scan) {
        ColumnFacts facts = scan.facts();
        if (facts.present == 0) {
            add("empty-column", Messages.TextSummary_emptyColumn, name);
        } else if (scan.asked().isEmpty() && type.isText()) {
            warnText(name, scan);
        }
        if (type == ColumnType.REAL && facts.notFinite) {
            add("not-finite-values", Messages.TextSummary_notFinite, name);
        }
        if (type == ColumnType.REAL && facts.rounded) {
            decides("types", "digits-rounded", Messages.TextSummary_rounded, name);
        }
        if (type == ColumnType.DECIMAL && scan.asked().isEmpty()) {
            decides("types", "decimals", Messages.TextSummary_decimals, name, scan.plan().scale());
        }
        if (type == ColumnType.DURATION && facts.clock && scan.asked().isEmpty()) {
            decides("types", "clock-times", Messages.TextSummary_clock, name);
        }
    }

    private void warnText(String name, ColumnScan scan) {
        ColumnFacts facts = scan.facts();
        if (Kinds.dayAndMonthUnclear(scan.kinds())) {
            decides("date-order", "ambiguous-date", Messages.TextSummary_unclearDate, name);
        } else if ((scan.kinds() & Kinds.REAL) != 0) {
            decides(types.decimal() == ',' ? "grouping" : "decimal", "ambiguous-number", Messages.TextSummary_unclearNumber, name);
        } else if (facts.longIdentifiers) {
            decides("types", "long-digits", Messages.TextSummary_longDigits, name, facts.lostValue);
        } else if (facts.leadingZeros) {
            decides("types", "leading-zeros", Messages.TextSummary_leadingZeros, name, facts.lostValue);
        } else if (facts.beyondRange) {
            add("beyond-range", Messages.TextSummary_beyondRange, name, facts.lostValue);
        } else if (facts.lostLine > TYPED_BEFORE) {
            add("late-type-change", Messages.TextSummary_lateChange, name, facts.lostLine, facts.lostValue);
        }
    }

    private void warnFile(boolean unzoned) {
        if (pass.blankRows() > 0) {
            add("blank-rows", Messages.TextSummary_blankRows, pass.blankRows());
        }
        Map<String, Long> met = new LinkedHashMap<>(pass.markers().met());
        long hyphens = pass.scans().stream().filter(scan -> scan.plan().type() != ColumnType.TEXT).mapToLong(scan -> scan.facts().hyphens).sum();
        if (hyphens > 0) {
            met.put(MissingMarkers.HYPHEN, hyphens);
        }
        if (!met.isEmpty()) {
            List<String> shown = met.entrySet().stream().map(entry -> entry.getKey() + " (" + entry.getValue() + ")").toList();
            decides("missing", "missing-markers", Messages.TextSummary_markers, String.join(", ", shown));
        }
        warnForm();
        if (options.header().isEmpty() && !dialect.header()) {
            decides("header", "no-header", Messages.TextSummary_noHeader);
        }
        if (options.decimal().isEmpty() && types.decimal() == ',') {
            decides("decimal", "decimal-comma", Messages.TextSummary_decimalComma);
        }
        if (options.zone().isEmpty() && unzoned) {
            decides("zone", "zone-assumed", Messages.TextSummary_zone);
        }
    }

    private void warnForm() {
        if (options.comment().isEmpty() && pass.comments() > 0) {
            decides("comment", "comments", Messages.TextSummary_comments, pass.comments(), dialect.comment());
        }
        if (options.trailingDelimiter().isEmpty() && dialect.trailing()) {
            decides("trailing-delimiter", "trailing-delimiter", Messages.TextSummary_trailing);
        }
        if (options.quote().isEmpty() && dialect.quote() == '\'') {
            decides("quote", "single-quotes", Messages.TextSummary_singleQuotes);
        }
    }

    private void decides(String option, String code, String sentence, Object... values) {
        warnings.add(new DataWarning(code, NLS.bind(sentence, values), option));
    }

    private void add(String code, String sentence, Object... values) {
        warnings.add(new DataWarning(code, NLS.bind(sentence, values)));
    }
}
