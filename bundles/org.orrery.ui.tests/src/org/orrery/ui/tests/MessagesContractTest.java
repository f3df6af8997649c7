package org.orrery.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.reflect.Field;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.eclipse.core.runtime.Platform;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;

/** Every text of the workbench has a field, and every field has a text. */
class MessagesContractTest {
    private static final List<String> BUNDLES = List.of("org.orrery.ui", "org.orrery.ui.charts", "org.orrery.ui.data", "org.orrery.external.ui", "org.orrery.app");
    /** Those whose every text is there in German too. */
    private static final List<String> GERMAN = List.of("org.orrery.ui", "org.orrery.ui.charts", "org.orrery.external.ui", "org.orrery.ui.data", "org.orrery.app");
    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d+\\}");

    @Test
    void fieldsAndKeysAreTheSame() throws Exception {
        List<URL> files = new ArrayList<>();
        for (String name : BUNDLES) {
            Bundle bundle = Platform.getBundle(name);
            for (URL file : Collections.list(bundle.findEntries("/", "messages.properties", true))) {
                files.add(file);
                check(bundle, file);
            }
        }
        assertFalse(files.isEmpty());
    }

    @Test
    void everyTextIsThereInGermanWithTheSameArguments() throws Exception {
        int texts = 0;
        for (String name : GERMAN) {
            for (String pattern : List.of("messages.properties", "bundle.properties")) {
                var files = Platform.getBundle(name).findEntries("/", pattern, true);
                while (files != null && files.hasMoreElements()) {
                    URL file = files.nextElement();
                    Properties english = load(file);
                    Properties german = load(new URL(file, pattern.replace(".properties", "_de.properties")));
                    assertEquals(english.stringPropertyNames(), german.stringPropertyNames(), file.getPath());
                    for (String key : english.stringPropertyNames()) {
                        assertEquals(arguments(english.getProperty(key)), arguments(german.getProperty(key)), key);
                        texts++;
                    }
                }
            }
        }
        assertTrue(texts > 300, texts + " texts");
    }

    private static Set<String> arguments(String text) {
        Set<String> arguments = new TreeSet<>();
        ARGUMENT.matcher(text).results().forEach(found -> arguments.add(found.group()));
        return arguments;
    }

    private static void check(Bundle bundle, URL file) throws Exception {
        String path = file.getPath();
        String type = path.substring(path.indexOf("org/orrery"), path.lastIndexOf('/')).replace('/', '.') + ".Messages";
        TreeSet<String> fields = new TreeSet<>();
        for (Field field : bundle.loadClass(type).getDeclaredFields()) {
            fields.add(field.getName());
        }
        assertEquals(new TreeSet<>(keys(file)), fields, type);
    }

    private static Set<String> keys(URL file) throws IOException {
        return load(file).stringPropertyNames();
    }

    private static Properties load(URL file) throws IOException {
        Properties texts = new Properties();
        try (Reader in = new InputStreamReader(file.openStream(), StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        return texts;
    }
}
