package org.orrery.cli.options;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the user wrote, taken apart.
 *
 * @param word the command; empty when none was written
 * @param operands what follows it without dashes
 * @param options the values by name of option; switches have one empty value
 */
public record Arguments(Optional<String> word, List<String> operands, Map<String, List<String>> options) {
    public Arguments {
        operands = List.copyOf(operands);
        options = Map.copyOf(options);
    }

    /** Whether that option was given. */
    public boolean has(String option) {
        return options.containsKey(option);
    }

    /** The value of an option that is given at most once. */
    public Optional<String> value(String option) {
        return values(option).stream().findFirst();
    }

    /** The values of an option, in the order they were written. */
    public List<String> values(String option) {
        return options.getOrDefault(option, List.of());
    }
}
