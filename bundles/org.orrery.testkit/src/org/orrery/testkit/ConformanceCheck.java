package org.orrery.testkit;

import java.util.List;
import java.util.Objects;

/**
 * One test of the kit.
 *
 * @param rule the promise it is about
 * @param title what it tries, with the case
 * @param body what it does
 */
public record ConformanceCheck(Rule rule, String title, Body body) {
    /** What a check does. */
    @FunctionalInterface
    public interface Body {
        /**
         * Tries it.
         *
         * @return what was not kept; nothing when all is well
         * @throws Exception when it could not be tried
         */
        List<Violation> run() throws Exception;
    }

    public ConformanceCheck {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(body, "body");
    }
}
