package org.orrery.external.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.orrery.analysis.AnalysisException;
import org.orrery.analysis.program.ProgramSpec;
import org.orrery.analysis.program.Programs;

/**
 * The patterns that the user keeps, each version in a file of its own in the catalogue of the workspace, in the form that {@code orrery
 * external reparse --patterns} takes. A version is never changed. Reads and writes files: never of use on the user interface thread.
 */
final class PatternVersions {
    private static final String ENDING = ".json"; //$NON-NLS-1$

    private final Path folder;
    private final Programs programs;

    PatternVersions(Path workspace, Programs programs) {
        this.folder = workspace.resolve("catalog").resolve("patterns"); //$NON-NLS-1$ //$NON-NLS-2$
        this.programs = programs;
    }

    /** Whether patterns can have that name: it becomes the name of a folder. */
    static boolean isName(String name) {
        return name.matches("[\\p{Alnum} _-]{1,80}") && !name.isBlank(); //$NON-NLS-1$
    }

    /** Names with versions, such as {@code nnet/3}, in order of name, the newest version first. */
    List<String> versions() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> names = Files.list(folder)) {
            return names.filter(Files::isDirectory).sorted().flatMap(name -> numbers(name).reversed().stream()
                    .map(number -> name.getFileName() + "/" + number)).toList(); //$NON-NLS-1$
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static List<Integer> numbers(Path name) {
        try (Stream<Path> files = Files.list(name)) {
            return files.map(file -> file.getFileName().toString()).filter(file -> file.matches("\\d{1,6}\\.json")) //$NON-NLS-1$
                    .map(file -> Integer.valueOf(file.substring(0, file.length() - ENDING.length()))).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sources of that version, one a line. */
    String load(String version) throws AnalysisException {
        ProgramSpec spec = programs.read(folder.resolve(version + ENDING));
        return spec.settings().get("metrics") instanceof List<?> metrics ? SourceLines.text(metrics) : ""; //$NON-NLS-1$ //$NON-NLS-2$
    }

    /** Keeps the next version. Gives its name. */
    String save(String name, String patterns) throws IOException, AnalysisException {
        Path own = folder.resolve(name.strip());
        Files.createDirectories(own);
        int next = Optional.of(numbers(own)).filter(numbers -> !numbers.isEmpty()).map(List::getLast).orElse(0) + 1;
        programs.write(new ProgramSpec("", Optional.empty(), Map.of("metrics", SourceLines.plain(patterns))), own.resolve(next + ENDING)); //$NON-NLS-1$ //$NON-NLS-2$
        return name.strip() + "/" + next; //$NON-NLS-1$
    }
}
