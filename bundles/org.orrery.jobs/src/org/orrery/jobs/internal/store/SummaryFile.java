package org.orrery.jobs.internal.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
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
    private static final String BEGIN = "{\"format\":" + FORMAT + ",\"journalBytes\":";
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

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
            try {
                return Optional.of(PlainJson.read(Arrays.copyOfRange(bytes, DIGITS, end), Stored.class).summary());
            } catch (IOException e) {
                // The journal and the result are there to be read.
                return Optional.empty();
            }
        }

        Optional<RunFacts> facts() {
            return StoredFacts.of(bytes, Math.min(end + 1, bytes.length), bytes.length);
        }
    }

    /** Reads it; empty when there is none that counts. */
    static Optional<Content> content(RunFolder folder) {
        try {
            byte[] all = Files.readAllBytes(path(folder));
            if (!begins(all, Files.size(folder.journal())) || !isSound(all)) {
                // A figure in the list must not come from a damaged file.
                return Optional.empty();
            }
            int end = DIGITS;
            while (end < all.length && all[end] != END) {
                end++;
            }
            return Optional.of(new Content(all, end));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            // The journal is there to be read; that one that cannot be read either is reported by whoever reads it.
            return Optional.empty();
        }
    }

    /** Whether it is of this format and of a journal as long as it is now; compared as it was written, since ten thousand are looked at for a list. */
    private static boolean begins(byte[] all, long journalBytes) {
        byte[] wanted = (BEGIN + journalBytes + ",").getBytes(StandardCharsets.US_ASCII);
        return all.length >= DIGITS + wanted.length && Arrays.equals(all, DIGITS, DIGITS + wanted.length, wanted, 0, wanted.length);
    }

    /** Whether the digest at the beginning is that of the rest; compared digit by digit, without a text for each of ten thousand. */
    private static boolean isSound(byte[] all) {
        MessageDigest digest = Frame.sha256();
        digest.update(all, DIGITS, all.length - DIGITS);
        byte[] expected = digest.digest();
        for (int i = 0; i < expected.length; i++) {
            if (all[2 * i] != HEX[expected[i] >> 4 & 15] || all[2 * i + 1] != HEX[expected[i] & 15]) {
                return false;
            }
        }
        return true;
    }
}
