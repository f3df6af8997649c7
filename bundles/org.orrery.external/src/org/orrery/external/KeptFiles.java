package org.orrery.external;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.orrery.analysis.UnitOutput;

/** Keeps the files of a working directory that patterns name. Links are not followed out of it. */
final class KeptFiles {
    private static final int DEEPEST = 16;

    private final Path directory;
    private final List<String> patterns;

    KeptFiles(Path directory, List<String> patterns) {
        this.directory = directory;
        this.patterns = patterns;
    }

    /** Copies them to the run. Gives their names, relative to the directory. */
    List<String> keep(UnitOutput output) throws IOException {
        List<String> kept = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Path file : matching()) {
            String name = directory.relativize(file).toString().replace('\\', '/');
            String id = unique(ids, "file." + name.replaceAll("[^A-Za-z0-9._-]", "_"));
            output.artifact(id, file.getFileName().toString(), "application/octet-stream", out -> Files.copy(file, out));
            kept.add(name);
        }
        return kept;
    }

    private static String unique(Set<String> ids, String wanted) {
        String id = wanted;
        for (int i = 2; !ids.add(id); i++) {
            id = wanted + "." + i;
        }
        return id;
    }

    private List<Path> matching() throws IOException {
        if (patterns.isEmpty()) {
            return List.of();
        }
        List<PathMatcher> matchers = patterns.stream().map(pattern -> FileSystems.getDefault().getPathMatcher("glob:" + pattern)).toList();
        try (Stream<Path> walk = Files.walk(directory, DEEPEST)) {
            return walk.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> matchers.stream().anyMatch(matcher -> matcher.matches(directory.relativize(file)))).sorted().toList();
        }
    }
}
