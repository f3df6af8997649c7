package org.orrery.monitor;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Who may look: a key of 256 bits that lets one browser in, once, and the sessions it has been changed for. Comparisons take the same
 * time whatever is wrong. Thread-safe.
 */
final class Keys {
    private static final int BYTES = 32;
    private static final int MOST_SESSIONS = 32;

    private final SecureRandom random = new SecureRandom();
    private final Set<String> sessions = new LinkedHashSet<>();
    private String entry = fresh();

    private String fresh() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** The key for the next browser. */
    synchronized String entry() {
        return entry;
    }

    /** Changes the key for a session; null when it is not the one. A key is used up by it. */
    synchronized String exchange(String offered) {
        if (!same(entry, offered)) {
            return null;
        }
        entry = fresh();
        String session = fresh();
        if (sessions.size() == MOST_SESSIONS) {
            sessions.remove(sessions.iterator().next());
        }
        sessions.add(session);
        return session;
    }

    /** Whether that is a session. */
    synchronized boolean known(String offered) {
        boolean found = false;
        for (String session : sessions) {
            found |= same(session, offered);
        }
        return found;
    }

    /** What a page of that session shows to prove that it is ours and not one that only has the cookie sent along. */
    String proof(String session) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(("proof:" + session).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Whether the two are the same. */
    static boolean same(String one, String other) {
        return other != null && MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
