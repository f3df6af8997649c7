package org.orrery.jobs.internal.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.orrery.jobs.RunSummary;
import org.orrery.jobs.internal.codec.PlainJson;
import org.orrery.jobs.internal.files.DurableFiles;

/**
 * The line of an ended run in the list, beside its journal, so that a list of ten thousand runs need not read their
 * journals. Only a shortcut: it counts while the journal is as long as it was, and can be deleted.
 */
public final class SummaryFile {
    private static final int FORMAT = 1;

    private SummaryFile() {
    }

    private record Stored(int format, long journalBytes, RunSummary summary) {
    }

    private static Path path(RunFolder folder) {
        return folder.path().resolve("summary.json");
    }

    /** Leaves it, when the run has ended. */
    public static void write(DurableFiles files, RunFolder folder) throws IOException {
        RunSummary summary = FolderRun.summary(folder, owner -> false);
        if (summary.state().ended()) {
            files.replace(path(folder), PlainJson.write(new Stored(FORMAT, Files.size(folder.journal()), summary)));
        }
    }

    /** Reads it; empty when there is none that counts. */
    public static Optional<RunSummary> read(RunFolder folder) {
        try {
            Path file = path(folder);
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            Stored stored = PlainJson.read(Files.readAllBytes(file), Stored.class);
            boolean current = stored.format() == FORMAT && stored.journalBytes() == Files.size(folder.journal());
            return current ? Optional.of(stored.summary()) : Optional.empty();
        } catch (IOException e) {
            // The journal is there to be read; that one that cannot be read either is reported by whoever reads it.
            return Optional.empty();
        }
    }
}
