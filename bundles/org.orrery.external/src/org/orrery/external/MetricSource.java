package org.orrery.external;

import java.util.Optional;

import org.orrery.analysis.settings.Default;

/**
 * Where metrics come from.
 *
 * @param name what a metric is called that a pattern finds without naming it; empty: names come from the text
 * @param format how they are written
 * @param pattern the regular expression, for {@link MetricFormat#PATTERN}
 * @param file the file, relative to the working directory; empty: what the program prints
 */
public record MetricSource(Optional<String> name, @Default("pattern") MetricFormat format, Optional<String> pattern,
        Optional<String> file) {
}
