package org.orrery.data.internal.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Guesses delimiter and quote from the first part of a file. The guess is only where reading begins: the whole file is
 * then read strictly, and when it does not fit, the next best delimiter is tried.
 */
final class DialectSniffer {
    private static final List<String> DELIMITERS = List.of(",", ";", "\t", "||", "|", "\u0001", "::", "~", "^");
    private static final int RECORDS = 2_000;

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

    /** The delimiters that the sample allows, best first; the comma when there is none. */
    List<String> delimiters() {
        List<Candidate> found = new ArrayList<>();
        for (String delimiter : DELIMITERS) {
            double score = score(delimiter);
            if (score > 0) {
                found.add(new Candidate(delimiter, score));
            }
        }
        found.sort(Comparator.comparingDouble(Candidate::score).reversed());
        return found.isEmpty() ? List.of(",") : found.stream().map(Candidate::delimiter).toList();
    }

    /** The share of records with as many fields as the first, weighted a little by how many those are. */
    private double score(String delimiter) {
        int first = 0;
        int same = 0;
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
                    first = records == 0 ? fields : first;
                    same += fields == first ? 1 : 0;
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
            first = records == 0 ? fields : first;
            same += fields == first ? 1 : 0;
            records++;
        }
        if (first < 2) {
            return 0;
        }
        double share = (double) same / records;
        return share * share * (1 + Math.min(first, 50) / 100.0) * (delimiter.length() > 1 ? 1.5 : 1);
    }
}
