package org.orrery.external;

/**
 * A number found in a line.
 *
 * @param name what it is called
 * @param start where it begins
 * @param end where it ends, exclusive
 */
public record Capture(String name, int start, int end) {
}
