package org.orrery.external;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that grow are read to their last line, whatever the reader is doing when the program ends. */
class FollowedFilesTest {
    private static final int LINES = 40_000;
    @TempDir
    Path folder;

    @Test
    void theEndOfTheProgramDoesNotBreakOffTheReadingOfItsFile() throws Exception {
        write(LINES);
        List<String> seen = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch reading = new CountDownLatch(1);
        Thread ender = Thread.currentThread();
        FollowedFiles files = new FollowedFiles(folder, "own.csv", path -> FileTail.lines(path, StandardCharsets.UTF_8, line -> {
            if (seen.isEmpty()) {
                reading.countDown();
                // Until the other waits for this thread: the file has been read to a part only.
                while (ender.getState() != Thread.State.WAITING) {
                    Thread.onSpinWait();
                }
            }
            seen.add(line);
        }));
        while (reading.getCount() > 0) {
            Thread.onSpinWait();
        }
        files.close();
        assertEquals(LINES, seen.size());
    }

    @Test
    void whoIsInterruptedStillGetsWhatIsLeft() throws Exception {
        List<String> seen = Collections.synchronizedList(new ArrayList<>());
        FollowedFiles files = new FollowedFiles(folder, "own.csv", path -> FileTail.lines(path, StandardCharsets.UTF_8, seen::add));
        write(LINES);
        Thread.currentThread().interrupt();
        try {
            files.close();
        } finally {
            assertTrue(Thread.interrupted(), "told on");
        }
        assertEquals(LINES, seen.size());
    }

    private void write(int lines) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            text.append(i).append(",0.5\n");
        }
        Path whole = Files.writeString(folder.resolve("whole"), text);
        Files.move(whole, folder.resolve("own.csv"));
    }
}
