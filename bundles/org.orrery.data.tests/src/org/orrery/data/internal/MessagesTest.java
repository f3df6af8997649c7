package org.orrery.data.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {
    @ParameterizedTest
    @ValueSource(strings = {"", ".text", ".cache"})
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
}
