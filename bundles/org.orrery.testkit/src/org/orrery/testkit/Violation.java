package org.orrery.testkit;

import java.util.Objects;

/**
 * A promise that was not kept.
 *
 * @param rule the promise
 * @param place the case, and the unit or setting where it was found
 * @param message what was seen, and what was expected
 */
public record Violation(Rule rule, String place, String message) {
    public Violation {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(message, "message");
    }

    @Override
    public String toString() {
        return rule + " [" + place + "]: " + message;
    }
}
