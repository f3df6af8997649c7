package org.orrery.external;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words of a command, in which <code>${param:NAME}</code>, <code>${dataset}</code> and <code>${checkpoint}</code> are replaced. Each
 * word stays one word, whatever it holds; only a word with <code>${each:NAME}</code> is there once for every part of the parameter
 * between commas, and not at all when it is empty.
 */
final class CommandTemplate {
    /** The file of the data set. */
    static final String DATASET = "${dataset}";
    /** The newest checkpoint. */
    static final String CHECKPOINT = "${checkpoint}";
    private static final Pattern PLACE = Pattern.compile("\\$\\{([^}]*)\\}");
    private static final Pattern EACH = Pattern.compile("\\$\\{each:([^}]*)\\}");
    private static final String PARAMETER = "param:";
    private static final String PART = "each:";

    private final List<String> words;
    private final Map<String, String> parameters;

    CommandTemplate(List<String> words, List<Variable> parameters) {
        this.words = words;
        this.parameters = parameters.stream().collect(Collectors.toMap(Variable::name, Variable::value, (first, second) -> second));
    }

    /** The first place that stands for nothing; empty when all can be filled. */
    Optional<String> unknown(boolean dataset, boolean checkpoint) {
        return words.stream().flatMap(word -> PLACE.matcher(word).results()).map(found -> found.group(1))
                .filter(place -> !known(place, dataset, checkpoint)).findFirst();
    }

    private boolean known(String place, boolean dataset, boolean checkpoint) {
        if (place.startsWith(PARAMETER)) {
            return parameters.containsKey(place.substring(PARAMETER.length()));
        }
        if (place.startsWith(PART)) {
            return parameters.containsKey(place.substring(PART.length()));
        }
        return place.equals("checkpoint") && checkpoint || place.equals("dataset") && dataset;
    }

    /** The command. */
    List<String> filled(Optional<Path> dataset, Optional<Path> checkpoint) {
        return words.stream().flatMap(word -> parts(word).map(part -> PLACE.matcher(word)
                .replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), part, dataset, checkpoint))))).toList();
    }

    /** What the word is there for: the parts of a parameter, or once for no part. */
    private Stream<String> parts(String word) {
        Matcher matcher = EACH.matcher(word);
        return matcher.find() ? Arrays.stream(parameters.getOrDefault(matcher.group(1), "").split(",")).map(String::strip)
                .filter(part -> !part.isEmpty()) : Stream.of("");
    }

    private String value(String place, String part, Optional<Path> dataset, Optional<Path> checkpoint) {
        if (place.startsWith(PART)) {
            return part;
        }
        if (place.startsWith(PARAMETER)) {
            return parameters.get(place.substring(PARAMETER.length()));
        }
        return (place.equals("checkpoint") ? checkpoint : dataset).map(Path::toString)
                .orElseThrow(() -> new IllegalStateException("Nothing for " + place));
    }
}
