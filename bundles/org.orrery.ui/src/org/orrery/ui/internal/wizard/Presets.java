package org.orrery.ui.internal.wizard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.ToNumberPolicy;
import com.google.gson.reflect.TypeToken;

/**
 * Named settings of one analysis, one JSON file each, in the form that {@code orrery run --settings} takes. Reads and writes
 * files: never of use on the user interface thread.
 */
final class Presets {
    private static final String ENDING = ".json"; //$NON-NLS-1$
    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().serializeNulls().disableHtmlEscaping()
            .setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE).create();

    private final Path folder;

    /** @param workspace the folder of the workspace */
    Presets(Path workspace, String analysis) {
        this.folder = workspace.resolve("catalog").resolve("presets").resolve(analysis); //$NON-NLS-1$ //$NON-NLS-2$
    }

    /** Whether a preset can have that name: it becomes the name of a file. */
    static boolean isName(String name) {
        return !name.isBlank() && name.length() <= 80 && name.equals(name.strip()) && !name.startsWith(".") //$NON-NLS-1$
                && name.chars().noneMatch(c -> c < ' ' || "/\\:*?\"<>|".indexOf(c) >= 0); //$NON-NLS-1$
    }

    List<String> names() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length())).sorted(String.CASE_INSENSITIVE_ORDER).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    Map<String, Object> load(String name) throws IOException {
        return read(folder.resolve(name + ENDING));
    }

    void save(String name, Map<String, ?> settings) throws IOException {
        Files.createDirectories(folder);
        write(folder.resolve(name + ENDING), settings);
    }

    void remove(String name) throws IOException {
        Files.deleteIfExists(folder.resolve(name + ENDING));
    }

    /** Settings in a file of the user's. */
    static Map<String, Object> read(Path file) throws IOException {
        try {
            Map<String, Object> settings = GSON.fromJson(Files.readString(file), new TypeToken<Map<String, Object>>() { });
            if (settings == null) {
                throw new IOException(org.eclipse.osgi.util.NLS.bind(Messages.Presets_empty, file));
            }
            return settings;
        } catch (JsonParseException e) {
            throw new IOException(org.eclipse.osgi.util.NLS.bind(Messages.Presets_damaged, file, e.getMessage()), e);
        }
    }

    /** Replaces the file at once, so that a crash leaves the old or the new. */
    static void write(Path file, Map<String, ?> settings) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".new"); //$NON-NLS-1$
        Files.write(next, GSON.toJson(settings).getBytes(StandardCharsets.UTF_8));
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
