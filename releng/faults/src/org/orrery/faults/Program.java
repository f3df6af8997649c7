package org.orrery.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What a campaign starts and kills: the product, or its bundles on a plain class path. Both take the same words. Thread-safe. */
interface Program {
    /** The exit code of a process that SIGKILL has ended, and of one that an injected halt has. */
    int KILLED = 137;
    /** No start takes longer in a campaign. */
    Duration LIMIT = Duration.ofMinutes(10);

    /**
     * Starts it.
     *
     * @param options of the virtual machine
     */
    Started start(List<String> options, String... words) throws IOException;

    /** Runs it to its end. */
    default End run(List<String> options, String... words) throws IOException, InterruptedException {
        return start(options, words).end();
    }

    /** A process that was started; its streams go to files. */
    record Started(Process process, Path out, Path err, long began) {
        /** SIGKILL, and its end. */
        void kill() throws InterruptedException {
            process.destroyForcibly();
            process.waitFor();
        }

        /** Its end. */
        End end() throws IOException, InterruptedException {
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                kill();
                throw new IOException("The process did not end within " + LIMIT);
            }
            End end = new End(process.exitValue(), Files.readString(out), Files.readString(err));
            Files.deleteIfExists(out);
            Files.deleteIfExists(err);
            return end;
        }

        /** Seconds since it was started. */
        double seconds() {
            return (System.nanoTime() - began) / 1e9;
        }

        /** What it has said so far. */
        String said() throws IOException {
            return new String(Files.readAllBytes(err), StandardCharsets.UTF_8);
        }
    }

    /** How a process ended. */
    record End(int code, String out, String err) {
        String last() {
            String all = (err + "\n" + out).strip();
            return all.substring(Math.max(0, all.length() - 600));
        }
    }
}
