package org.orrery.data;

import java.util.Arrays;
import java.util.List;

/** Text as codes into a dictionary. The dictionary is in order of first appearance and holds each text once. */
public final class TextVector implements ColumnVector {
    private final int[] codes;
    private final List<String> dictionary;
    private final int missing;

    private TextVector(int[] codes, List<String> dictionary, int missing) {
        this.codes = codes;
        this.dictionary = dictionary;
        this.missing = missing;
    }

    /** A vector of the first {@code rows} codes, −1 for a missing value. */
    public static TextVector of(int[] codes, int rows, List<String> dictionary) {
        int[] own = Arrays.copyOf(codes, rows);
        int missing = 0;
        for (int code : own) {
            if (code < -1 || code >= dictionary.size()) {
                throw new IllegalArgumentException("Code " + code + " is outside the dictionary");
            }
            if (code < 0) {
                missing++;
            }
        }
        return new TextVector(own, List.copyOf(dictionary), missing);
    }

    /** The code of that row, −1 when the value is missing. */
    public int code(int row) {
        return codes[row];
    }

    /** The text of that row; must not be missing. */
    public String get(int row) {
        return dictionary.get(codes[row]);
    }

    /** The different texts, by code. */
    public List<String> dictionary() {
        return dictionary;
    }

    @Override
    public int rows() {
        return codes.length;
    }

    @Override
    public boolean isMissing(int row) {
        return codes[row] < 0;
    }

    @Override
    public int missing() {
        return missing;
    }

    @Override
    public double asDouble(int row) {
        return codes[row] < 0 ? Double.NaN : codes[row];
    }
}
