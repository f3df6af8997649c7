package org.orrery.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.orrery.jobs.RunException;
import org.orrery.jobs.RunQueue;
import org.orrery.jobs.RunRequest;
import org.orrery.jobs.RunState;

/** A queue in which one run waits, and that says what it was told. */
record FakeQueue(FakeWorkspace workspace) implements RunQueue {
    static final String WHY = "It waits for its turn: 2 at work, 0 before it.";

    @Override
    public List<Long> submit(List<RunRequest> requests, Place place) throws RunException {
        if (!place.equals(Place.LAST)) {
            workspace.calls.add("submit " + requests.size() + " " + place);
        }
        List<Long> runs = new ArrayList<>();
        for (RunRequest request : requests) {
            runs.add(workspace.submit(request));
        }
        return runs;
    }

    @Override
    public Snapshot look() {
        return new Snapshot(false, Map.of(Kind.COMPUTE, 2, Kind.IO, 2, Kind.EXTERNAL, 1), List.of(),
                List.of(new Entry(7, "Logistic", "fixture", "iris", RunState.QUEUED, Kind.COMPUTE, new Place(Priority.HIGH, false, 3), WHY, 12.5,
                        Double.NaN)), 800);
    }

    @Override
    public void move(long run, int position) {
        workspace.calls.add("move " + run + " " + position);
    }

    @Override
    public void priority(long run, Priority priority) {
        workspace.calls.add("priority " + run + " " + priority);
    }

    @Override
    public void after(long run, long other) {
        workspace.calls.add("after " + run + " " + other);
    }

    @Override
    public void pause() {
        workspace.calls.add("pause queue");
    }

    @Override
    public void proceed() {
        workspace.calls.add("proceed queue");
    }

    @Override
    public void slots(Kind kind, int count) {
        workspace.calls.add("slots " + kind + " " + count);
    }
}
