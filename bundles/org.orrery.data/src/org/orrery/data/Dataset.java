package org.orrery.data;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A data set: where it came from, how it was read, and what it holds. Immutable; the values are reached through a
 * {@link DataStore}.
 *
 * @param name what the user calls it, by default the file name without its ending
 * @param source the file, absolute
 * @param options how the file is read, with everything detected filled in, so that reading it again gives the same
 * @param schema the columns with their counts
 * @param rows how many rows there are
 * @param sha256 the digest of the bytes of the file, lower-case hexadecimal
 * @param bytes the size of the file
 * @param modified when the file was last changed, as the file system says
 * @param warnings what the user should know about the file
 */
public record Dataset(String name, Path source, ReadOptions options, Schema schema, long rows, String sha256, long bytes,
        Instant modified, List<DataWarning> warnings) {
    public Dataset {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(options, "options");
        Objects.requireNonNull(schema, "schema");
        Objects.requireNonNull(sha256, "sha256");
        Objects.requireNonNull(modified, "modified");
        warnings = List.copyOf(warnings);
    }

    /** The same under another name. */
    public Dataset named(String other) {
        return new Dataset(other, source, options, schema, rows, sha256, bytes, modified, warnings);
    }
}
