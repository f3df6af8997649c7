package org.orrery.analysis.result;

/**
 * What the numbers say, in one plain sentence with its numbers filled in.
 *
 * @param code a stable kebab-case word
 * @param message the sentence
 */
public record Finding(String code, String message) {
}
