package org.orrery.external;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines that a regular expression fits anywhere. Each named group that is a number is a metric; a pattern without named groups gives
 * its first group under the name of the source. A pattern that takes too long on a line is not tried again.
 */
final class PatternLines implements LineFormat {
    private final Pattern pattern;
    private final Optional<String> name;
    private volatile boolean tooSlow;

    PatternLines(Pattern pattern, Optional<String> name) {
        this.pattern = pattern;
        this.name = name;
    }

    @Override
    public Optional<Readings> read(String line) {
        if (tooSlow) {
            return Optional.empty();
        }
        try {
            Matcher matcher = pattern.matcher(new PatientText(line));
            return matcher.find() ? found(matcher) : Optional.empty();
        } catch (PatientText.TooSlow e) {
            tooSlow = true;
            return Optional.empty();
        }
    }

    @Override
    public List<Capture> captures(String line) {
        if (tooSlow) {
            return List.of();
        }
        try {
            Matcher matcher = pattern.matcher(new PatientText(line));
            if (!matcher.find()) {
                return List.of();
            }
            Map<String, Integer> groups = pattern.namedGroups().isEmpty() ? Map.of(name.orElse("value"), 1) : pattern.namedGroups();
            return groups.entrySet().stream().filter(group -> matcher.start(group.getValue()) >= 0)
                    .map(group -> new Capture(group.getKey(), matcher.start(group.getValue()), matcher.end(group.getValue())))
                    .sorted(Comparator.comparingInt(Capture::start)).toList();
        } catch (PatientText.TooSlow e) {
            tooSlow = true;
            return List.of();
        }
    }

    /** Whether it was given up. */
    boolean tooSlow() {
        return tooSlow;
    }

    private Optional<Readings> found(Matcher matcher) {
        Map<String, Double> named = new LinkedHashMap<>();
        if (pattern.namedGroups().isEmpty()) {
            if (matcher.groupCount() > 0) {
                put(named, name.orElse("value"), matcher.group(1));
            }
        } else {
            pattern.namedGroups().entrySet().stream().sorted(Map.Entry.comparingByValue())
                    .forEach(group -> put(named, group.getKey(), matcher.group(group.getValue())));
        }
        return named.isEmpty() ? Optional.empty() : Optional.of(Readings.of(named));
    }

    private static void put(Map<String, Double> named, String name, String text) {
        OptionalDouble value = text == null ? OptionalDouble.empty() : NumberText.parse(text);
        if (value.isPresent()) {
            named.put(name, value.getAsDouble());
        }
    }
}
