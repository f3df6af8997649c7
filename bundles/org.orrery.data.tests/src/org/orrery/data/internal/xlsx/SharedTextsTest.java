package org.orrery.data.internal.xlsx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedTextsTest {
    @TempDir
    Path folder;

    @Test
    void textsThatDoNotFitIntoMemoryComeBackWholeFromTheDisk() throws Exception {
        Random random = new Random(7);
        List<Integer> lengths = new ArrayList<>();
        try (SharedTexts texts = new SharedTexts(folder, 1)) {
            for (int i = 0; i < 2_000; i++) {
                lengths.add(i == 500 ? 3_000_000 : random.nextInt(20_000));
                texts.add("ä".repeat(lengths.get(i)) + i);
            }
            assertEquals(2_000, texts.count());
            for (int i = 0; i < 2_000; i++) {
                int wanted = i * 1_009 % 2_000;
                assertEquals("ä".repeat(lengths.get(wanted)) + wanted, texts.get(wanted));
            }
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(0, left.count());
        }
    }
}
