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
import org.orrery.jobs.search.RunFacts;

/**
 * The line of an ended run in the list, and what it can be found by, beside its journal, so that a list of ten thousand runs need not read
 * their journals. Only a shortcut: it counts while the journal is as long as it was, and can be deleted.
 *
 * <p>The file is the digest of what follows, the line, a line feed, and the facts, which only a search reads.
 */
public final class SummaryFile {
    private static final int FORMAT = 4;
    /** The file begins with the digest of the rest. */
    private static final int DIGITS = 64;
    /** JSON of this product holds none. */
    private static final byte END = '\n';

    private SummaryFile() {
    }

    private record Stored(int format, long journalBytes, RunSummary summary) {
    }

    private static Path path(RunFolder folder) {
        return folder.path().resolve("summary.json");
    }

    /** Leaves it, when the run has ended. */
    public static void write(DurableFiles files, RunFolder folder) throws IOException {
        FolderRun.Line line = FolderRun.line(folder, owner -> false);
        if (line.summary().state().ended()) {
            byte[] summary = PlainJson.write(new Stored(FORMAT, Files.size(folder.journal()), line.summary()));
            byte[] facts = PlainJson.write(line.facts());
            byte[] content = ByteBuffer.allocate(summary.length + 1 + facts.length).put(summary).put(END).put(facts).array();
            byte[] digest = Frame.digest(content).getBytes(StandardCharsets.US_ASCII);
            files.replace(path(folder), ByteBuffer.allocate(digest.length + content.length).put(digest).put(content).array());
        }
    }

    /** Reads the line; empty when there is none that counts. */
    public static Optional<RunSummary> read(RunFolder folder) {
        return content(folder).flatMap(Content::summary);
    }

    /** A shortcut that counts; line and facts are read when somebody asks for them. Both are empty when they cannot be read. */
    record Content(byte[] bytes, int end) {
        Optional<RunSummary> summary() {
            return read(0, end, Stored.class).map(Stored::summary);
        }

        Optional<RunFacts> facts() {
            return read(Math.min(end + 1, bytes.length), bytes.length, RunFacts.class);
        }

        private <T> Optional<T> read(int from, int to, Class<T> type) {
            try {
                return Optional.of(PlainJson.read(Arrays.copyOfRange(bytes, from, to), type));
            } catch (IOException e) {
                // The journal and the result are there to be read.
                return Optional.empty();
            }
        }
    }

    /** Reads it; empty when there is none that counts. */
    static Optional<Content> content(RunFolder folder) {
        try {
            byte[] all = Files.readAllBytes(path(folder));
            int digits = Math.min(DIGITS, all.length);
            byte[] content = Arrays.copyOfRange(all, digits, all.length);
            if (!begins(content, Files.size(folder.journal()))
                    || !Frame.digest(content).equals(new String(all, 0, digits, StandardCharsets.US_ASCII))) {
                // A figure in the list must not come from a damaged file.
                return Optional.empty();
            }
            int end = 0;
            while (end < content.length && content[end] != END) {
                end++;
            }
            return Optional.of(new Content(content, end));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            // The journal is there to be read; that one that cannot be read either is reported by whoever reads it.
            return Optional.empty();
        }
    }

    /** Whether it is of this format and of a journal as long as it is now; compared as it was written, since ten thousand are looked at for a list. */
    private static boolean begins(byte[] content, long journalBytes) {
        byte[] wanted = ("{\"format\":" + FORMAT + ",\"journalBytes\":" + journalBytes + ",").getBytes(StandardCharsets.US_ASCII);
        return content.length >= wanted.length && Arrays.equals(content, 0, wanted.length, wanted, 0, wanted.length);
    }
}
