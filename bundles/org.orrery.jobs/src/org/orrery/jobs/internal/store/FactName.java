package org.orrery.jobs.internal.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.orrery.jobs.search.RunFacts;

/** A name that a fact is asked for by, and how well the keys of facts, as they lie in files, fit it: as {@link RunFacts#find} says. Immutable. */
final class FactName {
    private static final byte[] SETTING_BYTES = bytes(RunFacts.SETTING);
    static final int EXACT = 3;
    private static final int HEADLINE_OF = 2;
    private static final int LAST_WORDS = 1;
    private final boolean setting;
    private final byte[] exact;
    private final byte[] headline;
    private final byte[] end;

    FactName(String name) {
        setting = name.startsWith(RunFacts.SETTING);
        exact = bytes(name);
        headline = bytes(RunFacts.HEADLINE + name);
        end = bytes("." + (setting ? name.substring(RunFacts.SETTING.length()) : name));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** 0 when the key does not fit; the highest rank counts, and of equals the first key. */
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
