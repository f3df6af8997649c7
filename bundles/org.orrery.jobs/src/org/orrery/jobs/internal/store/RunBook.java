package org.orrery.jobs.internal.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32C;

import org.orrery.jobs.RunSummary;
import org.orrery.jobs.search.RunFacts;

/**
 * The lines of ended runs and what they can be found by, of all of them in one file, so that a search by a figure need not open a file for each
 * of ten thousand runs. Only a shortcut, never the truth: what it says of a run counts while the journal of that run is as long, and as old, as it
 * was when the book was written; every other run is read in its folder. Immutable and thread-safe.
 *
 * <p>The file is a head of eight numbers (what it is, how many run folders there were, how many of them it knows, the CRC-32C of those two and of
 * what follows the fourth number, how many facts, and how many bytes the last three parts take); five numbers for each run it knows, the newest first
 * (its own, length and time of its journal, where its line and its facts end); the values of the facts, and which name each has; the lines; the
 * texts among the values; the names. Numbers take eight bytes, those of names four, the highest byte first.
 */
final class RunBook {
    /** The letters "runbook", and the format. */
    static final long KIND = 0x72756e626f6f6b00L + 1;
    static final int HEAD = 8 * Long.BYTES;
    static final int ENTRY = 5;
    private static final int SUM_AT = 3 * Long.BYTES;
    private static final RunBook NONE = new RunBook(0, new long[0], new long[0], new int[0], new byte[0], new byte[0], new byte[0][]);

    private final long seen;
    /** {@value #ENTRY} numbers for each run, the highest run first. */
    private final long[] entries;
    private final long[] values;
    private final int[] keys;
    private final byte[] lines;
    private final byte[] texts;
    private final byte[][] names;
    /** How well each of the names fits one that was asked for. */
    private final Map<String, byte[]> ranks = new ConcurrentHashMap<>();

    private RunBook(long seen, long[] entries, long[] values, int[] keys, byte[] lines, byte[] texts, byte[][] names) {
        this.seen = seen;
        this.entries = entries;
        this.values = values;
        this.keys = keys;
        this.lines = lines;
        this.texts = texts;
        this.names = names;
    }

    /**
     * How the journal of a run looks without being opened.
     *
     * @param length its bytes
     * @param changed when it was last written to, in nanoseconds since 1970
     */
    record Stamp(long length, long changed) {
        /** Empty when it is not there. */
        static Optional<Stamp> of(RunFolder folder) {
            try {
                BasicFileAttributes now = Files.readAttributes(folder.journal(), BasicFileAttributes.class);
                return Optional.of(new Stamp(now.size(), now.lastModifiedTime().to(TimeUnit.NANOSECONDS)));
            } catch (IOException e) {
                // Whoever reads the folder of the run says what is wrong with it.
                return Optional.empty();
            }
        }
    }

    /** A book that knows nothing. */
    static RunBook none() {
        return NONE;
    }

    /** The book in that file; one that knows nothing when there is none that counts. */
    static RunBook read(Path file) {
        try {
            return Files.exists(file) ? decode(Files.readAllBytes(file)) : NONE;
        } catch (IOException e) {
            // The folders of the runs are there to be read.
            return NONE;
        }
    }

    /** How many run folders there were when the book in that file was written; nothing else of it is checked. 0 when there is none. */
    static long seen(Path file) {
        if (!Files.exists(file)) {
            return 0;
        }
        ByteBuffer head = ByteBuffer.allocate(HEAD);
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            while (head.hasRemaining() && channel.read(head) >= 0) {
                continue;
            }
        } catch (IOException e) {
            // It is written anew.
            return 0;
        }
        return head.hasRemaining() || head.getLong(0) != KIND ? 0 : head.getLong(Long.BYTES);
    }

    private static RunBook decode(byte[] file) {
        ByteBuffer content = ByteBuffer.wrap(file);
        if (file.length < HEAD || content.getLong(0) != KIND || content.getLong(SUM_AT) != checksum(file)) {
            return NONE;
        }
        content.position(HEAD);
        long[] entries = new long[ENTRY * (int) content.getLong(2 * Long.BYTES)];
        long[] values = new long[(int) content.getLong(4 * Long.BYTES)];
        int[] keys = new int[values.length];
        content.asLongBuffer().get(entries).get(values);
        content.position(HEAD + (entries.length + values.length) * Long.BYTES);
        content.asIntBuffer().get(keys);
        content.position(content.position() + keys.length * Integer.BYTES);
        byte[] lines = part(content, content.getLong(5 * Long.BYTES));
        byte[] texts = part(content, content.getLong(6 * Long.BYTES));
        String names = new String(part(content, content.getLong(7 * Long.BYTES)), StandardCharsets.UTF_8);
        byte[][] each = names.lines().map(name -> name.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
        return new RunBook(content.getLong(Long.BYTES), entries, values, keys, lines, texts, each);
    }

    private static byte[] part(ByteBuffer content, long length) {
        byte[] part = new byte[(int) length];
        content.get(part);
        return part;
    }

    /** Puts the checksum into its place. */
    static void seal(byte[] file) {
        ByteBuffer.wrap(file).putLong(SUM_AT, checksum(file));
    }

    private static long checksum(byte[] file) {
        CRC32C sum = new CRC32C();
        sum.update(file, Long.BYTES, SUM_AT - Long.BYTES);
        sum.update(file, SUM_AT + Long.BYTES, file.length - SUM_AT - Long.BYTES);
        return sum.getValue();
    }

    private int size() {
        return entries.length / ENTRY;
    }

    /** How many run folders it does not know that were there when it was written: they have not ended, are damaged, or there were too many. */
    long leftOut() {
        return seen - size();
    }

    /** Where the entry of a run begins; negative when there is none. */
    private int entry(long run) {
        int low = 0;
        int high = size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long there = entries[ENTRY * middle];
            if (there == run) {
                return ENTRY * middle;
            }
            if (there > run) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    /** Where the entry before has its end, which is where this one begins. */
    private int before(int entry, int end) {
        return entry == 0 ? 0 : (int) entries[entry - ENTRY + end];
    }

    /** The facts of a run as they were written, which count when {@link #holds} says so. */
    Optional<RunFacts> facts(long run) {
        int entry = entry(run);
        return entry < 0 ? Optional.empty() : Optional.of(new BookFacts(this, before(entry, 4), (int) entries[entry + 4]));
    }

    /** The line of a run as it was written, which counts when {@link #holds} says so. */
    Optional<RunSummary> line(long run) {
        int entry = entry(run);
        return entry < 0 ? Optional.empty() : Optional.of(LineBytes.read(ByteBuffer.wrap(lines, before(entry, 3), (int) entries[entry + 3] - before(entry, 3))));
    }

    /** Whether what it knows of a run is true now. */
    boolean holds(long run, RunFolder folder) {
        int entry = entry(run);
        return entry >= 0 && Stamp.of(folder).filter(now -> now.length() == entries[entry + 1] && now.changed() == entries[entry + 2]).isPresent();
    }

    /** The place of the fact among these that fits the name best; negative when none does. */
    int find(String wanted, int from, int to) {
        byte[] rank = ranks.computeIfAbsent(wanted, this::rank);
        int best = -1;
        int bestRank = 0;
        for (int i = from; i < to; i++) {
            int its = rank[keys[i] < 0 ? ~keys[i] : keys[i]];
            if (its > bestRank) {
                best = i;
                bestRank = its;
            }
        }
        return best;
    }

    private byte[] rank(String wanted) {
        FactName name = new FactName(wanted);
        byte[] rank = new byte[names.length];
        for (int i = 0; i < rank.length; i++) {
            rank[i] = (byte) name.rank(names[i], 0, names[i].length);
        }
        return rank;
    }

    /** The name of the fact in that place. */
    String name(int fact) {
        return new String(names[keys[fact] < 0 ? ~keys[fact] : keys[fact]], StandardCharsets.UTF_8);
    }

    /** The value of the fact in that place: that of a text is where it begins, and its length. */
    Object value(int fact) {
        return keys[fact] < 0 ? new String(texts, (int) (values[fact] >>> Integer.SIZE), (int) values[fact], StandardCharsets.UTF_8)
                : (Object) Double.longBitsToDouble(values[fact]);
    }
}
