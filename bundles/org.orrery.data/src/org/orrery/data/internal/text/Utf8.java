package org.orrery.data.internal.text;

/** Checks and converts UTF-8: strictly, by the table of well-formed sequences of the Unicode Standard (3.9, table 3-7). */
final class Utf8 {
    private static final long HIGHS = 0x8080808080808080L;
    private static final long ONES = 0x0101010101010101L;

    private Utf8() {
    }

    /** Where the first byte stands that is NUL or begins no well-formed sequence; −1 when there is none before {@code to}. */
    static int firstBad(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to) {
            long word = Swar.word(bytes, i);
            if (((word | word - ONES) & HIGHS) == 0) {
                i += 8;
                continue;
            }
            int end = Math.min(to, i + 8);
            while (i < end) {
                int length = bytes[i] > 0 ? 1 : sequence(bytes, i, to);
                if (length == 0) {
                    return i;
                }
                i += length;
            }
        }
        return -1;
    }

    /** The length of the sequence that begins there; 0 when it is none, or a NUL. */
    private static int sequence(byte[] bytes, int at, int to) {
        int lead = bytes[at] & 0xFF;
        if (lead < 0xC2 || lead > 0xF4) {
            return 0;
        }
        int length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        if (at + length > to) {
            return 0;
        }
        int second = bytes[at + 1] & 0xFF;
        int low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        int high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        if (second < low || second > high) {
            return 0;
        }
        for (int i = 2; i < length; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return length;
    }

    /**
     * Decodes well-formed text; a doubled quote becomes one.
     *
     * @param quote the quote that is doubled; 0 when none is
     * @param target with room for as many characters as there are bytes
     * @return how many characters there are
     */
    static int decode(byte[] bytes, int from, int to, byte quote, char[] target) {
        int size = 0;
        int i = from;
        while (i < to) {
            int lead = bytes[i];
            if (lead >= 0) {
                target[size++] = (char) lead;
                i += lead == quote && quote != 0 && i + 1 < to && bytes[i + 1] == quote ? 2 : 1;
            } else if (lead < -32) {
                target[size++] = (char) ((lead & 0x1F) << 6 | bytes[i + 1] & 0x3F);
                i += 2;
            } else if (lead < -16) {
                target[size++] = (char) ((lead & 0x0F) << 12 | (bytes[i + 1] & 0x3F) << 6 | bytes[i + 2] & 0x3F);
                i += 3;
            } else {
                int point = (lead & 0x07) << 18 | (bytes[i + 1] & 0x3F) << 12 | (bytes[i + 2] & 0x3F) << 6 | bytes[i + 3] & 0x3F;
                target[size++] = Character.highSurrogate(point);
                target[size++] = Character.lowSurrogate(point);
                i += 4;
            }
        }
        return size;
    }

    /**
     * Encodes characters.
     *
     * @param target with room for three bytes for each character
     * @return how many bytes there are
     * @throws IllegalArgumentException for half of a surrogate pair
     */
    static int encode(char[] chars, int from, int length, byte[] target) {
        int size = 0;
        for (int i = from; i < from + length; i++) {
            char value = chars[i];
            if (value < 0x80) {
                target[size++] = (byte) value;
            } else if (value < 0x800) {
                target[size++] = (byte) (0xC0 | value >> 6);
                target[size++] = (byte) (0x80 | value & 0x3F);
            } else if (!Character.isSurrogate(value)) {
                target[size++] = (byte) (0xE0 | value >> 12);
                target[size++] = (byte) (0x80 | value >> 6 & 0x3F);
                target[size++] = (byte) (0x80 | value & 0x3F);
            } else {
                if (!Character.isHighSurrogate(value) || i + 1 == from + length || !Character.isLowSurrogate(chars[i + 1])) {
                    throw new IllegalArgumentException("Half of a surrogate pair");
                }
                int point = Character.toCodePoint(value, chars[++i]);
                target[size++] = (byte) (0xF0 | point >> 18);
                target[size++] = (byte) (0x80 | point >> 12 & 0x3F);
                target[size++] = (byte) (0x80 | point >> 6 & 0x3F);
                target[size++] = (byte) (0x80 | point & 0x3F);
            }
        }
        return size;
    }

    /** How many code units of UTF-16 the well-formed text has. */
    static long units(byte[] bytes, int from, int to) {
        long units = 0;
        for (int i = from; i < to; i++) {
            units += (bytes[i] & 0xC0) != 0x80 ? 1 : 0;
            units += (bytes[i] & 0xF8) == 0xF0 ? 1 : 0;
        }
        return units;
    }
}
