package org.orrery.faults;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Counts and broken promises of all campaigns, stored after each trial so that a long form can be stopped. Thread-safe. */
final class Tally {
    private static final String BROKEN = "broken.";
    private final Path file;
    private final Map<String, String> values = new TreeMap<>();

    /** @param fresh whether to forget what is stored */
    Tally(Path file, boolean fresh) throws IOException {
        this.file = file;
        if (!fresh && Files.exists(file)) {
            Properties stored = new Properties();
            try (Reader in = Files.newBufferedReader(file)) {
                stored.load(in);
            }
            stored.forEach((key, value) -> values.put((String) key, (String) value));
        }
    }

    synchronized long get(String name) {
        return Long.parseLong(values.getOrDefault(name, "0"));
    }

    synchronized void add(String name, long more) {
        values.put(name, Long.toString(get(name) + more));
    }

    synchronized void most(String name, long value) {
        values.put(name, Long.toString(Math.max(get(name), value)));
    }

    synchronized void say(String name, String value) {
        values.put(name, value);
    }

    /** A promise did not hold. */
    synchronized void broken(String campaign, String sentence) {
        String name = BROKEN + campaign + "." + (1 + values.keySet().stream().filter(key -> key.startsWith(BROKEN)).count());
        values.put(name, sentence);
        System.out.println("BROKEN " + campaign + ": " + sentence);
        store();
    }

    synchronized List<String> broken() {
        return values.entrySet().stream().filter(each -> each.getKey().startsWith(BROKEN))
                .map(each -> each.getKey().substring(BROKEN.length()) + " " + each.getValue()).toList();
    }

    /** The figures of a campaign in one line. */
    synchronized String line(String campaign) {
        StringBuilder line = new StringBuilder();
        values.forEach((key, value) -> {
            // Where a long form is inside of a campaign is no figure.
            if (key.startsWith(campaign + ".") && !key.contains(" ")) {
                line.append(line.isEmpty() ? "" : " · ").append(key.substring(campaign.length() + 1)).append(' ').append(value);
            }
        });
        return line.toString();
    }

    /** Writes it all; a stop in between leaves the old file. */
    synchronized void store() {
        Properties stored = new Properties();
        stored.putAll(values);
        Path next = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            try (Writer out = Files.newBufferedWriter(next)) {
                stored.store(out, null);
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
