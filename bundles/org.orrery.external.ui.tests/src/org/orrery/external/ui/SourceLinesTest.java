package org.orrery.external.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.external.ExternalPrograms;

class SourceLinesTest {
    @TempDir
    Path folder;

    @Test
    void linesAreSourcesAndSourcesLines() {
        String text = String.join(System.lineSeparator(), "loss: (?<loss>\\S+)", "key-value", "json-lines", "csv out/log.csv", "tensorboard **events.*");
        List<Map<String, Object>> plain = SourceLines.plain(text + "\n\n");
        assertEquals(List.of(Map.of("pattern", "loss: (?<loss>\\S+)"), Map.of("format", "key-value"), Map.of("format", "json-lines"),
                Map.of("format", "csv", "file", "out/log.csv"), Map.of("format", "tensorboard", "file", "**events.*")), plain);
        assertEquals(text, SourceLines.text(plain));
    }

    @Test
    void wordsComeBackAsTheyWere() {
        List<String> words = List.of("python3", "-c", "import x\nprint('a\\nb')\n", "C:\\new\\table.csv", " ");
        assertEquals(words, Words.of(Words.text(words)));
    }

    @Test
    void aVersionIsNeverWrittenOver() throws Exception {
        PatternVersions versions = new PatternVersions(folder, new ExternalPrograms());
        assertEquals(List.of(), versions.versions());
        assertEquals("nnet/1", versions.save("nnet", "key-value"));
        assertEquals("nnet/2", versions.save("nnet", "iter (?<step>\\d+)"));
        assertEquals(List.of("nnet/2", "nnet/1"), versions.versions());
        assertEquals("key-value", versions.load("nnet/1"));
        assertTrue(PatternVersions.isName("a b-1_2"));
        assertFalse(PatternVersions.isName("../x"));
    }

    @Test
    void aTrialTellsWhatIsCapturedAndWhatIsMissed() {
        PatternTrial trial = PatternTrial.of("a=1\nno numbers\nb 2\n", "key-value", new ExternalPrograms());
        assertEquals(1, trial.hits());
        assertEquals(1, trial.misses());
        assertEquals(List.of(new PatternTrial.Mark(2, 1, 0, "a"), new PatternTrial.Mark(15, 3, -1, "")), trial.marks());
        assertTrue(PatternTrial.of("a=1", "(", new ExternalPrograms()).problem().startsWith("metrics[0].pattern"));
    }
}
