package org.orrery.jobs.internal.control;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.orrery.data.Dataset;
import org.orrery.data.ReadOptions;
import org.orrery.jobs.RunException.Problem;
import org.orrery.jobs.RunProgress;
import org.orrery.jobs.RunQueue;
import org.orrery.jobs.RunRequest;
import org.orrery.jobs.RunSeries;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.internal.lease.ProcessIdentity;

/**
 * What is said on the control channel: a line a message, each a JSON object. The client says hello with the token, the owner
 * says who it is; then each request is answered by any number of replies, of which the last is DONE or FAILED.
 */
final class Protocol {
    /** The version of all of it; other versions are refused with a sentence. */
    static final int VERSION = 1;
    /** How long an answer may take. */
    static final Duration ANSWER = Duration.ofSeconds(5);
    /** The most bytes of a first line. */
    static final int LONGEST_HELLO = 4 << 10;
    /** How often the owner says that it lives while it works on a request. */
    static final Duration ALIVE = Duration.ofSeconds(1);
    /** How often a client says that it lives while it wants nothing. */
    static final Duration PING = Duration.ofSeconds(5);
    /** After that silence the other side counts as dead. */
    static final Duration SILENCE = Duration.ofSeconds(20);

    private Protocol() {
    }

    /** The first line of a client. */
    record Hello(int orrery, String token, long pid) {
        Hello {
            Objects.requireNonNull(token, "token");
        }
    }

    /** What stands between several names in one text. */
    static final String BETWEEN = "\n";

    /** What can be asked. */
    enum Verb {
        PING, SUBMIT, RESUME, CANCEL, STOP, PAUSE, PROCEED, INTERRUPT, DELETE, FOLLOW, IMPORT, EXTEND, SKIP, BUDGET, TAG, NOTE, WAITS_FOR,
        QUEUE, ENQUEUE, MOVE, PRIORITY, AFTER, PAUSE_QUEUE, PROCEED_QUEUE, SLOTS, ADD, GRANT, GROUPS, DROP_LATE, RENAME
    }

    /** A file that the owner is to read. */
    record ImportOrder(Path file, ReadOptions options) {
        ImportOrder {
            Objects.requireNonNull(file, "file");
            Objects.requireNonNull(options, "options");
        }
    }

    /**
     * What a verb needs beside its run; each fills what it needs.
     *
     * @param settings to extend with
     * @param tags to give
     * @param text a group, a note, the path of a file, or several names
     * @param limit of time
     */
    record Change(Map<String, Object> settings, List<String> tags, String text, Duration limit) {
        Change {
            settings = settings == null ? Map.of() : settings;
            tags = tags == null ? List.of() : List.copyOf(tags);
            text = text == null ? "" : text;
            limit = limit == null ? Duration.ZERO : limit;
        }
    }

    /**
     * What is to happen to the queue; each verb fills what it needs.
     *
     * @param requests what to put there
     * @param place where
     * @param number a position, another run, or how many slots
     * @param priority the one to give
     * @param kind whose slots
     */
    record QueueOrder(List<RunRequest> requests, RunQueue.Place place, long number, RunQueue.Priority priority, RunQueue.Kind kind) {
        QueueOrder {
            requests = requests == null ? List.of() : List.copyOf(requests);
            place = place == null ? RunQueue.Place.LAST : place;
            priority = priority == null ? RunQueue.Priority.NORMAL : priority;
            kind = kind == null ? RunQueue.Kind.COMPUTE : kind;
        }

        static QueueOrder of(long number) {
            return new QueueOrder(null, null, number, null, null);
        }
    }

    /**
     * A request.
     *
     * @param run the run that it is about; 0 for none
     * @param request what to submit
     * @param order what to import
     * @param change what to change
     * @param queue what is to happen to the queue
     */
    record Request(Verb verb, long run, Optional<RunRequest> request, Optional<ImportOrder> order, Optional<Change> change,
            Optional<QueueOrder> queue) {
        Request {
            Objects.requireNonNull(verb, "verb");
            request = orEmpty(request);
            order = orEmpty(order);
            change = orEmpty(change);
            queue = orEmpty(queue);
        }

        Request(Verb verb, long run, Optional<RunRequest> request, Optional<ImportOrder> order) {
            this(verb, run, request, order, Optional.empty(), Optional.empty());
        }

        static Request change(Verb verb, long run, Change change) {
            return new Request(verb, run, Optional.empty(), Optional.empty(), Optional.of(change), Optional.empty());
        }

        static Request queue(Verb verb, long run, QueueOrder order) {
            return new Request(verb, run, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(order));
        }

        static Request of(Verb verb, long run) {
            return new Request(verb, run, Optional.empty(), Optional.empty());
        }
    }

    /** What a reply is. */
    enum Kind {
        /** The first line of the owner. */
        WELCOME,
        /** It lives and is at it. */
        ALIVE,
        /** A file is being read: {@code done} of {@code total} bytes. */
        READING,
        /** The run that is followed changed. */
        CHANGED,
        /** It has a newer result. */
        RESULT,
        /** How far it is. */
        PROGRESS,
        /** What its units report. */
        SERIES,
        /** The request is carried out. */
        DONE,
        /** The request cannot be carried out. */
        FAILED
    }

    /** A reply; each kind fills what it needs. {@code text} is a sentence that was asked for, as are {@code queue} and {@code runs}. */
    record Reply(Kind kind, long run, long done, long total, Optional<ProcessIdentity> owner, Optional<RunSummary> summary,
            Optional<ResultNews> result, Optional<RunProgress> progress, Optional<Dataset> dataset, List<Problem> problems, Optional<String> text,
            Optional<RunQueue.Snapshot> queue, List<Long> runs, Optional<RunSeries> series) {
        Reply {
            series = orEmpty(series);
            queue = orEmpty(queue);
            runs = runs == null ? List.of() : List.copyOf(runs);
            Objects.requireNonNull(kind, "kind");
            owner = orEmpty(owner);
            summary = orEmpty(summary);
            result = orEmpty(result);
            progress = orEmpty(progress);
            dataset = orEmpty(dataset);
            text = orEmpty(text);
            problems = problems == null ? List.of() : List.copyOf(problems);
            if (kind == Kind.FAILED && problems.isEmpty()) {
                throw new IllegalArgumentException("A failure without a problem");
            }
        }

        private Reply(Kind kind, long run, long done, long total, Optional<ProcessIdentity> owner, Optional<RunSummary> summary,
                Optional<ResultNews> result, Optional<RunProgress> progress, Optional<Dataset> dataset, List<Problem> problems) {
            this(kind, run, done, total, owner, summary, result, progress, dataset, problems, Optional.empty(), null, null, null);
        }

        private Reply(Kind kind, long run) {
            this(kind, run, 0, 0, null, null, null, null, null, null);
        }

        static Reply welcome(ProcessIdentity owner) {
            return new Reply(Kind.WELCOME, 0, 0, 0, Optional.of(owner), null, null, null, null, null);
        }

        static Reply alive() {
            return new Reply(Kind.ALIVE, 0);
        }

        static Reply reading(long done, long total) {
            return new Reply(Kind.READING, 0, done, total, null, null, null, null, null, null);
        }

        static Reply done(long run) {
            return new Reply(Kind.DONE, run);
        }

        static Reply said(long run, Optional<String> text) {
            return new Reply(Kind.DONE, run, 0, 0, null, null, null, null, null, null, text, null, null, null);
        }

        static Reply queue(RunQueue.Snapshot queue) {
            return new Reply(Kind.DONE, 0, 0, 0, null, null, null, null, null, null, null, Optional.of(queue), null, null);
        }

        static Reply queued(List<Long> runs) {
            return new Reply(Kind.DONE, 0, 0, 0, null, null, null, null, null, null, null, null, runs, null);
        }

        static Reply ended(RunSummary last) {
            return new Reply(Kind.DONE, last.id(), 0, 0, null, Optional.of(last), null, null, null, null);
        }

        static Reply read(Dataset dataset) {
            return new Reply(Kind.DONE, 0, 0, 0, null, null, null, null, Optional.of(dataset), null);
        }

        static Reply changed(RunSummary now) {
            return new Reply(Kind.CHANGED, now.id(), 0, 0, null, Optional.of(now), null, null, null, null);
        }

        static Reply result(long run, ResultNews news) {
            return new Reply(Kind.RESULT, run, 0, 0, null, null, Optional.of(news), null, null, null);
        }

        static Reply progress(RunProgress progress) {
            return new Reply(Kind.PROGRESS, progress.run(), 0, 0, null, null, null, Optional.of(progress), null, null);
        }

        static Reply series(RunSeries series) {
            return new Reply(Kind.SERIES, series.run(), 0, 0, null, null, null, null, null, null, null, null, null, Optional.of(series));
        }

        static Reply failed(List<Problem> problems) {
            return new Reply(Kind.FAILED, 0, 0, 0, null, null, null, null, null, problems);
        }
    }

    /** What a message leaves out is absent. */
    private static <T> Optional<T> orEmpty(Optional<T> value) {
        return value == null ? Optional.empty() : value;
    }
}
