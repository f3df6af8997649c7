package org.orrery.jobs.internal.files;

import java.io.IOException;
import java.nio.file.Path;

/** Is told of every step that changes something on disk, just before it is taken, so that tests can make any of them fail. */
@FunctionalInterface
public interface WriteSteps {
    /** Lets every step pass. */
    WriteSteps NONE = (kind, path) -> {
    };

    /** What a step does. */
    enum Kind {
        /** Makes a folder. */
        FOLDER,
        /** Makes or opens a file. */
        OPEN,
        /** Writes bytes at the end of a file. */
        APPEND,
        /** Shortens a file. */
        TRUNCATE,
        /** Makes the bytes of a file durable. */
        FORCE,
        /** Gives a file or folder its name. */
        MOVE,
        /** Makes the names in a folder durable. */
        FORCE_FOLDER,
        /** Deletes a file or folder. */
        DELETE
    }

    /** @throws IOException to fail the step */
    void before(Kind kind, Path path) throws IOException;
}
