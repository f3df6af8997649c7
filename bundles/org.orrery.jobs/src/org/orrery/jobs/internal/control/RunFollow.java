package org.orrery.jobs.internal.control;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

import org.orrery.analysis.result.Result;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunException.Code;
import org.orrery.jobs.RunFolders;
import org.orrery.jobs.RunListener;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.internal.Reporter;
import org.orrery.jobs.internal.control.Protocol.Reply;
import org.orrery.jobs.internal.control.Protocol.Request;
import org.orrery.jobs.internal.control.Protocol.Verb;

/** Hears from the owner what happens to one run, on a thread of its own, until the run has ended. */
final class RunFollow {
    /** Longer than an owner takes to end its runs. */
    private static final Duration LEAVING = Duration.ofSeconds(12);
    private static final Duration LOOK = Duration.ofMillis(50);
    private final OwnerLine line;
    private final long run;
    private final RemoteRuns runs;
    private final RunFolders journals;
    private final Reporter reporter;
    private final CompletableFuture<RunSummary> first = new CompletableFuture<>();
    private final CompletableFuture<RunSummary> end = new CompletableFuture<>();
    private volatile RunSummary latest;

    RunFollow(OwnerLine line, long run, RemoteRuns runs, RunFolders journals, Reporter reporter) {
        this.line = line;
        this.run = run;
        this.runs = runs;
        this.journals = journals;
        this.reporter = reporter;
        Thread.ofPlatform().daemon().name("Orrery follows run " + run).start(this::listen);
    }

    private void listen() {
        try {
            Reply last = line.ask(Request.of(Verb.FOLLOW, run), Protocol.SILENCE, this::hear);
            ended(last.summary().orElseThrow(() -> new RunException(Code.INTERNAL, String.valueOf(last.kind()))));
        } catch (RunException e) {
            if (e.getCause() instanceof IOException cause && OwnerLine.closed(cause)) {
                lookForEnd(e);
            } else {
                fail(e);
            }
        } catch (RuntimeException e) {
            fail(new RunException(Code.INTERNAL, String.valueOf(e.getMessage()), e));
        }
    }

    private void ended(RunSummary summary) {
        latest = summary;
        first.complete(summary);
        end.complete(summary);
    }

    /** An owner that leaves in good order ends its runs; one that is killed does not, and the journal shows it. */
    private void lookForEnd(RunException lost) {
        long limit = System.nanoTime() + LEAVING.toNanos();
        try {
            RunSummary stored = journals.open(run).summary();
            while (!stored.state().ended() && !line.owner().dead() && System.nanoTime() < limit) {
                LockSupport.parkNanos(LOOK.toNanos());
                stored = journals.open(run).summary();
            }
            if (!stored.state().ended()) {
                stored = journals.open(run).summary();
            }
            if (stored.state().ended()) {
                ended(stored);
            } else {
                fail(lost);
            }
        } catch (RunException unreadable) {
            lost.addSuppressed(unreadable);
            fail(lost);
        }
    }

    private void hear(Reply reply) throws IOException {
        switch (reply.kind()) {
            case CHANGED -> reply.summary().ifPresent(this::changed);
            case PROGRESS -> reply.progress().ifPresent(progress -> tell(listener -> listener.progress(progress)));
            case SERIES -> reply.series().ifPresent(series -> tell(listener -> listener.series(series)));
            case RESULT -> {
                if (reply.result().isPresent()) {
                    Result result = reply.result().get().result();
                    runs.keep(run, result);
                    tell(listener -> listener.result(run, result));
                }
            }
            default -> {
                // A sign of life.
            }
        }
    }

    private void changed(RunSummary now) {
        latest = now;
        first.complete(now);
        tell(listener -> listener.changed(now));
    }

    private void tell(Consumer<RunListener> call) {
        for (RunListener listener : runs.listeners()) {
            try {
                call.accept(listener);
            } catch (RuntimeException | LinkageError e) {
                reporter.report("A listener for runs failed: " + listener.getClass().getName(), e);
            }
        }
    }

    /** Nothing more can be heard. */
    void fail(RunException why) {
        first.completeExceptionally(why);
        end.completeExceptionally(why);
    }

    /** Waits for the end, at most that long. */
    void join(Duration limit) {
        try {
            end.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            // Whoever asks for the state of the run is told.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** How the run is, at the latest after that time. */
    RunSummary await(Duration limit) throws RunException, InterruptedException {
        try {
            return end.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw failure(e);
        } catch (TimeoutException atWork) {
            return now();
        }
    }

    private RunSummary now() throws RunException, InterruptedException {
        try {
            first.get(Protocol.SILENCE.toMillis(), TimeUnit.MILLISECONDS);
            return latest;
        } catch (ExecutionException e) {
            throw failure(e);
        } catch (TimeoutException e) {
            throw line.lost(new IOException("Nothing is heard of run " + run, e));
        }
    }

    private static RunException failure(ExecutionException e) {
        return e.getCause() instanceof RunException known ? known
                : new RunException(Code.INTERNAL, String.valueOf(e.getCause().getMessage()), e.getCause());
    }
}
