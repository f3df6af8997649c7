package org.orrery.data;

/**
 * Something about a file that was accepted but that the user should know.
 *
 * @param code a stable kebab-case word
 * @param message a sentence
 */
public record DataWarning(String code, String message) {
}
