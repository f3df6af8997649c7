package org.orrery.data.internal.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Guesses delimiter and quote from the first part of a file. The guess is only where reading begins: the whole file is
 * then read strictly, and when it does not fit, the next best delimiter is tried.
 */
final class DialectSniffer {
    private static final List<String> DELIMITERS = List.of(",", ";", "\t", "||", "|", "\u0001", "::", "~", "^");
    /** Several marks in a row, as they separate fields in some exports: ~|~, |#|, ;; and the like. */
    private static final Pattern MARKS = Pattern.compile("[^\\p{L}\\p{N}\\s\"'_()\\[\\]{}<>.+-]{2,4}");
    private static final int RECORDS = 2_000;
    private static final int FIRST_LINE = 4_096;

    private record Candidate(String delimiter, double score) {
    }

    private final String sample;
    private final char quote;

    DialectSniffer(String sample) {
        this.sample = sample;
        this.quote = singleQuoted(sample) ? '\'' : '"';
    }

    char quote() {
        return quote;
    }

    /** Single quotes count when there are no double ones, and fields begin and end with them. */
    private static boolean singleQuoted(String sample) {
        if (sample.indexOf('"') >= 0) {
            return false;
        }
        int opening = 0;
        int closing = 0;
        for (int i = sample.indexOf('\''); i >= 0; i = sample.indexOf('\'', i + 1)) {
            boolean begins = i == 0 || isBorder(sample.charAt(i - 1));
            boolean ends = i + 1 == sample.length() || isBorder(sample.charAt(i + 1));
            if (begins == ends) {
                boolean doubled = sample.charAt(Math.max(0, i - 1)) == '\'' || i + 1 < sample.length() && sample.charAt(i + 1) == '\'';
                if (!begins && !doubled) {
                    return false;
                }
            } else if (begins) {
                opening++;
            } else {
                closing++;
            }
        }
        return opening > 0 && opening == closing;
    }

    private static boolean isBorder(char value) {
        return ",;\t|\n\r\u0001".indexOf(value) >= 0;
    }

    /** Whether most records have the same number of fields, more than one, with some delimiter. */
    boolean isDelimited() {
        return candidates().stream().anyMatch(delimiter -> score(delimiter) > 0.5);
    }

    /** The delimiters that the sample allows, best first; the comma when there is none. */
    List<String> delimiters() {
        List<Candidate> found = new ArrayList<>();
        for (String delimiter : candidates()) {
            double score = score(delimiter);
            if (score > 0) {
                found.add(new Candidate(delimiter, score));
            }
        }
        found.sort(Comparator.comparingDouble(Candidate::score).reversed());
        return found.isEmpty() ? List.of(",") : found.stream().map(Candidate::delimiter).toList();
    }

    private Set<String> candidates() {
        Set<String> all = new LinkedHashSet<>(DELIMITERS);
        int end = sample.indexOf('\n', 0);
        Matcher marks = MARKS.matcher(sample.substring(0, Math.min(end < 0 ? sample.length() : end, FIRST_LINE)));
        while (marks.find()) {
            // Two equal commas are an empty field.
            if (marks.group().chars().distinct().count() > 1 || !DELIMITERS.contains(marks.group().substring(0, 1))) {
                all.add(marks.group());
            }
        }
        return all;
    }

    /** The share of records with the most frequent number of fields, weighted a little by how many those are. */
    private double score(String delimiter) {
        Map<Integer, Integer> counts = new HashMap<>();
        int records = 0;
        int fields = 1;
        boolean quoted = false;
        boolean fieldStart = true;
        boolean blank = true;
        int length = sample.length();
        for (int i = 0; i < length && records < RECORDS; i++) {
            char value = sample.charAt(i);
            if (quoted) {
                quoted = value != quote;
            } else if (value == quote && (fieldStart || i > 0 && sample.charAt(i - 1) == quote)) {
                quoted = true;
                blank = false;
            } else if (value == '\n' || value == '\r') {
                if (!blank || fields > 1) {
                    counts.merge(fields, 1, Integer::sum);
                    records++;
                }
                fields = 1;
                fieldStart = true;
                blank = true;
                continue;
            } else if (sample.startsWith(delimiter, i)) {
                fields++;
                i += delimiter.length() - 1;
                fieldStart = true;
                continue;
            } else {
                blank &= value <= ' ';
            }
            fieldStart = false;
        }
        if (!blank || fields > 1) {
            counts.merge(fields, 1, Integer::sum);
            records++;
        }
        return score(counts, records, delimiter);
    }

    private static double score(Map<Integer, Integer> counts, int records, String delimiter) {
        int most = counts.keySet().stream().max(Comparator.<Integer, Integer>comparing(counts::get).thenComparing(Comparator.naturalOrder()))
                .orElse(1);
        if (most < 2) {
            return 0;
        }
        double share = (double) counts.get(most) / records;
        return share * share * (1 + Math.min(most, 50) / 100.0) * (delimiter.length() > 1 ? 1.5 : 1);
    }
}
