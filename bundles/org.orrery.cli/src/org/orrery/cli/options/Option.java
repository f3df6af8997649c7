package org.orrery.cli.options;

import java.util.Objects;

/**
 * One option of a command.
 *
 * @param name without the dashes
 * @param argument what stands for its value in the help; empty for a switch
 * @param repeatable whether it may be given more than once
 * @param help a sentence
 */
public record Option(String name, String argument, boolean repeatable, String help) {
    public Option {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(argument, "argument");
        Objects.requireNonNull(help, "help");
    }

    /** An option without a value. */
    public static Option flag(String name, String help) {
        return new Option(name, "", false, help);
    }

    /** An option with one value. */
    public static Option value(String name, String argument, String help) {
        return new Option(name, argument, false, help);
    }

    /** An option with a value that may be given more than once. */
    public static Option values(String name, String argument, String help) {
        return new Option(name, argument, true, help);
    }

    /** Whether it takes a value. */
    public boolean takesValue() {
        return !argument.isEmpty();
    }
}
