package org.orrery.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
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
import org.orrery.monitor.RawBrowser.Listening;
import org.orrery.monitor.RawBrowser.Reply;

/** What the monitor lets through, spoken to byte by byte, since a browser would not send most of this. */
class LoopbackMonitorTest {
    private final FakeRuns runs = new FakeRuns();
    private LoopbackMonitor monitor;
    private RawBrowser browser;
    private int port;

    @BeforeEach
    void open() throws IOException {
        monitor = new LoopbackMonitor(runs.runs(), runs, false);
        browser = new RawBrowser(monitor);
        port = browser.port();
    }

    @AfterEach
    void close() {
        monitor.close();
    }

    @Test
    void onlyTheNamesOfThisMachineAreAnswered() throws IOException {
        for (String good : List.of("127.0.0.1:" + port, "localhost:" + port, "[::1]:" + port)) {
            assertEquals(200, browser.say("GET /", "Host: " + good).status(), good);
        }
        for (String bad : List.of("evil.example:" + port, "127.0.0.1", "127.0.0.1:" + (port + 1), "127.0.0.1.evil.example:" + port, "localhost",
                "LOCALHOST:" + port + ".", "0.0.0.0:" + port, "[::]:" + port, "127.1:" + port, "2130706433:" + port, "localhost:" + port + "@evil.example",
                "127.0.0.1:" + port + ",evil.example")) {
            assertEquals(421, browser.say("GET /", "Host: " + bad).status(), bad);
        }
        assertEquals(421, browser.say("GET /", browser.host(), "Host: evil.example").status(), "two hosts");
        assertNotEquals(200, browser.say("GET /").status(), "no host");
    }

    @Test
    void pagesOfOthersAreRefusedByTheirOrigin() throws IOException {
        assertEquals(200, browser.say("GET /", browser.host(), "Origin: http://127.0.0.1:" + port).status());
        for (String origin : List.of("null", "https://evil.example", "http://127.0.0.1", "http://localhost:" + port, "https://127.0.0.1:" + port, "")) {
            Reply reply = browser.say("GET /", browser.host(), "Origin: " + origin);
            assertEquals(403, reply.status(), origin);
            assertNull(reply.header("Access-Control-Allow-Origin"));
        }
        assertEquals(403, browser.say("GET /", browser.host(), "Sec-Fetch-Site: cross-site").status());
    }

    @Test
    void aKeyLetsOneBrowserInOnce() throws IOException {
        String key = browser.key();
        URI first = monitor.address();
        assertEquals(64, first.getFragment().length());
        assertEquals(401, browser.say("POST /session", browser.host()).status());
        assertEquals(401, browser.say("POST /session", browser.host(), "X-Orrery-Key: " + "0".repeat(64)).status());
        Reply reply = browser.say("POST /session", browser.host(), key);
        assertEquals(200, reply.status());
        assertTrue(reply.header("Set-Cookie").endsWith("; HttpOnly; SameSite=Strict; Path=/"), reply.header("Set-Cookie"));
        assertEquals(401, browser.say("POST /session", browser.host(), key).status(), "used a second time");
        assertNotEquals(first, monitor.address());
        assertFalse(reply.header("Set-Cookie").contains(first.getFragment()));
    }

    @Test
    void nothingIsToldWithoutASession() throws IOException {
        for (String path : List.of("/api/runs", "/api/status", "/api/runs/7", "/api/runs/7/series", "/events", "/session", "/nothing")) {
            assertEquals(401, browser.say("GET " + path, browser.host()).status(), path);
            assertEquals(401, browser.say("GET " + path, browser.host(), "Cookie: orrery-" + port + "=" + "0".repeat(64)).status(), path);
        }
        assertEquals(400, browser.say("GET /api/runs?key=" + monitor.address().getFragment(), browser.host()).status());
        List<String> session = browser.session();
        assertTrue(browser.say("GET /api/runs", browser.host(), session.get(0)).body().contains("\"status\":\"RUNNING\""));
        assertTrue(browser.say("GET /api/status", browser.host(), session.get(0)).body().contains("\"running\":1"));
        assertEquals(404, browser.say("GET /api/runs/8", browser.host(), session.get(0)).status());
    }

    @Test
    void aVerbNeedsMoreThanTheCookieAndAGetChangesNothing() throws IOException {
        List<String> session = browser.session();
        assertEquals(403, browser.say("POST /api/runs/7/stop", browser.host(), session.get(0)).status());
        assertEquals(403, browser.say("POST /api/runs/7/stop", browser.host(), session.get(0), "X-Orrery-Proof: " + "0".repeat(64)).status());
        assertEquals(401, browser.say("POST /api/runs/7/stop", browser.host(), session.get(1)).status());
        assertEquals(404, browser.say("GET /api/runs/7/stop", browser.host(), session.get(0), session.get(1)).status());
        assertEquals(405, browser.say("DELETE /api/runs/7", browser.host(), session.get(0), session.get(1)).status());
        assertEquals(List.of(), runs.asked);
        for (String verb : List.of("stop", "cancel", "pause", "proceed", "resume")) {
            assertEquals(200, browser.say("POST /api/runs/7/" + verb, browser.host(), session.get(0), session.get(1)).status(), verb);
        }
        assertEquals(List.of("stop 7", "cancel 7", "pause 7", "proceed 7", "resume 7"), runs.asked);
        Reply unknown = browser.say("POST /api/runs/8/stop", browser.host(), session.get(0), session.get(1));
        assertEquals(404, unknown.status());
        assertTrue(unknown.body().contains("run-not-found"));
    }

    @Test
    void noPathLeadsToAFile() throws IOException {
        List<String> session = browser.session();
        for (String path : List.of("/../../etc/passwd", "/page/index.html", "/monitor.js/../Keys.class", "/%2e%2e/%2e%2e/etc/passwd", "/api/runs/..%2f7",
                "/api/runs/7/../../x", "/api/runs/0", "/api/runs/-1", "/api/runs/99999999999999999999", "//etc/passwd", "/index.html")) {
            int status = browser.say("GET " + path, browser.host(), session.get(0)).status();
            assertTrue(status == 404 || status == 400, path + " gave " + status);
        }
        Reply page = browser.say("GET /", browser.host());
        assertTrue(page.header("Content-Security-Policy").startsWith("default-src 'none'; script-src 'self'"));
        assertEquals("nosniff", page.header("X-Content-Type-Options"));
    }

    @Test
    void whatHappensIsHeardInOrder() throws IOException {
        String cookie = browser.session().get(0);
        try (Listening listening = browser.new Listening(cookie)) {
            assertEquals(200, listening.status);
            listening.until(": beat");
            runs.listeners.forEach(listener -> listener.series(new RunSeries(7, List.of(new StoredRun.Metric("program", "loss", 3, Instant.ofEpochMilli(5),
                    Double.NaN)), List.of(new StoredRun.LogLine(Instant.ofEpochMilli(6), UnitProgress.Level.INFO, "program", "a\nb\r\ndata: c")), 0)));
            runs.listeners.forEach(listener -> listener.changed(FakeRuns.summary(RunState.COMPLETED)));
            assertEquals("event: series", listening.until("event: "));
            assertEquals("data: {\"run\":7,\"metrics\":[[\"program\",\"loss\",3,5,\"NaN\"]],\"lines\":[[6,\"INFO\",\"a\\nb\\r\\ndata: c\"]],\"leftOut\":0}",
                    listening.until("data: "));
            assertEquals("event: run", listening.until("event: "));
            assertTrue(listening.until("data: ").contains("\"status\":\"COMPLETED\""));
        }
    }

    @Test
    void eightBrowsersMayListenAndTheNinthIsTold() throws IOException {
        String cookie = browser.session().get(0);
        List<Listening> browsers = new ArrayList<>();
        try {
            for (int i = 0; i < 8; i++) {
                browsers.add(browser.new Listening(cookie));
                assertEquals(200, browsers.get(i).status);
            }
            try (Listening ninth = browser.new Listening(cookie)) {
                assertEquals(503, ninth.status);
            }
        } finally {
            for (Listening each : browsers) {
                each.close();
            }
        }
    }

    @Test
    void aBrowserThatDoesNotReadIsLetGoAndHoldsNobodyUp() throws IOException {
        String cookie = browser.session().get(0);
        List<StoredRun.LogLine> lines = IntStream.range(0, 1_000).mapToObj(i -> new StoredRun.LogLine(Instant.EPOCH, UnitProgress.Level.INFO, "u",
                "x".repeat(200))).toList();
        try (Listening slow = browser.new Listening(cookie); Listening quick = browser.new Listening(cookie)) {
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
        try (Listening another = browser.new Listening(cookie)) {
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

    @Test
    void aConnectionOnWhichNothingHappensIsHeardToBeat() throws IOException {
        try (LoopbackMonitor quick = new LoopbackMonitor(runs.runs(), runs, false, Duration.ofMillis(20))) {
            RawBrowser other = new RawBrowser(quick);
            try (Listening events = other.new Listening(other.session().get(0))) {
                // The first comes with the answer, the others only by themselves.
                for (int beat = 0; beat < 4; beat++) {
                    assertEquals(": beat", events.until(":"));
                }
            }
        }
    }
}
