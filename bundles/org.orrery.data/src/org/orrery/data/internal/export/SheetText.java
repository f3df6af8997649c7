package org.orrery.data.internal.export;

import java.io.IOException;
import java.io.Writer;

/**
 * Text in a workbook: characters that XML cannot hold, and carriage returns, which it would change, are written as
 * {@code _x000D_}, and so is the beginning of a text that says just that (ISO/IEC 29500-1, 22.9.2.19).
 */
final class SheetText {
    private SheetText() {
    }

    static void write(Writer out, String text) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            switch (letter) {
                case '&' -> out.write("&amp;");
                case '<' -> out.write("&lt;");
                case '>' -> out.write("&gt;");
                case '\t', '\n' -> out.write(letter);
                case '_' -> out.write(isEscape(text, i) ? "_x005F_" : "_");
                default -> {
                    if (isPlain(text, i)) {
                        out.write(letter);
                    } else {
                        out.write(String.format("_x%04X_", (int) letter));
                    }
                }
            }
        }
    }

    private static boolean isPlain(String text, int at) {
        char letter = text.charAt(at);
        if (Character.isHighSurrogate(letter)) {
            return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
        }
        if (Character.isLowSurrogate(letter)) {
            return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
        }
        return letter >= ' ' && letter < 0xFFFE;
    }

    private static boolean isEscape(String text, int at) {
        if (at + 7 > text.length() || text.charAt(at + 1) != 'x' || text.charAt(at + 6) != '_') {
            return false;
        }
        for (int i = at + 2; i < at + 6; i++) {
            if (Character.digit(text.charAt(i), 16) < 0) {
                return false;
            }
        }
        return true;
    }
}
