package org.orrery.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.orrery.analysis.Analysis;
import org.orrery.analysis.InputSchemas;
import org.orrery.analysis.forecast.Forecasts;
import org.orrery.analysis.forecast.PastRun;
import org.orrery.analysis.forecast.RunForecast;
import org.orrery.analysis.settings.SettingsSchema;
import org.orrery.data.Dataset;

/** Foretells how long runs will take, by the stored runs of a workspace. Reads files: never on the user interface thread. Thread-safe. */
public final class RunForecasts {
    /** So many earlier runs are read at most, the newest. */
    private static final int MOST = 30;

    private final RunFolders folders;
    private final List<RunSummary> runs;

    /**
     * By these runs.
     *
     * @param runs the newest first
     */
    public RunForecasts(RunFolders folders, List<RunSummary> runs) {
        this.folders = folders;
        this.runs = List.copyOf(runs);
    }

    /**
     * How long a run will take.
     *
     * @param settings in plain form
     * @return nothing when the analysis foretells nothing, or its settings are wrong
     * @throws RunException when the analysis cannot be loaded
     */
    public Optional<RunForecast> of(AnalysisDescriptor analysis, Map<String, Object> settings, Map<String, List<Dataset>> inputs) throws RunException {
        return of(analysis.settings(), analysis.create(), analysis.id(), settings, new InputSchemas(inputs));
    }

    private <S extends Record> Optional<RunForecast> of(SettingsSchema<S> schema, Analysis<?> analysis, String id, Map<String, Object> settings,
            InputSchemas inputs) {
        Optional<S> bound = bind(schema, settings);
        if (bound.isEmpty() || !(analysis instanceof Forecasts<?>)) {
            return Optional.empty();
        }
        // The schema was read from the settings class that plugin.xml names for this very analysis.
        @SuppressWarnings("unchecked")
        Forecasts<S> forecasts = (Forecasts<S>) analysis;
        List<PastRun<S>> past = new ArrayList<>();
        for (RunSummary run : runs) {
            if (past.size() < MOST && run.analysis().equals(id) && run.state() == RunState.COMPLETED) {
                past(schema, run.id()).ifPresent(past::add);
            }
        }
        return Optional.of(forecasts.forecast(bound.get(), inputs, past));
    }

    private <S extends Record> Optional<PastRun<S>> past(SettingsSchema<S> schema, long id) {
        try {
            StoredRun run = folders.open(id);
            return bind(schema, run.request().settings()).flatMap(settings -> run.result()
                    .map(result -> new PastRun<>(settings, new InputSchemas(run.request().inputs()), result, run.costs().runSeconds())));
        } catch (RunException e) {
            // Deleted meanwhile, or damaged: it tells nothing.
            return Optional.empty();
        }
    }

    private static <S extends Record> Optional<S> bind(SettingsSchema<S> schema, Map<String, Object> settings) {
        return schema.bind(settings, (setting, message) -> { });
    }
}
