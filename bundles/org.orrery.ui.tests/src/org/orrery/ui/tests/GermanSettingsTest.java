package org.orrery.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;

import org.eclipse.core.runtime.Platform;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;

/** What the forms of the analyses show is there in German too: every label, help and choice. */
class GermanSettingsTest {
    @Test
    void everySettingOfEveryAnalysisSpeaksGerman() throws Exception {
        List<String> missing = new ArrayList<>();
        int texts = 0;
        for (String name : List.of("org.orrery.classification", "org.orrery.learning", "org.orrery.external")) {
            Bundle bundle = Platform.getBundle(name);
            for (URL file : Collections.list(bundle.findEntries("/", "*.properties", true))) {
                Properties english = load(file);
                // Labels and helps are what a form shows.
                if (file.getPath().endsWith("_de.properties") || english.stringPropertyNames().stream().noneMatch(key -> key.endsWith(".help"))) {
                    continue;
                }
                URL other = URI.create(file.toString().replace(".properties", "_de.properties")).toURL();
                TreeSet<String> keys = new TreeSet<>(english.stringPropertyNames());
                keys.removeAll(load(other).stringPropertyNames());
                keys.forEach(key -> missing.add(file.getPath() + ": " + key));
                texts += english.size();
            }
        }
        assertEquals(List.of(), missing);
        assertTrue(texts > 250, texts + " texts");
    }

    private static Properties load(URL file) throws IOException {
        Properties texts = new Properties();
        try (Reader in = new InputStreamReader(file.openStream(), StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        return texts;
    }
}
