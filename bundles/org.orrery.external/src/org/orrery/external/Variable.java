package org.orrery.external;

/**
 * A name with its value.
 *
 * @param name the name
 * @param value the value
 */
public record Variable(String name, String value) {
}
