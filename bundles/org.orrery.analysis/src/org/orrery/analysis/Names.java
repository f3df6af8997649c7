package org.orrery.analysis;

import java.util.Map;

/**
 * What users read for the stable words of an analysis, in the language of the reader: for the ids of models, measures and the like.
 * Documents for programs keep the words. Immutable.
 *
 * @param values by the name of a column or figure that holds such words, the names by word
 * @param units the names of groups of units, by what stands before the first {@code /} of the id of a unit
 * @param figures the names of figures, by what stands after the last point of the name of a figure
 */
public record Names(Map<String, Map<String, String>> values, Map<String, String> units, Map<String, String> figures) {
    /** Every word stands for itself. */
    public static final Names NONE = new Names(Map.of(), Map.of(), Map.of());

    public Names {
        values = Map.copyOf(values);
        units = Map.copyOf(units);
        figures = Map.copyOf(figures);
    }

    /** What is read for a word in that column or figure; the word itself when it has no name there. */
    public String value(String place, String word) {
        return values.getOrDefault(place, Map.of()).getOrDefault(word, word);
    }

    /** What is read for a group of units, a model for example. */
    public String group(String word) {
        return units.getOrDefault(word, word);
    }

    /** What is read for the id of a unit: the name of its group, and the rest of the id. */
    public String unit(String id) {
        int slash = id.indexOf('/');
        return slash < 0 ? group(id) : group(id.substring(0, slash)) + ", " + id.substring(slash + 1).replace("/", ", ");
    }

    /** What is read for the name of a figure: the name of its last part, or that part itself. */
    public String figure(String name) {
        String last = name.substring(name.lastIndexOf('.') + 1);
        return figures.getOrDefault(last, last);
    }
}
