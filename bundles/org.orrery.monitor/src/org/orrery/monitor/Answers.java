package org.orrery.monitor;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;

import org.orrery.jobs.RunException;
import org.orrery.jobs.RunFolders;
import org.orrery.jobs.RunRequest;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.Runs;
import org.orrery.jobs.StoredRun;
import org.orrery.jobs.document.RunDocument;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/** What can be asked and done. Runs are named by their numbers; no path is taken and none is opened. */
final class Answers {
    private static final int MOST_RUNS = 1_000;
    private static final int MOST_LINES = 2_000;

    private final Runs runs;
    private final RunFolders folders;

    Answers(Runs runs, RunFolders folders) {
        this.runs = runs;
        this.folders = folders;
    }

    /** How much is going on. */
    String status(int clients) {
        List<RunSummary> all = folders.list();
        JsonObject json = new JsonObject();
        json.addProperty("runs", all.size());
        json.addProperty("running", all.stream().filter(run -> run.state() == RunState.RUNNING).count());
        json.addProperty("waiting", all.stream().filter(run -> run.state() == RunState.QUEUED || run.state() == RunState.WAITING_RESOURCE).count());
        json.addProperty("clients", clients);
        return json.toString();
    }

    /** The newest runs. */
    String runs() {
        JsonArray all = new JsonArray();
        folders.list().stream().limit(MOST_RUNS).forEach(run -> all.add(NewsText.run(run)));
        JsonObject json = new JsonObject();
        json.add("runs", all);
        return json.toString();
    }

    /** The document of a run. */
    String run(long run) throws RunException, IOException {
        StringWriter text = new StringWriter();
        RunDocument.of(folders.open(run)).write(text);
        return text.toString();
    }

    /** The curves and the last of the log of a run. */
    String series(long run) throws RunException {
        List<StoredRun.LogLine> log = folders.open(run).log();
        JsonObject json = new JsonObject();
        json.addProperty("run", run);
        json.add("curves", NewsText.curves(folders.curves(run)));
        json.add("lines", NewsText.lines(log.subList(Math.max(0, log.size() - MOST_LINES), log.size())));
        return json.toString();
    }

    /** Does something to a run. */
    String act(long run, String verb) throws RunException {
        long affected = run;
        switch (verb) {
            case "stop" -> runs.stop(run);
            case "cancel" -> runs.cancel(run);
            case "pause" -> runs.pause(run);
            case "proceed" -> runs.proceed(run);
            case "resume" -> runs.resume(run);
            case "start" -> affected = again(run);
            default -> throw new RunException(RunException.Code.BAD_USAGE, verb);
        }
        JsonObject json = new JsonObject();
        json.addProperty("run", affected);
        return json.toString();
    }

    /** The same again as a run of its own. */
    private long again(long run) throws RunException {
        RunRequest request = folders.open(run).request();
        return runs.submit(request);
    }
}
