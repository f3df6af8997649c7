package org.orrery.monitor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.orrery.jobs.RunException;

import com.google.gson.JsonObject;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

/** Takes every request: guards first, then pages, the key, questions and verbs. */
final class Reception implements HttpHandler {
    private static final int MOST_AT_ONCE = 32;
    private static final Pattern ONE = Pattern.compile("/api/runs/([1-9]\\d{0,17})(/series)?");
    private static final Pattern VERB = Pattern.compile("/api/runs/([1-9]\\d{0,17})/(stop|cancel|pause|proceed|resume|start)");
    private static final String JSON = "application/json; charset=utf-8";
    private static final Map<String, String> PAGES = Map.of("/", "index.html", "/monitor.js", "monitor.js", "/monitor.css", "monitor.css");

    private final Guard guard;
    private final Keys keys;
    private final EventDesk desk;
    private final Answers answers;
    private final Duration heartbeat;
    private final Semaphore room = new Semaphore(MOST_AT_ONCE);

    /** @param heartbeat how long a connection to the events is silent at most */
    Reception(Guard guard, Keys keys, EventDesk desk, Answers answers, Duration heartbeat) {
        this.heartbeat = heartbeat;
        this.guard = guard;
        this.keys = keys;
        this.desk = desk;
        this.answers = answers;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        if (!room.tryAcquire()) {
            exchange.close();
            return;
        }
        try (exchange) {
            headers(exchange.getResponseHeaders());
            Optional<Integer> refusal = guard.refusal(exchange.getRequestHeaders());
            if (refusal.isPresent()) {
                exchange.sendResponseHeaders(refusal.get(), -1);
            } else {
                answer(exchange);
            }
        } catch (InterruptedException e) {
            // The monitor is closed.
            Thread.currentThread().interrupt();
        } finally {
            room.release();
        }
    }

    private static void headers(Headers headers) {
        headers.set("Cache-Control", "no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; "
                + "form-action 'none'; frame-ancestors 'none'");
    }

    private void answer(HttpExchange exchange) throws IOException, InterruptedException {
        String path = exchange.getRequestURI().getRawPath();
        boolean get = exchange.getRequestMethod().equals("GET");
        boolean post = exchange.getRequestMethod().equals("POST");
        // Nothing is taken from a query: what stands there ends up in histories and logs.
        if (exchange.getRequestURI().getRawQuery() != null) {
            exchange.sendResponseHeaders(400, -1);
        } else if (get && PAGES.containsKey(path)) {
            page(exchange, PAGES.get(path));
        } else if (post && path.equals("/session")) {
            enter(exchange);
        } else {
            Optional<String> session = guard.session(exchange.getRequestHeaders());
            if (session.isEmpty()) {
                exchange.sendResponseHeaders(401, -1);
            } else if (get) {
                question(exchange, path, session.get());
            } else if (post && guard.proven(session.get(), exchange.getRequestHeaders())) {
                verb(exchange, path);
            } else {
                exchange.sendResponseHeaders(post ? 403 : 405, -1);
            }
        }
    }

    private static void page(HttpExchange exchange, String name) throws IOException {
        byte[] bytes;
        try (InputStream in = Reception.class.getResourceAsStream("page/" + name)) {
            bytes = in.readAllBytes();
        }
        String type = name.endsWith(".html") ? "text/html" : name.endsWith(".js") ? "text/javascript" : "text/css";
        send(exchange, 200, type + "; charset=utf-8", bytes);
    }

    private void enter(HttpExchange exchange) throws IOException {
        String session = keys.exchange(exchange.getRequestHeaders().getFirst("X-Orrery-Key"));
        if (session == null) {
            exchange.sendResponseHeaders(401, -1);
            return;
        }
        exchange.getResponseHeaders().set("Set-Cookie", guard.cookie() + "=" + session + "; HttpOnly; SameSite=Strict; Path=/");
        proof(exchange, session);
    }

    private void proof(HttpExchange exchange, String session) throws IOException {
        JsonObject json = new JsonObject();
        json.addProperty("proof", keys.proof(session));
        send(exchange, 200, JSON, json.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void question(HttpExchange exchange, String path, String session) throws IOException, InterruptedException {
        Matcher one = ONE.matcher(path);
        try {
            if (path.equals("/events")) {
                events(exchange);
            } else if (path.equals("/session")) {
                proof(exchange, session);
            } else if (path.equals("/api/status")) {
                send(exchange, answers.status(desk.clients()));
            } else if (path.equals("/api/runs")) {
                send(exchange, answers.runs());
            } else if (one.matches()) {
                long run = Long.parseLong(one.group(1));
                send(exchange, one.group(2) == null ? answers.run(run) : answers.series(run));
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
        } catch (RunException e) {
            refuse(exchange, e);
        }
    }

    private void verb(HttpExchange exchange, String path) throws IOException {
        Matcher verb = VERB.matcher(path);
        if (!verb.matches()) {
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        try {
            send(exchange, answers.act(Long.parseLong(verb.group(1)), verb.group(2)));
        } catch (RunException e) {
            refuse(exchange, e);
        }
    }

    private void events(HttpExchange exchange) throws IOException, InterruptedException {
        EventClient client = new EventClient(exchange, heartbeat);
        if (!desk.admit(client)) {
            exchange.sendResponseHeaders(503, -1);
            return;
        }
        try {
            client.serve();
        } finally {
            desk.leave(client);
        }
    }

    private static void refuse(HttpExchange exchange, RunException trouble) throws IOException {
        JsonObject json = new JsonObject();
        json.addProperty("code", trouble.code().id());
        json.addProperty("message", trouble.getMessage());
        send(exchange, trouble.code() == RunException.Code.RUN_NOT_FOUND ? 404 : 409, JSON, json.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, String json) throws IOException {
        send(exchange, 200, JSON, json.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] bytes) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
