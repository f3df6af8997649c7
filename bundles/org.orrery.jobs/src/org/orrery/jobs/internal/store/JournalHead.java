package org.orrery.jobs.internal.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.orrery.jobs.internal.files.ChainedFrames;
import org.orrery.jobs.internal.files.ChainedLog;
import org.orrery.jobs.internal.files.DurableFiles;
import org.orrery.jobs.internal.files.Frame;
import org.orrery.jobs.internal.files.LaterFrames;

/** The first entry of a journal, when it is damaged: what the request beside it says in its place. */
final class JournalHead {
    private JournalHead() {
    }

    /**
     * The entry that the request in that folder stands for. It has no owner, so that nobody is taken to be at work.
     *
     * @throws IOException when the request cannot be read either
     */
    static JournalEntry.Queued of(RunFolder folder) throws IOException {
        try {
            FrozenRequest.read(folder);
        } catch (IOException e) {
            throw new IOException(Messages.JournalHead_nothing, e);
        }
        return new JournalEntry.Queued(Files.getLastModifiedTime(folder.request()).toInstant(), null);
    }

    /**
     * Writes the journal anew: that entry, and after it what could be read. The old one is kept beside it. Before the last step the
     * old journal is in its place, so that a crash leaves everything to be done again.
     */
    static ChainedFrames.Scan rebuild(DurableFiles files, RunFolder folder, RunImage image) throws IOException {
        JournalEntry.Queued read = of(folder);
        String digest = image.request().isEmpty() ? Frame.digest(Files.readAllBytes(folder.request())) : image.request();
        JournalEntry first = new JournalEntry.Queued(read.at(), null, digest);
        Path made = folder.journal().resolveSibling(folder.journal().getFileName() + ".new");
        try (ChainedLog log = ChainedLog.create(files, made)) {
            log.append(first.kind(), first.payload());
            new LaterFrames(folder.journal()).scan(frame -> copy(log, frame));
            log.force();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        files.createFolders(folder.damaged());
        if (Files.exists(folder.journal())) {
            files.move(folder.journal(), folder.damaged().resolve("journal.orj"));
        }
        files.move(made, folder.journal());
        files.forceFolder(folder.path());
        return new ChainedFrames(folder.journal()).scan(frame -> {
        });
    }

    private static void copy(ChainedLog log, Frame frame) {
        try {
            log.append(frame.kind(), frame.payload());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
