package org.orrery.external.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Sources of metrics as people write them, one a line: {@code json-lines}, {@code key-value}, {@code csv FILE}, {@code tensorboard FILES},
 * and everything else a regular expression.
 */
final class SourceLines {
    private static final List<String> WORDS = List.of("json-lines", "key-value"); //$NON-NLS-1$ //$NON-NLS-2$
    private static final List<String> FILES = List.of("csv", "tensorboard"); //$NON-NLS-1$ //$NON-NLS-2$
    private static final String FORMAT = "format"; //$NON-NLS-1$
    private static final String PATTERN = "pattern"; //$NON-NLS-1$
    private static final String FILE = "file"; //$NON-NLS-1$

    private SourceLines() {
    }

    /** The plain form of the lines. Those without anything are left out. */
    static List<Map<String, Object>> plain(String text) {
        List<Map<String, Object>> sources = new ArrayList<>();
        for (String line : text.split("\\R")) { //$NON-NLS-1$
            if (!line.isBlank()) {
                sources.add(source(line));
            }
        }
        return sources;
    }

    private static Map<String, Object> source(String line) {
        Map<String, Object> source = new LinkedHashMap<>();
        String[] words = line.strip().split("\\s+", 2); //$NON-NLS-1$
        String word = words[0].toLowerCase(Locale.ROOT);
        if (WORDS.contains(word) && words.length == 1) {
            source.put(FORMAT, word);
        } else if (FILES.contains(word)) {
            source.put(FORMAT, word);
            if (words.length > 1) {
                source.put(FILE, words[1]);
            }
        } else {
            source.put(PATTERN, line);
        }
        return source;
    }

    /** The lines for a plain form. */
    static String text(List<?> plain) {
        List<String> lines = new ArrayList<>();
        for (Object each : plain) {
            Map<?, ?> source = (Map<?, ?>) each;
            Object pattern = source.get(PATTERN);
            Object file = source.get(FILE);
            lines.add(pattern != null ? pattern.toString() : source.get(FORMAT) + (file == null ? "" : " " + file)); //$NON-NLS-1$ //$NON-NLS-2$
        }
        return String.join(System.lineSeparator(), lines);
    }
}
