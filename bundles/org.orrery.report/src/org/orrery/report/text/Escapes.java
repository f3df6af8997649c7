package org.orrery.report.text;

import java.util.regex.Pattern;

/**
 * Makes plain text safe within a format. Names of columns, classes and files come from anybody's data: whatever they
 * hold, the reader sees it as text.
 */
public final class Escapes {
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final String MARKDOWN = "\\`*_[]#|~!$^{}()";
    /** What begins a list, a ruler, a heading line or a numbered item. */
    private static final Pattern BLOCK = Pattern.compile("^([-+](?=[-\\s]|$)|=|\\d+(?=\\.(\\s|$)))");
    /** What begins an address. As a reference the character reads the same, but no address is recognised. */
    private static final Pattern SCHEME = Pattern.compile("(?<=\\p{L}):(?=\\S)");
    private static final Pattern HOST = Pattern.compile("(?i)\\b(www)\\.");

    private Escapes() {
    }

    /** For text and quoted attributes of XML and HTML. Characters that XML forbids become U+FFFD. */
    public static String xml(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                case '`' -> safe.append("&#96;");
                default -> safe.appendCodePoint(allowed(point) ? point : 0xFFFD);
            }
        });
        return safe.toString();
    }

    /** The characters of XML 1.0, without the controls that it only tolerates. */
    private static boolean allowed(int point) {
        return point == '\t' || point == '\n' || point == '\r' || point >= 0x20 && point < 0x7F || point >= 0xA0 && point < 0xD800
                || point >= 0xE000 && point <= 0xFFFD || point >= 0x10000;
    }

    /**
     * For one line of CommonMark or GitHub's dialect, also within a table cell: no markup, HTML, link, image, footnote,
     * mention or formula comes of it. Line breaks become spaces.
     */
    public static String markdown(String text) {
        String line = SPACES.matcher(text).replaceAll(" ").strip();
        StringBuilder safe = new StringBuilder(line.length() + 16);
        line.codePoints().forEach(point -> {
            if (MARKDOWN.indexOf(point) >= 0) {
                safe.append('\\').appendCodePoint(point);
            } else {
                switch (point) {
                    case '&' -> safe.append("&amp;");
                    case '<' -> safe.append("&lt;");
                    case '>' -> safe.append("&gt;");
                    case '@' -> safe.append("&#64;");
                    default -> safe.appendCodePoint(allowed(point) ? point : 0xFFFD);
                }
            }
        });
        String cell = HOST.matcher(SCHEME.matcher(safe).replaceAll("&#58;")).replaceAll("$1&#46;");
        return BLOCK.matcher(cell).find() ? escapeBlock(cell) : cell;
    }

    private static String escapeBlock(String line) {
        if (!Character.isDigit(line.charAt(0))) {
            return "\\" + line;
        }
        int end = 0;
        while (Character.isDigit(line.charAt(end))) {
            end++;
        }
        return line.substring(0, end) + (line.startsWith("\\", end) ? "" : "\\") + line.substring(end);
    }
}
