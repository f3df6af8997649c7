package org.orrery.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;

/**
 * What users read for the stable words of an analysis, in the language of the reader: for the ids of models, measures and the like.
 * Documents for programs keep the words. Words that differ only in their numbers have one entry: {@code fold-#} with the name
 * {@code fold {0}} names {@code fold-3}. Immutable.
 *
 * @param values by the name of a column or figure that holds such words, the names by word
 * @param units the names of groups of units, and of the other parts of the ids of units between two {@code /}
 * @param figures the names of figures, by what stands after the last point of the name of a figure
 */
public record Names(Map<String, Map<String, String>> values, Map<String, String> units, Map<String, String> figures) {
    /** Every word stands for itself. */
    public static final Names NONE = new Names(Map.of(), Map.of(), Map.of());
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    public Names {
        values = Map.copyOf(values);
        units = Map.copyOf(units);
        figures = Map.copyOf(figures);
    }

    /** What is read for a word in that column or figure; the word itself when it has no name there. */
    public String value(String place, String word) {
        return name(values.getOrDefault(place, Map.of()), word);
    }

    /** What is read for a group of units, a model for example. */
    public String group(String word) {
        return name(units, word);
    }

    /** What is read for the id of a unit: the name of its group, and those of the other parts of the id. */
    public String unit(String id) {
        return Arrays.stream(id.split("/", -1)).map(this::group).collect(Collectors.joining(", "));
    }

    /** What is read for the name of a figure: the name of its last part, or that part itself. */
    public String figure(String name) {
        String last = name.substring(name.lastIndexOf('.') + 1);
        return figures.getOrDefault(last, last);
    }

    private static String name(Map<String, String> names, String word) {
        String own = names.get(word);
        if (own != null || names.isEmpty()) {
            return own == null ? word : own;
        }
        List<String> numbers = new ArrayList<>();
        Matcher found = NUMBER.matcher(word);
        String form = found.replaceAll(number -> {
            numbers.add(number.group());
            return "#";
        });
        return names.containsKey(form) ? NLS.bind(names.get(form), numbers.toArray()) : word;
    }
}
