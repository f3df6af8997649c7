package org.orrery.jobs.search;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.orrery.analysis.result.Figure;
import org.orrery.data.Dataset;
import org.orrery.jobs.RunRequest;

/**
 * What a run can be found by besides its line in the list: its figures by their names, its settings as {@code set.NAME} with the names of
 * groups before theirs, its {@code seed}, the digests of its data as {@code data.INPUT}, and the {@code version} of the bundle that ran it.
 * Immutable and thread-safe; two are equal when their values are.
 */
public interface RunFacts {
    /** Nothing is known. */
    RunFacts NONE = of(Map.of());
    /** What stands before the name of a setting. */
    String SETTING = "set.";
    /** What stands before the name of an input, for the digests of its data sets. */
    String DATA = "data.";
    /** What stands before the name of a figure of the best model. */
    String HEADLINE = "bestModel.";

    /** All of them, each a Double or a String, in the order of the result and then of the settings. */
    Map<String, Object> values();

    /**
     * The fact of that name: exactly it, else that of the best model, else the first whose last words it is. Settings are found by names
     * that begin with {@value #SETTING} only.
     */
    Optional<Object> find(String name);

    /** These facts. */
    static RunFacts of(Map<String, Object> values) {
        return new KnownFacts(values);
    }

    /** The facts of a run that was asked for so and has come to these figures. */
    static RunFacts of(RunRequest request, String version, Collection<Figure> figures) {
        Map<String, Object> values = new LinkedHashMap<>();
        figures.forEach(figure -> put(values, figure.name(), figure.value()));
        put(values, "seed", request.seed());
        put(values, "version", version);
        request.inputs().forEach((input, datasets) -> put(values, DATA + input, datasets.stream().map(Dataset::sha256).toList()));
        settings(values, SETTING, request.settings());
        return of(values);
    }

    private static void settings(Map<String, Object> values, String prefix, Map<?, ?> settings) {
        settings.forEach((name, value) -> {
            if (value instanceof Map<?, ?> group) {
                settings(values, prefix + name + ".", group);
            } else {
                put(values, prefix + name, value);
            }
        });
    }

    private static void put(Map<String, Object> values, String name, Object value) {
        switch (value) {
            case null -> {
                // Not defined: nothing to find it by.
            }
            case Number number -> {
                if (Double.isFinite(number.doubleValue())) {
                    values.put(name, number.doubleValue());
                }
            }
            case Collection<?> several -> values.put(name, several.stream().map(String::valueOf).collect(Collectors.joining(",")));
            default -> values.put(name, value.toString());
        }
    }
}
