package org.orrery.external;

import org.orrery.analysis.settings.Default;

/**
 * A name with its value.
 *
 * @param name the name
 * @param value the value
 */
public record Variable(String name, @Default("") String value) {
}
