package org.orrery.external;

import java.util.Optional;
import java.util.regex.Pattern;

import org.orrery.analysis.settings.Default;

/**
 * Where metrics come from.
 *
 * @param name what a metric is called that a pattern finds without naming it; empty: names come from the text
 * @param format how they are written
 * @param pattern the regular expression, for {@link MetricFormat#PATTERN}
 * @param file the file, or a pattern of files of which each is read, relative to the working directory; empty: what the program prints
 */
public record MetricSource(Optional<String> name, @Default("pattern") MetricFormat format, Optional<String> pattern,
        Optional<String> file) {
    /** Reads its lines, from the first on. */
    LineFormat lineFormat() {
        return switch (format) {
            case PATTERN -> new PatternLines(Pattern.compile(pattern.orElseThrow()), name);
            case JSON_LINES -> new JsonLines();
            case KEY_VALUE -> new KeyValueLines();
            case CSV -> new CsvLines();
            case TENSORBOARD -> throw new IllegalStateException("Event files have no lines");
        };
    }
}
