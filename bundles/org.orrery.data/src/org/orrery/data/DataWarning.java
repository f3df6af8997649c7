package org.orrery.data;

import java.util.Objects;

/**
 * Something about a file that was accepted but that the user should know.
 *
 * @param code a stable kebab-case word
 * @param message a sentence
 * @param option the kebab-case name of the read option that decides otherwise, as {@code date-order}; empty when there is none
 */
public record DataWarning(String code, String message, String option) {
    public DataWarning {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(message, "message");
        // Warnings that an older version has stored have no option.
        option = option == null ? "" : option;
    }

    /** A warning about something that no option decides. */
    public DataWarning(String code, String message) {
        this(code, message, "");
    }
}
