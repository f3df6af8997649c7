package org.orrery.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command line of the built product, started by its own starter. */
record Product(Path folder, Path scratch) {
    /** No start of the product takes longer in a campaign. */
    private static final Duration LIMIT = Duration.ofMinutes(10);

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
                throw new IOException("The product did not end within " + LIMIT);
            }
            return new End(process.exitValue(), Files.readString(out), Files.readString(err));
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

    /** Starts it with these words; the options are those of the virtual machine. */
    Started start(List<String> options, String... words) throws IOException {
        Path out = Files.createTempFile(scratch, "out", ".txt");
        Path err = Files.createTempFile(scratch, "err", ".txt");
        List<String> command = new ArrayList<>(List.of(folder.resolve("orrery").toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        // Progress as on a terminal: every change is said, not one line in five seconds.
        builder.environment().put("ORRERY_TERMINAL", "1");
        if (!options.isEmpty()) {
            builder.environment().put("JDK_JAVA_OPTIONS", String.join(" ", options));
        }
        return new Started(builder.start(), out, err, System.nanoTime());
    }

    /** Runs it to its end. */
    End run(List<String> options, String... words) throws IOException, InterruptedException {
        return start(options, words).end();
    }
}
