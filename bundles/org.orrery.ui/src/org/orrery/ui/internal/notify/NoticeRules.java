package org.orrery.ui.internal.notify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.IPreferencesService;

/**
 * Of what the user wants to be told, and how.
 *
 * @param kinds what is told
 * @param thresholds values of metrics that are told when they are crossed
 * @param popup whether a small window shows it
 * @param command the words of a program that is told as well; empty for none
 */
record NoticeRules(Set<Kind> kinds, List<Threshold> thresholds, boolean popup, List<String> command) {
    static final String NODE = "org.orrery.ui"; //$NON-NLS-1$
    static final String POPUP = "notify.popup"; //$NON-NLS-1$
    static final String COMMAND = "notify.command"; //$NON-NLS-1$
    static final String THRESHOLDS = "notify.thresholds"; //$NON-NLS-1$
    private static final Pattern RULE = Pattern.compile("\\s*(\\S+)\\s*([<>])\\s*([-+]?[0-9.]+(?:[eE][-+]?[0-9]+)?)\\s*"); //$NON-NLS-1$

    /** What can be told. */
    enum Kind {
        /** A run has come to a good end. */
        FINISHED,
        /** A run has failed, wholly or in part. */
        FAILED,
        /** A run reports nothing for longer than usual. */
        STALLED,
        /** A metric is not a number. */
        NOT_A_NUMBER,
        /** A metric has crossed a threshold. */
        THRESHOLD;

        /** The key of its preference. */
        String key() {
            return "notify." + name().toLowerCase(Locale.ROOT); //$NON-NLS-1$
        }
    }

    /**
     * A threshold, such as {@code loss < 0.1}.
     *
     * @param below whether it is crossed by smaller values, else by larger ones
     */
    record Threshold(String metric, boolean below, double value) {
        boolean crossed(String name, double reported) {
            return metric.equals(name) && (below ? reported < value : reported > value);
        }

        /** Reads {@code metric < value} or {@code metric > value}. */
        static Optional<Threshold> of(String text) {
            Matcher matcher = RULE.matcher(text);
            try {
                return matcher.matches() ? Optional.of(new Threshold(matcher.group(1), matcher.group(2).equals("<"), Double.parseDouble(matcher.group(3)))) //$NON-NLS-1$
                        : Optional.empty();
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }
    }

    /** As the user has set them. */
    static NoticeRules read() {
        IPreferencesService preferences = Platform.getPreferencesService();
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (Kind kind : Kind.values()) {
            if (preferences.getBoolean(NODE, kind.key(), true, null)) {
                kinds.add(kind);
            }
        }
        return new NoticeRules(kinds, thresholds(preferences.getString(NODE, THRESHOLDS, "", null)), preferences.getBoolean(NODE, POPUP, true, null), //$NON-NLS-1$
                words(preferences.getString(NODE, COMMAND, "", null))); //$NON-NLS-1$
    }

    /** Thresholds between semicolons or on lines of their own; what is none is left out. */
    static List<Threshold> thresholds(String text) {
        List<Threshold> thresholds = new ArrayList<>();
        Arrays.stream(text.split("[;\\n]")).forEach(each -> Threshold.of(each).ifPresent(thresholds::add)); //$NON-NLS-1$
        return thresholds;
    }

    /** Words between blanks; one with blanks in it stands between quotation marks. No shell looks at them. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = Pattern.compile("\"([^\"]*)\"|(\\S+)").matcher(text); //$NON-NLS-1$
        while (matcher.find()) {
            words.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
        }
        return words;
    }
}
