package org.orrery.jobs.internal.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChainedLogTest {
    private static final int RECORDS = 12;
    @TempDir
    Path folder;
    private final DurableFiles files = new DurableFiles(WriteSteps.NONE);
    private final List<Segment> segments = new ArrayList<>();
    private Path path;

    @BeforeEach
    void write() throws IOException {
        path = folder.resolve("log");
        try (ChainedLog log = ChainedLog.create(files, path)) {
            for (int i = 0; i < RECORDS; i++) {
                segments.add(log.append((byte) i, payload(i)));
            }
            log.force();
        }
    }

    private static byte[] payload(int i) {
        return ("record " + "x".repeat(i)).getBytes(StandardCharsets.UTF_8);
    }

    private List<Integer> read() throws IOException {
        List<Integer> kinds = new ArrayList<>();
        new ChainedFrames(path).scan(frame -> {
            assertArrayEquals(payload(frame.kind()), frame.payload());
            kinds.add((int) frame.kind());
        });
        return kinds;
    }

    @Test
    void cutAtEveryByteItHoldsTheRecordsThatAreWholeAndGoesOnAfterThem() throws IOException {
        byte[] whole = Files.readAllBytes(path);
        for (int length = 0; length <= whole.length; length++) {
            Files.write(path, Arrays.copyOf(whole, length));
            int end = length;
            int expected = (int) segments.stream().filter(segment -> segment.end() <= end).count();
            assertEquals(expected, read().size(), "cut at " + length);
            ChainedFrames.Scan scan = new ChainedFrames(path).scan(frame -> {
            });
            assertTrue(!scan.damaged());
            try (ChainedLog log = ChainedLog.resume(files, path, scan.last())) {
                log.append((byte) expected, payload(expected));
                log.force();
            }
            assertEquals(expected + 1, read().size(), "resumed at " + length);
        }
    }

    @Test
    void everyFlippedBitIsNoticed() throws IOException {
        byte[] whole = Files.readAllBytes(path);
        Random random = new Random(3);
        for (int trial = 0; trial < 2_000; trial++) {
            int bit = random.nextInt(whole.length * 8);
            byte[] damaged = whole.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(path, damaged);
            assertTrue(read().size() < RECORDS, "bit " + bit);
            long noticed = segments.stream().filter(segment -> {
                try {
                    new ChainedFrames(path).read(segment);
                    return false;
                } catch (IOException e) {
                    return true;
                }
            }).count();
            assertEquals(bit / 8 < ChainedLog.HEADER ? 0 : 1, noticed, "bit " + bit);
        }
    }

    @Test
    void aRecordThatWasTakenOutIsNoticed() throws IOException {
        byte[] whole = Files.readAllBytes(path);
        Segment gone = segments.get(4);
        byte[] shorter = new byte[whole.length - (int) (gone.end() - gone.offset())];
        System.arraycopy(whole, 0, shorter, 0, (int) gone.offset());
        System.arraycopy(whole, (int) gone.end(), shorter, (int) gone.offset(), whole.length - (int) gone.end());
        Files.write(path, shorter);
        ChainedFrames.Scan scan = new ChainedFrames(path).scan(frame -> {
        });
        assertEquals(gone.offset(), scan.end());
        assertTrue(scan.damaged());
    }

    @Test
    void afterAFailedWriteTheLogTakesNothingMore() throws IOException {
        boolean[] full = new boolean[1];
        DurableFiles failing = new DurableFiles((kind, file) -> {
            if (full[0] && kind == WriteSteps.Kind.APPEND) {
                throw new IOException("No space left on device");
            }
        });
        try (ChainedLog log = ChainedLog.create(failing, path)) {
            log.append((byte) 0, payload(0));
            full[0] = true;
            assertThrows(IOException.class, () -> log.append((byte) 1, payload(1)));
            full[0] = false;
            assertThrows(IOException.class, () -> log.append((byte) 1, payload(1)));
        }
        assertEquals(List.of(0), read());
    }
}
