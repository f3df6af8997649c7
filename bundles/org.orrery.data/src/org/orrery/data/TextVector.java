package org.orrery.data;

import java.util.Arrays;
import java.util.List;

/** Text as codes into a dictionary. The dictionary is in order of first appearance and holds each text once. */
public final class TextVector implements ColumnVector {
    private static final int FEW = 4_096;

    private final Object codes;
    private final int width;
    private final int rows;
    private final List<String> dictionary;
    private final int missing;

    private TextVector(int[] codes, int rows, List<String> dictionary) {
        int absent = 0;
        for (int i = 0; i < rows; i++) {
            if (codes[i] < -1 || codes[i] >= dictionary.size()) {
                throw new IllegalArgumentException("Code " + codes[i] + " is outside the dictionary");
            }
            absent += codes[i] < 0 ? 1 : 0;
        }
        this.width = dictionary.size() <= 1 << 7 ? 1 : dictionary.size() <= 1 << 15 ? 2 : 4;
        this.codes = narrow(codes, rows, width);
        this.rows = rows;
        this.dictionary = dictionary;
        this.missing = absent;
    }

    private static Object narrow(int[] codes, int rows, int width) {
        if (width == 1) {
            byte[] bytes = new byte[rows];
            for (int i = 0; i < rows; i++) {
                bytes[i] = (byte) codes[i];
            }
            return bytes;
        }
        if (width == 2) {
            short[] shorts = new short[rows];
            for (int i = 0; i < rows; i++) {
                shorts[i] = (short) codes[i];
            }
            return shorts;
        }
        return Arrays.copyOf(codes, rows);
    }

    /** A vector of the first {@code rows} codes, −1 for a missing value. */
    public static TextVector of(int[] codes, int rows, List<String> dictionary) {
        return new TextVector(codes, rows, List.copyOf(dictionary));
    }

    /**
     * As {@link #of}, with the dictionary as UTF-8: a large one stays in that form, which takes a third of the memory of
     * strings.
     *
     * @param text the different texts, one behind the other
     * @param ends where each of them ends
     * @param levels how many there are
     */
    public static TextVector ofUtf8(int[] codes, int rows, byte[] text, int[] ends, int levels) {
        List<String> packed = new PackedTexts(text, ends, levels);
        return new TextVector(codes, rows, levels <= FEW ? List.copyOf(packed) : packed);
    }

    /** The code of that row, −1 when the value is missing. */
    public int code(int row) {
        return switch (width) {
            case 1 -> ((byte[]) codes)[row];
            case 2 -> ((short[]) codes)[row];
            default -> ((int[]) codes)[row];
        };
    }

    /** The text of that row; must not be missing. */
    public String get(int row) {
        return dictionary.get(code(row));
    }

    /** The different texts, by code. */
    public List<String> dictionary() {
        return dictionary;
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public boolean isMissing(int row) {
        return code(row) < 0;
    }

    @Override
    public int missing() {
        return missing;
    }

    @Override
    public double asDouble(int row) {
        int code = code(row);
        return code < 0 ? Double.NaN : code;
    }
}
