package org.orrery.releng.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** What users read stands in files: each text has its field and each field its text, and each is there in German too. */
class TextsTest {
    private static final Pattern FIELD = Pattern.compile("public static String (\\w+);");
    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d+\\}");
    /** For developers, of no product. */
    private static final String ENGLISH_ONLY = "org.orrery.testkit";
    private static final Set<String> OF_THE_BUNDLE = Set.of("bundle.name", "bundle.vendor", "Bundle-Name", "Bundle-Vendor");

    private final List<String> found = new ArrayList<>();

    @Test
    void eachFieldHasATextAndEachTextAField() throws Exception {
        int files = 0;
        for (Path file : texts()) {
            Path fields = file.resolveSibling("Messages.java");
            if (!file.endsWith("messages.properties") || !Files.exists(fields)) {
                continue;
            }
            files++;
            Set<String> named = new TreeSet<>();
            Matcher matcher = FIELD.matcher(Files.readString(fields));
            while (matcher.find()) {
                named.add(matcher.group(1));
            }
            different(file, named, load(file).stringPropertyNames());
        }
        assertTrue(files > 30, files + " files");
        assertEquals("", String.join("\n", found));
    }

    @Test
    void noTextIsBlankOrHidesAnArgumentBehindAQuote() throws Exception {
        for (Path file : texts()) {
            load(file).forEach((key, text) -> {
                if (text.toString().isBlank() || file.endsWith("messages.properties") && text.toString().contains("'")) {
                    found.add(file + ": " + key + " is blank, or has a quote that hides its arguments");
                }
            });
        }
        assertEquals("", String.join("\n", found));
    }

    @Test
    void eachTextIsThereInGermanWithTheSameArguments() throws Exception {
        int texts = 0;
        for (Path file : texts()) {
            Properties english = load(file);
            if (bundle(file).equals(ENGLISH_ONLY) || file.endsWith("bundle.properties") && OF_THE_BUNDLE.containsAll(english.keySet())) {
                continue;
            }
            Path translated = file.resolveSibling(file.getFileName().toString().replace(".properties", "_de.properties"));
            if (!Files.exists(translated)) {
                found.add(translated + " is missing");
                continue;
            }
            Properties german = load(translated);
            different(translated, english.stringPropertyNames(), german.stringPropertyNames());
            for (String key : english.stringPropertyNames()) {
                texts++;
                if (german.containsKey(key) && !arguments(english.getProperty(key)).equals(arguments(german.getProperty(key)))) {
                    found.add(translated + ": " + key + " has other arguments");
                }
            }
        }
        assertEquals("", String.join("\n", found));
        assertTrue(texts > 1000, texts + " texts");
    }

    private void different(Path file, Set<String> expected, Set<String> actual) {
        expected.stream().filter(key -> !actual.contains(key)).map(key -> file + " lacks " + key).forEach(found::add);
        actual.stream().filter(key -> !expected.contains(key)).map(key -> file + " has " + key + " too much").forEach(found::add);
    }

    private static String bundle(Path file) {
        return Bundle.root().resolve("bundles").relativize(file).getName(0).toString();
    }

    /** The files with the texts of the products in the language of the source. */
    private static List<Path> texts() throws IOException {
        try (Stream<Path> tree = Files.walk(Bundle.root().resolve("bundles"))) {
            return tree.filter(file -> file.toString().matches(".*/(src|OSGI-INF)/.*\\.properties") && !file.toString().endsWith("_de.properties")
                    && !bundle(file).endsWith(".tests") && !bundle(file).startsWith("org.orrery.lib.")).sorted().toList();
        }
    }

    private static Properties load(Path file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        }
        return texts;
    }

    private static Set<String> arguments(String text) {
        Set<String> arguments = new TreeSet<>();
        ARGUMENT.matcher(text).results().forEach(argument -> arguments.add(argument.group()));
        return arguments;
    }
}
