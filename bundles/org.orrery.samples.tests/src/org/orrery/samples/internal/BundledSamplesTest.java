package org.orrery.samples.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.samples.Sample;

class BundledSamplesTest {
    private final BundledSamples samples;

    BundledSamplesTest() throws Exception {
        samples = new BundledSamples();
    }

    @Test
    void everySampleIsThereAndHasItsTargetColumn(@TempDir Path folder) throws Exception {
        assertEquals(List.of("wa_churn", "iris", "penguins", "breast_cancer", "wine"), samples.list().stream().map(Sample::id).toList());
        for (Sample sample : samples.list()) {
            Path file = samples.materialise(sample.id(), folder);
            List<String> header = List.of(Files.readAllLines(file).get(0).split(","));
            assertTrue(header.contains(sample.target()), sample.id());
        }
    }

    @Test
    void materialisingTwiceGivesTheSameFile(@TempDir Path folder) throws Exception {
        Path file = samples.materialise("iris", folder);
        assertEquals(file, samples.materialise("iris", folder));
        try (var files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void aFileOfTheUserIsNotOverwritten(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("iris.csv"), "mine");
        assertThrows(FileAlreadyExistsException.class, () -> samples.materialise("iris", folder));
        assertEquals("mine", Files.readString(folder.resolve("iris.csv")));
    }

    @Test
    void anUnknownSampleIsRefused() {
        assertThrows(NoSuchElementException.class, () -> samples.open("nothing"));
    }
}
