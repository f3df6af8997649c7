package org.orrery.data.internal;

import java.util.Arrays;

/**
 * The texts of one column for a block of rows, as UTF-8: as codes into a dictionary or, where a block has shown that most
 * of its texts are different, one behind the other. Filled again and again; not thread-safe.
 */
public final class TextBuffer {
    private static final int PLAIN_BLOCKS = 15;
    private static final int FEWEST_TO_JUDGE = 512;
    private static final int FIRST_ROWS = 16;

    private final ByteDictionary dictionary = new ByteDictionary();
    private int[] numbers = {};
    private byte[] text = {};
    private int length;
    private int size;
    private int plainLeft;

    /** Adds a text; the source goes on for at least {@link ByteDictionary#SLACK} bytes behind it. */
    void add(byte[] source, int from, int bytes) {
        reserve(1);
        if (plainLeft == 0) {
            numbers[size++] = dictionary.add(source, from, bytes);
            return;
        }
        if ((long) length + bytes + ByteDictionary.SLACK > text.length) {
            text = Arrays.copyOf(text, ByteDictionary.capacity((long) length + bytes + ByteDictionary.SLACK, text.length));
        }
        ByteDictionary.copy(source, from, text, length, bytes);
        length += bytes;
        numbers[size++] = length;
    }

    /** Adds as many texts out of a source that goes on behind them as for one; a row of length 0 has none. */
    void addAll(byte[] source, int[] from, int[] lengths, int rows) {
        reserve(rows);
        if (plainLeft == 0) {
            dictionary.addAll(source, from, lengths, rows, numbers, size);
        } else {
            appendAll(source, from, lengths, rows);
        }
        size += rows;
    }

    private void reserve(int more) {
        if (size + more > numbers.length) {
            numbers = Arrays.copyOf(numbers, Math.max(FIRST_ROWS, Math.max(size + more, size * 2)));
        }
    }

    private void appendAll(byte[] source, int[] from, int[] lengths, int rows) {
        long wanted = (long) length + ByteDictionary.SLACK;
        for (int i = 0; i < rows; i++) {
            wanted += lengths[i];
        }
        if (wanted > text.length) {
            text = Arrays.copyOf(text, ByteDictionary.capacity(wanted, text.length));
        }
        int end = length;
        for (int i = 0; i < rows; i++) {
            ByteDictionary.copy(source, from[i], text, end, lengths[i]);
            end += lengths[i];
            numbers[size + i] = end;
        }
        length = end;
    }

    /** Adds a row without a text. */
    void addNothing() {
        reserve(1);
        numbers[size++] = plainLeft == 0 ? -1 : length;
    }

    /** Whether the texts stand one behind the other: {@link #text} with the ends in {@link #numbers}. */
    public boolean isPlain() {
        return plainLeft > 0;
    }

    /** The different texts when it is not plain. */
    public ByteDictionary dictionary() {
        return dictionary;
    }

    /** By row the code, −1 without a value; when it is plain the end of the text. The array may be longer. */
    public int[] numbers() {
        return numbers;
    }

    /** The bytes when it is plain; the array may be longer. */
    public byte[] text() {
        return text;
    }

    /** How many bytes the texts have when it is plain. */
    public int length() {
        return length;
    }

    void clear() {
        if (plainLeft > 0) {
            plainLeft--;
        } else if (size >= FEWEST_TO_JUDGE && dictionary.size() > size / 2) {
            plainLeft = PLAIN_BLOCKS;
        }
        dictionary.clear();
        length = 0;
        size = 0;
    }
}
