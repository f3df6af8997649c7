package org.orrery.analysis.result;

/**
 * Something the user should know before trusting the result.
 *
 * @param code a stable kebab-case word
 * @param message a sentence
 */
public record Warning(String code, String message) {
}
