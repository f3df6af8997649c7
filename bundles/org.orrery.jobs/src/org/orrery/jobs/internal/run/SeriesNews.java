package org.orrery.jobs.internal.run;

import java.util.ArrayList;
import java.util.List;

import org.orrery.jobs.RunSeries;
import org.orrery.jobs.StoredRun.LogLine;
import org.orrery.jobs.StoredRun.Metric;

/** What is to be heard of the metrics and the log of a run, gathered until listeners are told the next time. Thread-safe. */
final class SeriesNews {
    /** So many values and lines are heard at once; more than that nobody can see. */
    private static final int MOST_HEARD = 20_000;

    private final RunEvents events;
    private final long run;
    private List<LogLine> lines = new ArrayList<>();
    private List<Metric> metrics = new ArrayList<>();
    private long leftOut;
    private boolean told;

    SeriesNews(RunEvents events, long run) {
        this.events = events;
        this.run = run;
    }

    void add(LogLine line) {
        boolean tell;
        synchronized (this) {
            leftOut += added(lines, line);
            tell = first();
        }
        hear(tell);
    }

    void add(Metric metric) {
        boolean tell;
        synchronized (this) {
            leftOut += added(metrics, metric);
            tell = first();
        }
        hear(tell);
    }

    /** What another process has gathered of the run. */
    void add(RunSeries heard) {
        boolean tell;
        synchronized (this) {
            heard.metrics().forEach(metric -> leftOut += added(metrics, metric));
            heard.lines().forEach(line -> leftOut += added(lines, line));
            leftOut += heard.leftOut();
            tell = first();
        }
        hear(tell);
    }

    private static <T> int added(List<T> list, T one) {
        if (list.size() >= MOST_HEARD) {
            return 1;
        }
        list.add(one);
        return 0;
    }

    /** Whether listeners have to be told that there is something to be heard. */
    private boolean first() {
        boolean first = !told;
        told = true;
        return first;
    }

    private void hear(boolean tell) {
        if (tell) {
            events.series(run, this::heard);
        }
    }

    private synchronized RunSeries heard() {
        RunSeries heard = new RunSeries(run, metrics, lines, leftOut);
        metrics = new ArrayList<>();
        lines = new ArrayList<>();
        leftOut = 0;
        told = false;
        return heard;
    }
}
