package org.orrery.data.internal.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which cells hold no value: the empty and the blank one, and those that say one of some texts, quoted or not. Keeps how
 * often each text was met. Not thread-safe.
 */
final class MissingMarkers {
    /** What stands for a missing value unless the user says otherwise. */
    static final List<String> USUAL = List.of("NA", "N/A", "#N/A", "NaN", "null", "NULL");

    /**
     * A lone hyphen stands for a missing value in columns of numbers, dates and the like, unless the user names the markers;
     * in a column of text it is a text.
     */
    static final String HYPHEN = "-";

    private final String[] markers;
    private final byte[][] encoded;
    private final boolean[] firsts;
    private final boolean[] doubtful;
    /** Null until one was met: a file may have a hundred thousand columns. */
    private long[] met;
    private final boolean[] lengths;
    private final int longestEncoded;
    private final boolean hyphen;

    /** @param given what the user says; empty list: the usual ones, and the hyphen where it is no text */
    MissingMarkers(List<String> given) {
        this(given.isEmpty() ? USUAL : given, given.isEmpty() || given.equals(USUAL));
    }

    private MissingMarkers(List<String> markers, boolean hyphen) {
        this.hyphen = hyphen;
        this.markers = markers.stream().filter(marker -> !marker.isBlank()).distinct().toArray(String[]::new);
        this.encoded = new byte[this.markers.length][];
        this.firsts = new boolean[256];
        this.doubtful = new boolean[256];
        for (int i = 0; i < encoded.length; i++) {
            encoded[i] = this.markers[i].getBytes(StandardCharsets.UTF_8);
            firsts[encoded[i][0] & 0xFF] = true;
        }
        System.arraycopy(firsts, 0, doubtful, 0, firsts.length);
        Arrays.fill(doubtful, 0, ' ' + 1, true);
        doubtful[HYPHEN.charAt(0)] = true;
        int longest = 0;
        int bytes = 0;
        for (String marker : this.markers) {
            longest = Math.max(longest, marker.length());
        }
        for (byte[] marker : encoded) {
            bytes = Math.max(bytes, marker.length);
        }
        this.longestEncoded = bytes;
        this.lengths = new boolean[longest + 1];
        for (String marker : this.markers) {
            lengths[marker.length()] = true;
        }
    }

    /** The same texts, none of which was met yet. */
    MissingMarkers(MissingMarkers like) {
        this.hyphen = like.hyphen;
        this.markers = like.markers;
        this.encoded = like.encoded;
        this.firsts = like.firsts;
        this.doubtful = like.doubtful;
        this.longestEncoded = like.longestEncoded;
        this.lengths = like.lengths;
    }

    /** Whether these characters, without blanks around them, stand for a missing value. */
    boolean isMissing(char[] buffer, int from, int to) {
        int length = to - from;
        if (length == 0) {
            return true;
        }
        if (length >= lengths.length || !lengths[length]) {
            return false;
        }
        for (int i = 0; i < markers.length; i++) {
            if (markers[i].length() == length && same(markers[i], buffer, from)) {
                meet(i, 1);
                return true;
            }
        }
        return false;
    }

    /** Whether these characters are a lone hyphen that is missing wherever the column is not text. */
    boolean isHyphen(char[] buffer, int from, int to) {
        return hyphen && to - from == 1 && buffer[from] == '-';
    }

    /** As {@link #isHyphen(char[], int, int)}, for UTF-8. */
    boolean isHyphen(byte[] bytes, int from, int to) {
        return hyphen && to - from == 1 && bytes[from] == '-';
    }

    /** As {@link #isMissing(char[], int, int)}, for UTF-8. */
    boolean isMissing(byte[] bytes, int from, int to) {
        if (from == to) {
            return true;
        }
        if (to - from > longestEncoded || !firsts[bytes[from] & 0xFF]) {
            return false;
        }
        for (int i = 0; i < encoded.length; i++) {
            if (Arrays.equals(encoded[i], 0, encoded[i].length, bytes, from, to)) {
                meet(i, 1);
                return true;
            }
        }
        return false;
    }

    /** Whether a cell that begins with that byte could be missing or a hyphen: any other is neither. */
    boolean isDoubtful(byte first) {
        return doubtful[first & 0xFF];
    }

    /** Whether some text that stands for a missing value begins like a number. */
    boolean looksLikeNumber() {
        for (byte[] marker : encoded) {
            if (marker[0] >= '0' && marker[0] <= '9' || marker[0] == '-' || marker[0] == '.' || marker[0] == ',') {
                return true;
            }
        }
        return false;
    }

    /** Whether no text stands for a missing value, and no hyphen either. */
    boolean isNone() {
        return markers.length == 0 && !hyphen;
    }

    /** Whether that is one of the texts. */
    boolean has(String text) {
        return Arrays.asList(markers).contains(text);
    }

    /** Adds how often each text was met by another of these with the same texts. */
    void add(MissingMarkers other) {
        for (int i = 0; other.met != null && i < markers.length; i++) {
            meet(i, other.met[i]);
        }
    }

    private void meet(int marker, long times) {
        met = met == null ? new long[markers.length] : met;
        met[marker] += times;
    }

    private static boolean same(String marker, char[] buffer, int from) {
        for (int i = 0; i < marker.length(); i++) {
            if (marker.charAt(i) != buffer[from + i]) {
                return false;
            }
        }
        return true;
    }

    /** How often each of the texts was met, without those that never were. */
    Map<String, Long> met() {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (int i = 0; i < markers.length; i++) {
            if (met != null && met[i] > 0) {
                counts.put(markers[i], met[i]);
            }
        }
        return counts;
    }
}
