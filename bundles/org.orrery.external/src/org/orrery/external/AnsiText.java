package org.orrery.external;

import java.util.regex.Pattern;

/** Takes the colours of terminals out of what programs print. */
final class AnsiText {
    private static final Pattern SEQUENCE = Pattern.compile("\u001B(?:\\[[0-?]*[ -/]*[@-~]|\\][^\u0007\u001B]*(?:\u0007|\u001B\\\\)|[@-Z\\\\-_])");

    private AnsiText() {
    }

    static String strip(String line) {
        return line.indexOf('\u001B') < 0 ? line : SEQUENCE.matcher(line).replaceAll("");
    }
}
