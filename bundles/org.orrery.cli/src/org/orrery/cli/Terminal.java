package org.orrery.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The two streams of the process, and the only place that writes to them. Results go to the standard output; progress and
 * messages go to the standard error, progress as one line that is written over on a terminal, else as a plain line every
 * few seconds. Thread-safe.
 */
public final class Terminal {
    /** How much is said beside results. */
    public enum Talk {
        /** Errors alone. */
        QUIET,
        /** Progress and messages. */
        NORMAL,
        /** Everything. */
        VERBOSE
    }

    private static final int DEFAULT_WIDTH = 120;
    private static final long PLAIN_INTERVAL_NANOS = 5_000_000_000L;
    private static final String TERMINAL_VARIABLE = "ORRERY_TERMINAL";

    private final PrintStream out;
    private final PrintStream err;
    private final boolean rewrites;
    private boolean json;
    private Talk talk = Talk.NORMAL;
    private boolean lineOpen;
    private String lastPlain = "";
    private long nextPlain = System.nanoTime();

    /** @param rewrites whether {@code err} is a terminal, on which a line can be written over */
    public Terminal(PrintStream out, PrintStream err, boolean rewrites) {
        this.out = out;
        this.err = err;
        this.rewrites = rewrites;
    }

    /** That of this process. Both streams are UTF-8, as JSON has to be, whatever the locale. */
    public static Terminal ofProcess() {
        return new Terminal(new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8), isTerminal());
    }

    /** The starter may say it; Linux shows where the stream leads; elsewhere a console means that all streams are terminals. */
    private static boolean isTerminal() {
        String said = System.getenv(TERMINAL_VARIABLE);
        if (said != null) {
            return said.equals("1");
        }
        Path stream = Path.of("/proc/self/fd/2");
        if (Files.isSymbolicLink(stream)) {
            try {
                String target = Files.readSymbolicLink(stream).toString();
                return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
            } catch (IOException e) {
                return false;
            }
        }
        return System.console() != null;
    }

    /** Sets what the user asked for. */
    public synchronized void configure(boolean asJson, Talk howMuch) {
        json = asJson;
        talk = howMuch;
    }

    /** Whether results are to be a JSON document. */
    public synchronized boolean json() {
        return json;
    }

    /** Whether everything is to be said. */
    public synchronized boolean verbose() {
        return talk == Talk.VERBOSE;
    }

    /** How many characters fit into a line. */
    public int width() {
        String columns = System.getenv("COLUMNS");
        return columns != null && columns.matches("[1-9]\\d{1,3}") ? Math.max(60, Integer.parseInt(columns)) : DEFAULT_WIDTH;
    }

    /** Writes a result for people; nothing when the result is a JSON document. */
    public synchronized void print(String text) {
        if (!json) {
            closeLine();
            out.println(text);
            out.flush();
        }
    }

    /** Writes the JSON document. */
    public synchronized void document(String text) {
        closeLine();
        out.println(text);
        out.flush();
    }

    /** Writes a message to the standard error, but not when the user wants quiet. */
    public synchronized void message(String text) {
        if (talk != Talk.QUIET) {
            closeLine();
            err.println(text);
        }
    }

    /** Writes an error to the standard error; beside a JSON document that holds it only when the user does not want quiet. */
    public synchronized void error(String text) {
        if (!json || talk != Talk.QUIET) {
            closeLine();
            err.println(text);
        }
    }

    /** Shows how far something is. May be called often. */
    public synchronized void progress(String text) {
        if (talk == Talk.QUIET) {
            return;
        }
        if (rewrites) {
            int room = Math.min(width(), DEFAULT_WIDTH) - 1;
            err.print("\r" + (text.length() > room ? text.substring(0, room) : text) + "\u001b[K");
            err.flush();
            lineOpen = true;
        } else if (System.nanoTime() - nextPlain >= 0 && !text.equals(lastPlain)) {
            err.println(text);
            lastPlain = text;
            nextPlain = System.nanoTime() + PLAIN_INTERVAL_NANOS;
        }
    }

    /** Passes on what another process says, byte by byte, until that has closed its stream. */
    void pass(InputStream from, boolean error) {
        byte[] bytes = new byte[8192];
        try (from) {
            for (int read = from.read(bytes); read >= 0; read = from.read(bytes)) {
                synchronized (this) {
                    PrintStream to = error ? err : out;
                    to.write(bytes, 0, read);
                    to.flush();
                }
            }
        } catch (IOException gone) {
            // It has ended in the middle of a word; its exit code says how.
            return;
        }
    }

    /** Says nothing more: who reads the streams of this process need not wait for its end. */
    synchronized void close() {
        closeLine();
        talk = Talk.QUIET;
        out.close();
        err.close();
    }

    /** Takes the progress line away. */
    public synchronized void endProgress() {
        closeLine();
    }

    private void closeLine() {
        if (lineOpen) {
            err.print("\r\u001b[K");
            err.flush();
            lineOpen = false;
        }
    }
}
