package org.orrery.monitor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Speaks to a monitor byte by byte, since a browser would not send most of what it has to withstand. */
final class RawBrowser {
    private static final int PATIENCE_MS = 20_000;
    private final LoopbackMonitor monitor;
    private final int port;

    RawBrowser(LoopbackMonitor monitor) {
        this.monitor = monitor;
        this.port = monitor.address().getPort();
    }

    /** What came back; status 0 when nothing did. */
    record Reply(int status, List<String> headers, String body) {
        String header(String name) {
            return headers.stream().filter(line -> line.toLowerCase().startsWith(name.toLowerCase() + ":")).map(line -> line.substring(name.length() + 1)
                    .strip()).findFirst().orElse(null);
        }
    }

    int port() {
        return port;
    }

    Reply say(String first, String... headers) throws IOException {
        StringBuilder request = new StringBuilder(first).append(" HTTP/1.1\r\nConnection: close\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        request.append(first.startsWith("POST") ? "Content-Length: 0\r\n\r\n" : "\r\n");
        return send(request.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Sends bytes as they are and reads to the end of the connection. */
    Reply send(byte[] bytes) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(PATIENCE_MS);
            socket.getOutputStream().write(bytes);
            String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int end = all.indexOf("\r\n\r\n");
            List<String> lines = List.of(all.substring(0, Math.max(0, end)).split("\r\n"));
            return new Reply(lines.get(0).isEmpty() ? 0 : Integer.parseInt(lines.get(0).split(" ")[1]), lines, all.substring(end + 4));
        }
    }

    String host() {
        return "Host: 127.0.0.1:" + port;
    }

    String key() {
        return "X-Orrery-Key: " + monitor.address().getFragment();
    }

    /** The cookie and the proof of a browser that has been let in. */
    List<String> session() throws IOException {
        Reply reply = say("POST /session", host(), key());
        if (reply.status() != 200) {
            throw new IOException("Not let in: " + reply);
        }
        return List.of("Cookie: " + reply.header("Set-Cookie").split(";")[0], "X-Orrery-Proof: " + reply.body().replaceAll(".*\"([0-9a-f]{64})\".*", "$1"));
    }

    /** A connection to the events. */
    final class Listening implements AutoCloseable {
        final Socket socket;
        final int status;
        private final BufferedReader reader;

        Listening(String cookie) throws IOException {
            socket = new Socket("127.0.0.1", port);
            socket.setSoTimeout(PATIENCE_MS);
            socket.getOutputStream().write(("GET /events HTTP/1.1\r\n" + host() + "\r\n" + cookie + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            status = Integer.parseInt(reader.readLine().split(" ")[1]);
        }

        /** The next line that begins so; null at the end. */
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
}
