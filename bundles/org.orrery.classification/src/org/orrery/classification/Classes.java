package org.orrery.classification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.data.ColumnVector;
import org.orrery.data.LongVector;
import org.orrery.data.TextVector;

/**
 * The classes of a target column.
 *
 * @param names in the order of their text; numbers in numeric order; false before true
 * @param labels the class of each row, −1 where the target is missing
 * @param counts the rows of each class
 */
record Classes(List<String> names, int[] labels, int[] counts) {
    /** Reads them off; stops at {@code limit} + 1 different numbers, so that a measured target cannot exhaust the heap. */
    static Classes of(Column column, ColumnVector values, int limit) {
        return switch (values) {
            case TextVector texts -> ofText(texts);
            case LongVector numbers -> ofNumbers(numbers, column.type() == ColumnType.BOOLEAN, limit);
            default -> throw new IllegalArgumentException("No classes in a column of type " + column.type());
        };
    }

    private static Classes ofText(TextVector texts) {
        int[] uses = new int[texts.dictionary().size()];
        for (int row = 0; row < texts.rows(); row++) {
            if (texts.code(row) >= 0) {
                uses[texts.code(row)]++;
            }
        }
        List<Integer> codes = new ArrayList<>();
        for (int code = 0; code < uses.length; code++) {
            if (uses[code] > 0) {
                codes.add(code);
            }
        }
        codes.sort(Comparator.comparing(texts.dictionary()::get));
        int[] labelOf = new int[uses.length];
        for (int label = 0; label < codes.size(); label++) {
            labelOf[codes.get(label)] = label;
        }
        int[] labels = new int[texts.rows()];
        Arrays.setAll(labels, row -> texts.code(row) < 0 ? -1 : labelOf[texts.code(row)]);
        return new Classes(codes.stream().map(texts.dictionary()::get).toList(), labels, count(labels, codes.size()));
    }

    private static Classes ofNumbers(LongVector numbers, boolean truth, int limit) {
        TreeSet<Long> distinct = new TreeSet<>();
        for (int row = 0; row < numbers.rows() && distinct.size() <= limit; row++) {
            if (!numbers.isMissing(row)) {
                distinct.add(numbers.get(row));
            }
        }
        Map<Long, Integer> labelOf = new HashMap<>();
        distinct.forEach(value -> labelOf.put(value, labelOf.size()));
        int[] labels = new int[numbers.rows()];
        Arrays.setAll(labels, row -> numbers.isMissing(row) ? -1 : labelOf.getOrDefault(numbers.get(row), -1));
        List<String> names = distinct.stream().map(value -> truth ? Boolean.toString(value != 0) : Long.toString(value)).toList();
        return new Classes(names, labels, count(labels, names.size()));
    }

    private static int[] count(int[] labels, int classes) {
        int[] counts = new int[classes];
        for (int label : labels) {
            if (label >= 0) {
                counts[label]++;
            }
        }
        return counts;
    }

    /** The class with the fewest rows, the last of equals. */
    int rarest() {
        int rarest = 0;
        for (int c = 1; c < counts.length; c++) {
            rarest = counts[c] <= counts[rarest] ? c : rarest;
        }
        return rarest;
    }

    /** The rows with a class. */
    int rows() {
        return Arrays.stream(counts).sum();
    }
}
