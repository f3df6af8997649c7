package org.orrery.jobs.internal.lease;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * One process, told apart from a later one that was given the same number.
 *
 * @param pid its number
 * @param started when it began, as its system says
 * @param host the machine
 * @param user who runs it
 */
public record ProcessIdentity(long pid, Instant started, String host, String user) {
    /** The start is read with the resolution of the boot time, which a corrected clock moves. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

    public ProcessIdentity {
        Objects.requireNonNull(started, "started");
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(user, "user");
    }

    /** This process. */
    public static ProcessIdentity own() {
        ProcessHandle self = ProcessHandle.current();
        return new ProcessIdentity(self.pid(), self.info().startInstant().orElse(Instant.EPOCH), hostName(),
                System.getProperty("user.name", ""));
    }

    /** Whether it ran on this machine. */
    public boolean here() {
        return host.equals(hostName());
    }

    /** Whether it is known to be gone: it ran on this machine and does so no more. */
    public boolean dead() {
        if (!here()) {
            return false;
        }
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive)
                .map(process -> process.info().startInstant()
                        .map(start -> Duration.between(start, started).abs().compareTo(CLOCK_TOLERANCE) > 0).orElse(false))
                .orElse(true);
    }

    private static String hostName() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
        } catch (IOException notLinux) {
            String name = System.getenv("COMPUTERNAME");
            return name != null ? name : localHost();
        }
    }

    private static String localHost() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
