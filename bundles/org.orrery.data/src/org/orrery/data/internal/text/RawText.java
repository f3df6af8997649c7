package org.orrery.data.internal.text;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A text to look for in bytes, whatever the case of its letters. Immutable. */
public final class RawText {
    private static final long SMALL = 0x2020202020202020L;

    private final String lower;
    private final byte[] small;
    private final byte[] large;
    private final boolean bytewise;
    private final boolean fromBeyond;

    /** @param quote the quote of the file, which stands twice inside of quoted cells */
    private RawText(String wanted, char quote) {
        lower = wanted.toLowerCase(Locale.ROOT);
        small = lower.getBytes(StandardCharsets.UTF_8);
        large = lower.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        bytewise = lower.chars().allMatch(value -> value < 0x80) && lower.indexOf(quote) < 0;
        // The Kelvin sign and the dotted I are the only characters beyond ASCII whose small letters begin with one of it.
        fromBeyond = lower.indexOf('k') >= 0 || lower.indexOf('i') >= 0;
    }

    /** That text for cells that were read already. */
    public static RawText of(String wanted) {
        return new RawText(wanted, '"');
    }

    /** That text for files of that form. */
    public static RawText of(String wanted, RawRecords form) {
        return new RawText(wanted, (char) form.dialect().quote());
    }

    /** Whether the text of a cell contains it. */
    public boolean isIn(String cell) {
        return cell.toLowerCase(Locale.ROOT).contains(lower);
    }

    boolean mayBeIn(byte[] bytes, int to) {
        if (!bytewise) {
            return true;
        }
        if (fromBeyond && !isAscii(bytes, to)) {
            return true;
        }
        int last = to - small.length;
        for (int i = 0; i <= last; i += 8) {
            // Both of its first letters eight times at once; what looks like them is compared.
            long found = candidates(Swar.word(bytes, i), 0);
            if (found != 0 && small.length > 1) {
                found &= candidates(Swar.word(bytes, i + 1), 1);
            }
            while (found != 0) {
                int at = i + Swar.first(found);
                if (at <= last && matches(bytes, at)) {
                    return true;
                }
                found &= found - 1;
            }
        }
        return false;
    }

    /** Marks at least those bytes of the word that are that letter of the text, small or large. */
    private long candidates(long word, int letter) {
        long all = small[letter] == large[letter] ? word : word | SMALL;
        return Swar.equal(all, Swar.repeat(small[letter]));
    }

    private static boolean isAscii(byte[] bytes, int to) {
        int all = 0;
        for (int i = 0; i < to; i++) {
            all |= bytes[i];
        }
        return all >= 0;
    }

    private boolean matches(byte[] bytes, int at) {
        for (int i = 0; i < small.length; i++) {
            byte value = bytes[at + i];
            if (value != small[i] && value != large[i]) {
                return false;
            }
        }
        return true;
    }
}
