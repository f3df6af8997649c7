package org.orrery.jobs.internal.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

import org.orrery.jobs.RunSummary;
import org.orrery.jobs.internal.codec.PlainJson;
import org.orrery.jobs.internal.files.DurableFiles;
import org.orrery.jobs.internal.files.Frame;

/**
 * The line of an ended run in the list, beside its journal, so that a list of ten thousand runs need not read their
 * journals. Only a shortcut: it counts while the journal is as long as it was, and can be deleted.
 */
public final class SummaryFile {
    private static final int FORMAT = 3;
    /** The file begins with the digest of the rest. */
    private static final int DIGITS = 64;

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
            byte[] content = PlainJson.write(new Stored(FORMAT, Files.size(folder.journal()), summary));
            byte[] digest = Frame.digest(content).getBytes(StandardCharsets.US_ASCII);
            files.replace(path(folder), ByteBuffer.allocate(digest.length + content.length).put(digest).put(content).array());
        }
    }

    /** Reads it; empty when there is none that counts. */
    public static Optional<RunSummary> read(RunFolder folder) {
        try {
            byte[] all = Files.readAllBytes(path(folder));
            int digits = Math.min(DIGITS, all.length);
            byte[] content = Arrays.copyOfRange(all, digits, all.length);
            if (!Frame.digest(content).equals(new String(all, 0, digits, StandardCharsets.US_ASCII))) {
                // A figure in the list must not come from a damaged file.
                return Optional.empty();
            }
            Stored stored = PlainJson.read(content, Stored.class);
            boolean current = stored.format() == FORMAT && stored.journalBytes() == Files.size(folder.journal());
            return current ? Optional.of(stored.summary()) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            // The journal is there to be read; that one that cannot be read either is reported by whoever reads it.
            return Optional.empty();
        }
    }
}
