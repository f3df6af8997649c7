package org.orrery.external.ui;

import java.util.ArrayList;
import java.util.List;

/** The words of a command as text, one a line. A line break inside a word stands as {@code \n}, a backslash as two. */
final class Words {
    private Words() {
    }

    static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        for (String line : text.split("\\R")) { //$NON-NLS-1$
            if (!line.isEmpty()) {
                words.add(unescaped(line));
            }
        }
        return words;
    }

    private static String unescaped(String line) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean escape = c == '\\' && i + 1 < line.length() && (line.charAt(i + 1) == 'n' || line.charAt(i + 1) == '\\');
            word.append(!escape ? c : line.charAt(++i) == 'n' ? '\n' : '\\');
        }
        return word.toString();
    }

    static String text(List<String> words) {
        return String.join(System.lineSeparator(), words.stream()
                .map(word -> word.replace("\\", "\\\\").replace("\n", "\\n")).toList()); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
    }
}
