package org.orrery.data.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {
    @ParameterizedTest
    @ValueSource(strings = {"", ".cache", ".export", ".json", ".ods", ".parquet", ".rowindex", ".sheet", ".text", ".xlsx"})
    void eachFieldHasASentenceAndEachSentenceAField(String part) throws Exception {
        Class<?> messages = Class.forName(MessagesTest.class.getPackageName() + part + ".Messages");
        Properties sentences = new Properties();
        try (InputStream stream = messages.getResourceAsStream("messages.properties")) {
            sentences.load(stream);
        }
        Set<String> fields = new TreeSet<>();
        for (Field field : messages.getDeclaredFields()) {
            if (Modifier.isPublic(field.getModifiers())) {
                fields.add(field.getName());
            }
        }
        assertEquals(fields, new TreeSet<>(sentences.stringPropertyNames()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".cache", ".export", ".json", ".ods", ".parquet", ".rowindex", ".sheet", ".text", ".xlsx"})
    void eachSentenceIsThereInGermanWithTheSameArguments(String part) throws Exception {
        Properties english = sentences(part, "messages.properties");
        Properties german = sentences(part, "messages_de.properties");
        assertEquals(english.stringPropertyNames(), german.stringPropertyNames());
        for (String name : english.stringPropertyNames()) {
            assertEquals(arguments(english.getProperty(name)), arguments(german.getProperty(name)), name);
        }
    }

    private static Properties sentences(String part, String file) throws Exception {
        Properties sentences = new Properties();
        Class<?> messages = Class.forName(MessagesTest.class.getPackageName() + part + ".Messages");
        try (Reader reader = new InputStreamReader(messages.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            sentences.load(reader);
        }
        return sentences;
    }

    private static Set<String> arguments(String sentence) {
        return Pattern.compile("\\{\\d\\}").matcher(sentence).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }
}
