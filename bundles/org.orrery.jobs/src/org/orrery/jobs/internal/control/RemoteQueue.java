package org.orrery.jobs.internal.control;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

import org.orrery.jobs.RunException;
import org.orrery.jobs.RunQueue;
import org.orrery.jobs.RunRequest;
import org.orrery.jobs.internal.control.Protocol.QueueOrder;
import org.orrery.jobs.internal.control.Protocol.Request;
import org.orrery.jobs.internal.control.Protocol.Verb;

/** The queue of another process. */
record RemoteQueue(OwnerLine line, LongConsumer submitted) implements RunQueue {
    /** So many requests go in one message. */
    private static final int MOST = 500;

    @Override
    public List<Long> submit(List<RunRequest> requests, Place place) throws RunException {
        List<Long> runs = new ArrayList<>();
        for (int from = 0; from < requests.size(); from += MOST) {
            List<RunRequest> some = requests.subList(from, Math.min(from + MOST, requests.size()));
            runs.addAll(line.ask(Request.queue(Verb.ENQUEUE, 0, new QueueOrder(some, place, 0, null, null))).runs());
        }
        // Of a batch nobody follows each.
        if (runs.size() == 1) {
            submitted.accept(runs.get(0));
        }
        return List.copyOf(runs);
    }

    private void ask(Verb verb, long run, QueueOrder order) throws RunException {
        line.ask(Request.queue(verb, run, order));
    }

    @Override
    public Snapshot look() throws RunException {
        return line.ask(Request.queue(Verb.QUEUE, 0, QueueOrder.of(0))).queue().orElseThrow();
    }

    @Override
    public void move(long run, int position) throws RunException {
        ask(Verb.MOVE, run, QueueOrder.of(position));
    }

    @Override
    public void priority(long run, Priority priority) throws RunException {
        ask(Verb.PRIORITY, run, new QueueOrder(null, null, 0, priority, null));
    }

    @Override
    public void after(long run, long other) throws RunException {
        ask(Verb.AFTER, run, QueueOrder.of(other));
    }

    @Override
    public void pause() throws RunException {
        ask(Verb.PAUSE_QUEUE, 0, QueueOrder.of(0));
    }

    @Override
    public void proceed() throws RunException {
        ask(Verb.PROCEED_QUEUE, 0, QueueOrder.of(0));
    }

    @Override
    public void slots(Kind kind, int count) throws RunException {
        ask(Verb.SLOTS, 0, new QueueOrder(null, null, count, null, kind));
    }
}
