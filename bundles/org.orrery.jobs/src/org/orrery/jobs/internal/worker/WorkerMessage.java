package org.orrery.jobs.internal.worker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import org.orrery.jobs.RunException;
import org.orrery.jobs.RunProgress;
import org.orrery.jobs.RunSeries;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.internal.codec.PlainJson;
import org.orrery.jobs.internal.store.PackedResult;

/** What owner and worker tell each other. Both are of one version: the worker is started from the same installation. */
public sealed interface WorkerMessage {
    /** The kinds in the order of their numbers on the line. */
    enum Kind {
        /** See {@link Hello}. */
        HELLO(Hello.class),
        /** See {@link Begun}. */
        BEGUN(Begun.class),
        /** See {@link Changed}. */
        CHANGED(Changed.class),
        /** See {@link Progressed}. */
        PROGRESSED(Progressed.class),
        /** See {@link Live}. */
        LIVE(Live.class),
        /** See {@link Ended}. */
        ENDED(Ended.class),
        /** See {@link Wished}. */
        WISHED(Wished.class),
        /** See {@link Unwanted}. */
        UNWANTED(Unwanted.class),
        /** See {@link Limited}. */
        LIMITED(Limited.class),
        /** See {@link Labelled}. */
        LABELLED(Labelled.class),
        /** See {@link Kept}. */
        KEPT(Kept.class),
        /** See {@link Grouped}. */
        GROUPED(Grouped.class),
        /** See {@link Reported}. */
        REPORTED(Reported.class);

        private final Class<? extends WorkerMessage> type;

        Kind(Class<? extends WorkerMessage> type) {
            this.type = type;
        }
    }

    /** The worker's first words, with the token of its order. */
    record Hello(String token, long pid) implements WorkerMessage {
    }

    /** A unit is about to begin; sent before it does, so that the owner knows what killed the worker. */
    record Begun(String unit) implements WorkerMessage {
    }

    /** Counts or state changed. */
    record Changed(RunSummary summary) implements WorkerMessage {
    }

    /** What running units report. */
    record Progressed(RunProgress progress) implements WorkerMessage {
    }

    /** A newer result. */
    record Live(PackedResult result) implements WorkerMessage {
    }

    /** The run folder is closed, and the worker ends now. With a problem: it could not even open the run. */
    record Ended(Optional<RunException.Problem> problem) implements WorkerMessage {
    }

    /** What the owner wishes of the run: the name of a wish. */
    record Wished(String wish) implements WorkerMessage {
    }

    /** The owner does not want the rest of a group. */
    record Unwanted(String group) implements WorkerMessage {
    }

    /** The owner limits the time of a group, from its beginning or from now. */
    record Limited(String group, long millis, boolean fromNow) implements WorkerMessage {
    }

    /** The owner wants tags or a note in the journal; answered by {@link Kept} of that number. */
    record Labelled(long number, Optional<List<String>> tags, Optional<String> note) implements WorkerMessage {
    }

    /** A label is on disk, or is not, for that reason. */
    record Kept(long number, Optional<String> trouble) implements WorkerMessage {
    }

    /** The groups of the units declared so far. */
    record Grouped(List<String> groups) implements WorkerMessage {
    }

    /** Metrics and log lines of running units. */
    record Reported(RunSeries series) implements WorkerMessage {
    }

    /** The number of its kind on the line. */
    default byte kind() {
        for (Kind kind : Kind.values()) {
            if (kind.type == getClass()) {
                return (byte) kind.ordinal();
            }
        }
        throw new IllegalStateException("No kind for " + getClass());
    }

    /** Its payload. */
    default byte[] payload() {
        return PlainJson.write(this);
    }

    /**
     * The message of that kind.
     *
     * @throws IOException when the bytes are none
     */
    static WorkerMessage of(byte kind, byte[] payload) throws IOException {
        Kind[] kinds = Kind.values();
        if (kind < 0 || kind >= kinds.length) {
            throw new IOException("A message of kind " + kind + ": " + new String(payload, StandardCharsets.ISO_8859_1));
        }
        return PlainJson.read(payload, kinds[kind].type);
    }
}
