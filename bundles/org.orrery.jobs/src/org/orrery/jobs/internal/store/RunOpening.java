package org.orrery.jobs.internal.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.orrery.analysis.UnitProgress;
import org.orrery.jobs.StoredRun;
import org.orrery.jobs.internal.files.ChainedFrames;
import org.orrery.jobs.internal.files.ChainedLog;
import org.orrery.jobs.internal.files.DurableFiles;
import org.orrery.jobs.internal.files.Segment;
import org.orrery.jobs.internal.store.JournalEntry.Committed;

/**
 * Opens a run folder for writing: cuts off what a crash has left, checks everything that commits name, and takes back the
 * commits whose data are damaged, so that their units are done again. May itself be cut short at any step and done again.
 *
 * @param store the writing side
 * @param image what the journal says now
 * @param repairs what the user should know, in sentences
 */
public record RunOpening(RunStore store, RunImage image, List<String> repairs) {
    /** @throws IOException when the journal or the disk does not allow it */
    public static RunOpening open(DurableFiles files, RunFolder folder) throws IOException {
        RunImage image = new RunImage(false);
        List<String> repairs = new ArrayList<>();
        ChainedLog journal = journal(files, folder, image, repairs);
        try {
            takeBackUnreadable(folder, image, journal, repairs);
            Map<String, List<JournalEntry.KeptState>> states = RunStore.states(image.committed().values(), folder);
            sweep(files, folder, image, states);
            ChainedLog outcomes = ChainedLog.resume(files, folder.outcomes(),
                    image.committed().values().stream().map(Committed::outcome).max(Comparator.comparingLong(Segment::offset)));
            return new RunOpening(new RunStore(files, folder, journal, outcomes, lastRows(image), states), image, repairs);
        } catch (IOException | RuntimeException e) {
            journal.close();
            throw e;
        }
    }

    /**
     * Writes an entry at the end of the journal, durable when this returns, and touches nothing else in the folder: a unit that was left behind when its
     * run ended may still be writing there.
     *
     * @throws IOException when the journal or the disk does not allow it
     */
    public static void append(DurableFiles files, RunFolder folder, JournalEntry entry) throws IOException {
        List<String> repairs = new ArrayList<>();
        try (ChainedLog journal = journal(files, folder, new RunImage(false), repairs)) {
            List<JournalEntry> entries = repairs.isEmpty() ? List.of(entry) : List.of(warnings(repairs, Instant.now()), entry);
            for (JournalEntry each : entries) {
                journal.append(each.kind(), each.payload());
            }
            journal.force();
        }
    }

    private static ChainedLog journal(DurableFiles files, RunFolder folder, RunImage image, List<String> repairs) throws IOException {
        ChainedFrames.Scan scan = image.replay(folder);
        if (image.headless()) {
            scan = JournalHead.rebuild(files, folder, image);
            repairs.add(Messages.RunOpening_journalRebuilt);
        }
        if (scan.rest() > 0) {
            setAside(files, folder, scan);
            if (scan.damaged()) {
                repairs.add(Messages.bind(Messages.RunOpening_journalDamaged, scan.end(), scan.rest()));
            }
        }
        return ChainedLog.resume(files, folder.journal(), scan.last());
    }

    private static JournalEntry.Lines warnings(List<String> repairs, Instant now) {
        return new JournalEntry.Lines(repairs.stream().map(repair -> new StoredRun.LogLine(now, UnitProgress.Level.WARNING, "", repair)).toList());
    }

    /** The cut-off bytes are kept: should they have been damaged and not merely torn, somebody may want to look at them. */
    private static void setAside(DurableFiles files, RunFolder folder, ChainedFrames.Scan scan) throws IOException {
        files.createFolders(folder.damaged());
        try (FileChannel channel = FileChannel.open(folder.journal(), StandardOpenOption.READ)) {
            ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(scan.rest(), Integer.MAX_VALUE - 8));
            while (bytes.hasRemaining() && channel.read(bytes, scan.end() + bytes.position()) >= 0) {
                continue;
            }
            files.replace(folder.damaged().resolve("journal-" + scan.end() + ".bin"), bytes.array());
        }
    }

    private static void takeBackUnreadable(RunFolder folder, RunImage image, ChainedLog journal, List<String> repairs) throws IOException {
        Map<String, String> lost = new CommitCheck(folder, image).lost();
        Instant now = Instant.now();
        List<StoredRun.LogLine> lines = new ArrayList<>(warnings(repairs, now).lines());
        for (Map.Entry<String, String> each : lost.entrySet()) {
            String sentence = Messages.bind(Messages.RunOpening_unitLost, each.getKey(), each.getValue());
            JournalEntry entry = new JournalEntry.Lost(each.getKey(), sentence, now);
            journal.append(entry.kind(), entry.payload());
            image.apply(entry);
            repairs.add(sentence);
            lines.add(new StoredRun.LogLine(now, UnitProgress.Level.WARNING, each.getKey(), sentence));
        }
        if (!lines.isEmpty()) {
            JournalEntry entry = new JournalEntry.Lines(lines);
            journal.append(entry.kind(), entry.payload());
            journal.force();
        }
    }

    private static Map<String, Segment> lastRows(RunImage image) {
        Map<String, Segment> last = new HashMap<>();
        for (Committed commit : image.committed().values()) {
            commit.rows().forEach((name, segments) -> segments.forEach(
                    segment -> last.merge(name, segment, (a, b) -> a.offset() > b.offset() ? a : b)));
        }
        return last;
    }

    private static void sweep(DurableFiles files, RunFolder folder, RunImage image, Map<String, List<JournalEntry.KeptState>> states)
            throws IOException {
        files.delete(folder.scratch());
        Set<String> artifacts = new HashSet<>();
        image.committed().values().forEach(commit -> commit.files().forEach(file -> artifacts.add(file.id())));
        RunStore.sweep(files, folder.artifacts(), path -> artifacts.contains(path.getFileName().toString()));
        Set<String> kept = new HashSet<>();
        states.values().forEach(generations -> generations.forEach(
                state -> kept.add(folder.state(state.chain(), state.generation()).getFileName().toString())));
        RunStore.sweep(files, folder.path().resolve("state"), path -> kept.contains(path.getFileName().toString()));
        Set<String> rows = lastRows(image).keySet();
        RunStore.sweep(files, folder.path().resolve("rows"),
                path -> rows.contains(path.getFileName().toString().replaceAll("\\.ors$", "")));
        ResultStore.settle(files, folder, image.result().map(JournalEntry.Stored::sha256));
    }
}
