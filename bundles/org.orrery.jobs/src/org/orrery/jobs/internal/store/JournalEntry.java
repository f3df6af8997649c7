package org.orrery.jobs.internal.store;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.orrery.analysis.Unit;
import org.orrery.analysis.result.Warning;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunState;
import org.orrery.jobs.StoredRun;
import org.orrery.jobs.internal.codec.PlainJson;
import org.orrery.jobs.internal.files.Frame;
import org.orrery.jobs.internal.files.Segment;
import org.orrery.jobs.internal.lease.ProcessIdentity;

/** One line in the life of a run. The order in {@link Kind} is the format on disk: new ones come last. */
public sealed interface JournalEntry {
    /** The kinds in the order of their numbers on disk. */
    enum Kind {
        /** See {@link Queued}. */
        QUEUED(Queued.class),
        /** See {@link Attempt}. */
        ATTEMPT(Attempt.class),
        /** See {@link Moved}. */
        MOVED(Moved.class),
        /** See {@link Declared}. */
        DECLARED(Declared.class),
        /** See {@link Prepared}. */
        PREPARED(Prepared.class),
        /** See {@link Committed}. */
        COMMITTED(Committed.class),
        /** See {@link Failed}. */
        FAILED(Failed.class),
        /** See {@link Skipped}. */
        SKIPPED(Skipped.class),
        /** See {@link Lost}. */
        LOST(Lost.class),
        /** See {@link Lines}. */
        LINES(Lines.class),
        /** See {@link Metrics}. */
        METRICS(Metrics.class),
        /** See {@link Stored}. */
        STORED(Stored.class),
        /** See {@link Broken}. */
        BROKEN(Broken.class),
        /** See {@link Spent}. */
        SPENT(Spent.class),
        /** See {@link Extended}. */
        EXTENDED(Extended.class),
        /** See {@link Tagged}. */
        TAGGED(Tagged.class),
        /** See {@link Noted}. */
        NOTED(Noted.class),
        /** See {@link Perished}. */
        PERISHED(Perished.class);

        private final Class<? extends JournalEntry> type;

        Kind(Class<? extends JournalEntry> type) {
            this.type = type;
        }

        static Kind of(JournalEntry entry) {
            for (Kind kind : values()) {
                if (kind.type == entry.getClass()) {
                    return kind;
                }
            }
            throw new IllegalStateException("No kind for " + entry.getClass());
        }
    }

    /** Accepted, or accepted again to be resumed, by that process; the first also has the digest of the frozen request. */
    record Queued(Instant at, ProcessIdentity owner, String request) implements JournalEntry {
        public Queued {
            request = request == null ? "" : request;
        }

        /** Accepted by that process. */
        public Queued(Instant at, ProcessIdentity owner) {
            this(at, owner, "");
        }
    }

    /** Work begins, with that version of the bundle, on the request of that digest: should the first entry be damaged, it stands here too. */
    record Attempt(int number, Instant at, String version, String request) implements JournalEntry {
        public Attempt {
            request = request == null ? "" : request;
        }
    }

    /** Another state. */
    record Moved(RunState state, Instant at) implements JournalEntry {
    }

    /** Units of a round: 0 is what the workload declares at first, later ones come from {@code more}. Round 0 begins anew. */
    record Declared(int round, List<Unit> units) implements JournalEntry {
    }

    /** The analysis has prepared; outcomes have that fingerprint. */
    record Prepared(double seconds, List<Warning> warnings, String fingerprint) implements JournalEntry {
    }

    /** A file that a unit left. */
    record KeptFile(String id, String file, String mediaType, long bytes, String sha256) {
    }

    /** A state that a unit left. */
    record KeptState(String chain, long generation, Segment segment) {
    }

    /** A unit succeeded; everything it left is durable. */
    record Committed(String unit, int attempt, Instant at, double seconds, long allocated, Segment outcome,
            Map<String, List<Segment>> rows, List<KeptFile> files, List<KeptState> states) implements JournalEntry {
    }

    /** A unit failed. */
    record Failed(String unit, RunException.Code code, String message, Instant at) implements JournalEntry {
    }

    /** A unit was not done. */
    record Skipped(String unit, String message, Instant at) implements JournalEntry {
    }

    /** What a unit left cannot be read any more, or does not count any more; it is done again. */
    record Lost(String unit, String message, Instant at) implements JournalEntry {
    }

    /** Lines of the log. */
    record Lines(List<StoredRun.LogLine> lines) implements JournalEntry {
    }

    /** Values of series. */
    record Metrics(List<StoredRun.Metric> values) implements JournalEntry {
    }

    /** A result lies in its folder, with that digest of its {@code result.json}. */
    record Stored(String sha256, String bestName, double bestValue) implements JournalEntry {
    }

    /** The attempt ends with an error. */
    record Broken(RunException.Problem problem) implements JournalEntry {
    }

    /** Time and memory of the attempt. The peak of the heap is NaN when the run shared its process. */
    record Spent(double load, double run, double total, double allocatedMiB, double peakRssMiB, Double peakHeapMiB) implements JournalEntry {
        public Spent {
            // Journals from before there was isolation do not hold it.
            peakHeapMiB = Objects.requireNonNullElse(peakHeapMiB, Double.NaN);
        }
    }

    /** The process that the run had of its own died while it was at work on those units; none: outside of units. */
    record Perished(List<String> units, Instant at) implements JournalEntry {
    }

    /** Settings have grown; from here on these count, every one of them in plain form. */
    record Extended(Map<String, Object> settings, Instant at) implements JournalEntry {
    }

    /** The user's words for the run, in place of those before. */
    record Tagged(List<String> tags, Instant at) implements JournalEntry {
    }

    /** What the user has to say about the run, in place of what was said before. */
    record Noted(String note, Instant at) implements JournalEntry {
    }

    /** The number of its kind on disk. */
    default byte kind() {
        return (byte) Kind.of(this).ordinal();
    }

    /** Its payload. */
    default byte[] payload() {
        return PlainJson.write(this);
    }

    /** Whether a record of the journal holds points or lines of the log, which only some readers want. */
    static boolean isSeries(Frame frame) {
        return frame.kind() == Kind.METRICS.ordinal() || frame.kind() == Kind.LINES.ordinal();
    }

    /**
     * The entry in a record of the journal.
     *
     * @throws IOException when this version does not know it
     */
    static JournalEntry of(Frame frame) throws IOException {
        Kind[] kinds = Kind.values();
        if (frame.kind() < 0 || frame.kind() >= kinds.length) {
            throw new IOException("A journal entry of kind " + frame.kind() + ", which this version does not know");
        }
        return PlainJson.read(frame.payload(), kinds[frame.kind()].type);
    }
}
