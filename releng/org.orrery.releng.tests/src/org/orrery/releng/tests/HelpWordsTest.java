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
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** The pages of the help call menus and commands what the workbench calls them, in both languages, and both languages have the same pages. */
class HelpWordsTest {
    private static final String PATH = " › ";
    private static final Path HELP = Bundle.root().resolve("bundles/org.orrery.ui/help");

    private final List<String> unknown = new ArrayList<>();

    @Test
    void whatAPageNamesAsAWayThroughTheMenusIsThere() throws Exception {
        ways("en", ".properties");
    }

    @Test
    void whatAGermanPageNamesAsAWayThroughTheMenusIsThere() throws Exception {
        ways("de", "_de.properties");
    }

    @Test
    void everyTopicOfTheIndexHasAPageInBothLanguagesAndEveryPageATopic() throws Exception {
        Set<String> topics = Set.of(load(HELP.resolve("index.properties")).getProperty("topics").split(" "));
        for (String language : List.of("en", "de")) {
            Set<String> there = new TreeSet<>();
            pages(language).forEach(page -> there.add(page.getFileName().toString().replace(".txt", "")));
            assertEquals(new TreeSet<>(topics), there);
        }
    }

    private void ways(String language, String ending) throws IOException {
        Set<String> labels = labels(ending);
        int ways = 0;
        for (Path page : pages(language)) {
            String text = Files.readString(page);
            for (int at = text.indexOf(PATH); at >= 0; at = text.indexOf(PATH, at + 1)) {
                ways++;
                String before = text.substring(0, at);
                String after = text.substring(at + PATH.length());
                if (labels.stream().noneMatch(before::endsWith) || labels.stream().noneMatch(label -> begins(after, label))) {
                    unknown.add(page.getFileName() + ": " + text.substring(Math.max(0, at - 20), Math.min(text.length(), at + 40)).replace('\n', ' '));
                }
            }
        }
        assertEquals("", String.join("\n", unknown));
        assertTrue(ways > 10, ways + " ways");
    }

    /** Whether it is the whole name there, not the beginning of a longer word. */
    private static boolean begins(String text, String label) {
        return text.startsWith(label) && (text.length() == label.length() || !Character.isLetter(text.charAt(label.length())));
    }

    private static List<Path> pages(String language) throws IOException {
        try (Stream<Path> pages = Files.list(HELP.resolve(language))) {
            return pages.sorted().toList();
        }
    }

    /** What the parts of the workbench are called in the files of that language. */
    private static Set<String> labels(String ending) throws IOException {
        Set<String> labels = new TreeSet<>();
        for (Path file : files(ending)) {
            load(file).values().forEach(text -> labels.add(text.toString().replace("&", "").replace('\u00a0', ' ')));
        }
        labels.removeIf(label -> label.length() < 3);
        return labels;
    }

    private static List<Path> files(String ending) throws IOException {
        try (Stream<Path> tree = Files.walk(Bundle.root().resolve("bundles"))) {
            return tree.filter(file -> file.toString().matches(".*/(OSGI-INF/l10n/bundle|src/.*/messages)" + ending.replace(".", "\\."))).toList();
        }
    }

    private static Properties load(Path file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        }
        return texts;
    }
}
