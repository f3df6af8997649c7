package org.orrery.monitor;

import java.time.Instant;
import java.util.List;

import org.orrery.jobs.Curve;
import org.orrery.jobs.RunProgress;
import org.orrery.jobs.RunSeries;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.StoredRun;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/** What a browser hears, as JSON in one line. Numbers that JSON does not know are texts. */
final class NewsText {
    private NewsText() {
    }

    static JsonElement number(double value) {
        return Double.isFinite(value) ? new JsonPrimitive(value) : new JsonPrimitive(Double.toString(value));
    }

    private static JsonElement known(double value) {
        return Double.isNaN(value) ? JsonNull.INSTANCE : number(value);
    }

    /** One line of the list of runs. */
    static JsonObject run(RunSummary run) {
        JsonObject json = new JsonObject();
        json.addProperty("run", run.id());
        json.addProperty("analysis", run.analysis());
        json.addProperty("name", run.name());
        json.addProperty("status", run.state().name());
        json.addProperty("ended", run.state().ended());
        json.addProperty("resumable", run.resumable());
        json.add("submitted", new JsonPrimitive(run.submitted().toString()));
        json.add("started", run.started().<JsonElement>map(each -> new JsonPrimitive(each.toString())).orElse(JsonNull.INSTANCE));
        json.add("finished", run.finished().<JsonElement>map(each -> new JsonPrimitive(each.toString())).orElse(JsonNull.INSTANCE));
        json.addProperty("dataset", run.dataset());
        json.addProperty("done", run.units().done());
        json.addProperty("total", run.units().total());
        if (!run.bestName().isEmpty()) {
            json.addProperty("bestName", run.bestName());
            json.add("bestValue", number(run.bestValue()));
        }
        return json;
    }

    static JsonObject progress(RunProgress progress) {
        JsonObject json = new JsonObject();
        json.addProperty("run", progress.run());
        json.add("fraction", number(progress.fraction()));
        json.add("secondsLeft", known(progress.secondsLeft()));
        json.add("secondsLeftLow", known(progress.secondsLeftLow()));
        json.add("secondsLeftHigh", known(progress.secondsLeftHigh()));
        json.add("unitsPerMinute", known(progress.unitsPerMinute()));
        JsonArray units = new JsonArray();
        for (RunProgress.Active unit : progress.units()) {
            JsonObject each = new JsonObject();
            each.addProperty("label", unit.label());
            each.addProperty("done", unit.done());
            each.addProperty("total", unit.total());
            each.addProperty("what", unit.what());
            units.add(each);
        }
        json.add("units", units);
        return json;
    }

    /** Metrics as unit, name, step, milliseconds, value; lines as milliseconds, level, text. */
    static JsonObject series(RunSeries series) {
        JsonObject json = new JsonObject();
        json.addProperty("run", series.run());
        JsonArray metrics = new JsonArray();
        for (StoredRun.Metric metric : series.metrics()) {
            metrics.add(row(new JsonPrimitive(metric.unit()), new JsonPrimitive(metric.name()), new JsonPrimitive(metric.step()),
                    millis(metric.instant()), number(metric.value())));
        }
        json.add("metrics", metrics);
        json.add("lines", lines(series.lines()));
        json.addProperty("leftOut", series.leftOut());
        return json;
    }

    static JsonArray lines(List<StoredRun.LogLine> lines) {
        JsonArray all = new JsonArray();
        for (StoredRun.LogLine line : lines) {
            all.add(row(millis(line.instant()), new JsonPrimitive(line.level().name()), new JsonPrimitive(line.message())));
        }
        return all;
    }

    static JsonArray curves(List<Curve> curves) {
        JsonArray all = new JsonArray();
        for (Curve curve : curves) {
            JsonArray points = new JsonArray();
            for (int i = 0; i < curve.steps().length; i++) {
                points.add(row(new JsonPrimitive(curve.steps()[i]), new JsonPrimitive(curve.micros()[i] / 1_000), number(curve.values()[i])));
            }
            JsonObject json = new JsonObject();
            json.addProperty("unit", curve.unit());
            json.addProperty("name", curve.name());
            json.add("points", points);
            all.add(json);
        }
        return all;
    }

    private static JsonPrimitive millis(Instant instant) {
        return new JsonPrimitive(instant.toEpochMilli());
    }

    private static JsonArray row(JsonElement... cells) {
        JsonArray row = new JsonArray();
        for (JsonElement cell : cells) {
            row.add(cell);
        }
        return row;
    }
}
