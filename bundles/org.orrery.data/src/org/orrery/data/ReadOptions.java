package org.orrery.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a file is to be read; what is absent is detected. Change one with {@link #change}.
 *
 * @param delimiter what separates the fields of a text file: one character or several
 * @param quote the quote character; {@link #NONE} when quotes are plain text
 * @param escape how a quote inside a quoted field is written
 * @param comment the character that begins a line which is a comment; {@link #NONE} when no line is one
 * @param trailingDelimiter whether each row ends with a delimiter behind which there is no further field
 * @param encoding the name of the character set
 * @param skip how many lines stand before the header and are no data, whatever they hold
 * @param skipEnd how many lines at the end of the file, blank ones not counted, are no data: totals, notes
 * @param header whether the first row holds the names
 * @param secondHeader whether a second row belongs to the header, as units do; it is joined to the names
 * @param decimal the decimal mark, {@code .} or {@code ,}
 * @param grouping what stands between groups of three digits before the decimal mark; {@link #NONE} when nothing does
 * @param missing the texts that stand for a missing value, beside the empty field; empty list: the usual ones; a list of one
 *     empty text: none but the empty field
 * @param types types that the user has set, by column name
 * @param ignored columns that are left out
 * @param dateOrder whether day or month comes first in dates such as 03/04/2026
 * @param zone the zone of timestamps that name none
 * @param widths how many characters each field of a file of fixed width takes; empty list: not given
 * @param sheet the sheet of a workbook
 * @param maxColumns up to how many columns are accepted; absent: 16,384
 */
public record ReadOptions(Optional<String> delimiter, Optional<Character> quote, Optional<Escape> escape, Optional<Character> comment,
        Optional<Boolean> trailingDelimiter, Optional<String> encoding, Optional<Integer> skip, Optional<Integer> skipEnd,
        Optional<Boolean> header, Optional<Boolean> secondHeader, Optional<Character> decimal, Optional<Character> grouping,
        List<String> missing, Map<String, ColumnType> types, List<String> ignored, Optional<DateOrder> dateOrder,
        Optional<String> zone, List<Integer> widths, Optional<String> sheet, Optional<Integer> maxColumns) {

    /** How a quote inside a quoted field is written. */
    public enum Escape {
        /** Twice: {@code "a ""b"" c"}. */
        DOUBLED,
        /** Behind a backslash, which also stands before a backslash or a delimiter: {@code "a \"b\" c"}. */
        BACKSLASH
    }

    /** Which part of a date comes first when the year comes last. */
    public enum DateOrder {
        /** 21/11/2026. */
        DAY_FIRST,
        /** 11/21/2026. */
        MONTH_FIRST
    }

    /** Stands for no character at all where an option is a character: no quote, no comment, no grouping mark. */
    public static final char NONE = '\0';

    /** Everything detected. */
    public static final ReadOptions DETECT = new Change().options();

    /** Takes what an older version has stored without the options it did not know. */
    public ReadOptions {
        delimiter = orEmpty(delimiter);
        quote = orEmpty(quote);
        escape = orEmpty(escape);
        comment = orEmpty(comment);
        trailingDelimiter = orEmpty(trailingDelimiter);
        encoding = orEmpty(encoding);
        skip = orEmpty(skip);
        skipEnd = orEmpty(skipEnd);
        header = orEmpty(header);
        secondHeader = orEmpty(secondHeader);
        decimal = orEmpty(decimal);
        grouping = orEmpty(grouping);
        missing = List.copyOf(missing);
        types = Map.copyOf(types);
        ignored = List.copyOf(ignored);
        dateOrder = orEmpty(dateOrder);
        zone = orEmpty(zone);
        widths = widths == null ? List.of() : List.copyOf(widths);
        sheet = orEmpty(sheet);
        maxColumns = orEmpty(maxColumns);
    }

    private static <T> Optional<T> orEmpty(Optional<T> stored) {
        return stored == null ? Optional.empty() : stored;
    }

    /** How many rows the header has, 0 to 2, when that is set. */
    public Optional<Integer> headerRows() {
        return header.map(given -> !given ? 0 : secondHeader.orElse(false) ? 2 : 1);
    }

    /** Begins options that differ from these. */
    public Change change() {
        return new Change(this);
    }

    /** Options that are being changed; each method sets one, null gives it back to detection. Not thread-safe. */
    public static final class Change {
        private String delimiter;
        private Character quote;
        private Escape escape;
        private Character comment;
        private Boolean trailingDelimiter;
        private String encoding;
        private Integer skip;
        private Integer skipEnd;
        private Boolean header;
        private Boolean secondHeader;
        private Character decimal;
        private Character grouping;
        private List<String> missing = List.of();
        private Map<String, ColumnType> types = Map.of();
        private List<String> ignored = List.of();
        private DateOrder dateOrder;
        private String zone;
        private List<Integer> widths = List.of();
        private String sheet;
        private Integer maxColumns;

        private Change() {
        }

        private Change(ReadOptions from) {
            delimiter = from.delimiter.orElse(null);
            quote = from.quote.orElse(null);
            escape = from.escape.orElse(null);
            comment = from.comment.orElse(null);
            trailingDelimiter = from.trailingDelimiter.orElse(null);
            encoding = from.encoding.orElse(null);
            skip = from.skip.orElse(null);
            skipEnd = from.skipEnd.orElse(null);
            header = from.header.orElse(null);
            secondHeader = from.secondHeader.orElse(null);
            decimal = from.decimal.orElse(null);
            grouping = from.grouping.orElse(null);
            missing = from.missing;
            types = from.types;
            ignored = from.ignored;
            dateOrder = from.dateOrder.orElse(null);
            zone = from.zone.orElse(null);
            widths = from.widths;
            sheet = from.sheet.orElse(null);
            maxColumns = from.maxColumns.orElse(null);
        }

        public Change delimiter(String given) {
            delimiter = given;
            return this;
        }

        public Change quote(Character given) {
            quote = given;
            return this;
        }

        public Change escape(Escape given) {
            escape = given;
            return this;
        }

        public Change comment(Character given) {
            comment = given;
            return this;
        }

        public Change trailingDelimiter(Boolean given) {
            trailingDelimiter = given;
            return this;
        }

        public Change encoding(String given) {
            encoding = given;
            return this;
        }

        public Change skip(Integer given) {
            skip = given;
            return this;
        }

        public Change skipEnd(Integer given) {
            skipEnd = given;
            return this;
        }

        public Change header(Boolean given) {
            header = given;
            return this;
        }

        public Change secondHeader(Boolean given) {
            secondHeader = given;
            return this;
        }

        /** Sets both options of the header: 0, 1 or 2 rows. */
        public Change headerRows(int rows) {
            header = rows > 0;
            secondHeader = rows > 1;
            return this;
        }

        public Change decimal(Character given) {
            decimal = given;
            return this;
        }

        public Change grouping(Character given) {
            grouping = given;
            return this;
        }

        public Change missing(List<String> given) {
            missing = given;
            return this;
        }

        public Change types(Map<String, ColumnType> given) {
            types = given;
            return this;
        }

        /** Sets the type of one column. */
        public Change type(String column, ColumnType type) {
            Map<String, ColumnType> more = new LinkedHashMap<>(types);
            more.put(column, type);
            types = more;
            return this;
        }

        public Change ignored(List<String> given) {
            ignored = given;
            return this;
        }

        /** Leaves out one more column. */
        public Change ignore(String column) {
            List<String> more = new ArrayList<>(ignored);
            more.add(column);
            ignored = more;
            return this;
        }

        public Change dateOrder(DateOrder given) {
            dateOrder = given;
            return this;
        }

        public Change zone(String given) {
            zone = given;
            return this;
        }

        public Change widths(List<Integer> given) {
            widths = given;
            return this;
        }

        public Change sheet(String given) {
            sheet = given;
            return this;
        }

        public Change maxColumns(Integer given) {
            maxColumns = given;
            return this;
        }

        /** The options as they are now. */
        public ReadOptions options() {
            return new ReadOptions(Optional.ofNullable(delimiter), Optional.ofNullable(quote), Optional.ofNullable(escape),
                    Optional.ofNullable(comment), Optional.ofNullable(trailingDelimiter), Optional.ofNullable(encoding),
                    Optional.ofNullable(skip), Optional.ofNullable(skipEnd), Optional.ofNullable(header), Optional.ofNullable(secondHeader),
                    Optional.ofNullable(decimal), Optional.ofNullable(grouping), missing, types, ignored, Optional.ofNullable(dateOrder),
                    Optional.ofNullable(zone), widths, Optional.ofNullable(sheet), Optional.ofNullable(maxColumns));
        }
    }
}
