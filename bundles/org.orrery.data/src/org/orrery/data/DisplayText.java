package org.orrery.data;

/** Texts out of files, such as the names of columns, made fit to be shown: short, and with nothing in them that is invisible. */
public final class DisplayText {
    private static final int LONGEST = 80;

    private DisplayText() {
    }

    /**
     * The text with control, formatting and unassigned characters written as their code ({@code \}{@code u200B}), and cut
     * behind 80 characters with an ellipsis. Line ends and tabs are written as codes too.
     */
    public static String of(String text) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < text.length();) {
            if (shown.length() >= LONGEST) {
                return shown.append('\u2026').toString();
            }
            int value = text.codePointAt(i);
            i += Character.charCount(value);
            if (isInvisible(value)) {
                shown.append(value > 0xFFFF ? String.format("\\U%08X", value) : String.format("\\u%04X", value));
            } else {
                shown.appendCodePoint(value);
            }
        }
        return shown.toString();
    }

    /** Whether a text holds something that {@link #of} writes as a code. */
    public static boolean hasInvisible(String text) {
        return text.codePoints().anyMatch(DisplayText::isInvisible);
    }

    private static boolean isInvisible(int value) {
        return switch (Character.getType(value)) {
            case Character.CONTROL, Character.FORMAT, Character.UNASSIGNED, Character.PRIVATE_USE, Character.SURROGATE,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
