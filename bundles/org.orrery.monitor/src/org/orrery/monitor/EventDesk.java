package org.orrery.monitor;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.orrery.analysis.result.Result;
import org.orrery.jobs.RunFolders;
import org.orrery.jobs.RunListener;
import org.orrery.jobs.RunProgress;
import org.orrery.jobs.RunSeries;
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
        seen.keySet().stream().filter(run -> !now.containsKey(run)).forEach(this::removed);
        seen.clear();
        seen.putAll(now);
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
