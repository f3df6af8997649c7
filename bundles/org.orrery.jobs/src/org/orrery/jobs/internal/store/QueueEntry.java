package org.orrery.jobs.internal.store;

import java.io.IOException;
import java.util.Objects;

import org.orrery.jobs.RunQueue;
import org.orrery.jobs.internal.codec.PlainJson;
import org.orrery.jobs.internal.files.Frame;

/** One change of the queue. The order in {@link Kind} is the format on disk: new ones come last. */
public sealed interface QueueEntry {
    /** The kinds in the order of their numbers on disk. */
    enum Kind {
        /** See {@link Came}. */
        CAME(Came.class),
        /** See {@link Left}. */
        LEFT(Left.class),
        /** See {@link Moved}. */
        MOVED(Moved.class),
        /** See {@link Paused}. */
        PAUSED(Paused.class),
        /** See {@link Slots}. */
        SLOTS(Slots.class),
        /** See {@link Numbered}. */
        NUMBERED(Numbered.class),
        /** See {@link Learned}. */
        LEARNED(Learned.class);

        private final Class<? extends QueueEntry> type;

        Kind(Class<? extends QueueEntry> type) {
            this.type = type;
        }
    }

    /** A run comes to the end of the queue. */
    record Came(Enlisted run) implements QueueEntry {
        public Came {
            Objects.requireNonNull(run, "run");
        }
    }

    /** A run has begun, or ended without that. */
    record Left(long run) implements QueueEntry {
    }

    /** A run stands elsewhere: before that other one, or at the end for 0. */
    record Moved(long run, RunQueue.Place place, long before) implements QueueEntry {
        /** In {@code before}: where it was. */
        public static final long STAYS = -1;
    }

    /** Nothing begins, or everything may. */
    record Paused(boolean paused) implements QueueEntry {
    }

    /** So many runs of that kind are at work at a time. */
    record Slots(RunQueue.Kind of, int count) implements QueueEntry {
    }

    /** Numbers up to this one are given. */
    record Numbered(long last) implements QueueEntry {
    }

    /** What a run of that analysis has needed. */
    record Learned(String analysis, double cells, long heapBytes, double seconds) implements QueueEntry {
    }

    /** The number of its kind on disk. */
    default byte kind() {
        for (Kind each : Kind.values()) {
            if (each.type == getClass()) {
                return (byte) each.ordinal();
            }
        }
        throw new IllegalStateException("No kind for " + getClass());
    }

    /** Its payload. */
    default byte[] payload() {
        return PlainJson.write(this);
    }

    /**
     * The entry in a record of the journal.
     *
     * @throws IOException when this version does not know it
     */
    static QueueEntry of(Frame frame) throws IOException {
        Kind[] kinds = Kind.values();
        if (frame.kind() < 0 || frame.kind() >= kinds.length) {
            throw new IOException("An entry of the queue of kind " + frame.kind() + ", which this version does not know");
        }
        return PlainJson.read(frame.payload(), kinds[frame.kind()].type);
    }
}
