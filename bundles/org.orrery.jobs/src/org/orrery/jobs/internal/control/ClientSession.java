package org.orrery.jobs.internal.control;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

import org.orrery.data.Dataset;
import org.orrery.data.Progress;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunException.Code;
import org.orrery.jobs.RunException.Problem;
import org.orrery.jobs.RunQueue;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.Runs;
import org.orrery.jobs.internal.Reporter;
import org.orrery.jobs.internal.control.Protocol.Hello;
import org.orrery.jobs.internal.control.Protocol.Change;
import org.orrery.jobs.internal.control.Protocol.ImportOrder;
import org.orrery.jobs.internal.control.Protocol.QueueOrder;
import org.orrery.jobs.internal.control.Protocol.Reply;
import org.orrery.jobs.internal.control.Protocol.Request;
import org.orrery.jobs.internal.control.Protocol.Verb;
import org.orrery.jobs.internal.lease.ProcessIdentity;

/** One process that is connected to the owner: its requests, one after the other. Whatever is wrong with it ends it alone. */
final class ClientSession {
    private static final Duration HELLO = Duration.ofSeconds(2);
    /** News are told a tenth of a second after they happen; an end is not kept back for longer. */
    private static final Duration LAST_NEWS = Duration.ofMillis(250);
    private final SocketChannel channel;
    private final LineChannel lines;
    private final ControlToken token;
    private final Desk desk;
    private final ProcessIdentity self;
    private final ExecutorService workers;
    private final Reporter reporter;
    private volatile boolean ending;
    private volatile boolean busy;

    ClientSession(SocketChannel channel, ControlToken token, Desk desk, ProcessIdentity self, ExecutorService workers, TimeLimits limits,
            Reporter reporter) {
        this.channel = channel;
        this.lines = new LineChannel(channel, limits);
        this.token = token;
        this.desk = desk;
        this.self = self;
        this.workers = workers;
        this.reporter = reporter;
    }

    /** Serves it until it goes, or has to. */
    void serve() {
        try {
            if (welcome()) {
                while (!ending) {
                    Request request = lines.read(Request.class, LineChannel.LONGEST, Protocol.SILENCE);
                    busy = true;
                    carryOut(request);
                    busy = false;
                }
            }
        } catch (IOException gone) {
            // It has closed, is too slow, or talks nonsense: none of that is the owner's trouble.
            return;
        } finally {
            drop();
        }
    }

    private boolean welcome() throws IOException {
        Hello hello = lines.read(Hello.class, Protocol.LONGEST_HELLO, HELLO);
        if (hello.orrery() != Protocol.VERSION) {
            write(refusal(Code.WORKSPACE_LOCKED, Messages.bind(Messages.ClientSession_version, hello.orrery(), Protocol.VERSION)));
            return false;
        }
        if (!token.matches(hello.token())) {
            write(refusal(Code.WORKSPACE_LOCKED, Messages.ClientSession_token));
            return false;
        }
        write(Reply.welcome(self));
        return true;
    }

    private void carryOut(Request request) throws IOException {
        if (request.verb() == Verb.FOLLOW) {
            follow(request.run());
            return;
        }
        Reading reading = new Reading();
        Future<Reply> work = workers.submit(() -> answer(request, reading));
        try {
            write(await(work, reading));
        } catch (IOException gone) {
            reading.cancelled = true;
            throw gone;
        }
    }

    /** The answer of a worker, with signs of life until it is there. */
    private Reply await(Future<Reply> work, Reading reading) throws IOException {
        while (true) {
            try {
                return work.get(reading.gapMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException atWork) {
                write(reading.news());
            } catch (ExecutionException e) {
                reporter.report("A request of another process failed", e.getCause());
                return refusal(Code.INTERNAL, String.valueOf(e.getCause().getMessage()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("Interrupted", e);
            }
        }
    }

    private Reply answer(Request request, Reading reading) {
        Runs runs = desk.runs();
        long run = request.run();
        try {
            switch (request.verb()) {
                case SUBMIT -> run = runs.submit(request.request().orElseThrow(() -> incomplete(request)));
                case RESUME -> runs.resume(run);
                case CANCEL -> runs.cancel(run);
                case STOP -> runs.stop(run);
                case PAUSE -> runs.pause(run);
                case PROCEED -> runs.proceed(run);
                case INTERRUPT -> runs.interrupt(run);
                case DELETE -> runs.delete(run);
                case DROP_LATE -> runs.dropLate(run);
                case EXTEND, SKIP, BUDGET, GRANT, TAG, NOTE -> change(request);
                case QUEUE, ENQUEUE, MOVE, PRIORITY, AFTER, PAUSE_QUEUE, PROCEED_QUEUE, SLOTS -> {
                    return queue(request);
                }
                case ADD -> run = runs.add(Path.of(request.change().orElseThrow(() -> incomplete(request)).text()));
                case WAITS_FOR -> {
                    return Reply.said(run, runs.waitsFor(run));
                }
                case GROUPS -> {
                    return Reply.said(run, Optional.of(String.join(Protocol.BETWEEN, runs.groups(run))));
                }
                case IMPORT -> {
                    ImportOrder order = request.order().orElseThrow(() -> incomplete(request));
                    Dataset dataset = desk.importFile(order.file(), order.options(), reading);
                    return Reply.read(dataset);
                }
                case RENAME -> {
                    String[] names = request.change().orElseThrow(() -> incomplete(request)).text().split(Protocol.BETWEEN, -1);
                    return Reply.read(desk.rename(names[0], names.length == 2 ? names[1] : ""));
                }
                case PING, FOLLOW -> {
                    return Reply.done(run);
                }
            }
            return Reply.done(run);
        } catch (RunException e) {
            return Reply.failed(e.problems());
        } catch (CancellationException e) {
            return refusal(Code.CANCELLED, String.valueOf(e.getMessage()));
        }
    }

    private Reply queue(Request request) throws RunException {
        RunQueue queue = desk.runs().queue();
        long run = request.run();
        QueueOrder order = request.queue().orElseThrow(() -> incomplete(request));
        switch (request.verb()) {
            case QUEUE -> {
                return Reply.queue(queue.look());
            }
            case ENQUEUE -> {
                return Reply.queued(queue.submit(order.requests(), order.place()));
            }
            case MOVE -> queue.move(run, (int) order.number());
            case PRIORITY -> queue.priority(run, order.priority());
            case AFTER -> queue.after(run, order.number());
            case PAUSE_QUEUE -> queue.pause();
            case PROCEED_QUEUE -> queue.proceed();
            case SLOTS -> queue.slots(order.kind(), (int) order.number());
            default -> throw new IllegalArgumentException("Nothing for the queue: " + request.verb());
        }
        return Reply.done(run);
    }

    private void change(Request request) throws RunException {
        Runs runs = desk.runs();
        long run = request.run();
        Change change = request.change().orElseThrow(() -> incomplete(request));
        switch (request.verb()) {
            case EXTEND -> runs.extend(run, change.settings());
            case SKIP -> runs.skip(run, change.text());
            case BUDGET -> runs.budget(run, change.text(), change.limit());
            case GRANT -> runs.grant(run, change.text(), change.limit());
            case TAG -> runs.tag(run, change.tags());
            case NOTE -> runs.note(run, change.text());
            default -> throw new IllegalArgumentException("Changes nothing: " + request.verb());
        }
    }

    private static RunException incomplete(Request request) {
        return new RunException(Code.BAD_USAGE, Messages.bind(Messages.ClientSession_incomplete, request.verb()));
    }

    /** What happens to a run, until it has ended. */
    private void follow(long run) throws IOException {
        RunNews news = new RunNews(run);
        desk.runs().addListener(news);
        try {
            RunSummary now = look(run);
            news.changed(now);
            while (true) {
                boolean ended = now.state().ended();
                if (ended) {
                    // What the units have said last is told before it; of a run that had ended before there is nothing to wait for.
                    news.awaitEnd(LAST_NEWS);
                }
                for (Reply each : news.take(ended ? Duration.ZERO : Protocol.ALIVE)) {
                    write(each);
                }
                if (ended) {
                    write(Reply.ended(now));
                    return;
                }
                now = look(run);
            }
        } catch (RunException e) {
            write(Reply.failed(e.problems()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        } finally {
            desk.runs().removeListener(news);
        }
    }

    private RunSummary look(long run) throws RunException, InterruptedException {
        return desk.runs().await(run, Duration.ZERO);
    }

    private static Reply refusal(Code code, String message) {
        return Reply.failed(List.of(new Problem(code, "", message, Optional.empty())));
    }

    private void write(Reply reply) throws IOException {
        lines.write(reply, Protocol.ANSWER);
    }

    /** Serves the request that it is at, and no other. */
    void finish() {
        ending = true;
        if (!busy) {
            drop();
        }
    }

    /** Ends it. */
    void drop() {
        try {
            channel.close();
        } catch (IOException e) {
            reporter.report("A connection could not be closed", e);
        }
    }

    /** How far the reading of a file is; the reader leaves it here, and the session tells. */
    private static final class Reading implements Progress {
        private static final long GAP_MILLIS = 100;
        private final AtomicReference<Reply> latest = new AtomicReference<>();
        private volatile boolean reads;
        private volatile boolean cancelled;

        @Override
        public void worked(long done, long total) {
            reads = true;
            latest.set(Reply.reading(done, total));
        }

        @Override
        public void checkCancelled() {
            if (cancelled) {
                throw new CancellationException(Messages.ClientSession_gone);
            }
        }

        private long gapMillis() {
            return reads ? GAP_MILLIS : Protocol.ALIVE.toMillis();
        }

        private Reply news() {
            Reply next = latest.getAndSet(null);
            return next == null ? Reply.alive() : next;
        }
    }
}
