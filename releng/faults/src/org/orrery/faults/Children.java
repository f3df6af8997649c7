package org.orrery.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The processes that a campaign has started: none outlives it, however it is ended. Thread-safe. */
final class Children {
    private final Path scratch;
    private final Set<Process> alive = ConcurrentHashMap.newKeySet();

    /** @param scratch where their streams go */
    Children(Path scratch) {
        this.scratch = scratch;
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "end of the children"));
    }

    Program.Started start(ProcessBuilder builder) throws IOException {
        Path out = Files.createTempFile(scratch, "out", ".txt");
        Path err = Files.createTempFile(scratch, "err", ".txt");
        long began = System.nanoTime();
        Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        alive.add(process);
        process.onExit().thenAccept(alive::remove);
        return new Program.Started(process, out, err, began);
    }

    private void end() {
        for (Process each : alive) {
            each.descendants().forEach(ProcessHandle::destroyForcibly);
            each.destroyForcibly();
        }
    }
}
