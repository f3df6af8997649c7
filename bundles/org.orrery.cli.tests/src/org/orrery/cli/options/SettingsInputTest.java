package org.orrery.cli.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.analysis.settings.SettingsSchema;
import org.orrery.cli.FakeSettings;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunException.Code;

class SettingsInputTest {
    @TempDir
    Path folder;

    private Map<String, Object> read(String json, String... sets) throws RunException, IOException {
        Path file = Files.writeString(folder.resolve("s.json"), json);
        return new SettingsInput(SettingsSchema.of(FakeSettings.class)).read(Optional.of(file), List.of(sets));
    }

    @Test
    void wholeNumbersStayWhole() throws RunException, IOException {
        assertEquals(Map.of("folds", 7L, "threshold", 0.5, "words", List.of("a", 1L), "tree", Map.of("prune", false)),
                read("{\"folds\":7,\"threshold\":0.5,\"words\":[\"a\",1],\"tree\":{\"prune\":false}}"));
    }

    @Test
    void aFileThatIsNoObjectIsABadSettingWithItsPlace() {
        for (String json : List.of("", "[1]", "{\"folds\":7", "{folds:7}", "{\"a\":1} x", "7")) {
            RunException refusal = assertThrows(RunException.class, () -> read(json), json);
            assertEquals(Code.BAD_SETTING, refusal.code());
            assertEquals(folder.resolve("s.json"), refusal.problems().get(0).place().orElseThrow().file());
        }
        RunException refusal = assertThrows(RunException.class, () -> read("{\n\"folds\": 7,\n oops}"));
        assertEquals(3, refusal.problems().get(0).place().orElseThrow().line().orElseThrow());
    }

    @Test
    void aFileThatIsNotThereIsUnreadable() {
        SettingsSchema<?> schema = SettingsSchema.of(FakeSettings.class);
        RunException refusal = assertThrows(RunException.class,
                () -> new SettingsInput(schema).read(Optional.of(folder.resolve("no.json")), List.of()));
        assertEquals(Code.UNREADABLE_FILE, refusal.code());
    }

    @Test
    void aSettingThatIsNotThereIsNamed() {
        RunException refusal = assertThrows(RunException.class, () -> read("{}", "tree.depth=3"));
        assertEquals(Code.BAD_SETTING, refusal.code());
        assertEquals("tree.depth", refusal.problems().get(0).setting());
    }
}
