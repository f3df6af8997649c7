package org.orrery.external;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;

/**
 * Files of a working directory by patterns. Links are not followed out of it; what may not be read, or goes away while it is looked at, is
 * left out.
 */
record FoundFiles(Path directory) {
    private static final int DEEPEST = 16;

    /** Those that fit one of the patterns, in order of name. */
    List<Path> matching(List<String> patterns) throws IOException {
        if (patterns.isEmpty()) {
            return List.of();
        }
        List<PathMatcher> matchers = patterns.stream().map(pattern -> FileSystems.getDefault().getPathMatcher("glob:" + pattern)).toList();
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(directory, EnumSet.noneOf(java.nio.file.FileVisitOption.class), DEEPEST, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && matchers.stream().anyMatch(matcher -> matcher.matches(directory.relativize(file)))) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException trouble) {
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException trouble) {
                return FileVisitResult.CONTINUE;
            }
        });
        Collections.sort(found);
        return found;
    }
}
