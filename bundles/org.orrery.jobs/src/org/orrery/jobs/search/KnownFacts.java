package org.orrery.jobs.search;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Facts in memory. */
final class KnownFacts implements RunFacts {
    private final Map<String, Object> values;

    KnownFacts(Map<String, Object> values) {
        this.values = Objects.requireNonNull(values, "values");
    }

    @Override
    public Map<String, Object> values() {
        return values;
    }

    @Override
    public Optional<Object> find(String name) {
        Object exact = values.get(name);
        if (exact == null && !name.startsWith(SETTING)) {
            exact = values.get(HEADLINE + name);
        }
        return exact == null ? byLastWords(name) : Optional.of(exact);
    }

    private Optional<Object> byLastWords(String name) {
        boolean setting = name.startsWith(SETTING);
        String end = "." + (setting ? name.substring(SETTING.length()) : name);
        return values.entrySet().stream().filter(fact -> fact.getKey().startsWith(SETTING) == setting && fact.getKey().endsWith(end)).findFirst()
                .map(Map.Entry::getValue);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RunFacts facts && facts.values().equals(values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
