package org.orrery.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final List<String> PACKAGES = List.of("org.orrery.history");

    @Test
    void everyFieldHasATextAndEveryTextAField() throws IOException, ClassNotFoundException {
        for (String name : PACKAGES) {
            Class<?> messages = Class.forName(name + ".Messages");
            Properties texts = new Properties();
            try (InputStream stream = messages.getResourceAsStream("messages.properties")) {
                texts.load(stream);
            }
            assertEquals(new TreeSet<>(texts.stringPropertyNames()),
                    Arrays.stream(messages.getDeclaredFields()).map(Field::getName).collect(Collectors.toCollection(TreeSet::new)), name);
            texts.forEach((key, text) -> assertFalse(text.toString().isBlank() || text.toString().contains("'"),
                    () -> key + " is blank, or has a quote that would hide its arguments"));
        }
    }
}
