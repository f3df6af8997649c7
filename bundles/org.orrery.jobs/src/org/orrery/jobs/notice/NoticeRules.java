package org.orrery.jobs.notice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Of what the user wants to be told, and how.
 *
 * @param kinds what is told
 * @param thresholds values of metrics that are told when they are crossed
 * @param popup whether a small window shows it
 * @param command the words of a program that is told as well; empty for none
 * @param silence for how many seconds a run must have reported nothing to count as stalled, at least
 */
public record NoticeRules(Set<Kind> kinds, List<Threshold> thresholds, boolean popup, List<String> command, int silence) {
    /** The silence where the user has not said another. */
    public static final int SILENCE = 60;
    private static final Pattern RULE = Pattern.compile("\\s*(\\S+)\\s*([<>])\\s*([-+]?[0-9.]+(?:[eE][-+]?[0-9]+)?)\\s*");

    /** What can be told. */
    public enum Kind {
        /** A run has come to a good end. */
        FINISHED,
        /** A run has failed, wholly or in part. */
        FAILED,
        /** A run reports nothing for longer than usual. */
        STALLED,
        /** A metric is not a number. */
        NOT_A_NUMBER,
        /** A metric has crossed a threshold. */
        THRESHOLD,
        /** A run is worse than its baseline by more than chance. */
        REGRESSED;

        /** The key of its preference. */
        public String key() {
            return "notify." + name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A threshold, such as {@code loss < 0.1}.
     *
     * @param below whether it is crossed by smaller values, else by larger ones
     */
    public record Threshold(String metric, boolean below, double value) {
        /** Whether a value that is reported under that name crosses it. */
        public boolean crossed(String name, double reported) {
            return metric.equals(name) && (below ? reported < value : reported > value);
        }

        /** Reads {@code metric < value} or {@code metric > value}. */
        public static Optional<Threshold> of(String text) {
            Matcher matcher = RULE.matcher(text);
            try {
                return matcher.matches() ? Optional.of(new Threshold(matcher.group(1), matcher.group(2).equals("<"), Double.parseDouble(matcher.group(3))))
                        : Optional.empty();
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }
    }

    /** Thresholds between semicolons or on lines of their own; what is none is left out. */
    public static List<Threshold> thresholds(String text) {
        List<Threshold> thresholds = new ArrayList<>();
        Arrays.stream(text.split("[;\\n]")).forEach(each -> Threshold.of(each).ifPresent(thresholds::add));
        return thresholds;
    }

    /** Words between blanks; one with blanks in it stands between quotation marks. No shell looks at them. */
    public static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = Pattern.compile("\"([^\"]*)\"|(\\S+)").matcher(text);
        while (matcher.find()) {
            words.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
        }
        return words;
    }
}
