package org.orrery.jobs.internal.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

import org.orrery.jobs.internal.codec.PlainJson;
import org.orrery.jobs.search.RunFacts;

/**
 * Facts as they lie in a file: a search over ten thousand runs asks each for one or two of some sixty, so the others are passed over and not
 * made. The bytes are JSON that this product has written and whose digest was right. Immutable and thread-safe.
 */
final class StoredFacts implements RunFacts {
    private static final byte[] BEGIN = "{\"values\":{".getBytes(StandardCharsets.UTF_8);

    private final byte[] bytes;
    private final int from;
    private final int to;
    /** Once somebody has wanted all of them. Two threads may both read them: what they find is equal. */
    private volatile RunFacts whole;

    private StoredFacts(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
    }

    /** Those in that stretch of the bytes, which are not changed any more; empty when they do not begin as facts do. */
    static Optional<RunFacts> of(byte[] bytes, int from, int to) {
        return to - from > BEGIN.length && Arrays.equals(bytes, from, from + BEGIN.length, BEGIN, 0, BEGIN.length) ? Optional.of(new StoredFacts(bytes, from, to))
                : Optional.empty();
    }

    @Override
    public Map<String, Object> values() {
        return whole().values();
    }

    private RunFacts whole() {
        if (whole == null) {
            whole = read();
        }
        return whole;
    }

    private RunFacts read() {
        try {
            return PlainJson.read(Arrays.copyOfRange(bytes, from, to), RunFacts.class);
        } catch (IOException e) {
            throw new UncheckedIOException("The digest was right and the facts are not", e);
        }
    }

    @Override
    public Optional<Object> find(String name) {
        FactName names = new FactName(name);
        int best = 0;
        int bestFrom = 0;
        int bestTo = 0;
        int at = from + BEGIN.length;
        while (at < to && bytes[at] == '"') {
            int key = at + 1;
            int keyEnd = textEnd(key);
            int value = keyEnd + 2;
            if (keyEnd < 0 || value >= to) {
                // Written with a backslash: rare enough to be read as a whole.
                return whole().find(name);
            }
            int valueEnd = bytes[value] == '"' ? textEnd(value + 1) : numberEnd(value);
            if (valueEnd < 0) {
                return whole().find(name);
            }
            int rank = names.rank(bytes, key, keyEnd);
            if (rank > best) {
                best = rank;
                bestFrom = value;
                bestTo = valueEnd;
            }
            if (best == FactName.EXACT) {
                break;
            }
            at = (bytes[value] == '"' ? valueEnd + 1 : valueEnd) + 1;
        }
        return best == 0 ? Optional.empty() : Optional.of(value(bestFrom, bestTo));
    }

    /** Where the text ends that begins there; negative when it holds a backslash, or no end. */
    private int textEnd(int begin) {
        for (int i = begin; i < to; i++) {
            if (bytes[i] == '"') {
                return i;
            }
            if (bytes[i] == '\\') {
                return -1;
            }
        }
        return -1;
    }

    private int numberEnd(int begin) {
        for (int i = begin; i < to; i++) {
            if (bytes[i] == ',' || bytes[i] == '}') {
                return i;
            }
        }
        return -1;
    }

    private Object value(int begin, int end) {
        return bytes[begin] == '"' ? new String(bytes, begin + 1, end - begin - 1, StandardCharsets.UTF_8)
                : (Object) Double.valueOf(new String(bytes, begin, end - begin, StandardCharsets.ISO_8859_1));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RunFacts facts && facts.values().equals(values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    @Override
    public String toString() {
        return values().toString();
    }
}
