package org.orrery.jobs.internal.run;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The files that this process has open, where the system tells: under Linux. */
final class OpenFiles {
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
    /** What programs and libraries are loaded from is opened whenever a class is first used. */
    private static final List<String> CODE = List.of(".jar", ".so", ".jsa", "/modules");
    /** No files of anybody. */
    private static final List<String> SYSTEM = List.of("/dev/", "/proc/", "/sys/", "/memfd:");
    /** Beside devices, but of files that live in memory. */
    private static final String IN_MEMORY = "/dev/shm/";

    private OpenFiles() {
    }

    /** Their names; of those beneath these folders nobody needs to be told. Empty where the system does not tell. */
    static Set<String> names(List<Path> known) {
        Set<String> names = new HashSet<>();
        if (!Files.isDirectory(DESCRIPTORS)) {
            return names;
        }
        try (DirectoryStream<Path> all = Files.newDirectoryStream(DESCRIPTORS)) {
            for (Path each : all) {
                String name = target(each);
                if (isFile(name) && known.stream().noneMatch(folder -> name.startsWith(folder.toString()))) {
                    names.add(name);
                }
            }
        } catch (IOException e) {
            // A look that fails accuses nobody.
            return Set.of();
        }
        return names;
    }

    private static boolean isFile(String name) {
        // Sockets and pipes have no path.
        boolean system = !name.startsWith("/") || !name.startsWith(IN_MEMORY) && SYSTEM.stream().anyMatch(name::startsWith);
        return !system && CODE.stream().noneMatch(name::endsWith);
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closed) {
            // By another thread, meanwhile.
            return "";
        }
    }
}
