package org.orrery.jobs.internal.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.jobs.Connection;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunState;
import org.orrery.jobs.Workspace;
import org.orrery.jobs.fixture.Bench;
import org.orrery.jobs.fixture.Child;
import org.orrery.jobs.internal.codec.PlainJson;
import org.orrery.jobs.internal.control.Protocol.Hello;
import org.orrery.jobs.internal.control.Protocol.Reply;
import org.orrery.jobs.internal.control.Protocol.Verb;

/** What strangers, the slow and the dead do at the door of an owner. */
class ControlServerTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    @TempDir
    Path folder;
    private final Bench bench = new Bench();

    private SocketChannel knock() throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        channel.connect(UnixDomainSocketAddress.of(folder.resolve("control.sock")));
        return channel;
    }

    private static void say(SocketChannel channel, byte[] bytes) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
    }

    /** The owner may have enough before all is said. */
    private static void sayWhatIsHeard(SocketChannel channel, byte[] bytes) {
        try {
            say(channel, bytes);
        } catch (IOException enough) {
            return;
        }
    }

    private String token() throws IOException {
        return Files.readString(folder.resolve("control.token"));
    }

    private void assertServes() throws Exception {
        try (Connection connection = bench.connect(folder)) {
            long run = connection.runs().submit(Bench.request(1, "units", 1));
            assertEquals(RunState.COMPLETED, connection.runs().await(run, LIMIT).state());
        }
    }

    /** Whether the owner closes the connection within that time. */
    private static boolean closes(SocketChannel channel, Duration limit) throws Exception {
        Thread reader = Thread.ofVirtual().start(() -> {
            ByteBuffer buffer = ByteBuffer.allocate(4096);
            try {
                while (channel.read(buffer) >= 0) {
                    buffer.clear();
                }
            } catch (IOException closed) {
                // A reset is an end as well.
                return;
            }
        });
        return reader.join(limit);
    }

    @Test
    void theTokenIsOf256BitsAndForTheUserAlone() throws Exception {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
        try (Workspace workspace = bench.open(folder)) {
            assertTrue(token().matches("[0-9a-f]{64}"));
            for (String file : List.of("control.token", "control.sock")) {
                assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(workspace.folder().resolve(file))), file);
            }
        }
    }

    @Test
    void whoDoesNotKnowTheTokenIsSentAwayAndGetsNothingDone() throws Exception {
        try (Workspace workspace = bench.open(folder); TimeLimits limits = new TimeLimits("test")) {
            for (String wrong : List.of("", "0".repeat(64), token().substring(1), token() + "0", token().toUpperCase())) {
                SocketChannel channel = knock();
                try (LineChannel lines = new LineChannel(channel, limits)) {
                    String hello = "{\"orrery\":1,\"token\":\"" + wrong + "\",\"pid\":1}\n{\"verb\":\"SUBMIT\",\"request\":";
                    byte[] request = PlainJson.write(Bench.request(1));
                    say(channel, (hello + new String(request, StandardCharsets.UTF_8) + "}\n").getBytes(StandardCharsets.UTF_8));
                    Reply reply = lines.read(Reply.class, 4096, LIMIT);
                    assertEquals(Protocol.Kind.FAILED, reply.kind());
                    assertThrows(IOException.class, () -> lines.read(Reply.class, 4096, LIMIT));
                }
            }
            try (LineChannel lines = new LineChannel(knock(), limits)) {
                lines.write(new Hello(Protocol.VERSION + 1, token(), 1), LIMIT);
                assertTrue(lines.read(Reply.class, 4096, LIMIT).problems().get(0).message().contains("version 2"));
            }
            assertEquals(List.of(), workspace.folders().list());
            assertServes();
        }
    }

    @Test
    void garbageHalfLinesAndEndlessOnesHarmOnlyTheirOwnConnection() throws Exception {
        try (Workspace workspace = bench.open(folder)) {
            String hello = "{\"orrery\":1,\"token\":\"" + token() + "\",\"pid\":1}\n";
            Random random = new Random(7);
            for (int i = 0; i < 50; i++) {
                byte[] garbage = new byte[1 + random.nextInt(2000)];
                random.nextBytes(garbage);
                try (SocketChannel channel = knock()) {
                    sayWhatIsHeard(channel, garbage);
                    sayWhatIsHeard(channel, "\n".getBytes(StandardCharsets.US_ASCII));
                    assertTrue(closes(channel, LIMIT));
                }
            }
            List<String> nonsense = List.of("\n", "null\n", "[]\n", "{\"verb\":\"FLY\"}\n", "{\"verb\":\"SUBMIT\"}\n{}\n", "[".repeat(100_000) + "\n",
                    "{\"verb\":\"SUBMIT\",\"request\":{\"threads\":-1}}\n", "{\"verb\":\"IMPORT\",\"order\":{}}\n");
            for (String after : nonsense) {
                try (SocketChannel channel = knock()) {
                    sayWhatIsHeard(channel, (hello + after).getBytes(StandardCharsets.UTF_8));
                    channel.shutdownOutput();
                    assertTrue(closes(channel, LIMIT), after.substring(0, Math.min(60, after.length())));
                }
            }
            for (String half : List.of("", "{\"orr", hello.strip(), hello + "{\"verb\":\"CAN")) {
                try (SocketChannel channel = knock()) {
                    say(channel, half.getBytes(StandardCharsets.UTF_8));
                }
            }
            try (SocketChannel endless = knock()) {
                byte[] much = "x".repeat(100_000).getBytes(StandardCharsets.US_ASCII);
                assertThrows(IOException.class, () -> {
                    for (int i = 0; i < 1000; i++) {
                        say(endless, much);
                    }
                });
            }
            assertServes();
            assertEquals(1, workspace.folders().list().size());
        }
        assertEquals(List.of(), bench.reports, "none of it is trouble of the owner");
    }

    @Test
    void whoSaysNothingIsSentAwayAndAThousandOfThemKeepNobodyOut() throws Exception {
        try (Workspace workspace = bench.open(folder)) {
            List<SocketChannel> silent = new ArrayList<>();
            for (int i = 0; i < 1_000; i++) {
                silent.add(knock());
            }
            assertServes();
            for (SocketChannel each : silent) {
                assertTrue(closes(each, LIMIT));
                each.close();
            }
            assertServes();
            assertEquals(2, workspace.folders().list().size());
        }
    }

    @Test
    void whoFollowsARunButDoesNotReadHoldsUpNobody() throws Exception {
        try (Workspace workspace = bench.open(folder); TimeLimits limits = new TimeLimits("test"); SocketChannel channel = knock()) {
            LineChannel lines = new LineChannel(channel, limits);
            lines.write(new Hello(Protocol.VERSION, token(), 1), LIMIT);
            long run = workspace.runs().submit(Bench.request(1, "units", 400, "millis", 2.0));
            lines.write(Protocol.Request.of(Verb.FOLLOW, run), LIMIT);
            assertEquals(RunState.COMPLETED, Bench.finish(workspace, run).state());
            assertServes();
        }
    }

    @Test
    void anOwnerWithWorkForOthersRetiresOnlyWhenThatIsDone() throws Exception {
        try (Connection own = bench.connect(folder); Child child = new Child("ask", folder.toString(), "20", "20")) {
            assertEquals("owner " + ProcessHandle.current().pid(), child.line());
            assertEquals("run 1", child.line());
            assertFalse(own.retire(Duration.ofMillis(50)));
            assertEquals("ended COMPLETED", child.line());
            assertTrue(own.retire(LIMIT));
            try (SocketChannel late = knock()) {
                assertTrue(closes(late, LIMIT), "nobody is let in any more");
            }
        }
    }

    @Test
    void anOwnerThatLeavesInterruptsTheRunAndWhoFollowsItHearsThat() throws Exception {
        Connection own = bench.connect(folder);
        try (Child child = new Child("ask", folder.toString(), "2000", "20")) {
            child.line();
            assertEquals("run 1", child.line());
            own.close();
            assertEquals("ended INTERRUPTED", child.line());
        } finally {
            own.close();
        }
    }

    @Test
    void aWorkspaceWithALongNameHasItsSocketElsewhere() throws Exception {
        Path deep = folder.resolve("a".repeat(100)).resolve("b".repeat(100));
        Path socket;
        try (Connection own = bench.connect(deep); Connection other = bench.connect(deep)) {
            assertTrue(own.owner().isEmpty() && other.owner().isPresent());
            socket = Path.of(Files.readString(deep.resolve("control.address")));
            assertTrue(Files.exists(socket));
            other.runs().submit(Bench.request(1, "units", 1));
        }
        assertFalse(Files.exists(socket.getParent()));
        assertFalse(Files.exists(deep.resolve("control.address")));
    }

    @Test
    void anOwnerThatDoesNotAnswerIsNamed() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/kill")));
        try (Child child = new Child("hold", folder.toString())) {
            assertEquals("held", child.line());
            try (Connection connection = bench.connect(folder)) {
                new ProcessBuilder("/bin/kill", "-STOP", Long.toString(child.pid())).start().waitFor();
                RunException silent = assertThrows(RunException.class, () -> bench.connect(folder));
                assertEquals(RunException.Code.WORKSPACE_LOCKED, silent.code());
                assertTrue(silent.getMessage().contains("process " + child.pid()) && silent.getMessage().contains("does not answer"),
                        silent.getMessage());
                assertEquals(RunException.Code.WORKSPACE_LOCKED, assertThrows(RunException.class, () -> connection.runs().cancel(1)).code());
            } finally {
                new ProcessBuilder("/bin/kill", "-CONT", Long.toString(child.pid())).start().waitFor();
            }
        }
    }
}
