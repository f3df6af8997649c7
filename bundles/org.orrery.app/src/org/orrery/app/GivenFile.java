package org.orrery.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

import org.orrery.ui.FileDrop;

/** The file that the workbench was started with, as by "Open with" of a desktop: named by a system property of the starter. */
final class GivenFile {
    private GivenFile() {
    }

    /** The file, the first time that somebody asks. */
    static Optional<Path> take() {
        return Optional.ofNullable(System.clearProperty(Bootstrap.FILE)).map(Path::of);
    }

    /** Whether it is a run in a file. */
    static boolean isRun(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(FileDrop.RUN_ENDING);
    }
}
