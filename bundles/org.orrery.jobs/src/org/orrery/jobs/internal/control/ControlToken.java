package org.orrery.jobs.internal.control;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/** What a process must know to give orders: 256 random bits, new with each owner. Never in a log. */
final class ControlToken {
    private static final int BYTES = 32;
    private final String text;

    private ControlToken(String text) {
        this.text = text;
    }

    /** A new one. */
    static ControlToken create() {
        byte[] bits = new byte[BYTES];
        new SecureRandom().nextBytes(bits);
        return new ControlToken(HexFormat.of().formatHex(bits));
    }

    /** The one of that text. */
    static ControlToken of(String text) {
        return new ControlToken(text);
    }

    String text() {
        return text;
    }

    /** Whether the text is this token. Takes as long whatever the text is. */
    boolean matches(String other) {
        return MessageDigest.isEqual(text.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "a token";
    }
}
