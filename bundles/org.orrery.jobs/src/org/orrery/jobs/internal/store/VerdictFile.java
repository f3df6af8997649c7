package org.orrery.jobs.internal.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

import org.orrery.jobs.BaselineVerdict;
import org.orrery.jobs.internal.codec.PlainJson;
import org.orrery.jobs.internal.files.DurableFiles;

/** How a run stands against its baseline, beside its journal: {@code baseline.json}. Replaced whenever the run has ended again. */
public final class VerdictFile {
    private static final String NAME = "baseline.json";

    private VerdictFile() {
    }

    /** Leaves it in the folder of a run. */
    public static void write(DurableFiles files, Path folder, BaselineVerdict verdict) throws IOException {
        files.replace(folder.resolve(NAME), PlainJson.write(verdict));
    }

    /** Reads it; empty when there is none. */
    static Optional<BaselineVerdict> read(RunFolder folder) {
        try {
            return Optional.of(PlainJson.read(Files.readAllBytes(folder.path().resolve(NAME)), BaselineVerdict.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            // Its tag and note say it too; a figure that cannot be read is not shown.
            return Optional.empty();
        }
    }
}
