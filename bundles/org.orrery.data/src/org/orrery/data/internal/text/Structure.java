package org.orrery.data.internal.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.orrery.data.internal.text.SampleRows.Row;

/**
 * What the records of a sample show of the form of a table: where it begins and ends, what stands behind the last delimiter,
 * how many rows its header has.
 */
final class Structure {
    private static final double MOST = 0.9;
    private static final int FAR = 100;
    private static final int ENOUGH = 2;
    private static final Pattern UNIT = Pattern.compile("[\\[(].*[\\])]|%|\u00B0[CF]|K|[\u00B5\u03BCmcdkMG]?(m|g|s|l|L|V|A|W|Hz|Pa|J|N|bar)[\u00B2\u00B323]?(/\\w{1,3})?"
            + "|kWh|min|h|km/h|EUR|USD|GBP|CHF|JPY|[\u20AC$\u00A3\u00A5]|years?|days?|count");

    private final List<Row> rows;
    private final boolean whole;
    private final int fields;

    /**
     * @param rows records that are neither blank nor comments
     * @param whole whether the file ends with them
     */
    Structure(List<Row> rows, boolean whole) {
        this.rows = rows;
        this.whole = whole;
        this.fields = mostFrequent();
    }

    private int mostFrequent() {
        Map<Integer, Integer> counts = new HashMap<>();
        rows.forEach(row -> counts.merge(row.cells().size(), 1, Integer::sum));
        return counts.entrySet().stream().max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey).orElse(0);
    }

    /** How many fields most records have. */
    int fields() {
        return fields;
    }

    private static boolean fits(Row row, int count) {
        return row.cells().size() == count;
    }

    /** How many lines come before the table: those of records with another number of fields, when nearly all others agree. */
    int linesBefore() {
        int first = begin();
        return first > 0 && isTable(first, end()) ? (int) rows.get(first).line() - 1 : 0;
    }

    /** How many lines at the end are no data: records with another number of fields behind a table that has one number. */
    int linesAfter() {
        int last = end();
        boolean few = rows.size() - last < last;
        return whole && few && last < rows.size() && isTable(begin(), last) ? rows.size() - last : 0;
    }

    /** The first record of the table. A header without the delimiter that ends all other rows is no preamble. */
    private int begin() {
        int first = 0;
        while (first < Math.min(FAR, rows.size()) && !fits(rows.get(first), fields) && !fits(rows.get(first), fields - 1)) {
            first++;
        }
        return first;
    }

    private int end() {
        int last = rows.size();
        while (last > 0 && rows.size() - last < FAR && !fits(rows.get(last - 1), fields)) {
            last--;
        }
        return last;
    }

    private boolean isTable(int first, int last) {
        return fields > 1 && last - first > 1
                && rows.subList(first, last).stream().filter(row -> fits(row, fields)).count() >= MOST * (last - first);
    }

    /** Whether every record behind the first ends with an empty field that the first has no name for. */
    boolean hasTrailingDelimiter() {
        if (rows.size() < 2 || fields < 2) {
            return false;
        }
        Row header = rows.get(0);
        boolean named = fits(header, fields - 1) || fits(header, fields) && header.last().isBlank();
        return named && rows.stream().skip(1).allMatch(row -> fits(row, fields) && row.last().isBlank());
    }

    /**
     * Whether the second record belongs to the header: it fits none of the columns that hold numbers or dates from the third
     * record on, and there are two such columns, or it names a unit.
     */
    boolean hasSecondHeader(CellFormat format, MissingMarkers markers) {
        if (rows.size() < 2 + ENOUGH || !fits(rows.get(0), fields) || !fits(rows.get(1), fields)) {
            return false;
        }
        int misfits = 0;
        boolean unit = false;
        for (int column = 0; column < fields; column++) {
            int kinds = kinds(column, 2, format, markers);
            String second = rows.get(1).cells().get(column).strip();
            if (kinds == Kinds.TEXT || isMissing(second, markers)) {
                continue;
            }
            char[] chars = second.toCharArray();
            if ((format.kinds(chars, 0, chars.length) & kinds) != 0 || format.number().read(chars, 0, chars.length)) {
                return false;
            }
            misfits++;
            unit |= UNIT.matcher(second).matches();
        }
        return misfits > 1 || unit;
    }

    /** What all cells of a column from that row on could be; text when there are too few to tell. */
    int kinds(int column, int from, CellFormat format, MissingMarkers markers) {
        int kinds = Kinds.ANY;
        int present = 0;
        for (Row row : rows.subList(Math.min(from, rows.size()), rows.size())) {
            String cell = column < row.cells().size() ? row.cells().get(column).strip() : "";
            if (!isMissing(cell, markers)) {
                char[] chars = cell.toCharArray();
                kinds &= format.kinds(chars, 0, chars.length);
                present++;
            }
        }
        return present < ENOUGH ? Kinds.TEXT : kinds;
    }

    private static boolean isMissing(String cell, MissingMarkers markers) {
        char[] chars = cell.toCharArray();
        return markers.isMissing(chars, 0, chars.length) || cell.equals(MissingMarkers.HYPHEN);
    }

    /** Whether nothing tells the first record from the others: all is text, and it repeats a value of its column. */
    boolean isHeaderUnclear(CellFormat format, MissingMarkers markers) {
        if (rows.size() < 2) {
            return false;
        }
        boolean repeated = false;
        for (int column = 0; column < Math.min(fields, rows.get(0).cells().size()); column++) {
            if (kinds(column, 1, format, markers) != Kinds.TEXT) {
                return false;
            }
            Set<String> values = new HashSet<>();
            for (Row row : rows.subList(1, rows.size())) {
                values.add(column < row.cells().size() ? row.cells().get(column).strip() : "");
            }
            String first = rows.get(0).cells().get(column).strip();
            repeated |= !first.isEmpty() && values.contains(first);
        }
        return repeated;
    }
}
