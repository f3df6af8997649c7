package org.orrery.external;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What one line says.
 *
 * @param step its place, when the line gives one
 * @param place what counts the steps, such as {@code epoch}; empty when the line gives no place
 * @param values the metrics by name
 */
record Readings(OptionalDouble step, String place, Map<String, Double> values) {
    /** Values at a step. */
    Readings(OptionalDouble step, Map<String, Double> values) {
        this(step, step.isPresent() ? "step" : "", values);
    }

    /** Names that give the place of the other values, the strongest first. */
    private static final List<String> STEPS = List.of("step", "iteration", "iter", "epoch");

    /** Divides named numbers into the place and the metrics. */
    static Readings of(Map<String, Double> named) {
        Map<String, Double> values = new LinkedHashMap<>(named);
        for (String place : STEPS) {
            // Some trainers begin the heads of their columns with a capital.
            Optional<String> name = named.keySet().stream().filter(place::equalsIgnoreCase).findFirst();
            if (name.isPresent() && !Double.isNaN(named.get(name.get()))) {
                return new Readings(OptionalDouble.of(values.remove(name.get())), place, values);
            }
        }
        return new Readings(OptionalDouble.empty(), values);
    }
}
