package org.orrery.monitor;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.orrery.analysis.result.Result;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunFolders;
import org.orrery.jobs.RunListener;
import org.orrery.jobs.RunProgress;
import org.orrery.jobs.RunSeries;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.Runs;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** Hands what happens to runs to all browsers that listen. Nothing is written as text while nobody does. */
final class EventDesk implements RunListener, AutoCloseable {
    private static final int MOST_CLIENTS = 8;
    private static final long LOOK_MILLIS = 500;

    private final Runs runs;
    private final Set<EventClient> clients = ConcurrentHashMap.newKeySet();
    private final Map<Long, RunSummary> seen = new HashMap<>();
    /** The runs at work elsewhere that are heard. */
    private final Set<Long> followed = new HashSet<>();
    private final ScheduledExecutorService looking;

    /** @param elsewhere whether changes have to be looked for */
    EventDesk(Runs runs, RunFolders folders, boolean elsewhere) {
        this.runs = runs;
        looking = elsewhere ? Executors.newSingleThreadScheduledExecutor(body -> {
            Thread thread = new Thread(body, "Orrery monitor looks at runs");
            thread.setDaemon(true);
            return thread;
        }) : null;
        runs.addListener(this);
        if (looking != null) {
            looking.scheduleWithFixedDelay(() -> look(folders), 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void look(RunFolders folders) {
        if (clients.isEmpty()) {
            return;
        }
        Map<Long, RunSummary> now = new HashMap<>();
        folders.list().forEach(run -> now.put(run.id(), run));
        now.values().stream().filter(run -> !run.equals(seen.get(run.id()))).forEach(this::changed);
        now.values().stream().filter(run -> run.state() == RunState.RUNNING && followed.add(run.id())).forEach(run -> follow(run.id()));
        followed.removeIf(run -> !now.containsKey(run) || now.get(run).state() != RunState.RUNNING);
        seen.keySet().stream().filter(run -> !now.containsKey(run)).forEach(this::removed);
        seen.clear();
        seen.putAll(now);
    }

    /** Has its owner tell of a run that was started elsewhere: of one that is waited for everything is heard. */
    private void follow(long run) {
        try {
            runs.await(run, Duration.ZERO);
        } catch (RunException e) {
            // Its owner has just gone; what the folders say is told all the same, and the next look asks again.
            followed.remove(run);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether there is room for another browser. */
    boolean admit(EventClient client) {
        synchronized (clients) {
            return clients.size() < MOST_CLIENTS && clients.add(client);
        }
    }

    void leave(EventClient client) {
        clients.remove(client);
    }

    int clients() {
        return clients.size();
    }

    private void tell(String event, boolean droppable, Supplier<JsonElement> data) {
        if (!clients.isEmpty()) {
            EventClient.Message message = new EventClient.Message(event, data.get().toString(), droppable);
            clients.forEach(client -> client.tell(message));
        }
    }

    @Override
    public void changed(RunSummary run) {
        tell("run", false, () -> NewsText.run(run));
    }

    @Override
    public void result(long run, Result result) {
        tell("result", true, () -> id(run));
    }

    @Override
    public void progress(RunProgress progress) {
        tell("progress", true, () -> NewsText.progress(progress));
    }

    @Override
    public void series(RunSeries series) {
        tell("series", true, () -> NewsText.series(series));
    }

    @Override
    public void removed(long run) {
        tell("removed", false, () -> id(run));
    }

    private static JsonElement id(long run) {
        JsonObject json = new JsonObject();
        json.addProperty("run", run);
        return json;
    }

    @Override
    public void close() {
        runs.removeListener(this);
        if (looking != null) {
            looking.shutdownNow();
        }
        clients.forEach(EventClient::end);
    }
}
