package org.orrery.jobs.internal.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.orrery.jobs.StoredRun;
import org.orrery.jobs.internal.codec.PlainJson;
import org.orrery.jobs.internal.files.ChainedFrames;
import org.orrery.jobs.internal.files.ChainedLog;
import org.orrery.jobs.internal.files.DurableFiles;
import org.orrery.jobs.internal.files.Frame;
import org.orrery.jobs.internal.files.Segment;
import org.orrery.jobs.internal.store.JournalEntry.Committed;

/**
 * What units have left that ended after their run: it lies beside the journal, which knows nothing of it, until the run is resumed and takes it in
 * or the user throws it away. It only counts for the attempt that follows that of the unit: in a later one the unit was tried again. For the store
 * thread, but for {@link #list}.
 */
public final class LateOutcomes {
    private static final int FORMAT = 1;
    private static final byte DATA = 0;
    private static final String ENDING = ".ors";

    private LateOutcomes() {
    }

    /**
     * A block of rows that came when the logs of rows were closed.
     *
     * @param block encoded
     * @param count how many rows
     */
    public record Block(byte[] block, long count) {
    }

    /** The first record of a file; the outcome, the blocks of rows in this order, and the states in this order come after it. */
    private record Head(int format, String unit, int attempt, Instant at, double seconds, long allocated, Map<String, List<Long>> rows,
            List<UnitCommit.ScratchFile> files, List<String> states) {
    }

    /** What a file holds. */
    private record Late(Head head, List<byte[]> parts) {
    }

    /**
     * Keeps what a unit has left; durable when this returns. Of a run that was deleted meanwhile nothing is kept.
     *
     * @param later rows that could not be put with those that the commit names, by name
     * @return whether there is still such a run
     * @throws IOException when the disk refuses, or when files or rows that the unit wrote are gone because the run was opened again
     */
    public static boolean keep(DurableFiles files, RunFolder folder, UnitCommit commit, Map<String, List<Block>> later, int attempt, Instant at)
            throws IOException {
        if (!Files.isRegularFile(folder.journal())) {
            return false;
        }
        Map<String, List<Long>> counts = new LinkedHashMap<>();
        List<byte[]> blocks = new ArrayList<>();
        for (Map.Entry<String, List<Segment>> rows : commit.written().entrySet()) {
            for (Segment segment : rows.getValue()) {
                counts.computeIfAbsent(rows.getKey(), name -> new ArrayList<>()).add(segment.rows());
                blocks.add(new ChainedFrames(folder.rows(rows.getKey())).read(segment).payload());
            }
            for (Block block : later.getOrDefault(rows.getKey(), List.of())) {
                counts.computeIfAbsent(rows.getKey(), name -> new ArrayList<>()).add(block.count());
                blocks.add(block.block());
            }
        }
        files.createFolders(folder.late());
        for (UnitCommit.ScratchFile file : commit.files()) {
            Path to = folder.late().resolve(file.scratch());
            files.force(folder.scratch().resolve(file.scratch()));
            files.move(folder.scratch().resolve(file.scratch()), to);
        }
        List<String> states = List.copyOf(commit.states().keySet());
        Head head = new Head(FORMAT, commit.unit(), attempt, at, commit.seconds(), commit.allocated(), counts, commit.files(), states);
        Path path = folder.late().resolve(Frame.sha256(commit.unit()) + ENDING);
        Path made = path.resolveSibling(path.getFileName() + ".tmp");
        try (ChainedLog log = ChainedLog.create(files, made)) {
            log.append(DATA, PlainJson.write(head));
            log.append(DATA, commit.outcome());
            for (byte[] block : blocks) {
                log.append(DATA, block);
            }
            for (String state : states) {
                log.append(DATA, commit.states().get(state));
            }
            log.force();
        }
        files.move(made, path);
        files.forceFolder(folder.late());
        return true;
    }

    /** What a run would take in now. */
    static List<StoredRun.Late> list(RunFolder folder, RunImage image) throws IOException {
        List<StoredRun.Late> all = new ArrayList<>();
        for (Path path : paths(folder)) {
            Optional<Head> head = head(path);
            head.filter(each -> counts(each, image)).ifPresent(each -> all.add(new StoredRun.Late(each.unit(), each.at(), each.seconds())));
        }
        return List.copyOf(all);
    }

    private static boolean counts(Head head, RunImage image) {
        return head.attempt() == image.attempts() && !image.committed().containsKey(head.unit()) && image.units().containsKey(head.unit());
    }

    private static List<Path> paths(RunFolder folder) throws IOException {
        List<Path> paths = new ArrayList<>();
        if (Files.isDirectory(folder.late())) {
            try (DirectoryStream<Path> all = Files.newDirectoryStream(folder.late(), "*" + ENDING)) {
                all.forEach(paths::add);
            }
        }
        paths.sort(null);
        return paths;
    }

    /** Empty when it is damaged: then it is none, and whoever takes in what there is says so. */
    private static Optional<Head> head(Path path) {
        try {
            return Optional.of(read(path).head());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Late read(Path path) throws IOException {
        List<byte[]> parts = new ArrayList<>();
        ChainedFrames.Scan scan = new ChainedFrames(path).scan(frame -> parts.add(frame.payload()));
        if (scan.rest() > 0 || parts.isEmpty()) {
            throw new IOException(Messages.bind(Messages.LateOutcomes_damaged, path));
        }
        Head head = PlainJson.read(parts.remove(0), Head.class);
        long expected = 1L + head.rows().values().stream().mapToLong(List::size).sum() + head.states().size();
        if (head.format() != FORMAT || parts.size() != expected) {
            throw new IOException(Messages.bind(Messages.LateOutcomes_damaged, path));
        }
        return new Late(head, parts);
    }

    /**
     * Commits what counts, and forgets all; cut short at any step it can be done again.
     *
     * @param store of the same run, open
     * @param image takes the commits
     * @return a sentence for each that was taken in or could not be, by unit; empty for whose file it is not known
     */
    public static Map<String, String> adopt(RunStore store, RunImage image) throws IOException {
        Map<String, String> said = new LinkedHashMap<>();
        for (Path path : paths(store.folder())) {
            Late late;
            try {
                late = read(path);
            } catch (IOException e) {
                said.merge("", String.valueOf(e.getMessage()), (a, b) -> a + System.lineSeparator() + b);
                continue;
            }
            if (!counts(late.head(), image)) {
                continue;
            }
            if (filesThere(store, late.head())) {
                adopt(store, image, late);
                said.put(late.head().unit(), Messages.bind(Messages.LateOutcomes_adopted, late.head().unit()));
            } else {
                said.put(late.head().unit(), Messages.bind(Messages.LateOutcomes_filesGone, late.head().unit()));
            }
        }
        drop(store.files(), store.folder());
        return said;
    }

    private static boolean filesThere(RunStore store, Head head) {
        return head.files().stream().allMatch(file -> Files.isRegularFile(store.folder().late().resolve(file.scratch())));
    }

    private static void adopt(RunStore store, RunImage image, Late late) throws IOException {
        Iterator<byte[]> parts = late.parts().iterator();
        byte[] outcome = parts.next();
        Map<String, List<Segment>> rows = new LinkedHashMap<>();
        for (Map.Entry<String, List<Long>> counts : late.head().rows().entrySet()) {
            for (long count : counts.getValue()) {
                rows.computeIfAbsent(counts.getKey(), name -> new ArrayList<>()).add(store.appendRows(counts.getKey(), parts.next(), count));
            }
        }
        Map<String, byte[]> states = new LinkedHashMap<>();
        for (String chain : late.head().states()) {
            states.put(chain, parts.next());
        }
        store.files().createFolders(store.folder().scratch());
        for (UnitCommit.ScratchFile file : late.head().files()) {
            store.files().move(store.folder().late().resolve(file.scratch()), store.folder().scratch().resolve(file.scratch()));
        }
        UnitCommit commit = new UnitCommit(late.head().unit(), late.head().seconds(), late.head().allocated(), outcome, rows, late.head().files(), states);
        Committed committed = store.stage(commit, late.head().attempt(), late.head().at());
        store.forceData();
        store.append(committed);
        store.forceJournal();
        store.prune(committed);
        image.apply(committed);
    }

    /** Throws away all that units have left too late. */
    public static void drop(DurableFiles files, RunFolder folder) throws IOException {
        files.delete(folder.late());
    }
}
