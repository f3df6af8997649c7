package org.orrery.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Data for a conformance case: a text in CSV form, or a file of any form that Orrery imports. */
public sealed interface Sample {
    /**
     * A CSV file with that content, its first line the names of the columns. Keep it small: every rule runs it many times.
     *
     * @param name the name of the data set
     * @param text lines of comma separated values
     */
    record Csv(String name, String text) implements Sample {
        public Csv {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(text, "text");
        }

        @Override
        public Path in(Path folder) throws IOException {
            return Files.writeString(folder.resolve(name + ".csv"), text);
        }
    }

    /** A file. Hostile variants are made of it when its name ends in {@code .csv}. */
    record Stored(Path path) implements Sample {
        public Stored {
            Objects.requireNonNull(path, "path");
        }

        @Override
        public Path in(Path folder) {
            return path;
        }
    }

    /** A CSV text. */
    static Sample csv(String name, String text) {
        return new Csv(name, text);
    }

    /** A file. */
    static Sample file(Path path) {
        return new Stored(path);
    }

    /** The file, written into that folder when there is none yet. */
    Path in(Path folder) throws IOException;
}
