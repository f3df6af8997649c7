package org.orrery.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.orrery.analysis.UnitProgress;
import org.orrery.jobs.RunSeries;
import org.orrery.jobs.RunState;
import org.orrery.jobs.StoredRun;

/** What the monitor lets through, spoken to byte by byte, since a browser would not send most of this. */
class LoopbackMonitorTest {
    private final FakeRuns runs = new FakeRuns();
    private LoopbackMonitor monitor;
    private int port;

    @BeforeEach
    void open() throws IOException {
        monitor = new LoopbackMonitor(runs.runs(), runs, false);
        port = monitor.address().getPort();
    }

    @AfterEach
    void close() {
        monitor.close();
    }

    private record Reply(int status, List<String> headers, String body) {
        String header(String name) {
            return headers.stream().filter(line -> line.toLowerCase().startsWith(name.toLowerCase() + ":")).map(line -> line.substring(name.length() + 1)
                    .strip()).findFirst().orElse(null);
        }
    }

    private Reply say(String first, String... headers) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(20_000);
            StringBuilder request = new StringBuilder(first).append(" HTTP/1.1\r\nConnection: close\r\n");
            for (String header : headers) {
                request.append(header).append("\r\n");
            }
            request.append(first.startsWith("POST") ? "Content-Length: 0\r\n\r\n" : "\r\n");
            socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.ISO_8859_1));
            String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int end = all.indexOf("\r\n\r\n");
            List<String> lines = List.of(all.substring(0, Math.max(0, end)).split("\r\n"));
            return new Reply(lines.get(0).isEmpty() ? 0 : Integer.parseInt(lines.get(0).split(" ")[1]), lines, all.substring(end + 4));
        }
    }

    private String host() {
        return "Host: 127.0.0.1:" + port;
    }

    private String key() {
        return "X-Orrery-Key: " + monitor.address().getFragment();
    }

    /** The cookie and the proof of a browser that has been let in. */
    private List<String> session() throws IOException {
        Reply reply = say("POST /session", host(), key());
        assertEquals(200, reply.status());
        return List.of("Cookie: " + reply.header("Set-Cookie").split(";")[0], "X-Orrery-Proof: " + reply.body().replaceAll(".*\"([0-9a-f]{64})\".*", "$1"));
    }

    @Test
    void onlyTheNamesOfThisMachineAreAnswered() throws IOException {
        for (String good : List.of("127.0.0.1:" + port, "localhost:" + port, "[::1]:" + port)) {
            assertEquals(200, say("GET /", "Host: " + good).status(), good);
        }
        for (String bad : List.of("evil.example:" + port, "127.0.0.1", "127.0.0.1:" + (port + 1), "127.0.0.1.evil.example:" + port, "localhost",
                "LOCALHOST:" + port + ".", "0.0.0.0:" + port, "[::]:" + port, "127.1:" + port, "2130706433:" + port, "localhost:" + port + "@evil.example",
                "127.0.0.1:" + port + ",evil.example")) {
            assertEquals(421, say("GET /", "Host: " + bad).status(), bad);
        }
        assertEquals(421, say("GET /", host(), "Host: evil.example").status(), "two hosts");
        assertNotEquals(200, say("GET /").status(), "no host");
    }

    @Test
    void pagesOfOthersAreRefusedByTheirOrigin() throws IOException {
        assertEquals(200, say("GET /", host(), "Origin: http://127.0.0.1:" + port).status());
        for (String origin : List.of("null", "https://evil.example", "http://127.0.0.1", "http://localhost:" + port, "https://127.0.0.1:" + port, "")) {
            Reply reply = say("GET /", host(), "Origin: " + origin);
            assertEquals(403, reply.status(), origin);
            assertNull(reply.header("Access-Control-Allow-Origin"));
        }
        assertEquals(403, say("GET /", host(), "Sec-Fetch-Site: cross-site").status());
    }

    @Test
    void aKeyLetsOneBrowserInOnce() throws IOException {
        String key = key();
        URI first = monitor.address();
        assertEquals(64, first.getFragment().length());
        assertEquals(401, say("POST /session", host()).status());
        assertEquals(401, say("POST /session", host(), "X-Orrery-Key: " + "0".repeat(64)).status());
        Reply reply = say("POST /session", host(), key);
        assertEquals(200, reply.status());
        assertTrue(reply.header("Set-Cookie").endsWith("; HttpOnly; SameSite=Strict; Path=/"), reply.header("Set-Cookie"));
        assertEquals(401, say("POST /session", host(), key).status(), "used a second time");
        assertNotEquals(first, monitor.address());
        assertFalse(reply.header("Set-Cookie").contains(first.getFragment()));
    }

    @Test
    void nothingIsToldWithoutASession() throws IOException {
        for (String path : List.of("/api/runs", "/api/status", "/api/runs/7", "/api/runs/7/series", "/events", "/session", "/nothing")) {
            assertEquals(401, say("GET " + path, host()).status(), path);
            assertEquals(401, say("GET " + path, host(), "Cookie: orrery-" + port + "=" + "0".repeat(64)).status(), path);
        }
        assertEquals(400, say("GET /api/runs?key=" + monitor.address().getFragment(), host()).status());
        List<String> session = session();
        assertTrue(say("GET /api/runs", host(), session.get(0)).body().contains("\"status\":\"RUNNING\""));
        assertTrue(say("GET /api/status", host(), session.get(0)).body().contains("\"running\":1"));
        assertEquals(404, say("GET /api/runs/8", host(), session.get(0)).status());
    }

    @Test
    void aVerbNeedsMoreThanTheCookieAndAGetChangesNothing() throws IOException {
        List<String> session = session();
        assertEquals(403, say("POST /api/runs/7/stop", host(), session.get(0)).status());
        assertEquals(403, say("POST /api/runs/7/stop", host(), session.get(0), "X-Orrery-Proof: " + "0".repeat(64)).status());
        assertEquals(401, say("POST /api/runs/7/stop", host(), session.get(1)).status());
        assertEquals(404, say("GET /api/runs/7/stop", host(), session.get(0), session.get(1)).status());
        assertEquals(405, say("DELETE /api/runs/7", host(), session.get(0), session.get(1)).status());
        assertEquals(List.of(), runs.asked);
        for (String verb : List.of("stop", "cancel", "pause", "proceed", "resume")) {
            assertEquals(200, say("POST /api/runs/7/" + verb, host(), session.get(0), session.get(1)).status(), verb);
        }
        assertEquals(List.of("stop 7", "cancel 7", "pause 7", "proceed 7", "resume 7"), runs.asked);
        Reply unknown = say("POST /api/runs/8/stop", host(), session.get(0), session.get(1));
        assertEquals(404, unknown.status());
        assertTrue(unknown.body().contains("run-not-found"));
    }

    @Test
    void noPathLeadsToAFile() throws IOException {
        List<String> session = session();
        for (String path : List.of("/../../etc/passwd", "/page/index.html", "/monitor.js/../Keys.class", "/%2e%2e/%2e%2e/etc/passwd", "/api/runs/..%2f7",
                "/api/runs/7/../../x", "/api/runs/0", "/api/runs/-1", "/api/runs/99999999999999999999", "//etc/passwd", "/index.html")) {
            int status = say("GET " + path, host(), session.get(0)).status();
            assertTrue(status == 404 || status == 400, path + " gave " + status);
        }
        Reply page = say("GET /", host());
        assertTrue(page.header("Content-Security-Policy").startsWith("default-src 'none'; script-src 'self'"));
        assertEquals("nosniff", page.header("X-Content-Type-Options"));
    }

    /** A connection to the events. */
    private final class Listening implements AutoCloseable {
        private final Socket socket;
        private final BufferedReader reader;
        private final int status;

        Listening(String cookie) throws IOException {
            socket = new Socket("127.0.0.1", port);
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(("GET /events HTTP/1.1\r\n" + host() + "\r\n" + cookie + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            status = Integer.parseInt(reader.readLine().split(" ")[1]);
        }

        String until(String beginning) throws IOException {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith(beginning)) {
                    return line;
                }
            }
            return null;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    @Test
    void whatHappensIsHeardInOrder() throws IOException {
        String cookie = session().get(0);
        try (Listening browser = new Listening(cookie)) {
            assertEquals(200, browser.status);
            browser.until(": beat");
            runs.listeners.forEach(listener -> listener.series(new RunSeries(7, List.of(new StoredRun.Metric("program", "loss", 3, Instant.ofEpochMilli(5),
                    Double.NaN)), List.of(new StoredRun.LogLine(Instant.ofEpochMilli(6), UnitProgress.Level.INFO, "program", "a\nb\r\ndata: c")), 0)));
            runs.listeners.forEach(listener -> listener.changed(FakeRuns.summary(RunState.COMPLETED)));
            assertEquals("event: series", browser.until("event: "));
            assertEquals("data: {\"run\":7,\"metrics\":[[\"program\",\"loss\",3,5,\"NaN\"]],\"lines\":[[6,\"INFO\",\"a\\nb\\r\\ndata: c\"]],\"leftOut\":0}",
                    browser.until("data: "));
            assertEquals("event: run", browser.until("event: "));
            assertTrue(browser.until("data: ").contains("\"status\":\"COMPLETED\""));
        }
    }

    @Test
    void eightBrowsersMayListenAndTheNinthIsTold() throws IOException {
        String cookie = session().get(0);
        List<Listening> browsers = new ArrayList<>();
        try {
            for (int i = 0; i < 8; i++) {
                browsers.add(new Listening(cookie));
                assertEquals(200, browsers.get(i).status);
            }
            try (Listening ninth = new Listening(cookie)) {
                assertEquals(503, ninth.status);
            }
        } finally {
            for (Listening browser : browsers) {
                browser.close();
            }
        }
    }

    @Test
    void aBrowserThatDoesNotReadIsLetGoAndHoldsNobodyUp() throws IOException {
        String cookie = session().get(0);
        List<StoredRun.LogLine> lines = IntStream.range(0, 1_000).mapToObj(i -> new StoredRun.LogLine(Instant.EPOCH, UnitProgress.Level.INFO, "u",
                "x".repeat(200))).toList();
        try (Listening slow = new Listening(cookie); Listening quick = new Listening(cookie)) {
            assertEquals(200, slow.status);
            quick.until(": beat");
            for (int i = 0; i < 1_200; i++) {
                runs.listeners.forEach(listener -> listener.series(new RunSeries(7, List.of(), lines, 0)));
                if (i % 2 == 0) {
                    runs.listeners.forEach(listener -> listener.changed(FakeRuns.summary(RunState.RUNNING)));
                }
            }
            // Series beyond the rate are left out; what must be heard fills the connection of one that does not read.
            for (int i = 0; i < 50_000; i++) {
                runs.listeners.forEach(listener -> listener.changed(FakeRuns.summary(RunState.RUNNING)));
            }
            // It has not read: what waited for it is bounded, and its connection ends.
            slow.socket.setSoTimeout(60_000);
            assertNull(slow.until("never"));
        } catch (SocketException e) {
            // The connection was reset, which is an end as well.
            assertTrue(e.getMessage() != null);
        }
        try (Listening another = new Listening(cookie)) {
            assertEquals(200, another.status);
        }
    }

    @Test
    void noOtherAddressOfTheMachineAnswers() throws IOException {
        for (NetworkInterface card : NetworkInterface.networkInterfaces().toList()) {
            for (InetAddress address : card.inetAddresses().filter(each -> !each.isLoopbackAddress()).toList()) {
                boolean open;
                try (Socket socket = new Socket(address, port)) {
                    open = socket.isConnected();
                } catch (IOException refused) {
                    open = false;
                }
                assertFalse(open, address.toString());
            }
        }
    }

    @Test
    void aClosedMonitorGivesItsPortBackAndListensToNoRun() throws IOException {
        monitor.close();
        assertEquals(List.of(), runs.listeners);
        boolean open;
        try (Socket socket = new Socket("127.0.0.1", port)) {
            open = true;
        } catch (IOException refused) {
            open = false;
        }
        assertFalse(open);
    }
}
