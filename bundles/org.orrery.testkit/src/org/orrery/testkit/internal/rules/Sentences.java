package org.orrery.testkit.internal.rules;

import java.util.Optional;
import java.util.regex.Pattern;

/** Tells sentences for users from traces for developers. */
final class Sentences {
    private static final int SHORTEST = 8;
    private static final int LONGEST = 1000;
    private static final Pattern ENDS = Pattern.compile(".*[.!?:…][\"”»')]?\\s*$", Pattern.DOTALL);
    private static final Pattern TECHNICAL = Pattern.compile("\\b[a-z]+(\\.[a-z0-9]+)+\\.[A-Z]\\w+|\\bat [\\w.$]+\\([\\w.]+:\\d+\\)|\\w+Exception\\b|\\w+Error\\b");

    private Sentences() {
    }

    /** What is wrong with a sentence for users; empty when nothing is. */
    static Optional<String> fault(String message) {
        if (message == null || message.isBlank()) {
            return Optional.of("there is no message");
        }
        if (TECHNICAL.matcher(message).find()) {
            return Optional.of("the message is for developers: " + message);
        }
        if (message.length() < SHORTEST || message.length() > LONGEST || !ENDS.matcher(message).matches()) {
            return Optional.of("the message is no whole sentence: " + message);
        }
        return Optional.empty();
    }
}
