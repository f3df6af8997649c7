package org.orrery.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

import org.eclipse.core.runtime.Platform;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;

/** Every text of the workbench has a field, and every field has a text. */
class MessagesContractTest {
    @Test
    void fieldsAndKeysAreTheSame() throws Exception {
        List<URL> files = new ArrayList<>();
        for (String name : List.of("org.orrery.ui", "org.orrery.ui.data", "org.orrery.app")) {
            Bundle bundle = Platform.getBundle(name);
            for (URL file : Collections.list(bundle.findEntries("/", "messages.properties", true))) {
                files.add(file);
                check(bundle, file);
            }
        }
        assertFalse(files.isEmpty());
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
        Properties texts = new Properties();
        try (InputStream in = file.openStream()) {
            texts.load(in);
        }
        return texts.stringPropertyNames();
    }
}
