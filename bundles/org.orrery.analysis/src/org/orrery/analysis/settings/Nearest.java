package org.orrery.analysis.settings;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The word a user most likely meant: the least Levenshtein distance, case ignored. */
public final class Nearest {
    private Nearest() {
    }

    /** The nearest of the words; the word itself when there are none. */
    public static String of(String word, List<String> words) {
        return words.stream().min(Comparator.comparingInt(other -> distance(word, other))).orElse(word);
    }

    private static int distance(String a, String b) {
        String left = a.toLowerCase(Locale.ROOT);
        String right = b.toLowerCase(Locale.ROOT);
        int[] row = new int[right.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[right.length()];
    }
}
