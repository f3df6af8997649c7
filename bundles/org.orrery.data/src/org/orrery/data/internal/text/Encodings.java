package org.orrery.data.internal.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Tells encodings apart by their bytes. */
final class Encodings {
    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private Encodings() {
    }

    /** How many bytes of a byte order mark of that encoding these are. */
    static int markLength(byte[] head, int length, Charset charset) {
        if (charset.equals(StandardCharsets.UTF_8) && starts(head, length, 0xEF, 0xBB, 0xBF)) {
            return 3;
        }
        boolean little = charset.equals(StandardCharsets.UTF_16LE) && starts(head, length, 0xFF, 0xFE);
        boolean big = charset.equals(StandardCharsets.UTF_16BE) && starts(head, length, 0xFE, 0xFF);
        return little || big ? 2 : 0;
    }

    /** UTF-16 by its mark or, without one, by zeros in every other byte; else UTF-8. */
    static Charset unicode(byte[] head, int length) {
        if (starts(head, length, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        if (starts(head, length, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        int evenZeros = 0;
        int oddZeros = 0;
        int pairs = Math.min(length, 4096) / 2;
        for (int i = 0; i < pairs * 2; i += 2) {
            evenZeros += head[i] == 0 ? 1 : 0;
            oddZeros += head[i + 1] == 0 ? 1 : 0;
        }
        // Delimiters, digits and line ends of any script have a zero byte in UTF-16, and it is always the same half.
        if (oddZeros > pairs * 0.3 && evenZeros == 0) {
            return StandardCharsets.UTF_16LE;
        }
        if (evenZeros > pairs * 0.3 && oddZeros == 0) {
            return StandardCharsets.UTF_16BE;
        }
        // In scripts without ASCII letters only delimiters, digits and line ends have one: then the rest must be text too.
        if (oddZeros > pairs * 0.02 && evenZeros == 0 && isText(head, pairs * 2, StandardCharsets.UTF_16LE)) {
            return StandardCharsets.UTF_16LE;
        }
        boolean big = evenZeros > pairs * 0.02 && oddZeros == 0 && isText(head, pairs * 2, StandardCharsets.UTF_16BE);
        return big ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
    }

    private static boolean isText(byte[] head, int length, Charset charset) {
        String text = new String(head, 0, length, charset);
        return text.indexOf('\n') >= 0 && text.chars().allMatch(value -> Character.isDefined(value) && value != 0xFFFD
                && (value >= ' ' || value == '\n' || value == '\r' || value == '\t'));
    }

    /** Whether the bytes are UTF-32, by its mark or by three zeros in each of the first four units. */
    static boolean isUtf32(byte[] head, int length) {
        if (starts(head, length, 0xFF, 0xFE, 0, 0) || starts(head, length, 0, 0, 0xFE, 0xFF)) {
            return true;
        }
        if (length < 16) {
            return false;
        }
        boolean little = true;
        boolean big = true;
        for (int i = 0; i < 16; i += 4) {
            little &= head[i] != 0 && head[i + 1] == 0 && head[i + 2] == 0 && head[i + 3] == 0;
            big &= head[i] == 0 && head[i + 1] == 0 && head[i + 2] == 0 && head[i + 3] != 0;
        }
        return little || big;
    }

    /** The line of the byte at that offset, counted from 1; LF, CR and CRLF end a line. */
    static long lineOf(InputStream input, long offset) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long line = 1;
        long at = 0;
        boolean afterCr = false;
        for (int read = input.read(buffer); read >= 0 && at < offset; read = input.read(buffer)) {
            for (int i = 0; i < read && at < offset; i++, at++) {
                byte value = buffer[i];
                if (value == '\r' || value == '\n' && !afterCr) {
                    line++;
                }
                if (value != 0) {
                    afterCr = value == '\r';
                }
            }
        }
        return line;
    }

    private static boolean starts(byte[] head, int length, int... values) {
        if (length < values.length) {
            return false;
        }
        for (int i = 0; i < values.length; i++) {
            if ((head[i] & 0xFF) != values[i]) {
                return false;
            }
        }
        return true;
    }
}
