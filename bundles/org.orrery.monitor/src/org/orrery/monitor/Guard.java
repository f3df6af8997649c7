package org.orrery.monitor;

import java.net.HttpCookie;
import java.util.List;
import java.util.Optional;

import com.sun.net.httpserver.Headers;

/**
 * Lets only requests through that a page of this monitor has made. A page of somebody else that has its name point here shows itself by
 * the host, one that calls across by its origin; a cookie alone changes nothing.
 */
final class Guard {
    /** The header of a request that changes something. */
    static final String PROOF = "X-Orrery-Proof";

    private final int port;
    private final Keys keys;

    Guard(int port, Keys keys) {
        this.port = port;
        this.keys = keys;
    }

    /** The name of the cookie; browsers do not tell ports apart. */
    String cookie() {
        return "orrery-" + port;
    }

    /** The status that refuses a request for what it says of itself; empty when it may be looked at. */
    Optional<Integer> refusal(Headers headers) {
        List<String> hosts = headers.getOrDefault("Host", List.of());
        List<String> ours = List.of("127.0.0.1:" + port, "localhost:" + port, "[::1]:" + port);
        if (hosts.size() != 1 || !ours.contains(hosts.get(0))) {
            return Optional.of(421);
        }
        List<String> origins = headers.getOrDefault("Origin", List.of());
        // None at all is what a browser sends for a page of its own; anything else must be the very address that was asked.
        if (!origins.isEmpty() && !origins.equals(List.of("http://" + hosts.get(0)))) {
            return Optional.of(403);
        }
        String site = headers.getFirst("Sec-Fetch-Site");
        return site == null || site.equals("same-origin") || site.equals("none") ? Optional.empty() : Optional.of(403);
    }

    /** The session of a request. */
    Optional<String> session(Headers headers) {
        for (String header : headers.getOrDefault("Cookie", List.of())) {
            for (String pair : header.split(";")) {
                Optional<HttpCookie> cookie = parsed(pair.strip());
                if (cookie.isPresent() && cookie.get().getName().equals(cookie()) && keys.known(cookie.get().getValue())) {
                    return Optional.of(cookie.get().getValue());
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<HttpCookie> parsed(String pair) {
        int equals = pair.indexOf('=');
        return equals > 0 && pair.substring(0, equals).matches("[\\w-]+")
                ? Optional.of(new HttpCookie(pair.substring(0, equals), pair.substring(equals + 1))) : Optional.empty();
    }

    /** Whether a request of that session may change something. */
    boolean proven(String session, Headers headers) {
        return Keys.same(keys.proof(session), headers.getFirst(PROOF));
    }
}
