package org.orrery.monitor;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.orrery.jobs.RunFolders;
import org.orrery.jobs.RunMonitors;
import org.orrery.jobs.Runs;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;

/** A server on the loopback addresses alone: 127.0.0.1, and ::1 on the same port where the machine has it. */
final class LoopbackMonitor implements RunMonitors.Monitor {
    private static final int BACKLOG = 50;
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final List<HttpServer> servers = new ArrayList<>();
    private final Keys keys = new Keys();
    private final EventDesk desk;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final int port;

    LoopbackMonitor(Runs runs, RunFolders folders, boolean elsewhere) throws IOException {
        this(runs, folders, elsewhere, HEARTBEAT);
    }

    /** @param heartbeat how long a connection to the events is silent at most */
    LoopbackMonitor(Runs runs, RunFolders folders, boolean elsewhere, Duration heartbeat) throws IOException {
        HttpServer first = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), BACKLOG);
        port = first.getAddress().getPort();
        servers.add(first);
        sixth();
        desk = new EventDesk(runs, folders, elsewhere);
        HttpHandler handler = new Reception(new Guard(port, keys), keys, desk, new Answers(runs, folders), heartbeat);
        for (HttpServer server : servers) {
            server.setExecutor(threads);
            server.createContext("/", handler);
            server.start();
        }
    }

    /** Many machines have no sixth version of the protocol, or somebody has that port of it: one address is enough. */
    private void sixth() {
        try {
            servers.add(HttpServer.create(new InetSocketAddress(Inet6Address.getByName("::1"), port), BACKLOG));
        } catch (IOException e) {
            return;
        }
    }

    @Override
    public URI address() {
        return URI.create("http://127.0.0.1:" + port + "/#" + keys.entry());
    }

    @Override
    public void close() {
        desk.close();
        servers.forEach(server -> server.stop(0));
        threads.shutdownNow();
    }
}
