package org.orrery.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

/** What results say is there in German too. */
class GermanTextsTest {
    private static final List<String> FILES = List.of("messages", "file.messages", "models.messages", "score.messages");
    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d\\}");

    @Test
    void eachTextIsThereInGermanWithTheSameArguments() {
        for (String file : FILES) {
            ResourceBundle english = bundle(file, Locale.ROOT);
            ResourceBundle german = bundle(file, Locale.GERMAN);
            assertNotEquals(english.getLocale(), german.getLocale(), file);
            // A key that the German file lacks would be answered by the English one.
            ResourceBundle alone = bundle(file + "_de", Locale.ROOT);
            assertEquals(english.keySet(), alone.keySet(), file);
            english.keySet().forEach(key -> assertEquals(arguments(english.getString(key)), arguments(german.getString(key)), key));
        }
        assertEquals("Bäume", bundle("models.messages", Locale.GERMAN).getString("ForestTrainer_trees"));
    }

    private static ResourceBundle bundle(String file, Locale locale) {
        String name = GermanTextsTest.class.getPackageName() + "." + file;
        return ResourceBundle.getBundle(name, locale, GermanTextsTest.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static Set<String> arguments(String text) {
        return ARGUMENT.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }
}
