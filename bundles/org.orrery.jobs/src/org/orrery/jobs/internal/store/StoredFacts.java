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
    private static final byte[] BEGIN = bytes("{\"values\":{");
    private static final byte[] SETTING_BYTES = bytes(SETTING);

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
        Names names = new Names(name);
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
            if (best == Names.EXACT) {
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

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
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

    /** How well a key fits a name: as {@link RunFacts#find} says. */
    private static final class Names {
        static final int EXACT = 3;
        private static final int HEADLINE_OF = 2;
        private static final int LAST_WORDS = 1;
        private final boolean setting;
        private final byte[] exact;
        private final byte[] headline;
        private final byte[] end;

        Names(String name) {
            setting = name.startsWith(SETTING);
            exact = bytes(name);
            headline = bytes(HEADLINE + name);
            end = bytes("." + (setting ? name.substring(SETTING.length()) : name));
        }

        int rank(byte[] all, int from, int to) {
            int length = to - from;
            if (length < exact.length || all[to - 1] != exact[exact.length - 1]) {
                return 0;
            }
            if (length == exact.length) {
                return Arrays.equals(all, from, to, exact, 0, length) ? EXACT : 0;
            }
            if (!setting && length == headline.length && Arrays.equals(all, from, to, headline, 0, length)) {
                return HEADLINE_OF;
            }
            boolean ofSetting = length > SETTING_BYTES.length && Arrays.equals(all, from, from + SETTING_BYTES.length, SETTING_BYTES, 0, SETTING_BYTES.length);
            return ofSetting == setting && length >= end.length && Arrays.equals(all, to - end.length, to, end, 0, end.length) ? LAST_WORDS : 0;
        }
    }
}
