package org.orrery.jobs.internal.store;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Where the parts of one run lie.
 *
 * @param path its folder
 */
public record RunFolder(Path path) {
    public RunFolder {
        Objects.requireNonNull(path, "path");
    }

    Path request() {
        return path.resolve("request.json");
    }

    Path journal() {
        return path.resolve("journal.orj");
    }

    Path outcomes() {
        return path.resolve("outcomes.ors");
    }

    Path rows(String name) {
        return path.resolve("rows").resolve(name + ".ors");
    }

    Path state(String chain, long generation) {
        return path.resolve("state").resolve(chain + "-" + generation + ".ors");
    }

    Path artifacts() {
        return path.resolve("artifacts");
    }

    /** A file kept with the run. */
    public Path artifact(String id, String file) {
        return artifacts().resolve(id).resolve(file);
    }

    /** What units write before they commit; emptied when the owner opens the run. */
    public Path scratch() {
        return path.resolve("scratch");
    }

    /** What units have left that ended after their run. */
    Path late() {
        return path.resolve("late");
    }

    /** The bytes that were cut off because they were no whole records. */
    Path damaged() {
        return path.resolve("damaged");
    }

    Path result() {
        return path.resolve("result");
    }

    /** A result that is written but not yet in its place. */
    Path newResult() {
        return path.resolve("result.new");
    }
}
