package org.orrery.analysis.score;

/**
 * A column that is not as it was in training.
 *
 * @param column its name
 * @param message what is wrong and what to do, a sentence
 */
public record GateProblem(String column, String message) {
}
