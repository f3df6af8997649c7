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
 * @param mark what no other process of that machine has and no change of its clock moves; empty where the system has no such thing
 */
public record ProcessIdentity(long pid, Instant started, String host, String user, String mark) {
    /** The start is read with the resolution of the boot time, which a corrected clock moves. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);
    /** The start of a process, counted from its state, in what the system says of it. */
    private static final int STARTED = 20;

    public ProcessIdentity {
        Objects.requireNonNull(started, "started");
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(user, "user");
        // Files from before there was one do not hold it.
        mark = mark == null ? "" : mark;
    }

    /** A process that is only known by its start. */
    public ProcessIdentity(long pid, Instant started, String host, String user) {
        this(pid, started, host, user, "");
    }

    /** This process. */
    public static ProcessIdentity own() {
        ProcessHandle self = ProcessHandle.current();
        return new ProcessIdentity(self.pid(), self.info().startInstant().orElse(Instant.EPOCH), hostName(),
                System.getProperty("user.name", ""), mark(self.pid()));
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
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).map(this::another).orElse(true);
    }

    /** Whether the process that has this number now is a later one. */
    private boolean another(ProcessHandle process) {
        String now = mark(pid);
        if (!mark.isEmpty() && !now.isEmpty()) {
            return !mark.equals(now);
        }
        return process.info().startInstant().map(start -> Duration.between(start, started).abs().compareTo(CLOCK_TOLERANCE) > 0).orElse(false);
    }

    /** The start of the system and the ticks from there to that of the process: the start in wall time moves whenever the clock is set. */
    private static String mark(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            // The name of the program may hold anything, so that the fields are counted from behind it.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
            return fields.length < STARTED ? ""
                    : Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip() + ":" + fields[STARTED - 1];
        } catch (IOException notLinux) {
            return "";
        }
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
