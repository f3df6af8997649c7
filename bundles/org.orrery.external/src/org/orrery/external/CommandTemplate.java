package org.orrery.external;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words of a command, in which <code>${param:NAME}</code> and <code>${dataset}</code> are replaced. Each word stays one word,
 * whatever it holds.
 */
final class CommandTemplate {
    private static final Pattern PLACE = Pattern.compile("\\$\\{([^}]*)\\}");
    private static final String PARAMETER = "param:";
    private static final String DATASET = "dataset";

    private final List<String> words;
    private final Map<String, String> parameters;

    CommandTemplate(List<String> words, List<Variable> parameters) {
        this.words = words;
        this.parameters = parameters.stream().collect(Collectors.toMap(Variable::name, Variable::value, (first, second) -> second));
    }

    /** The first place that stands for nothing; empty when all can be filled. */
    Optional<String> unknown(boolean dataset) {
        return words.stream().flatMap(word -> PLACE.matcher(word).results()).map(found -> found.group(1))
                .filter(place -> place.startsWith(PARAMETER) ? !parameters.containsKey(place.substring(PARAMETER.length()))
                        : !place.equals(DATASET) || !dataset).findFirst();
    }

    /** The command. */
    List<String> filled(Optional<Path> dataset) {
        return words.stream().map(word -> PLACE.matcher(word).replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), dataset))))
                .toList();
    }

    private String value(String place, Optional<Path> dataset) {
        return place.startsWith(PARAMETER) ? parameters.get(place.substring(PARAMETER.length()))
                : dataset.map(Path::toString).orElseThrow(() -> new IllegalStateException("No data set for " + place));
    }
}
