package org.orrery.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.orrery.analysis.UnitProgress;
import org.orrery.jobs.RunSeries;
import org.orrery.jobs.StoredRun;
import org.orrery.monitor.RawBrowser.Listening;

/** Crowds, floods and nonsense: the monitor stays itself and the runs hear nothing of it. */
class MonitorUnderFireTest {
    private static final long FUZZ_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final int MEGABYTE = 1 << 20;
    private final FakeRuns runs = new FakeRuns();
    private Set<Thread> before;
    private LoopbackMonitor monitor;
    private RawBrowser browser;

    @BeforeEach
    void open() throws IOException {
        before = Thread.getAllStackTraces().keySet();
        monitor = new LoopbackMonitor(runs.runs(), runs, false);
        browser = new RawBrowser(monitor);
    }

    @AfterEach
    void close() {
        monitor.close();
    }

    private void answers() throws IOException {
        assertEquals(200, browser.say("GET /", browser.host()).status());
    }

    @Test
    void aThousandConnectionsThatSayNothingOrHalfAWordKeepNobodyOut() throws IOException {
        List<Socket> crowd = new ArrayList<>();
        try {
            for (int i = 0; i < 1_000; i++) {
                Socket socket = new Socket("127.0.0.1", browser.port());
                crowd.add(socket);
                if (i % 2 == 0) {
                    socket.getOutputStream().write("GET / HTTP/1.1\r\nHo".getBytes(StandardCharsets.ISO_8859_1));
                }
                if (i % 100 == 0) {
                    answers();
                }
            }
            answers();
            assertTrue(threads().size() < 40, () -> threads().toString());
        } finally {
            for (Socket each : crowd) {
                each.close();
            }
        }
        answers();
    }

    /** Platform threads that were not there before; a connection has none of its own. */
    private Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.isAlive() && !before.contains(thread)).map(Thread::getName)
                .collect(Collectors.toSet());
    }

    @Test
    void whateverBytesComeNothingIsDoneAndNothingSecretComesBack() throws IOException {
        Random random = new Random(20261121);
        List<String> session = browser.session();
        String secret = session.get(0).substring(session.get(0).indexOf('=') + 1);
        String key = monitor.address().getFragment();
        byte[][] seeds = seeds(session);
        long end = System.nanoTime() + FUZZ_NANOS;
        int tries = 0;
        for (; System.nanoTime() < end; tries++) {
            String back = exchange(mutated(seeds[random.nextInt(seeds.length)], random));
            assertFalse(back.contains(secret) || back.contains(key) || back.contains("\tat "), back);
        }
        assertTrue(tries > 100, tries + " tries");
        assertEquals(List.of(), runs.asked, "not one mutation of a request without proof is a request with it");
        answers();
    }

    /** Requests as a browser sends them; that of a verb lacks its proof. */
    private byte[][] seeds(List<String> session) {
        return List.of("GET / HTTP/1.1\r\n" + browser.host() + "\r\n\r\n",
                "GET /api/runs HTTP/1.1\r\n" + browser.host() + "\r\n" + session.get(0) + "\r\n\r\n",
                "GET /api/runs/7/series HTTP/1.1\r\n" + browser.host() + "\r\n" + session.get(0) + "\r\nAccept: */*\r\n\r\n",
                "POST /session HTTP/1.1\r\n" + browser.host() + "\r\nX-Orrery-Key: " + "0".repeat(64) + "\r\nContent-Length: 0\r\n\r\n",
                "POST /api/runs/7/stop HTTP/1.1\r\n" + browser.host() + "\r\n" + session.get(0) + "\r\nContent-Length: 2\r\n\r\n{}").stream()
                .map(text -> text.getBytes(StandardCharsets.ISO_8859_1)).toArray(byte[][]::new);
    }

    /** Bytes changed, left out, doubled, cut off or thrown in, a few at a time. */
    private static byte[] mutated(byte[] seed, Random random) {
        byte[] bytes = seed.clone();
        for (int left = 1 + random.nextInt(4); left > 0 && bytes.length > 1; left--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes = joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, at + 1, bytes.length));
                case 2 -> bytes = joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, at / 2, bytes.length));
                case 3 -> bytes = Arrays.copyOf(bytes, at);
                default -> {
                    byte[] noise = new byte[random.nextInt(3_000)];
                    random.nextBytes(noise);
                    bytes = joined(joined(Arrays.copyOf(bytes, at), noise), Arrays.copyOfRange(bytes, at, bytes.length));
                }
            }
        }
        return bytes;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** What comes back for those bytes within a moment. */
    private String exchange(byte[] bytes) {
        ByteArrayOutputStream back = new ByteArrayOutputStream();
        try (Socket socket = new Socket("127.0.0.1", browser.port())) {
            socket.setSoTimeout(200);
            socket.getOutputStream().write(bytes);
            socket.shutdownOutput();
            InputStream in = socket.getInputStream();
            byte[] buffer = new byte[8192];
            for (int count = in.read(buffer); count >= 0 && back.size() < MEGABYTE; count = in.read(buffer)) {
                back.write(buffer, 0, count);
            }
        } catch (SocketTimeoutException e) {
            // It waits for the rest of the request, which never comes.
            return back.toString(StandardCharsets.ISO_8859_1);
        } catch (IOException reset) {
            // Refused in the middle of what was sent, which is an answer too.
            return back.toString(StandardCharsets.ISO_8859_1);
        }
        return back.toString(StandardCharsets.ISO_8859_1);
    }

    @Test
    void aBrowserHearsNoMoreThanAMegabyteASecondHoweverMuchThereIs() throws IOException {
        String cookie = browser.session().get(0);
        List<StoredRun.LogLine> lines = IntStream.range(0, 500).mapToObj(i -> new StoredRun.LogLine(Instant.EPOCH, UnitProgress.Level.INFO, "u",
                "x".repeat(200))).toList();
        RunSeries much = new RunSeries(7, List.of(), lines, 0);
        try (Listening listening = browser.new Listening(cookie)) {
            assertEquals(200, listening.status);
            long began = System.nanoTime();
            long[] heard = new long[1];
            Thread reading = Thread.ofVirtual().start(() -> {
                try {
                    for (String line = listening.until(""); line != null; line = listening.until("")) {
                        heard[0] += line.length() + 1;
                    }
                } catch (IOException closed) {
                    // The end of the test.
                    return;
                }
            });
            while (System.nanoTime() - began < TimeUnit.SECONDS.toNanos(2)) {
                runs.listeners.forEach(listener -> listener.series(much));
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
            }
            listening.socket.close();
            join(reading);
            double seconds = (System.nanoTime() - began) / 1e9;
            // Whole seconds of the clock that the time touches, one message more in each.
            assertTrue(heard[0] <= (Math.ceil(seconds) + 1) * 1.15 * MEGABYTE, heard[0] + " bytes in " + seconds + " s");
            assertTrue(heard[0] > MEGABYTE / 4, heard[0] + " bytes");
        }
        answers();
    }

    private static void join(Thread thread) {
        try {
            thread.join(20_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void nothingOfAClosedMonitorIsLeftBehind() throws Exception {
        String cookie = browser.session().get(0);
        try (Listening one = browser.new Listening(cookie); Listening other = browser.new Listening(cookie);
                Socket silent = new Socket("127.0.0.1", browser.port())) {
            one.until(": beat");
            other.until(": beat");
            monitor.close();
            assertEquals(List.of(), runs.listeners);
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            while (!ours().isEmpty() && System.nanoTime() < end) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
            }
            assertEquals(Set.of(), ours());
            assertTrue(over(silent), "also who has said nothing is told");
        }
    }

    /** Whether the other side has ended the connection, in good order or not. */
    private static boolean over(Socket socket) throws IOException {
        socket.setSoTimeout(20_000);
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketException reset) {
            return true;
        }
    }

    /** Its threads; those that carry virtual threads belong to the virtual machine. */
    private Set<String> ours() {
        return threads().stream().filter(name -> name.startsWith("HTTP-") || name.startsWith("Orrery")).collect(Collectors.toSet());
    }

    @Test
    void aRunAtWorkInAnotherProcessIsListenedTo() throws Exception {
        try (LoopbackMonitor elsewhere = new LoopbackMonitor(runs.runs(), runs, true)) {
            RawBrowser other = new RawBrowser(elsewhere);
            try (Listening listening = other.new Listening(other.session().get(0))) {
                listening.until("event: run");
                long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
                while (runs.asked.isEmpty() && System.nanoTime() < end) {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
                }
            }
            assertEquals(List.of("await 7"), runs.asked);
        }
    }
}
