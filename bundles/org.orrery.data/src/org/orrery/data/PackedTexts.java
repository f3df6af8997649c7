package org.orrery.data;

import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Objects;
import java.util.RandomAccess;

/** Texts as UTF-8 in one array; each is made into a String when it is asked for. Immutable. */
final class PackedTexts extends AbstractList<String> implements RandomAccess {
    private final byte[] text;
    private final int[] ends;

    PackedTexts(byte[] text, int[] ends, int size) {
        this.ends = Arrays.copyOf(ends, size);
        this.text = Arrays.copyOf(text, size == 0 ? 0 : ends[size - 1]);
    }

    @Override
    public String get(int index) {
        Objects.checkIndex(index, ends.length);
        int start = index == 0 ? 0 : ends[index - 1];
        return new String(text, start, ends[index] - start, StandardCharsets.UTF_8);
    }

    @Override
    public int size() {
        return ends.length;
    }
}
