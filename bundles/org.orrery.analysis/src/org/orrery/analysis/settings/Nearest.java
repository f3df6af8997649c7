package org.orrery.analysis.settings;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The word that a user most likely meant: the one with the fewest letters wrong, missing, too many or swapped with the next, case
 * ignored. A word that differs in more than a third of its letters is another one, and nobody is asked about it. The distance is that
 * of optimal string alignment (Damerau 1964).
 */
public final class Nearest {
    /** One letter in so many may differ. */
    private static final int LETTERS = 3;

    private Nearest() {
    }

    /** The nearest of the words; empty when none is near. */
    public static Optional<String> of(String word, List<String> words) {
        return words.stream().min(Comparator.comparingInt(other -> distance(word, other)))
                .filter(found -> LETTERS * distance(word, found) <= Math.max(word.length(), found.length()));
    }

    /** The sentence, and after it the question whether that word was meant, when there is one. */
    public static String hint(String sentence, Optional<String> nearest) {
        return nearest.map(word -> Messages.bind(Messages.Nearest_hint, sentence, word)).orElse(sentence);
    }

    private static int distance(String a, String b) {
        String left = a.toLowerCase(Locale.ROOT);
        String right = b.toLowerCase(Locale.ROOT);
        int[][] cost = new int[left.length() + 1][right.length() + 1];
        for (int i = 0; i <= left.length(); i++) {
            for (int j = 0; j <= right.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, left, right, i, j);
            }
        }
        return cost[left.length()][right.length()];
    }

    private static int step(int[][] cost, String left, String right, int i, int j) {
        boolean same = left.charAt(i - 1) == right.charAt(j - 1);
        int least = Math.min(cost[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && left.charAt(i - 1) == right.charAt(j - 2) && left.charAt(i - 2) == right.charAt(j - 1);
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
