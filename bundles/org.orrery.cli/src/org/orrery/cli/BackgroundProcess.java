package org.orrery.cli;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.orrery.jobs.RunException;
import org.orrery.jobs.RunException.Code;

/**
 * Starts the process as this one was started. An environment variable tells it what it is, and names the file by which it
 * says that it is settled: its exit code and its output alone do not tell a refusal from a run that goes on.
 */
final class BackgroundProcess implements Background {
    private static final String VARIABLE = "ORRERY_DETACHED";
    private static final Path OWN_COMMAND = Path.of("/proc/self/cmdline");
    private static final Path NEW_SESSION = Path.of("/usr/bin/setsid");
    private final Optional<Path> mark = Optional.ofNullable(System.getenv(VARIABLE)).map(Path::of);

    @Override
    public boolean here() {
        return mark.isPresent();
    }

    @Override
    public void settled(Terminal terminal) throws IOException {
        Files.writeString(mark.orElseThrow(), "settled");
        terminal.close();
    }

    @Override
    public ExitCode start(Terminal terminal, Interruption interruption) throws RunException, IOException, InterruptedException {
        Path file = Files.createTempFile("orrery-run", ".txt");
        try {
            ProcessBuilder builder = new ProcessBuilder(command());
            builder.environment().put(VARIABLE, file.toString());
            Process process = builder.start();
            process.getOutputStream().close();
            interruption.onRequest(process::destroy);
            Thread errors = Thread.ofVirtual().start(() -> terminal.pass(process.getErrorStream(), true));
            terminal.pass(process.getInputStream(), false);
            errors.join();
            return Files.size(file) > 0 ? ExitCode.COMPLETED : ExitCode.of(process.waitFor());
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static List<String> command() throws RunException, IOException {
        ProcessHandle.Info own = ProcessHandle.current().info();
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(NEW_SESSION)) {
            // A terminal that is closed does not end it, and Ctrl-C is not for it.
            command.add(NEW_SESSION.toString());
        }
        command.add(own.command().orElseThrow(BackgroundProcess::unknown));
        if (Files.isReadable(OWN_COMMAND)) {
            // Whole, however long it is; and words may be empty.
            String[] words = Files.readString(OWN_COMMAND, Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"))).split("\0", -1);
            command.addAll(Arrays.asList(words).subList(1, words.length - 1));
        } else {
            command.addAll(List.of(own.arguments().orElseThrow(BackgroundProcess::unknown)));
        }
        return command;
    }

    private static RunException unknown() {
        return new RunException(Code.BAD_USAGE, Messages.BackgroundProcess_unknown);
    }
}
